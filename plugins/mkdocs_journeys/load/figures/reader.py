"""The figures of a file, and whether they suit their metric."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_journeys.load.figures.columns import FORM_HINT, KINDS_OF_FORM, form_of
from mkdocs_journeys.load.figures.rows import RowReader, SegmentMention
from mkdocs_journeys.load.figures.table import rows_of
from mkdocs_journeys.model import Observation, Withheld
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.wording import listed

MOST_PROBLEMS = 100
_RANGES = {"nps": (-100, 100), "conversion": (0, 100), "churn": (0, 100)}


@dataclass(frozen=True, slots=True)
class Figures:
    """The observations of a file, oldest first, and the rows that withhold theirs.

    `form` is a key of FORMS, `places` holds each value's place by line.
    """

    form: str
    header: Position
    rows: tuple[Observation, ...]
    places: Mapping[int, Position]
    withheld: tuple[Withheld, ...] = ()


def figures_of(file: str, data: bytes) -> tuple[Figures | None, tuple[SegmentMention, ...], list[Problem]]:
    """Read a metric's file: its figures, None when it has any mistake, and the segments that it names.

    Each mistake is located in its row and column.
    """
    rows = list(rows_of(file, data))
    problems = [row for row in rows if isinstance(row, Problem)]
    table = [row for row in rows if not isinstance(row, Problem)]
    if not table:
        empty = Problem("csv-header", Position(file, 1, 1), "This file has no rows.", FORM_HINT)
        return None, (), problems or [empty]
    found = form_of(table[0])
    if isinstance(found, list):
        return None, (), sorted(problems + found)
    reader = RowReader([cell.text for cell in table[0]], found)
    found_rows = [one for row in table[1:] if (one := reader.read(row))]
    read = sorted(found_rows, key=lambda one: (one.date, one.line))
    problems = sorted([*problems, *reader.problems])[:MOST_PROBLEMS]
    figures = Figures(
        found,
        table[0][0].position,
        tuple(one for one in read if isinstance(one, Observation)),
        reader.places,
        tuple(one for one in read if isinstance(one, Withheld)),
    )
    segments = (replace(spot, rows=rows) for spot, rows in reader.segments.values())
    return None if problems else figures, tuple(segments), problems


def mismatches(figures: Figures, metric: str, kind: str) -> Iterator[Problem]:
    """Problems of a file's form or values with the kind of its metric, such as values outside its range."""
    kinds = KINDS_OF_FORM.get(figures.form)
    if kinds and kind not in kinds:
        own = f"'{metric}' is of kind {kind[:40]}"
        message = f"These columns belong to a metric of kind {listed(list(kinds))}, and {own}."
        yield Problem("csv-header", figures.header, message, "Write `date,value`, or change the metric's kind.")
        return
    low, high = _RANGES.get(kind, (None, None))
    for row in figures.rows:
        if figures.form == "rate counts" and kind != "retention" and row.counts[0] > row.counts[1]:
            message = f"`numerator` is above `denominator`, and a rate of kind {kind} is 1 at most."
            yield Problem("csv-value", figures.places[row.line], message, "Check the counts of this row.")
        elif low is not None and high is not None and not low <= row.value <= high:
            message = f"{row.value:g} cannot be: a metric of kind {kind} lies between {low} and {high}."
            yield Problem("csv-value", figures.places[row.line], message, "Check the figures of this row.")
