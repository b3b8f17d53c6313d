"""The rows below a header: an observation each, or the reason why its figures are withheld."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from mkdocs_journeys.load.figures.columns import BESIDE_VALUE, FORMS, OPTIONAL
from mkdocs_journeys.load.figures.table import CsvCell, CsvRow
from mkdocs_journeys.load.files import is_id
from mkdocs_journeys.load.messages.forms import days_meant, number_meant
from mkdocs_journeys.model import Observation, Withheld
from mkdocs_journeys.model.base import iso_date
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.wording import listed

LONGEST_NOTE = 200
_MAY_BE_EMPTY = (*BESIDE_VALUE, *OPTIONAL)
_MAY_BE_NEGATIVE = ("value", "low", "high")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII).fullmatch


@dataclass(frozen=True, slots=True)
class SegmentMention:
    """The segment that rows name: its id as `target`, where it is first written, and the number of rows."""

    kind: str
    target: str
    position: Position
    rows: int = 1


class RowReader:
    """Reader of the rows below a header: gives what each says, and collects problems, places and segments."""

    def __init__(self, names: Sequence[str], form: str) -> None:
        self.names = names
        self.form = form
        self.problems: list[Problem] = []
        self.places: dict[int, Position] = {}
        self.segments: dict[str, tuple[SegmentMention, int]] = {}
        self.first_line: dict[tuple[date, str], Position] = {}

    def read(self, row: CsvRow) -> Observation | Withheld | None:
        """The observation of a row, or that there is none and why; None, with a problem noted, where it has a mistake.

        A row withholds its figures if it has a note and none of them.
        """
        if len(row) != len(self.names):
            message = f"This row has {len(row)} cells, and the first row has {len(self.names)}."
            hint = "Write one cell per column. Use a point, no comma, for decimals, and none for thousands."
            self._wrong("csv-row", row[0].position, message, hint)
            return None
        cells = dict(zip(self.names, row, strict=True))
        day = self._date(cells["date"])
        note = self._note(cells.get("note"))
        figures = [name for name in self.names if name not in ("date", *OPTIONAL)]
        is_withheld = bool(note) and not any(cells[name].text for name in figures)
        numbers = {} if is_withheld else self._numbers(cells, figures)
        pending = self._numbers(cells, [name for name in self.names if name == "pending"])
        segment = self._segment(cells.get("segment"))
        if day is None or numbers is None or pending is None:
            return None
        if not self._is_new(day, segment, cells["date"].position):
            return None
        if is_withheld:
            line = row[0].position.line
            return Withheld(day, segment or None, line, str(note), pending.get("pending"))
        return self._observation(cells, day, segment or None, {**numbers, **pending}, note)

    def _observation(
        self,
        cells: Mapping[str, CsvCell],
        day: date,
        segment: str | None,
        numbers: Mapping[str, float],
        note: str | None,
    ) -> Observation | None:
        first = next(cells[name].position for name in self.names if name in FORMS[self.form])
        value, n, mistake = _combined(self.form, numbers)
        low, high = numbers.get("low"), numbers.get("high")
        if mistake:
            self._wrong("csv-value", first, mistake, "Check the counts of this row.")
            return None
        if (low is None) != (high is None):
            empty = cells["low" if low is None else "high"].position
            self._wrong("csv-value", empty, "The interval has one end.", "Give both `low` and `high`, or neither.")
            return None
        if low is not None and high is not None and not low <= value <= high:
            message = f"The interval from {low:g} to {high:g} leaves out the value, {value:g}."
            self._wrong("csv-value", cells["low"].position, message, "`low` is at most `value`, `high` at least.")
            return None
        self.places[first.line] = first
        counts = () if self.form == "value" else tuple(numbers[name] for name in FORMS[self.form])
        return Observation(day, value, n, segment, first.line, counts, low, high, numbers.get("pending"), note)

    def _date(self, cell: CsvCell) -> date | None:
        day = iso_date(cell.text)
        if day is None:
            message = f"'{cell.text[:40]}' is no date."
            days = listed(days_meant(cell.text))
            hint = f"Write it as YYYY-MM-DD{f': {days}' if days else ', such as 2026-06-30'}."
            self._wrong("csv-value", cell.position, message, hint)
        return day

    def _numbers(self, cells: Mapping[str, CsvCell], names: Iterable[str]) -> dict[str, float] | None:
        """The numbers in these columns, those without one left out; None where one has a mistake."""
        given = [(name, self._number(name, cells[name])) for name in names if self._has_number(name, cells[name])]
        known = {name: number for name, number in given if number is not None}
        return known if len(known) == len(given) else None

    def _has_number(self, name: str, cell: CsvCell) -> bool:
        return bool(cell.text) or name not in _MAY_BE_EMPTY

    def _number(self, name: str, cell: CsvCell) -> float | None:
        number = float(cell.text) if _NUMBER(cell.text) else None
        if number is None or not isfinite(number):
            message = f"`{name}` is '{cell.text[:40]}', which is no number." if cell.text else f"`{name}` is empty."
            meant = number_meant(cell.text)
            hint = f"Write digits, with a point for decimals and no unit{f': {meant}' if meant else ', such as 12.5'}."
            if not cell.text:
                hint += " Where figures are withheld, leave all of the row empty and say why in a column `note`."
            self._wrong("csv-value", cell.position, message, hint)
            return None
        if name not in _MAY_BE_NEGATIVE and number < 0:
            self._wrong("csv-value", cell.position, f"`{name}` is below 0.", "A count is 0 or more.")
            return None
        return number

    def _note(self, cell: CsvCell | None) -> str | None:
        if cell is None or not cell.text:
            return None
        note = " ".join(cell.text.split())
        if len(note) > LONGEST_NOTE:
            message = f"This note has {len(note)} characters, and {LONGEST_NOTE} are the most."
            self._wrong(
                "csv-value", cell.position, message, "Say it in short, and the rest in the metric's description."
            )
        return note

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
