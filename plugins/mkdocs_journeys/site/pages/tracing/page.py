"""The page of traceability: every thread from findings to metrics in one table, those with a gap first."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.tracing.chain import ChainNode
from mkdocs_journeys.insight.tracing.gaps import gaps_of
from mkdocs_journeys.insight.tracing.threads import Thread, threads_of
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import INDEX_TITLES, NamedLink, index_page
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.tracing.chain import chain_link, gap_column, gap_words
from mkdocs_journeys.site.pages.tracing.sheets import (
    RowFilter,
    TableSheet,
    options_of,
    sheet_links,
    sheet_uri,
    sheets_of,
)
from mkdocs_journeys.site.rendering.terms import term_as_title
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

FOLDER = "traceability"
TEMPLATE = "traceability.html.j2"
MOST_LINKS = 2
"""How many findings or metrics a cell names."""
NOBODY, NO_GAP = "-", "none"
"""What the address calls rows without an owner, and rows without a gap."""
GAP_WORDS: Mapping[str, Callable[[int], str]] = {
    "unanswered": lambda n: ngettext("high pain that nothing answers", "high pains that nothing answers", n),
    "unproven": lambda n: ngettext("opportunity without evidence", "opportunities without evidence", n),
    "untried": lambda n: ngettext("opportunity without an experiment", "opportunities without an experiment", n),
    "unmeasured": lambda n: ngettext("opportunity without a metric", "opportunities without a metric", n),
    "unused": lambda n: ngettext("finding that leads to no pain", "findings that lead to no pain", n),
    "aimless": lambda n: ngettext("metric that nothing aims at", "metrics that nothing aims at", n),
}
"""What so many things with a gap are called."""
MANY = 100
"""A number with which a gap is called where nothing is counted."""
COLUMNS: Mapping[str, str] = {
    "finding": message("Quote or finding"),
    "pain": message("Pain"),
    "opportunity": message("Opportunity"),
    "solution": message("Solution"),
    "experiment": message("Experiment"),
    "metric": message("Metric"),
}
_STATUSES = (
    *("open", "accepted", "in-progress", "resolved", "wont-fix"),
    *("new", "framed", "prioritised", "delivered", "parked", "rejected"),
)
"""The status of pains and of opportunities, those of both once."""


class GapFigure(NamedTuple):
    """How many things have a gap, with a link to their rows."""

    number: int
    words: str
    href: str


class ThreadCell(NamedTuple):
    """The things of one kind in a thread; `more` counts those that are not named, `gaps` say what is missing here."""

    links: tuple[NamedLink, ...]
    more: int
    gaps: tuple[str, ...]


class ThreadRow(NamedTuple):
    """A thread as a row: a cell for each of COLUMNS, of which number `head` names the row, and what filters go by."""

    head: int
    cells: tuple[ThreadCell, ...]
    gap: str
    journey: str
    stage: str
    team: str
    status: str


def traceability_pages(site: SiteContext) -> Iterator[Page]:
    """The table in sheets of 200 threads each; none for an atlas in which there is nothing to trace."""
    for sheet in sheets_of(len(threads_of(site.atlas))) if threads_of(site.atlas) else ():
        draw = partial(_sections, sheet=sheet)
        if sheet.number == 1:
            description = _("What every pain, opportunity and metric rests on, and where something is missing.")
            yield index_page(site, "traceability", draw, description)
        else:
            context = site.at(sheet_uri(FOLDER, sheet.number))
            title = _(INDEX_TITLES[FOLDER])
            description = _("Page %(number)s of %(count)s", number=sheet.number, count=sheet.count)
            yield Page(context.uri, title, partial(draw, context), description, kind="traceability", wide=True)


def _sections(context: PageContext, sheet: TableSheet) -> Iterator[Section]:
    threads = threads_of(context.atlas)
    first = sheet.number == 1
    html = context.render(
        TEMPLATE,
        figures=_figures(context.atlas) if first else (),
        filters=_filters(context.atlas, threads) if first else (),
        columns=[_(label) for label in COLUMNS.values()],
        rows=[_row(context, one) for one in threads[sheet.first : sheet.last]],
        sheet=sheet,
        sheets=sheet_links(context, FOLDER, sheet.count),
    )
    title = _("From what people said to what is measured")
    yield Section("threads", title, 1, html, _("Traceability"), searched=first)


def _figures(atlas: Atlas) -> tuple[GapFigure, ...]:
    return tuple(
        GapFigure(len(nodes), GAP_WORDS[gap](len(nodes)), f"?{urlencode({'gap': gap})}#threads")
        for gap, nodes in gaps_of(atlas).items()
    )


def _filters(atlas: Atlas, threads: Iterable[Thread]) -> tuple[RowFilter, ...]:
    """The filters with the options that can find something."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("gap", "journey", "team", "stage", "status")}
    for one in threads:
        counts["gap"].update(one.gaps or (NO_GAP,))
        counts["journey"].update(one.journeys)
        counts["team"].update(one.teams or (NOBODY,))
        counts["stage"].update(one.stages)
        counts["status"].update(one.statuses)
    gaps = [*((gap, _first_upper(words(MANY))) for gap, words in GAP_WORDS.items()), (NO_GAP, _("Without a gap"))]
    titles = sorted(((id, journey.title) for id, journey in atlas.journeys.items()), key=lambda one: one[1].casefold())
    names: tuple[tuple[str, str, str, Iterable[tuple[str, str]]], ...] = (
        ("gap", _("Gap in the thread"), _("Any"), gaps),
        ("journey", _("Journey"), _("Any journey"), titles),
        ("team", _("Owner"), _("Any owner"), [*((one.id, one.name) for one in atlas.catalog.teams), _nobody()]),
        ("stage", _("Lifecycle stage"), _("Any stage"), [(one.id, one.name) for one in atlas.catalog.stages]),
        ("status", _("Status"), _("Any status"), [(one, term_as_title(one)) for one in _STATUSES]),
    )
    return tuple(RowFilter(name, label, any, options_of(of, counts[name])) for name, label, any, of in names)


