"""The figures of a metric as a table: each with the people it is of and its interval, or why it is withheld."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Metric, Observation, Withheld
from mkdocs_journeys.site.figure_views import interval_words, is_of_some
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day, number, with_unit
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

MOST_ROWS = 120
MEASURED_NOTES = (message("nobody in this period"), message("the time of some is not over"))
"""Notes that `journeys measure` writes; those of authors are shown as they are."""
WITHHELD_NOTE = re.compile(r"withheld: fewer than (\d+) people, here or in another segment")
"""What it writes where there are too few people."""


class FigureLine(NamedTuple):
    """A row: texts that are unknown are empty; `withheld`: there is no figure, and `note` says why."""

    on: str
    segment: str
    figure: str
    sample: str
    interval: str
    note: str
    withheld: bool


class FiguresTable(NamedTuple):
    """The latest figures of a metric; `more` counts the earlier days that are left out.

    A column stands only where one of its cells is filled: `segments`, `samples`, `intervals` and `notes` say so.
    """

    rows: tuple[FigureLine, ...]
    more: int
    segments: bool
    samples: bool
    intervals: bool
    notes: bool


def figures_table(atlas: Atlas, metric: Metric) -> FiguresTable:
    """The table of a metric, the latest day first; on each the whole base before its segments."""
    found: dict[date, list[Observation | Withheld]] = {}
    every: list[Observation | Withheld] = [*atlas.observations.get(metric.id, ()), *atlas.withheld.get(metric.id, ())]
    for one in every:
        found.setdefault(one.date, []).append(one)
    order: Mapping[str | None, int] = {None: -1} | {id: number for number, id in enumerate(atlas.segments)}
    several = any(one.segment for rows in found.values() for one in rows)
    shown: list[FigureLine] = []
    days = sorted(found, reverse=True)
    while days and len(shown) < MOST_ROWS:
        rows = sorted(found[days.pop(0)], key=lambda one: order.get(one.segment, len(order)))
        shown += [_line(atlas, metric, one, several=several) for one in rows]
    return FiguresTable(
        tuple(shown),
        len(days),
        several,
        any(row.sample for row in shown),
        any(row.interval for row in shown),
        any(row.note for row in shown),
    )


def _line(atlas: Atlas, metric: Metric, one: Observation | Withheld, *, several: bool) -> FigureLine:
    segment = "" if not several else atlas.segments[one.segment].name if one.segment else _("Whole base")
    note = separated(_notes(one))
    if isinstance(one, Withheld):
        return FigureLine(day(one.date), segment, "", "", "", note, withheld=True)
    sample = number(one.n) if one.n is not None else _("n unknown") if is_of_some(metric) else ""
    figure = with_unit(metric, one.value)
    return FigureLine(day(one.date), segment, figure, sample, interval_words(metric, one), note, withheld=False)


def _notes(one: Observation | Withheld) -> Iterator[str]:
    if one.pending:
        yield ngettext("%(num)s not over yet", "%(num)s not over yet", int(one.pending))
    if one.note:
        yield _said(one.note)


def _said(note: str) -> str:
    """A note, in the language of the site where it is one that we wrote."""
    if found := WITHHELD_NOTE.fullmatch(note):
        people = int(found[1])
        return _("withheld: fewer than %(people)s people, here or in another segment", people=people)
    return _(note) if note in MEASURED_NOTES else note
