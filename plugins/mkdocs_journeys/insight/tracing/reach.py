"""What a change of a thing would reach: all that stands at the steps where it occurs, and who should know."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.insight.lifecycles import lifecycle_order
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.insight.things.handoffs import Handoff, handoffs_of
from mkdocs_journeys.insight.things.occurrences import citations_of
from mkdocs_journeys.insight.things.places import places_of_kind
from mkdocs_journeys.model import Journey, Pain


@dataclass(frozen=True, slots=True)
class Reach:
    """What stands at some steps, by ids, each once and in the order of the steps.

    `teams` work at the steps. `owners` are all teams to tell, those with the most to tell first, each with how many
    steps, journeys, pains, opportunities, metrics and studies are theirs.
    """

    places: tuple[StepLocation, ...]
    journeys: tuple[str, ...]
    personas: tuple[str, ...]
    teams: tuple[str, ...]
    pains: tuple[str, ...]
    opportunities: tuple[str, ...]
    metrics: tuple[str, ...]
    studies: tuple[str, ...]
    handoffs: tuple[Handoff, ...]
    owners: Mapping[str, Counter[str]]


def reach_of(atlas: Atlas, places: Sequence[StepLocation]) -> Reach:
    """What stands at these steps: pains felt there, what answers them or is named, what is measured and cited."""
    steps = [place.step for place in places]
    journeys = _each([place.journey.id for place in places])
    pains = _each([pain.id if isinstance(pain, Pain) else pain for step in steps for pain in step.pains])
    named = [id for step in steps for id in step.opportunities]
    opportunities = _each([*named, *(one.id for id in pains for one in atlas.opportunities_of_pain.get(id, ()))])
    metrics = _each([id for step in steps for id in step.metrics])
    sourced = [step for step in steps if step.evidence or step.says or step.figures]
    cited = [reference for step in sourced for reference in citations_of(step)]
    cited += [reference for id in pains for reference in atlas.pains[id].pain.evidence]
    studies = _each([reference.partition("/")[0] for reference in cited])
    at_steps = [team.id for step in steps for team in atlas.teams_of(step)]
    owners: dict[str, Iterable[str | None]] = {
        "step": at_steps,
        "journey": (atlas.journeys[id].owner for id in journeys),
        "pain": (atlas.pains[id].pain.owner for id in pains),
        "opportunity": (atlas.opportunities[id].owner for id in opportunities),
        "metric": (atlas.metrics[id].team for id in metrics),
        "evidence": (atlas.evidence[id].owner for id in studies),
    }
    return Reach(
        places=tuple(places),
        journeys=journeys,
        personas=_each([who for place in places for who in actors_of(place.journey, place.step)]),
        teams=_each(at_steps),
        pains=pains,
        opportunities=opportunities,
        metrics=metrics,
        studies=studies,
        handoffs=tuple(_handoffs(atlas, places)),
        owners=_by_team(owners),
    )


def places_reached(atlas: Atlas, kind: str, id: str) -> Sequence[StepLocation]:
    """The steps that a thing of the catalog is part of: where it occurs; of a segment all steps of its journeys."""
    if kind == "segment":
        return [place for journey in journeys_of_segment(atlas, id) for place in atlas.places[journey.id]]
    return atlas.cached(places_of_kind, kind).get(id, ())


def journeys_of_segment(atlas: Atlas, id: str) -> list[Journey]:
    """The journeys that name a segment or whose first persona belongs to it, in the order of the lifecycle."""
    return [
        journey
        for journey in atlas.cached(lifecycle_order)
        if id in journey.segments or atlas.personas[journey.personas[0]].segment == id
    ]


def _handoffs(atlas: Atlas, places: Iterable[StepLocation]) -> Iterable[Handoff]:
    """The hand-offs before or after one of the steps."""
    for id, of_journey in grouped(places, lambda place: place.journey.id).items():
        numbers = {place.number for place in of_journey}
        for handoff in handoffs_of(atlas, atlas.journeys[id]):
            if numbers & {handoff.before.number, handoff.after.number}:
                yield handoff


def _by_team(owners: Mapping[str, Iterable[str | None]]) -> Mapping[str, Counter[str]]:
    """Each team to how many things of each kind are its own, those with the most first."""
    found: dict[str, Counter[str]] = {}
    for kind, teams in owners.items():
        for team, number in Counter(teams).items():
            if team:
                found.setdefault(team, Counter())[kind] = number
    return dict(sorted(found.items(), key=lambda one: -one[1].total()))


def _each(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
