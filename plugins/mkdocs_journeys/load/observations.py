"""metrics/ID.csv: rows of comma-separated text whose cells know where they stand, and the dated figures in them."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite

from mkdocs_journeys.load.files import is_id
from mkdocs_journeys.load.messages.forms import days_meant, number_meant
from mkdocs_journeys.load.messages.other_names import column_called
from mkdocs_journeys.model import Observation
from mkdocs_journeys.model.base import iso_date
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.wording import listed

LARGEST_TABLE = 1 << 20
MOST_ROWS = 20_000
MOST_CELLS = 50
FORMS: dict[str, tuple[str, ...]] = {
    "value": ("value",),
    "nps counts": ("promoters", "passives", "detractors"),
    "rate counts": ("numerator", "denominator"),
}
"""Each form and the columns that make it; `date` comes with each, `segment` may, `n` with `value` alone."""
KINDS_OF_FORM = {"nps counts": ("nps",), "rate counts": ("conversion", "churn", "retention")}
MOST_PROBLEMS = 100
_COLUMNS = ("date", "value", "n", "promoters", "passives", "detractors", "numerator", "denominator", "segment")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII).fullmatch
_FORM_HINT = (
    "Write `date,value` or `date,value,n`; for nps also `date,promoters,passives,detractors`; for "
    "conversion, churn and retention also `date,numerator,denominator`. A column `segment` may be added."
)


@dataclass(frozen=True, slots=True)
class CsvCell:
    """A cell's text without the spaces around it, and where it starts."""

    text: str
    position: Position


CsvRow = tuple[CsvCell, ...]


def rows_of(file: str, data: bytes) -> Iterator[CsvRow | Problem]:
    """The rows of a CSV file, empty ones left out, with a Problem for what cannot be read."""
    text = _decoded(file, data)
    if isinstance(text, Problem):
        yield text
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = csv.reader(io.StringIO("\n".join(lines)), strict=True)
    start = 1
    try:
        for number, cells in enumerate(reader):
            if number > MOST_ROWS:
                message = f"This file has more than {MOST_ROWS:,} rows."
                yield Problem("csv-size", Position(file, start, 1), message, "Keep one row per day, week or month.")
                return
            if any(cell.strip() for cell in cells):
                yield _row(file, cells, lines, start)
            start = reader.line_num + 1
    except csv.Error as error:
        place = Position(file, min(start, len(lines)), 1)
        yield Problem("csv-syntax", place, f"This row cannot be read: {error}.", "Is a closing quote missing?")


def _row(file: str, cells: list[str], lines: list[str], number: int) -> CsvRow | Problem:
    if len(cells) > MOST_CELLS:
        message = f"This row has more than {MOST_CELLS} cells."
        return Problem("csv-row", Position(file, number, 1), message, "Write one cell per column.")
    line = lines[number - 1]
    column = 1
    row: list[CsvCell] = []
    for cell in cells:
        start = column + len(cell) - len(cell.lstrip())
        row.append(CsvCell(cell.strip(), Position(file, number, min(start, len(line) + 1))))
        quoted = line[column - 1 : column] == '"'
        column += len(cell) + 1 + (2 + cell.count('"') if quoted else 0)
    return tuple(row)


