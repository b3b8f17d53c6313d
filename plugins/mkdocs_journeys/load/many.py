"""All files of an atlas, read by two processes where that is faster."""

from collections.abc import Iterable, Mapping, Sequence

from mkdocs_journeys.load.documents import Parsed, document, document_of
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.yamlfile import Values, reading


def documents(
    places: Sequence[Place], files: Mapping[str, bytes], ahead: Iterable[tuple[str, Values]] | None = None
) -> list[Parsed]:
    """What `document` says of each place, in their order.

    `ahead` is what `reading` gives for these files, where somebody has begun to read them already.
    """
    if ahead is None:
        with reading({place.path: files[place.path] for place in places if place.kind != "figures"}) as begun:
            return documents(places, files, begun)
    homes = {place.path: place for place in places}
    done = {path: document_of(homes[path], files[path], values) for path, values in ahead if path in homes}
    return [done.get(place.path) or document(place, files[place.path]) for place in places]
