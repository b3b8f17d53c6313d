"""The parts of an atlas with their paths inside their files, for findings to point at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.insight.selection import kept_journeys
from mkdocs_journeys.lint.rule import Finding
from mkdocs_journeys.model import Experiment, Journey, Model, Opportunity, Pain, Solution
from mkdocs_journeys.model.references import Path


@dataclass(slots=True)
class At:
    """A part of a file and where it stands; `name_field` is the line that a missing field is shown at."""

    file: str
    path: Path
    name_field: str

    def finding(self, field: str, message: str, hint: str) -> Finding:
        """A finding at the value of a field."""
        return Finding(self.file, (*self.path, field), message, hint)

    def missing(self, message: str, hint: str) -> Finding:
        """A finding at the line that names the thing, for what is not there."""
        return self.finding(self.name_field, message, hint)


def journeys(atlas: Atlas) -> Iterator[tuple[At, Journey]]:
    """The journeys that somebody keeps: not the retired ones."""
    return iter(atlas.once(_journeys))


def present(atlas: Atlas) -> Iterator[tuple[At, Journey]]:
    """What customers go through today, drafts of it too."""
    return ((at, journey) for at, journey in journeys(atlas) if journey.state == "current")


class Told(NamedTuple):
    """A journey with the names of its steps, and the emotion of each, in order."""

    at: At
    journey: Journey
    names: list[str]
    emotions: list[int | dict[str, int] | None]


def told(atlas: Atlas) -> Sequence[Told]:
    """What the steps of those journeys are called and feel like, for rules that compare them."""
    return atlas.once(_told)


def steps_with(atlas: Atlas, field: str) -> Iterator[StepLocation]:
    """The steps of those journeys that say something in a field; `at_step` tells where one stands in its file."""
    return (place for place in atlas.steps_having(field) if place.journey.status != "retired")


def at_step(place: StepLocation) -> At:
    """A step in its file."""
    before = place.journey.stages[: place.stage_number - 1]
    index = place.number - 1 - sum(len(stage.steps) for stage in before)
    return At(place.journey.path, ("stages", len(before), "steps", index), "name")


def pains(atlas: Atlas) -> Sequence[tuple[StepLocation, Pain]]:
    """The pains that those journeys define, with their steps; `at_pain` tells where one stands in its file."""
    return atlas.once(_pains)


def at_pain(place: StepLocation, pain: Pain) -> At:
    """A pain in the file that defines it."""
    step = at_step(place)
    index = next(number for number, one in enumerate(place.step.pains) if one is pain)
    return At(step.file, (*step.path, "pains", index), "id")


def opportunities(atlas: Atlas) -> Iterator[tuple[At, Opportunity]]:
    """Every opportunity."""
    return ((At(item.path, (), "title"), item) for item in atlas.opportunities.values())


def experiments(atlas: Atlas) -> Iterator[tuple[At, At, Opportunity, Solution, Experiment]]:
    """Every experiment with its place, and the solution's place."""
    for at, opportunity in opportunities(atlas):
        for number, solution in enumerate(opportunity.solutions):
            if solution.experiment:
                home = At(at.file, ("solutions", number), "id")
                yield At(at.file, (*home.path, "experiment"), ""), home, opportunity, solution, solution.experiment


def catalog_items(atlas: Atlas, key: str) -> Iterator[tuple[At, Any]]:
    """The items of a list of the catalog."""
    items: Sequence[Model] = getattr(atlas.catalog, key)
    return ((At(atlas.catalog.path, (key, number), "id"), item) for number, item in enumerate(items))


def days(number: int) -> str:
    """ "1 day", "20 days"."""
    return f"{number} day{'' if number == 1 else 's'}"


def latest(days_of: Iterable[date]) -> date | None:
    """The last of some days; None where there is none."""
    return max(days_of, default=None)


def _journeys(atlas: Atlas) -> list[tuple[At, Journey]]:
    return [(At(journey.path, (), "title"), journey) for journey in kept_journeys(atlas)]


def _told(atlas: Atlas) -> list[Told]:
    found = []
    for at, journey in journeys(atlas):
        steps = journey.steps
        found.append(Told(at, journey, [step.name for step in steps], [step.emotion for step in steps]))
    return found


def _pains(atlas: Atlas) -> list[tuple[StepLocation, Pain]]:
    return [(hurt.home, hurt.pain) for hurt in atlas.hurts.values() if hurt.home.journey.status != "retired"]
