"""How much of an atlas is known rather than guessed, and what nobody has taken charge of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.insight.ranking import ranked
from mkdocs_journeys.insight.selection import is_present, kept_journeys, present_journeys
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.model.scales import Confidence


@dataclass(frozen=True, slots=True)
class Shares:
    """How many claims (steps and pains) are validated, inferred and assumed."""

    validated: int
    inferred: int
    assumed: int

    @property
    def total(self) -> int:
        """All claims."""
        return self.validated + self.inferred + self.assumed

    def percent(self, word: Confidence) -> float | None:
        """The share of one word, 0 to 100; None where nothing is claimed."""
        count: int = getattr(self, word)
        return count / self.total * 100 if self.total else None


@dataclass(frozen=True, slots=True)
class Unowned:
    """A thing in nobody's charge, and why it matters."""

    kind: Literal["journey", "touchpoint", "pain"]
    id: str
    name: str
    reason: str


def journey_confidence(atlas: Atlas, journey: Journey) -> Shares:
    """How well the steps of a journey and the pains felt in it are known."""
    return _shares(journey.steps, atlas.hurts_of_journey.get(journey.id, []))


def atlas_confidence(atlas: Atlas) -> Shares:
    """How well the present journeys are known: all steps, and each pain felt in any of them once."""
    journeys = present_journeys(atlas)
    hurts = [hurt for journey in journeys for hurt in atlas.hurts_of_journey.get(journey.id, [])]
    pains = _shares((), {hurt.pain.id: hurt for hurt in hurts}.values())
    told = Counter(place.step.believed for place in atlas.steps_having("confidence") if is_present(place.journey))
    shown = sum(not place.step.confidence and is_present(place.journey) for place in atlas.steps_having("evidence"))
    steps = sum(len(atlas.places[journey.id]) for journey in journeys)
    return Shares(
        pains.validated + told["validated"],
        pains.inferred + told["inferred"] + shown,
        pains.assumed + steps - told["validated"] - told["inferred"] - shown,
    )


def unowned(atlas: Atlas) -> list[Unowned]:
    """Journeys that are not retired, live touchpoints and open pains that no team owns.

    The pains come by urgency.
    """
    return [*_journeys(atlas), *_touchpoints(atlas), *_pains(atlas)]


def _shares(steps: Iterable[Step], hurts: Iterable[LocatedPain]) -> Shares:
    believed = [step.believed for step in steps] + [hurt.pain.believed for hurt in hurts]
    return Shares(believed.count("validated"), believed.count("inferred"), believed.count("assumed"))


def _journeys(atlas: Atlas) -> list[Unowned]:
    return [
        Unowned("journey", journey.id, journey.title, "journey without an owner")
        for journey in kept_journeys(atlas)
        if journey.owner is None
    ]


def _touchpoints(atlas: Atlas) -> list[Unowned]:
    return [
        Unowned("touchpoint", touchpoint.id, touchpoint.name, _use(atlas, touchpoint.id))
        for touchpoint in atlas.catalog.touchpoints
        if touchpoint.status == "live" and touchpoint.team is None
    ]


def _use(atlas: Atlas, touchpoint: str) -> str:
    steps = len(atlas.places_of_touchpoint.get(touchpoint, []))
    use = {0: "used by no step", 1: "used by 1 step"}.get(steps, f"used by {steps} steps")
    return f"live touchpoint without a team, {use}"


def _pains(atlas: Atlas) -> list[Unowned]:
    return [
        Unowned("pain", item.pain.id, item.pain.title, _urgency(item.score.shown))
        for item in ranked(atlas)
        if item.pain.owner is None
    ]


def _urgency(score: int) -> str:
    return f"open pain without an owner, score {score}"
