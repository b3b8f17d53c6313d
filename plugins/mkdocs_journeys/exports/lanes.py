"""The lanes of a map: their titles, and the texts in them at each step."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.exports.tables import lines_of, step_cells
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.model import Journey, Opportunity, Pain

ORDER = (
    *("persona", "touchpoint", "channel", "team", "feelings", "thinks", "says", "expects", "pains", "gains"),
    *("opportunities", "ideas", "duration", "wait", "own", "frontstage", "backstage", "support"),
    *("systems", "policy"),
)
"""The lanes below the curve from above, by the names of their columns; `own` are those of the catalog."""
TITLES = {"persona": "Who", "says": "Says", "wait": "Waits", "duration": "Takes"}
BEHIND = frozenset({"backstage", "support", "systems", "policy"})
"""Lanes below the line of visibility: what customers do not see."""


class MapLane(NamedTuple):
    """A row of the map; `cells` has the texts at each step."""

    name: str
    title: str
    cells: Sequence[Sequence[str]]


def lanes_of(atlas: Atlas, journey: Journey) -> Iterator[MapLane]:
    """The lanes in which something stands, from above; not the steps themselves and their emotion."""
    places = atlas.places[journey.id]
    rows = [step_cells(atlas, place) for place in places]
    several = len({id for place in places for id in actors_of(journey, place.step)}) > 1
    for name in ORDER:
        if name == "own":
            for lane in atlas.catalog.lanes:
                yield from _used(lane.id, lane.name, [list(place.step.lanes.get(lane.id, ())) for place in places])
        elif name == "opportunities":
            cells = [[one.title for one in opportunities_at(atlas, place)] for place in places]
            yield from _used(name, "Opportunities", cells)
        elif name != "persona" or several:
            yield from _used(name, TITLES.get(name, name.capitalize()), [lines_of(row.get(name)) for row in rows])


def _used(name: str, title: str, cells: Sequence[Sequence[str]]) -> Iterator[MapLane]:
    if any(cells):
        yield MapLane(name, title, cells)


def opportunities_at(atlas: Atlas, place: StepLocation) -> list[Opportunity]:
    """The opportunities of a step: those that it names, and those that answer its pains."""
    named = [atlas.opportunities[id] for id in place.step.opportunities]
    for pain in place.step.pains:
        named += atlas.opportunities_of_pain.get(pain.id if isinstance(pain, Pain) else pain, ())
    return list({one.id: one for one in named}.values())


def pains_at(atlas: Atlas, place: StepLocation) -> list[ScoredPain]:
    """The pains of a step with their scores, in its order."""
    ids = [pain.id if isinstance(pain, Pain) else pain for pain in place.step.pains]
    scored = {one.pain.id: one for one in scored_pains([atlas.pains[id] for id in ids], atlas.catalog.scoring)}
    return [scored[id] for id in dict.fromkeys(ids)]
