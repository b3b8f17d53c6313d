"""All files of an atlas, read by two processes where that is faster."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs_journeys.load.documents import Parsed, document, document_of
from mkdocs_journeys.load.outline import Outline, outline, outline_of
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.yamlfile import Values, reading


def documents(
    places: Sequence[Place], files: Mapping[str, bytes], ahead: Iterable[tuple[str, Values]] | None = None
) -> list[Parsed]:
    """What `document` says of each place, in their order.

    `ahead` is what `reading` gives for these files, where somebody has begun to read them already.
    """
    homes = {place.path: place for place in places if place.kind != "figures"}
    if ahead is not None:
        known = ((homes[path], values) for path, values in ahead if path in homes)
        return _documents(places, files, ((place, outline_of(place.kind, values)) for place, values in known))

    def read(path: str, data: bytes) -> tuple[Any, ...] | None:
        found = outline(homes[path].kind, data)
        return tuple(found) if found else None

    with reading({path: files[path] for path in homes}, read) as begun:
        return _documents(places, files, ((homes[path], Outline(*one) if one else None) for path, one in begun))


def _documents(
    places: Sequence[Place], files: Mapping[str, bytes], outlines: Iterable[tuple[Place, Outline | None]]
) -> list[Parsed]:
    """Figures come first: a second process outlines YAML meanwhile."""
    done = {place: document(place, files[place.path]) for place in places if place.kind == "figures"}
    done |= {place: document_of(place, files[place.path], one) for place, one in outlines}
    return [done.get(place) or document(place, files[place.path]) for place in places]
