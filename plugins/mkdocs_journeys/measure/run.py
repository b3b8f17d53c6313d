"""A whole measurement: sources are opened, definitions asked one by one, and the files of their metrics made.

What goes wrong with one definition is a problem of it, and stops no other.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mkdocs_journeys.load.files import MEASURE, FileRole
from mkdocs_journeys.load.parse import ParsedFile, parse_file
from mkdocs_journeys.measure.comments import (
    CommentsQuestion,
    comments_question_of,
    is_made,
    kept_comments,
    study_file,
)
from mkdocs_journeys.measure.connections import Connections, first_line
from mkdocs_journeys.measure.extract import extract_of, needs_extract, properties_of
from mkdocs_journeys.measure.figures import Cell
from mkdocs_journeys.measure.figures_file import OtherColumnsError, file_of, values_for, with_every_period
from mkdocs_journeys.measure.periods import Period
from mkdocs_journeys.measure.questions import (
    OpenedSource,
    Question,
    WaysQuestion,
    definitions_of,
    metrics_of,
    opened_source,
    question_of,
    ways_question_of,
)
from mkdocs_journeys.measure.rows import DefinitionError
from mkdocs_journeys.measure.sources import SourceError, open_source
from mkdocs_journeys.measure.ways import observations, observed_file
from mkdocs_journeys.model import Evidence, Metric
from mkdocs_journeys.model.measuring import CommentDefinition, DataSource, Definition, Measure, ObservedJourney
from mkdocs_journeys.model.references import Path as ValuePath
from mkdocs_journeys.problem import Problem


class Selection(NamedTuple):
    """What a measurement is asked for.

    `metrics` are the ids of those wanted, none for all, the ways of journeys and comments; `since` is the first day
    that counts.
    """

    metrics: frozenset[str] = frozenset()
    since: date | None = None


class AtlasFacts(NamedTuple):
    """What a measurement needs to know of the atlas: metrics by id, and the ids of each journey's steps in order.

    `cited` are the findings that something rests on, as study/finding.
    """

    metrics: Mapping[str, Metric]
    steps: Mapping[str, Sequence[str]]
    cited: frozenset[str] = frozenset()


class Result(NamedTuple):
    """The files that a measurement makes, by path below the project's folder, and what went wrong."""

    files: Mapping[str, bytes]
    problems: Sequence[Problem]


Say = Callable[[str], None]
Asked = Question | WaysQuestion | CommentsQuestion
Defined = Definition | ObservedJourney | CommentDefinition


