"""From one atlas to the next: what follows from the same documents is the very same thing."""

from collections.abc import Iterator
from operator import is_

from mkdocs_journeys.atlas import Atlas, Hurt, Place, places_of


def carry_over(last: Atlas, atlas: Atlas) -> None:
    """Puts the places and the hurts of the last atlas into the next one where they are the same there.

    Whoever compares the two atlases can then tell nearly everything by identity.
    """
    vars(atlas)["places"] = dict(_places(last, atlas))
    vars(atlas)["hurts"] = {id: _same(last.hurts.get(id), hurt) for id, hurt in atlas.hurts.items()}


def _places(last: Atlas, atlas: Atlas) -> Iterator[tuple[str, tuple[Place, ...]]]:
    for id, journey in atlas.journeys.items():
        kept = last.journeys.get(id) is journey
        yield id, last.places[id] if kept else tuple(places_of(journey))


def _same(last: Hurt | None, hurt: Hurt) -> Hurt:
    if last is None or last.pain is not hurt.pain or len(last.places) != len(hurt.places):
        return hurt
    return last if all(map(is_, last.places, hurt.places)) else hurt
