"""A question to a source: one Ibis expression, and how its rows become figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import ibis
from ibis.expr.types import BooleanValue, IntegerScalar, IntegerValue

from mkdocs_journeys.measure.periods import Period


class Horizon(NamedTuple):
    """The periods that figures are for, and the time of the source's last row, in UTC without a zone."""

    periods: Sequence[Period]
    until: datetime


class Cell(NamedTuple):
    """One figure: of a metric, for the period of this number, of a segment or ("") of the whole base.

    `values` are the columns of the metric's file; `people` is how many the figure rests on, by which it may be
    withheld; `pending` how many were left out because their time was not over, None where nobody is. `note` says why
    there is no figure, where there are people and no values.
    """

    metric: str
    period: int
    segment: str
    values: Mapping[str, float]
    people: float
    pending: int | None = None
    note: str = ""


class Query(NamedTuple):
    """An expression, and what makes cells of its rows."""

    expression: ibis.Table
    cells: Callable[[Sequence[Mapping[str, Any]]], Iterator[Cell]]


def as_number(is_so: BooleanValue) -> IntegerValue:
    """1 where something is so, else 0."""
    return ibis.ifelse(is_so, 1, 0).cast("int64")


def how_many(is_so: BooleanValue) -> IntegerScalar:
    """In how many rows of a group something is so."""
    return as_number(is_so).sum()


def has_any(is_so: BooleanValue) -> IntegerScalar:
    """1 if something is so in any row of a group, else 0."""
    return as_number(is_so).max()