def _nobody() -> tuple[str, str]:
    return NOBODY, _("Nobody")


def _first_upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _row(context: PageContext, one: Thread) -> ThreadRow:
    cells = tuple(_cell(context, one, kind, ids) for kind, ids in _things(context.atlas, one).items())
    # The pain names a row, else the opportunity, the finding or the metric.
    head = next(number for number in (1, 2, 0, 5) if cells[number].links)
    return ThreadRow(
        head,
        cells,
        ",".join(one.gaps) or NO_GAP,
        ",".join(one.journeys),
        ",".join(one.stages),
        ",".join(one.teams) or NOBODY,
        ",".join(one.statuses),
    )


def _things(atlas: Atlas, one: Thread) -> dict[str, tuple[str, ...]]:
    """The ids of what stands in each column."""
    solution = f"{one.opportunity}/{one.solution}" if one.solution else ""
    item = atlas.opportunities[one.opportunity] if solution else None
    tried = item and any(each.id == one.solution and each.experiment for each in item.solutions)
    return {
        "finding": one.findings,
        "pain": (one.pain,) if one.pain else (),
        "opportunity": (one.opportunity,) if one.opportunity else (),
        "solution": (solution,) if solution else (),
        "experiment": (solution,) if tried else (),
        "metric": one.metrics,
    }


def _cell(context: PageContext, thread: Thread, kind: str, ids: tuple[str, ...]) -> ThreadCell:
    links = tuple(chain_link(context, ChainNode(kind, id)) for id in ids[:MOST_LINKS])
    if kind in ("finding", "metric"):
        # Where a finding comes from, and where a metric stands, their own pages say.
        links = tuple(link._replace(note="") for link in links)
    gaps = tuple(gap_words(gap) for gap in thread.gaps if gap_column(gap) == kind)
    return ThreadCell(links, len(ids) - len(links), gaps)