class Measurement:
    """A measurement of what a measure.yml defines. `say` is told what goes on, a line each.

    Sources are paths below `root`. It is a context: connections and temporary files are gone at its end.
    """

    def __init__(
        self, parsed: ParsedFile, atlas: AtlasFacts, root: Path, selection: Selection, say: Say = lambda line: None
    ) -> None:
        if not isinstance(parsed.model, Measure):
            raise TypeError("a file of definitions without mistakes is needed")
        self.measure, self.parsed, self.atlas = parsed.model, parsed, atlas
        self.root, self.selection, self.say = root, selection, say
        self.zone = ZoneInfo(self.measure.time_zone)
        self.problems: list[Problem] = []
        self._failed: set[str] = set()
        self._connections = Connections()
        self._scratch = tempfile.TemporaryDirectory(prefix="journeys-measure-")

    def __enter__(self) -> "Measurement":
        return self

    def __exit__(self, *_: object) -> None:
        self._connections.close()
        self._scratch.cleanup()

    def result(self, before: Mapping[str, bytes], folder: str) -> Result:
        """All files; `before` holds what is there, by path. Never raises for what is in the sources."""
        cells: dict[str, list[Cell]] = {}
        periods: dict[str, Sequence[Period]] = {}
        files: dict[str, bytes] = {}
        for question in self.questions():
            started = time.monotonic()
            with self._noting(question.place, _metrics(question)):
                if isinstance(question, WaysQuestion):
                    path = f"{folder}/observed/{question.definition.journey}.csv"
                    files[path] = self._observed(question)
                elif isinstance(question, CommentsQuestion):
                    files |= self._study(question, f"{folder}/evidence/{question.definition.evidence}.yml", before)
                else:
                    found = list(self._cells(question))
                    for metric in filter(self._is_wanted, metrics_of(question.definition)):
                        own = [cell for cell in found if cell.metric == metric]
                        # What is found nowhere may be a slip of the pen: then older figures stay as they are.
                        periods[metric] = question.periods if own else question.periods[-1:]
                        cells[metric] = with_every_period(own, metric, periods[metric])
                self.say(f"{_label(question)}: {time.monotonic() - started:.1f} s")
        for metric, of_metric in sorted(cells.items()):
            path = f"{folder}/metrics/{metric}.csv"
            if metric in self._failed:
                continue
            try:
                files[path] = file_of(of_metric, periods[metric], self.measure.smallest, before.get(path, b""))
            except OtherColumnsError:
                hint = "Move its older rows away, or remove the file: it is written anew."
                message = f"{path} holds older figures in other columns than these."
                self.problems.append(Problem("measure-file", self.parsed.position(), message, hint))
        return Result(dict(sorted(files.items())), sorted(self.problems))

    def questions(self) -> Iterator[Asked]:
        """What is asked, source by source; what cannot be asked is noted in `problems`."""
        for number, source in enumerate(self.measure.sources):
            wanted = list(self._wanted(source.id))
            metrics = [metric for _, one in wanted for metric in _given(one)]
            if not wanted:
                continue
            with self._noting(("sources", number), metrics):
                seen = self._open(source)
                for place, definition in wanted:
                    with self._noting(place, _given(definition)):
                        yield self._question(place, definition, seen)

    def _wanted(self, source: str) -> Iterator[tuple[ValuePath, Defined]]:
        for place, definition in definitions_of(self.measure, source):
            if not self.selection.metrics or self.selection.metrics & set(metrics_of(definition)):
                yield place, definition
        for number, journey in enumerate(self.measure.journeys):
            if journey.source == source and not self.selection.metrics:
                yield ("journeys", number), journey
        for number, kept in enumerate(self.measure.comments):
            if kept.source == source and not self.selection.metrics:
                yield ("comments", number), kept

    def _open(self, source: DataSource) -> OpenedSource:
        started = time.monotonic()
        connection, scratch = self._connections.of(source), Path(self._scratch.name)
        properties = properties_of(self.measure, source)
        opened = open_source(source, connection, self.root, scratch, properties)
        if needs_extract(source):
            comments = any(kept.source == source.id for kept in self.measure.comments)
            opened = extract_of(opened, properties, connection, scratch / f"{source.id}.parquet", comments)
        seen = opened_source(source, opened, self.zone)
        span = f", {seen.first:%Y-%m-%d} to {seen.until:%Y-%m-%d}" if seen.first and seen.until else ""
        self.say(f"{source.id}: {seen.rows:,} rows{span} ({time.monotonic() - started:.1f} s)")
        return seen

    def _question(self, place: ValuePath, definition: Defined, seen: OpenedSource) -> Asked:
        if isinstance(definition, CommentDefinition):
            return comments_question_of(place, definition, seen, self.zone)
        if isinstance(definition, ObservedJourney):
            return ways_question_of(place, definition, seen, self.atlas.steps.get(definition.journey, ()), self.zone)
        return question_of(
            place, definition, seen, self.atlas.metrics, self.zone, self.selection.since or self.measure.since
        )

    def _placed(self, problem: Problem, place: ValuePath) -> Problem:
        """A problem of a source at its place in measure.yml, where it is not in a file of rows."""
        is_here = problem.position.file.rpartition("/")[2] == MEASURE
        return replace(problem, position=self.parsed.position(*place)) if is_here else problem

    def _observed(self, question: WaysQuestion) -> bytes:
        answers = {name: asked.to_pyarrow().to_pylist() for name, asked in question.queries.items()}
        rows = observations(question.definition, answers, question.order, question.day)
        return observed_file(rows, self.measure.smallest)

    def _is_wanted(self, metric: str) -> bool:
        return not self.selection.metrics or metric in self.selection.metrics

    def _study(self, question: CommentsQuestion, path: str, before: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The file of a study of comments; none where a person wrote the one that is there."""
        id = question.definition.evidence
        data = before.get(path)
        if data is not None and not is_made(data):
            hint = "Give the comments a study of another id, or remove that file."
            raise DefinitionError(("evidence",), f"{path} was not written by `journeys measure`, and is kept.", hint)
        study = parse_file(FileRole(path, "evidence", id), data).model if data else None
        findings = study.findings if isinstance(study, Evidence) else ()
        cited = [one for one in findings if f"{id}/{one.id}" in self.atlas.cited]
        answers = {name: asked.to_pyarrow().to_pylist() for name, asked in question.queries.items()}
        n = int(answers["count"][0]["n"])
        rows = answers["comments"] if n >= self.measure.smallest else []
        return {path: study_file(question, kept_comments(question, rows, cited, self.zone), n)}

    def _cells(self, question: Question) -> Iterator[Cell]:
        """The figures of an answer, with the columns of their metrics' kinds. Raises DefinitionError."""
        answer = question.query.expression.to_pyarrow().to_pylist()
        for cell in question.query.cells(answer):
            if self._is_wanted(cell.metric):
                kind = self.atlas.metrics[cell.metric].kind
                _check(cell, kind)
                yield cell._replace(values=values_for(kind, cell.values))

    @contextmanager
    def _noting(self, place: ValuePath, metrics: Iterable[str]) -> Iterator[None]:
        """Make a problem of what is raised inside for a place of measure.yml; its metrics are not written then."""
        try:
            yield
            return
        except DefinitionError as error:
            found = [Problem("measure", self.parsed.position(*place, *error.path), error.message, error.hint)]
        except SourceError as error:
            found = [self._placed(problem, place) for problem in error.problems]
        except Exception as error:
            message = f"The source could not answer: {first_line(error)}"
            hint = "`journeys measure --explain` prints what it was asked."
            found = [Problem("measure", self.parsed.position(*place), message, hint)]
        self.problems += [replace(problem, message=self._connections.masked(problem.message)) for problem in found]
        self._failed.update(metrics)


def _check(cell: Cell, kind: str) -> None:
    numerator, denominator = cell.values.get("numerator", 0), cell.values.get("denominator", 0)
    if kind in ("churn", "conversion") and not 0 <= cell.values.get("value", 0) <= 100:
        message = f"{cell.values['value']:g} cannot be: a metric of kind {kind} lies between 0 and 100."
        raise DefinitionError(("metric",), message, "Give the metric the kind retention or other.")
    if numerator > denominator and kind != "retention":
        message = f"A share of '{cell.metric}' is above 1: {numerator:g} of {denominator:g}."
        raise DefinitionError(("metric",), message, "Are `part` and `whole` in the right order?")
    if ("promoters" in cell.values) != (kind == "nps"):
        hint = "Name a metric of kind nps for `score: nps`, and for nothing else."
        raise DefinitionError(("metric",), f"'{cell.metric}' is a metric of kind {kind}.", hint)


def _given(definition: Defined) -> list[str]:
    return [] if isinstance(definition, ObservedJourney | CommentDefinition) else metrics_of(definition)


def _metrics(question: Asked) -> list[str]:
    return _given(question.definition)


def _label(question: Asked) -> str:
    if isinstance(question, WaysQuestion):
        return f"ways of {question.definition.journey}"
    if isinstance(question, CommentsQuestion):
        return f"comments for {question.definition.evidence}"
    return ", ".join(metrics_of(question.definition))
