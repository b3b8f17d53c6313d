"""A whole measurement: sources are opened, definitions asked one by one, and the files of their metrics made.

What goes wrong with one definition is a problem of it, and stops no other.
"""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import ibis

from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.measure.figures import QUERIES, SHAPES, Cell, Horizon, Query
from mkdocs_journeys.measure.figures.durations import UNITS
from mkdocs_journeys.measure.figures_file import OtherColumnsError, file_of, values_for
from mkdocs_journeys.measure.periods import Period, local_day, periods_between
from mkdocs_journeys.measure.rows import WHOLE, DefinitionError, Rows, fitting
from mkdocs_journeys.measure.sources import Opened, SourceError, open_source, shape_of
from mkdocs_journeys.model import Metric
from mkdocs_journeys.model.measuring import DataSource, Definition, DurationDefinition, Measure
from mkdocs_journeys.model.references import Path as ValuePath
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.wording import terminal_safe


class Wish(NamedTuple):
    """What a measurement is asked for.

    `metrics` are the ids of those wanted, none for all; `since` the first day whose periods count.
    """

    metrics: frozenset[str] = frozenset()
    since: date | None = None


class Result(NamedTuple):
    """The files of figures that a measurement makes, by path below the project's folder, and what went wrong."""

    files: Mapping[str, bytes]
    problems: Sequence[Problem]


Say = Callable[[str], None]


class Question(NamedTuple):
    """A definition, where it stands in measure.yml, and its query with the periods that the answer is for."""

    definition: Definition
    place: ValuePath
    query: Query
    periods: Sequence[Period]


