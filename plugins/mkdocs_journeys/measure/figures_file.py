"""A metric's figures as the text of its file, and what becomes of the rows that are there already."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_journeys.insight.statistics.proportions import wilson_interval
from mkdocs_journeys.measure.figures import Cell
from mkdocs_journeys.measure.periods import Period
from mkdocs_journeys.measure.suppression import withheld
from mkdocs_journeys.model.base import iso_date
from mkdocs_journeys.model.measuring.document import NOBODY, NOT_OVER

COLUMNS = (
    "date",
    "value",
    "n",
    "low",
    "high",
    "promoters",
    "passives",
    "detractors",
    "numerator",
    "denominator",
    "pending",
    "segment",
    "note",
)
"""All columns of a file of figures, in the order in which they are written."""
_WITHOUT_FIGURE = {"date", "pending", "segment", "note"}
Row = dict[str, str]


class OtherColumnsError(Exception):
    """The file that is there holds older figures in other columns, which cannot stand beside the new ones."""


def file_of(cells: Sequence[Cell], periods: Sequence[Period], smallest: int, before: bytes) -> bytes:
    """The whole file: rows of these periods as measured, those of other days as they were.

    Raises OtherColumnsError if rows that stay have other columns than those that are new.
    """
    new = list(_rows(cells, periods, smallest))
    old = [row for row in _read(before) if not _is_within(row.get("date", ""), periods)]
    wanted = {name for row in new for name in row}
    beside = wanted | {"segment", "note", "pending", "n", "low", "high"}
    used = wanted | {name for row in old for name, text in row.items() if text}
    if not _columns(cells):
        used |= {"value"} if used <= _WITHOUT_FIGURE else set()
    elif not used <= beside:
        raise OtherColumnsError
    rows = sorted([*old, *new], key=lambda row: (row["date"], row.get("segment", "") != "", row.get("segment", "")))
    text = io.StringIO()
    writer = csv.DictWriter(text, [name for name in COLUMNS if name in used], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _rows(cells: Sequence[Cell], periods: Sequence[Period], smallest: int) -> Iterable[Row]:
    hidden = withheld(cells, smallest)
    for cell in cells:
        row = {"date": periods[cell.period].last.isoformat(), **dict.fromkeys(_columns(cells), "")}
        if cell.segment:
            row["segment"] = cell.segment
        if cell.pending:
            row["pending"] = str(cell.pending)
        if (cell.period, cell.segment) in hidden:
            row["note"] = f"withheld: fewer than {smallest} people, here or in another segment"
            row.pop("pending", None)
        elif not cell.values or (not cell.people and "value" not in cell.values):
            row["note"] = NOT_OVER if cell.pending else (cell.note if cell.people else "") or NOBODY
        else:
            row |= {name: number_text(value) for name, value in cell.values.items()}
        yield row


def with_every_period(cells: Sequence[Cell], metric: str, periods: Sequence[Period]) -> list[Cell]:
    """The cells of a metric, and one of nobody for each period after its first that nothing was found in.

    So the file tells of a definition that no row fits any more.
    """
    found = {cell.period for cell in cells if not cell.segment}
    missing = range(min(found, default=0), len(periods))
    return [*cells, *(Cell(metric, period, "", {}, 0) for period in missing if period not in found)]


def _columns(cells: Iterable[Cell]) -> list[str]:
    return sorted({name for cell in cells for name in cell.values}, key=COLUMNS.index)


def number_text(value: float) -> str:
    """A number with at most three decimals, none of them a 0 at the end."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _read(data: bytes) -> list[Row]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace")))
    return [{name: text for name, text in row.items() if name and isinstance(text, str)} for row in rows]


def _is_within(text: str, periods: Sequence[Period]) -> bool:
    day = iso_date(text.strip())
    return day is None or (bool(periods) and periods[0].first <= day <= periods[-1].last)


def values_for(kind: str, values: Mapping[str, float]) -> Mapping[str, float]:
    """The columns for a metric of a kind: a share in percent with its interval where the kind has no counts."""
    if "numerator" not in values or kind in ("conversion", "churn", "retention", "csat", "ces"):
        return values
    n = values["denominator"]
    if not n:
        return {"n": 0}
    interval = wilson_interval(values["numerator"], n)
    share = 100 * values["numerator"] / n
    return {"value": share, "n": n, "low": 100 * interval.low, "high": 100 * interval.high}