def _decoded(file: str, data: bytes) -> str | Problem:
    if len(data) > LARGEST_TABLE:
        message = "This file is larger than 1 MB."
        return Problem("csv-size", Position(file, 1, 1), message, "Keep one row per day, week or month.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        place = Position(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem("csv-encoding", place, "This file is not saved as UTF-8.", "Save it as “CSV UTF-8”.")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        hint = "Is this really a text file? Save it as “CSV UTF-8”."
        return Problem("csv-encoding", Position(file, line, 1), "There is a NUL character in this line.", hint)
    return text


@dataclass(frozen=True, slots=True)
class SegmentMention:
    """The segment that rows name: its id as `target`, where it is first written, and the number of rows."""

    kind: str
    target: str
    position: Position
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Figures:
    """The observations of a file, oldest first; `form` is a key of FORMS, `places` holds each value's place by line."""

    form: str
    header: Position
    rows: tuple[Observation, ...]
    places: Mapping[int, Position]


def figures_of(file: str, data: bytes) -> tuple[Figures | None, tuple[SegmentMention, ...], list[Problem]]:
    """Read a metric's file: its figures, None when it has any mistake, and the segments that it names.

    Each mistake is located in its row and column.
    """
    rows = list(rows_of(file, data))
    problems = [row for row in rows if isinstance(row, Problem)]
    table = [row for row in rows if not isinstance(row, Problem)]
    if not table:
        empty = Problem("csv-header", Position(file, 1, 1), "This file has no rows.", _FORM_HINT)
        return None, (), problems or [empty]
    found = _form(table[0])
    if isinstance(found, list):
        return None, (), sorted(problems + found)
    reader = _Reader([cell.text for cell in table[0]], found)
    read = [reader.observation(row) for row in table[1:]]
    problems = sorted([*problems, *reader.problems])[:MOST_PROBLEMS]
    seen = sorted((one for one in read if one), key=lambda one: (one.date, one.line))
    figures = Figures(found, table[0][0].position, tuple(seen), reader.places)
    segments = (replace(spot, rows=rows) for spot, rows in reader.segments.values())
    return None if problems else figures, tuple(segments), problems


def _form(header: CsvRow) -> str | list[Problem]:
    """The form that a header gives, or what is wrong with it."""
    names = [cell.text for cell in header]
    if days_meant(names[0]):
        message = "The first row has to name the columns, and this one holds figures."
        return [Problem("csv-header", header[0].position, message, f"Put a row above it. {_FORM_HINT}")]
    problems = [_unknown_column(cell, names) for cell in header if cell.text not in _COLUMNS]
    for number, cell in enumerate(header):
        if cell.text in names[:number]:
            message = f"The column '{cell.text[:40]}' is given twice."
            problems.append(Problem("csv-header", cell.position, message, "Keep one."))
    if problems:
        return problems
    figures = set(names) - {"date", "segment"}
    for form, columns in FORMS.items():
        if "date" in names and figures - ({"n"} if form == "value" else set()) == set(columns):
            return form
    message = "The first row has to name the columns of one way to give figures."
    return [Problem("csv-header", header[0].position, message, _FORM_HINT)]


def _unknown_column(cell: CsvCell, names: list[str]) -> Problem:
    near = column_called(cell.text, set(_COLUMNS) - set(names)) or suggest(cell.text, _COLUMNS)
    hint = f"Did you mean '{near}'?" if near else _FORM_HINT
    if any(sign in cell.text for sign in ";|\t"):
        hint = "Separate the columns by commas."
    elif cell.text.startswith("#"):
        hint = "Remove the line: there are no comments in files of figures."
    return Problem("csv-header", cell.position, f"'{cell.text[:40]}' is no column of this file.", hint)


class _Reader:
    """Reader of the rows below a header: gives their observations, and collects problems, places and segments."""

    def __init__(self, names: list[str], form: str) -> None:
        self.names = names
        self.form = form
        self.problems: list[Problem] = []
        self.places: dict[int, Position] = {}
        self.segments: dict[str, tuple[SegmentMention, int]] = {}
        self.first_line: dict[tuple[date, str], Position] = {}

    def observation(self, row: CsvRow) -> Observation | None:
        """The observation of a row; None, with a problem noted, where it has a mistake."""
        if len(row) != len(self.names):
            message = f"This row has {len(row)} cells, and the first row has {len(self.names)}."
            hint = "Write one cell per column. Use a point, no comma, for decimals, and none for thousands."
            self._wrong("csv-row", row[0].position, message, hint)
            return None
        cells = dict(zip(self.names, row, strict=True))
        day = self._date(cells["date"])
        figures = {name: self._number(name, cell) for name, cell in cells.items() if name not in ("date", "segment")}
        segment = self._segment(cells.get("segment"))
        wrong = [name for name, figure in figures.items() if figure is None and name != "n"]
        if day is None or wrong or not self._is_new(day, segment, cells["date"].position):
            return None
        first = next(cells[name].position for name in figures if name != "n")
        known = {name: figure for name, figure in figures.items() if figure is not None}
        value, n, mistake = _combined(self.form, known)
        if mistake:
            self._wrong("csv-value", first, mistake, "Check the counts of this row.")
            return None
        self.places[first.line] = first
        return Observation(day, value, n, segment or None, first.line)

    def _date(self, cell: CsvCell) -> date | None:
        day = iso_date(cell.text)
        if day is None:
            message = f"'{cell.text[:40]}' is no date."
            days = listed(days_meant(cell.text))
            hint = f"Write it as YYYY-MM-DD{f': {days}' if days else ', such as 2026-06-30'}."
            self._wrong("csv-value", cell.position, message, hint)
        return day

    def _number(self, name: str, cell: CsvCell) -> float | None:
        if name == "n" and not cell.text:
            return None
        number = float(cell.text) if _NUMBER(cell.text) else None
        if number is None or not isfinite(number):
            message = f"`{name}` is '{cell.text[:40]}', which is no number." if cell.text else f"`{name}` is empty."
            meant = number_meant(cell.text)
            hint = f"Write digits, with a point for decimals and no unit{f': {meant}' if meant else ', such as 12.5'}."
            self._wrong("csv-value", cell.position, message, hint)
            return None
        if name != "value" and number < 0:
            self._wrong("csv-value", cell.position, f"`{name}` is below 0.", "A count is 0 or more.")
            return None
        return number

    def _segment(self, cell: CsvCell | None) -> str:
        if cell is None or not cell.text:
            return ""
        if not is_id(cell.text):
            message = f"'{cell.text[:40]}' is no id of a segment."
            hint = "Write the id of a segment of the catalog, or nothing for all customers."
            self._wrong("csv-value", cell.position, message, hint)
        else:
            first, rows = self.segments.get(cell.text) or (SegmentMention("segment", cell.text, cell.position), 0)
            self.segments[cell.text] = first, rows + 1
        return cell.text

    def _is_new(self, day: date, segment: str, position: Position) -> bool:
        first = self.first_line.setdefault((day, segment), position)
        if first is not position:
            of = f" for segment '{segment[:40]}'" if segment else ""
            message = f"There is another figure of {day}{of} on line {first.line}."
            related = ((first, "first given here"),)
            self.problems.append(Problem("csv-duplicate", position, message, "Keep one.", related=related))
        return first is position

    def _wrong(self, rule: str, position: Position, message: str, hint: str) -> None:
        self.problems.append(Problem(rule, position, message, hint))


def _combined(form: str, figures: Mapping[str, float]) -> tuple[float, float | None, str]:
    """Value, sample size, and what is wrong ("" if nothing) with the figures of a row, given in one of the FORMS.

    NPS is 100 × (promoters − detractors) ÷ all who answered, a rate in percent 100 × numerator ÷ denominator.
    """
    if form == "value":
        return figures["value"], figures.get("n"), ""
    if form == "nps counts":
        total = figures["promoters"] + figures["passives"] + figures["detractors"]
        if not total:
            return 0, None, "Nobody answered in this row: all three counts are 0."
        return 100 * (figures["promoters"] - figures["detractors"]) / total, total, ""
    if not figures["denominator"]:
        return 0, None, "`denominator` is 0, so that there is no rate."
    return 100 * figures["numerator"] / figures["denominator"], figures["denominator"], ""


def mismatches(figures: Figures, metric: str, kind: str) -> Iterator[Problem]:
    """Problems of a file's form or values with the kind of its metric, such as values outside its range."""
    kinds = KINDS_OF_FORM.get(figures.form)
    if kinds and kind not in kinds:
        own = f"'{metric}' is of kind {kind[:40]}"
        message = f"These columns belong to a metric of kind {listed(list(kinds))}, and {own}."
        yield Problem("csv-header", figures.header, message, "Write `date,value`, or change the metric's kind.")
        return
    low, high = {"nps": (-100, 100), "conversion": (0, 100), "churn": (0, 100)}.get(kind, (None, None))
    for row in figures.rows:
        if low is not None and high is not None and not low <= row.value <= high:
            message = f"{row.value:g} cannot be: a metric of kind {kind} lies between {low} and {high}."
            yield Problem("csv-value", figures.places[row.line], message, "Check the figures of this row.")
