"""Iterate over the parts of an atlas together with their locations, at which rules report violations."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation, once_per_atlas
from mkdocs_journeys.insight.selection import maintained_journeys
from mkdocs_journeys.model import (
    Experiment,
    Figure,
    Journey,
    Metric,
    Model,
    Observation,
    Opportunity,
    Pain,
    Solution,
    Step,
    Withheld,
)
from mkdocs_journeys.model.references import Path


class Violation(NamedTuple):
    """A breach of a rule at a path inside a file; with `key`, at the field's name and not at its value.

    `place` is the line and column of what no path leads to: a row of figures, a comment. Rule id, level and line are
    added by the engine.
    """

    file: str
    path: Path
    message: str
    hint: str
    key: bool = False
    place: tuple[int, int] | None = None


class Location(NamedTuple):
    """A part of a file by its path; violations by a missing field are shown at `name_field`."""

    file: str
    path: Path
    name_field: str

    def violation(self, field: str, message: str, hint: str) -> Violation:
        """A violation at the value of a field."""
        return Violation(self.file, (*self.path, field), message, hint)

    def missing(self, message: str, hint: str) -> Violation:
        """A violation by something that is not there, at the line that names the part."""
        return self.violation(self.name_field, message, hint)


class StepColumns(NamedTuple):
    """A journey with the name and the emotion of each step, in order."""

    at: Location
    journey: Journey
    names: list[str]
    emotions: list[float | dict[str, float] | None]


@once_per_atlas
def journeys(atlas: Atlas) -> Sequence[tuple[Location, Journey]]:
    """Journeys that are not retired."""
    return [(Location(journey.path, (), "title"), journey) for journey in maintained_journeys(atlas)]


@once_per_atlas
def step_columns(atlas: Atlas) -> Sequence[StepColumns]:
    """Names and emotions of the steps of each journey that is not retired, for rules that compare steps."""
    return [
        StepColumns(at, journey, [step.name for step in steps], [step.emotion for step in steps])
        for at, journey in journeys(atlas)
        for steps in [journey.steps]
    ]


def steps_having(atlas: Atlas, field: str) -> Iterator[StepLocation]:
    """Steps, of journeys that are not retired, with a value in a field."""
    return (place for place in atlas.steps_having(field) if place.journey.status != "retired")


def step_location(place: StepLocation) -> Location:
    """Location of a step."""
    before = place.journey.stages[: place.stage_number - 1]
    index = place.number - 1 - sum(len(stage.steps) for stage in before)
    return Location(place.journey.path, ("stages", len(before), "steps", index), "name")


@once_per_atlas
def pains(atlas: Atlas) -> Sequence[tuple[StepLocation, Pain]]:
    """Pains that journeys define, retired ones left out, with their steps."""
    return [(one.home, one.pain) for one in atlas.pains.values() if one.home.journey.status != "retired"]


def is_of_own(journey: Journey, step: Step) -> bool:
    """Whether one of those whose journey it is acts in the step, not others alone."""
    return not step.actors or not set(step.actors).isdisjoint(journey.personas)


def pain_location(place: StepLocation, pain: Pain) -> Location:
    """Location of a pain in the step that defines it."""
    step = step_location(place)
    index = next(number for number, one in enumerate(place.step.pains) if one is pain)
    return Location(step.file, (*step.path, "pains", index), "id")


def figures(atlas: Atlas) -> Iterator[tuple[Location, Figure]]:
    """Figures of steps and of stages, retired journeys left out."""
    for place in steps_having(atlas, "figures"):
        step = step_location(place)
        for number, figure in enumerate(place.step.figures):
            yield Location(step.file, (*step.path, "figures", number), "name"), figure
    for at, journey in journeys(atlas):
        for index, stage in enumerate(journey.stages):
            for number, figure in enumerate(stage.figures):
                yield Location(at.file, ("stages", index, "figures", number), "name"), figure


def opportunities(atlas: Atlas) -> Iterator[tuple[Location, Opportunity]]:
    """Every opportunity."""
    return ((Location(item.path, (), "title"), item) for item in atlas.opportunities.values())


def experiments(atlas: Atlas) -> Iterator[tuple[Location, Location, Opportunity, Solution, Experiment]]:
    """Every experiment with its own location and that of its solution."""
    for at, opportunity in opportunities(atlas):
        for number, solution in enumerate(opportunity.solutions):
            if solution.experiment:
                home = Location(at.file, ("solutions", number), "id")
                own = Location(at.file, (*home.path, "experiment"), "")
                yield own, home, opportunity, solution, solution.experiment


def catalog_items(atlas: Atlas, key: str) -> Iterator[tuple[Location, Any]]:
    """Items of a list in the catalog, such as `touchpoints`."""
    items: Sequence[Model] = getattr(atlas.catalog, key)
    return ((Location(atlas.catalog.path, (key, number), "id"), item) for number, item in enumerate(items))


def in_figures(atlas: Atlas, metric: Metric, row: Observation | Withheld, message: str, hint: str) -> Violation:
    """A violation at a row of the figures of a metric."""
    file = f"{atlas.catalog.path.removesuffix('catalog.yml')}metrics/{metric.id}.csv"
    return Violation(file, (), message, hint, place=(row.line, 1))


def named_studies(atlas: Atlas) -> set[str]:
    """Ids of the studies that any file names under `evidence`, whole or by finding."""
    return {target.partition("/")[0] for kind, target in atlas.named if kind == "evidence"}
