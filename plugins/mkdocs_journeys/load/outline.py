"""What a file says before any model judges it: found by whichever process reads the file."""

from typing import Any, NamedTuple

from mkdocs_journeys.load.given import ids_given
from mkdocs_journeys.load.richlinks import links_in
from mkdocs_journeys.load.words import MODELS
from mkdocs_journeys.model.names import Ids, names_in
from mkdocs_journeys.yamlfile import Values, everyday


class Outline(NamedTuple):
    """The values of a file in everyday YAML, and by kind the ids that it gives, names, and links to.

    All of it is plain values, as one process can send them to another.
    """

    values: dict[str, Any]
    given: Ids
    named: Ids
    linked: Ids


def outline(kind: str, data: bytes) -> Outline | None:
    """None where the file is not in everyday YAML, or links to what it may not."""
    return outline_of(kind, everyday(data))


def outline_of(kind: str, values: Values) -> Outline | None:
    """What `outline` says, where `everyday` has read these values already."""
    linked = None if values is None else links_in(kind, values)
    if values is None or linked is None:
        return None
    return Outline(values, ids_given(kind, values), names_in(MODELS[kind], values), linked)
