"""Long tables in sheets, each a page, and the form above them that chooses rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink

ROWS_PER_PAGE = 200


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A page of a table: `number` of `count` from 1, with rows from index `first` up to before `last` of `total`."""

    number: int
    count: int
    first: int
    last: int
    total: int


class RowFilter(NamedTuple):
    """A choice among options, each a value for the address and a label with the number of its rows."""

    name: str
    label: str
    any: str
    options: tuple[tuple[str, str], ...]


def sheets_of(total: int, may_split: Callable[[int], bool] = lambda index: True) -> list[TableSheet]:
    """The sheets of so many rows, one where there is none.

    A sheet ends after `ROWS_PER_PAGE` rows, or before them at the last index at which it `may_split`.
    """
    starts = [0]
    while total - starts[-1] > ROWS_PER_PAGE:
        full = starts[-1] + ROWS_PER_PAGE
        starts.append(next((index for index in range(full, starts[-1], -1) if may_split(index)), full))
    ends = [*starts[1:], total]
    return [
        TableSheet(number, len(starts), first, last, total)
        for number, (first, last) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def sheet_uri(folder: str, number: int) -> str:
    """Where the sheet of this number stands."""
    return f"{folder}.md" if number == 1 else f"{folder}/sheet/{number}.md"


def sheet_links(context: PageContext, folder: str, count: int) -> tuple[NamedLink, ...]:
    """Links to all sheets, by their numbers."""
    return tuple(NamedLink(str(n), context.to(sheet_uri(folder, n))) for n in range(1, count + 1))


def options_of(names: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """The options that choose any row, of (value, name) each, with the number of rows behind the name."""
    return tuple((value, f"{name} ({counts[value]})") for value, name in names if counts.get(value))
