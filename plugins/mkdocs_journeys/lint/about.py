"""What a problem is about: the thing that it stands in, and the team that answers for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Document, Journey, Pain
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Problem

CATALOG_KINDS = {
    "stages": "stage",
    "channels": "channel",
    "touchpoints": "touchpoint",
    "teams": "team",
    "segments": "segment",
    "metrics": "metric",
}
"""Lists of the catalog, and what each of their items is."""
Files = Mapping[str, tuple[str, Document]]
"""Kind and thing by the path of the file that holds it, for files that hold a single thing."""


@dataclass(frozen=True, slots=True)
class About:
    """A thing by kind, id and name; `owner` is a team's id, "" for nobody.

    Within a journey, `step` is the number of the step and `part` its name; 0 and "" where none is meant. All is
    empty for a place that belongs to no thing of the atlas.
    """

    kind: str = ""
    id: str = ""
    name: str = ""
    owner: str = ""
    step: int = 0
    part: str = ""


def things_by_file(atlas: Atlas) -> Files:
    """Every journey, persona, opportunity and study by its file."""
    kinds: tuple[tuple[str, Iterable[Document]], ...] = (
        ("journey", atlas.journeys.values()),
        ("persona", atlas.personas.values()),
        ("opportunity", atlas.opportunities.values()),
        ("evidence", atlas.evidence.values()),
    )
    return {thing.path: (kind, thing) for kind, things in kinds for thing in things}


def about(atlas: Atlas, problem: Problem, files: Files) -> About:
    """What a problem is about; `files` are those of `things_by_file`.

    A pain that nobody owns is the business of the team that owns its journey: somebody has to see it.
    """
    file = problem.position.file
    kind, thing = files.get(file, ("", None))
    if isinstance(thing, Journey):
        return _in_journey(thing, problem.path)
    if thing is not None:
        return whole(kind, thing)
    return _in_catalog(atlas, problem.path) if file == atlas.catalog.path else _figures(atlas, file)


def whole(kind: str, thing: Any) -> About:
    """The thing that a file holds."""
    return About(kind, thing.id, thing.name if kind == "persona" else thing.title, thing.owner or "")


def _in_journey(journey: Journey, path: Path) -> About:
    match path:
        case ("stages", int(stage), "steps", int(index), *inside):
            step = journey.stages[stage].steps[index]
            number = sum(len(before.steps) for before in journey.stages[:stage]) + index + 1
        case _:
            return whole("journey", journey)
    owner = journey.owner or ""
    match inside:
        case ("pains", int(chosen), *_):
            pain = step.pains[chosen]
            if isinstance(pain, Pain):
                return About("pain", pain.id, pain.title, pain.owner or owner, number, step.name)
    return About("journey", journey.id, journey.title, owner, number, step.name)


def _in_catalog(atlas: Atlas, path: Path) -> About:
    match path:
        case (str(key), int(number), *_) if key in CATALOG_KINDS:
            items: Sequence[Any] = getattr(atlas.catalog, key)
            item, kind = items[number], CATALOG_KINDS[key]
            return About(kind, item.id, item.name, item.id if kind == "team" else getattr(item, "team", None) or "")
    return About()


def _figures(atlas: Atlas, file: str) -> About:
    """The metric whose figures stand in a file."""
    folder, _, name = file.rpartition("/")
    metric = atlas.metrics.get(name.removesuffix(".csv"))
    is_figures = folder.endswith("/metrics") and name.endswith(".csv")
    return About("metric", metric.id, metric.name, metric.team or "") if metric and is_figures else About()
