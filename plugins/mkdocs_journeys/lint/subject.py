"""Subject of a problem: the thing of the atlas that it is found in, and the team that owns it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Document, Journey, Pain
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS

DocumentsByPath = Mapping[str, tuple[str, Document]]
"""Kind and thing by file path, for files that hold one thing each."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing by kind, id and name; `owner` is a team's id, "" for none.

    For a step of a journey, `step` is its number and `step_name` its name, otherwise 0 and "". All fields are empty
    if the problem belongs to no thing of the atlas.
    """

    kind: str = ""
    id: str = ""
    name: str = ""
    owner: str = ""
    step: int = 0
    step_name: str = ""


def documents_by_path(atlas: Atlas) -> DocumentsByPath:
    """Every journey, persona, opportunity and study by the path of its file."""
    return {one.path: (kind, one) for kind in DOCUMENTS for one in getattr(atlas, BY_NAME[kind].plural).values()}


def subject_of(atlas: Atlas, problem: Problem, documents: DocumentsByPath) -> Subject:
    """Subject of a problem; `documents` are those of `documents_by_path`.

    A pain without an owner belongs to the owner of its journey, so that no finding is without a reader.
    """
    file = problem.position.file
    kind, thing = documents.get(file, ("", None))
    if isinstance(thing, Journey):
        return _in_journey(thing, problem.path)
    if thing is not None:
        return document_subject(kind, thing)
    return _in_catalog(atlas, problem.path) if file == atlas.catalog.path else _metric_of_figures(atlas, file)


def document_subject(kind: str, thing: Any) -> Subject:
    """The subject for a whole file, given its kind and thing."""
    return Subject(kind, thing.id, thing.name if kind == "persona" else thing.title, thing.owner or "")


def _in_journey(journey: Journey, path: Path) -> Subject:
    match path:
        case ("stages", int(stage), "steps", int(index), *inside):
            step = journey.stages[stage].steps[index]
            number = sum(len(before.steps) for before in journey.stages[:stage]) + index + 1
        case _:
            return document_subject("journey", journey)
    owner = journey.owner or ""
    match inside:
        case ("pains", int(chosen), *_):
            pain = step.pains[chosen]
            if isinstance(pain, Pain):
                return Subject("pain", pain.id, pain.title, pain.owner or owner, number, step.name)
    return Subject("journey", journey.id, journey.title, owner, number, step.name)


def _in_catalog(atlas: Atlas, path: Path) -> Subject:
    match path:
        # The site shows lanes nowhere but as rows of maps, so a problem there has no subject to link to.
        case (str(key), int(number), *_) if key in CATALOG_LISTS and key != "lanes":
            items: Sequence[Any] = getattr(atlas.catalog, key)
            item, kind = items[number], CATALOG_LISTS[key]
            return Subject(kind, item.id, item.name, item.id if kind == "team" else getattr(item, "team", None) or "")
    return Subject()


def _metric_of_figures(atlas: Atlas, file: str) -> Subject:
    folder, _, name = file.rpartition("/")
    metric = atlas.metrics.get(name.removesuffix(".csv"))
    is_figures = folder.endswith("/metrics") and name.endswith(".csv")
    return Subject("metric", metric.id, metric.name, metric.team or "") if metric and is_figures else Subject()
