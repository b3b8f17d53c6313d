"""All files of an atlas, read by two processes where that is faster."""

import marshal
from collections.abc import Mapping, Sequence

from mkdocs_journeys.load.documents import Parsed, document, document_of
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.load.together import in_two
from mkdocs_journeys.yamlfile import everyday

LARGE = 2_000_000
"""Bytes from which a second process pays."""
SHARE = 0.64
"""How much of the bytes the second process reads: the first one validates what both have read."""


def documents(places: Sequence[Place], files: Mapping[str, bytes]) -> list[Parsed]:
    """What `document` says of each place, in their order."""
    others = _for_another(places, files)
    own = [place for place in places if place not in others]
    if not others:
        return [document(place, files[place.path]) for place in own]
    done, sent = in_two(
        lambda: {place: document(place, files[place.path]) for place in own},
        lambda: [marshal.dumps(everyday(files[place.path])) for place in others],
    )
    for place, values in zip(others, sent, strict=True):
        done[place] = document_of(place, files[place.path], marshal.loads(values))  # noqa: S302
    return [done[place] for place in places]


def _for_another(places: Sequence[Place], files: Mapping[str, bytes]) -> dict[Place, int]:
    """The YAML files, with their sizes, that a second process should read: none of a small atlas."""
    sizes = {place: len(files[place.path]) for place in places if place.kind != "figures"}
    most = sum(sizes.values()) * SHARE
    found: dict[Place, int] = {}
    for place, size in sizes.items() if most >= LARGE * SHARE else ():
        if most < size:
            break
        found[place] = size
        most -= size
    return found
