"""What happens at the steps where a thing occurs: how it feels there, what hurts, and what that rests on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, LocatedPain, StepLocation
from mkdocs_journeys.insight.emotion import known_emotions
from mkdocs_journeys.insight.scoring import ScoredOpportunity, ScoredPain, ranked_opportunities, scored_pains
from mkdocs_journeys.insight.selection import is_present, mean
from mkdocs_journeys.insight.things.places import worst_first
from mkdocs_journeys.model import Journey, Pain, SourcedQuote, Step


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The steps of today's journeys where something occurs, by journey: the one that feels worst first, unknown last.

    `planned` are the future journeys in which it occurs. `emotions` are those of all steps, −2 to 2. `pains` are the
    open ones by score, `closed` counts the others. `opportunities` come by score, `metrics` and `studies` (ids) by how
    often they are named.
    """

    journeys: tuple[tuple[Journey, Sequence[StepLocation]], ...]
    planned: tuple[Journey, ...]
    emotions: tuple[float, ...]
    pains: tuple[ScoredPain, ...]
    closed: int
    opportunities: tuple[ScoredOpportunity, ...]
    metrics: tuple[str, ...]
    studies: Counter[str]

    @property
    def steps(self) -> int:
        """The number of steps of today's journeys."""
        return sum(len(places) for _journey, places in self.journeys)

    @property
    def emotion(self) -> float | None:
        """The mean over the steps; None where nothing is known."""
        return mean(self.emotions)


def occurrences_at(atlas: Atlas, places: Sequence[StepLocation]) -> Occurrences:
    """What happens at these steps; those of retired journeys are left out."""
    today = [place for place in places if is_present(place.journey)]
    steps = [place.step for place in today]
    pains = _pains_at(atlas, steps)
    open_ones = [located for located in pains if located.pain.is_open]
    return Occurrences(
        journeys=tuple(worst_first(today)),
        planned=tuple(_planned(places)),
        emotions=tuple(known_emotions(steps)),
        pains=tuple(scored_pains(open_ones, atlas.catalog.scoring)),
        closed=len(pains) - len(open_ones),
        opportunities=tuple(_opportunities(atlas, steps, pains)),
        metrics=tuple(metric for metric, _ in Counter(id for step in steps for id in step.metrics).most_common()),
        studies=Counter(reference.partition("/")[0] for reference in _references(steps, pains)),
    )


def citations_of(step: Step) -> list[str]:
    """What a step, its quotes and its figures rest on: references to studies and findings."""
    figures = [figure.evidence for figure in step.figures if figure.evidence]
    quotes = [said.evidence for said in step.quotes if isinstance(said, SourcedQuote) and said.evidence]
    return [*step.evidence, *figures, *quotes]


def _pains_at(atlas: Atlas, steps: Iterable[Step]) -> list[LocatedPain]:
    ids = dict.fromkeys(pain.id if isinstance(pain, Pain) else pain for step in steps for pain in step.pains)
    return [atlas.pains[id] for id in ids]


def _opportunities(atlas: Atlas, steps: Iterable[Step], pains: Iterable[LocatedPain]) -> list[ScoredOpportunity]:
    """Opportunities that the steps name or that answer a pain there, the active ones first, each by score."""
    answers = atlas.opportunities_of_pain
    ids = {id for step in steps for id in step.opportunities}
    ids.update(item.id for located in pains for item in answers.get(located.pain.id, ()))
    return [item for item in atlas.cached(ranked_opportunities) if item.opportunity.id in ids]


def _references(steps: Iterable[Step], pains: Iterable[LocatedPain]) -> list[str]:
    found = [reference for step in steps for reference in citations_of(step)]
    return [*found, *(reference for located in pains for reference in located.pain.evidence)]


def _planned(places: Iterable[StepLocation]) -> list[Journey]:
    future = {place.journey.id: place.journey for place in places if place.journey.state == "future"}
    return [journey for journey in future.values() if journey.status != "retired"]