class Measurement:
    """A measurement of what a measure.yml defines. `say` is told what goes on, a line each."""

    def __init__(
        self, parsed: ParsedFile, metrics: Mapping[str, Metric], root: Path, wish: Wish, say: Say = lambda line: None
    ) -> None:
        if not isinstance(parsed.model, Measure):
            raise TypeError("a file of definitions without mistakes is needed")
        self.measure, self.parsed, self.metrics = parsed.model, parsed, metrics
        self.root, self.wish, self.say = root, wish, say
        self.zone = ZoneInfo(self.measure.time_zone)
        self.problems: list[Problem] = []

    def result(self, before: Mapping[str, bytes], folder: str) -> Result:
        """The files of all metrics; `before` holds what is there, by path. Never raises for what is in them."""
        cells: dict[str, list[Cell]] = {}
        periods: dict[str, Sequence[Period]] = {}
        failed: set[str] = set()
        for question in self.questions(failed):
            started = time.monotonic()
            with self._noting(question.place, question.definition, failed):
                answer = question.query.expression.to_pyarrow().to_pylist()
                for cell in question.query.cells(answer):
                    if self._is_wanted(cell.metric):
                        cells.setdefault(cell.metric, []).append(self._suited(cell))
                        periods[cell.metric] = question.periods
                self.say(f"{_label(question)}: {time.monotonic() - started:.1f} s")
        files: dict[str, bytes] = {}
        for metric, found in sorted(cells.items()):
            path = f"{folder}/metrics/{metric}.csv"
            if metric in failed:
                continue
            try:
                files[path] = file_of(found, periods[metric], self.measure.smallest, before.get(path, b""))
            except OtherColumnsError:
                hint = "Move its older rows away, or remove the file: it is written anew."
                message = f"{path} holds older figures in other columns than these."
                self.problems.append(Problem("measure-file", self.parsed.position(), message, hint))
        return Result(files, sorted(self.problems))

    def questions(self, failed: set[str] | None = None) -> Iterator[Question]:
        """The query of each definition that is wanted, source by source; metrics that cannot be measured are noted."""
        lost = set() if failed is None else failed
        for number, source in enumerate(self.measure.sources):
            wanted = [one for one in self._definitions(source.id) if any(map(self._is_wanted, metrics_of(one[1])))]
            if not wanted:
                continue
            metrics = [metric for _, definition in wanted for metric in metrics_of(definition)]
            with self._noting(("sources", number), None, lost, metrics):
                opened, first, until = self._open(source)
                for place, definition in wanted:
                    with self._noting(place, definition, lost):
                        yield self._question(place, definition, source, opened, first, until)

    def _definitions(self, source: str) -> Iterator[tuple[ValuePath, Definition]]:
        for name in QUERIES:
            for number, definition in enumerate(getattr(self.measure, name)):
                if definition.source == source:
                    yield (name, number), definition

    def _is_wanted(self, metric: str) -> bool:
        return not self.wish.metrics or metric in self.wish.metrics

    def _open(self, source: DataSource) -> tuple[Opened, datetime | None, datetime | None]:
        """The source, and the times of its first and last row, None where it has no rows."""
        started = time.monotonic()
        opened = open_source(source, self._connection(source), self.root)
        table = opened.table
        ends = {"last": table.end.max()} if "end" in table.columns else {}
        at = table["start"] if "start" in table.columns else table.time
        [row] = table.agg(rows=table.count(), first=at.min(), until=at.max(), **ends).to_pyarrow().to_pylist()
        until = max((day for day in (row["until"], row.get("last")) if day), default=None)
        span = f", {row['first']:%Y-%m-%d} to {until:%Y-%m-%d}" if row["first"] and until else ""
        self.say(f"{source.id}: {row['rows']:,} rows{span} ({time.monotonic() - started:.1f} s)")
        return opened, row["first"], until

    def _connection(self, source: DataSource) -> Any:
        if source.backend is None:
            return ibis.duckdb.connect()
        name = source.url_from or f"JOURNEYS_{source.backend.upper()}_URL"
        address = os.environ.get(name)
        if not address:
            message = f"The environment variable {name} holds no address of a database."
            raise DefinitionError(("backend",), message, f"Set {name} where you measure; never write it into a file.")
        try:
            return ibis.connect(address)
        except Exception as error:
            said = _without(address, error)
            raise DefinitionError(("backend",), f"There is no connection to {source.backend}.", said) from None

    def _question(
        self,
        place: ValuePath,
        definition: Definition,
        source: DataSource,
        opened: Opened,
        first: datetime | None,
        until: datetime | None,
    ) -> Question:
        name, shape = str(place[0]), shape_of(source)
        if shape not in SHAPES[name]:
            message = f"The source '{source.id}' has {shape}, and `{name}` are made of {' or '.join(SHAPES[name])}."
            raise DefinitionError(("source",), message, "Name another source.")
        if first is None or until is None:
            raise DefinitionError(
                ("source",), f"The source '{source.id}' has no rows that count.", "Is it the right file?"
            )
        begin = self.wish.since or local_day(first, self.zone)
        end = local_day(until, self.zone) + timedelta(days=1)
        periods = periods_between(begin, end, definition.every, self.zone)
        if not periods:
            message = f"The rows from {begin} to {end - timedelta(days=1)} fill no whole {definition.every}."
            raise DefinitionError(("every",), message, "Choose a shorter period, or add rows.")
        segments = {WHOLE: ibis.literal(True)}
        if definition.by_segment:
            if not source.segments:
                hint = "Write `segments` in the source, or leave `by_segment` out."
                raise DefinitionError(("by_segment",), f"The source '{source.id}' tells no segments apart.", hint)
            segments |= {id: fitting(opened, where, {}, ()) for id, where in source.segments.items()}
        rows = Rows(opened, fitting(opened, definition.where, definition.unless, ()), segments)
        more = {"unit": self._unit(definition)} if isinstance(definition, DurationDefinition) else {}
        return Question(definition, place, QUERIES[name](definition, rows, Horizon(periods, until), **more), periods)

    def _unit(self, definition: DurationDefinition) -> int:
        unit = self.metrics[definition.metric].unit or ""
        if unit not in UNITS:
            message = f"The unit of '{definition.metric}' is '{unit[:20]}', which is no unit of time."
            hint = f"Give the metric one of these in the catalog: {', '.join(UNITS)}."
            raise DefinitionError(("metric",), message, hint)
        return UNITS[unit]

    def _suited(self, cell: Cell) -> Cell:
        """The cell with the columns of its metric's kind. Raises DefinitionError for what cannot be."""
        kind = self.metrics[cell.metric].kind
        numerator, denominator = cell.values.get("numerator", 0), cell.values.get("denominator", 0)
        if min(cell.values.values(), default=0) < 0 and "low" not in cell.values:
            raise DefinitionError(("metric",), f"A figure of '{cell.metric}' is below 0.", "Look into the amounts.")
        if numerator > denominator and kind != "retention":
            message = f"A share of '{cell.metric}' is above 1: {numerator:g} of {denominator:g}."
            raise DefinitionError(("metric",), message, "Are `part` and `whole` in the right order?")
        if ("promoters" in cell.values) != (kind == "nps"):
            hint = "Name a metric of kind nps for `score: nps`, and for nothing else."
            raise DefinitionError(("metric",), f"'{cell.metric}' is a metric of kind {kind}.", hint)
        return cell._replace(values=values_for(kind, cell.values))

    @contextmanager
    def _noting(
        self, place: ValuePath, definition: Definition | None, failed: set[str], metrics: Iterable[str] = ()
    ) -> Iterator[None]:
        """Make a problem of what is raised inside, for the definition or source at a place of measure.yml."""
        found: list[Problem] = []
        position = self.parsed.position(*place)
        try:
            yield
        except DefinitionError as error:
            found = [Problem("measure", self.parsed.position(*place, *error.path), error.message, error.hint)]
        except SourceError as error:
            found = list(error.problems)
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except Exception as error:
            message = f"The source could not answer: {_first_line(error)}"
            found = [Problem("measure", position, message, "`journeys measure --explain` prints what it was asked.")]
        if found:
            self.problems += found
            failed.update(metrics, metrics_of(definition) if definition else ())


def metrics_of(definition: Definition) -> list[str]:
    """The ids of the metrics that a definition gives figures to."""
    steps = [step.metric for step in getattr(definition, "steps", ()) if step.metric]
    return [*([definition.metric] if definition.metric else []), *steps]


def _label(question: Question) -> str:
    return ", ".join(metrics_of(question.definition))


def _first_line(error: Exception) -> str:
    text = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    return terminal_safe(text[:200])


def _without(address: str, error: Exception) -> str:
    """What a database said, without any part of its address: that holds a password."""
    text = _first_line(error)
    for part in sorted(re.split(r"[/:@?&=]+", address), key=len, reverse=True):
        text = text.replace(part, "…") if len(part) > 2 else text
    return text
