"""The parts of an atlas with their paths inside their files, for findings to point at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.selection import kept_journeys
from mkdocs_journeys.lint.rule import Finding
from mkdocs_journeys.model import Experiment, Journey, Model, Opportunity, Pain, Solution, Step
from mkdocs_journeys.model.references import Path


@dataclass(slots=True)
class At:
    """A part of a file and where it stands; `name_field` is the line that a missing field is shown at.

    `inside` keeps the steps of a journey once they were walked: nearly every rule walks them.
    """

    file: str
    path: Path
    name_field: str
    inside: "list[tuple[At, Step]] | None" = None

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


def steps(at: At, journey: Journey) -> Iterator[tuple[At, Step]]:
    """The steps of a journey, in order."""
    if at.inside is None:
        at.inside = [
            (At(at.file, ("stages", number, "steps", index), "name"), step)
            for number, stage in enumerate(journey.stages)
            for index, step in enumerate(stage.steps)
        ]
    return iter(at.inside)


def pains(atlas: Atlas) -> Iterator[tuple[At, Pain]]:
    """The pains that journeys define, where they define them; not those of retired journeys."""
    return iter(atlas.once(_pains))


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


def _pains(atlas: Atlas) -> list[tuple[At, Pain]]:
    return [
        (At(at.file, (*at.path, "pains", index), "id"), pain)
        for journey_at, journey in journeys(atlas)
        for at, step in steps(journey_at, journey)
        for index, pain in enumerate(step.pains)
        if isinstance(pain, Pain)
    ]
