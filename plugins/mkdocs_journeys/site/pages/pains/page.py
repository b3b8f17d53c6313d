"""The pain-point backlog: every pain of all journeys in one table, the most urgent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.ranking import ScoredPain, backlog
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.pages.pains.chart import chart_of
from mkdocs_journeys.site.pages.pains.filters import figures_of, filters_of
from mkdocs_journeys.site.pages.pains.index import INDEX_URI, index_text, pain_index
from mkdocs_journeys.site.pages.pains.rows import COLUMNS, backlog_row
from mkdocs_journeys.site.world import Desk, World
from mkdocs_journeys.wording import counted

ROWS_PER_PAGE = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the backlog: `number` of `count` from 1, with pains `first` to `last` of `total`, from 1."""

    number: int
    count: int
    first: int
    last: int
    total: int

    def uri(self, number: int) -> str:
        """Where the page of this number stands."""
        return "pains.md" if number == 1 else f"pains/{number}.md"


def pains_pages(world: World) -> Iterator[Page | Asset]:
    """The backlog's pages of 200 pains each, and the index of all pains that its filters search."""
    yield Asset(INDEX_URI, make=partial(_index_bytes, world))
    for sheet in _sheets(len(world.atlas.hurts)):
        yield _page(world.at(sheet.uri(sheet.number)), sheet)


def _page(desk: Desk, sheet: Sheet) -> Page:
    if sheet.number == 1:
        description = "Every pain of all journeys, the most urgent first."
        return Page(desk.uri, "Pains", partial(_first, desk, sheet), description, in_nav=True, wide=True)
    title = f"Pains {sheet.first:,} to {sheet.last:,}"
    description = f"Page {sheet.number} of the pain-point backlog."
    return Page(desk.uri, title, partial(_next, desk, sheet), description, wide=True)


def _first(desk: Desk, sheet: Sheet) -> Iterator[Section]:
    yield _overview(desk)
    yield _table(desk, sheet)


def _next(desk: Desk, sheet: Sheet) -> Iterator[Section]:
    yield _table(desk, sheet)


def _index_bytes(world: World) -> bytes:
    return world.once(_index, world.settings.directory_urls).encode()


def _index(atlas: Atlas, directory_urls: bool) -> str:
    return index_text(pain_index(atlas, backlog(atlas), directory_urls))


def _rows_by_sheet(atlas: Atlas) -> dict[int, list[ScoredPain]]:
    """The pains of each sheet: most sheets stay as they are when a pain changes."""
    items = backlog(atlas)
    return {sheet.number: items[sheet.first - 1 : sheet.last] if items else [] for sheet in _sheets(len(items))}


def _sheets(total: int) -> list[Sheet]:
    count = max(1, -(-total // ROWS_PER_PAGE))
    return [
        Sheet(n + 1, count, min(total, n * ROWS_PER_PAGE + 1), min(total, (n + 1) * ROWS_PER_PAGE), total)
        for n in range(count)
    ]


def _overview(desk: Desk) -> Section:
    items = desk.world.once(backlog)
    still = [item for item in items if item.pain.is_open]
    html = desk.render(
        "pains.html.j2",
        figures=figures_of(items, desk.world.settings.today),
        charts=(chart_of("severity", still), chart_of("impact", still)) if still else (),
        open_count=len(still),
        scoring=desk.atlas.catalog.scoring,
    )
    return Section("pains", "Pain-point backlog", 1, html, "Pains by urgency")


def _table(desk: Desk, sheet: Sheet) -> Section:
    """The table of a sheet. The index is put into the only page; with more pages the browser fetches it."""
    items = desk.world.once(_rows_by_sheet)[sheet.number]
    index = desk.world.once(_index, desk.world.settings.directory_urls) if sheet.count == 1 else ""
    html = desk.render(
        "pains_table.html.j2",
        sheet=sheet,
        rows=[backlog_row(desk, item) for item in items],
        columns=COLUMNS,
        filters=filters_of(desk.atlas, desk.world.once(backlog)) if sheet.number == 1 else (),
        base=desk.links.base,
        index_href=desk.to(INDEX_URI),
        index=Markup(index),  # noqa: S704 - index_text escapes
    )
    first = sheet.number == 1
    title = f"All {counted(sheet.total, 'pain')}" if first else f"Pains {sheet.first:,} to {sheet.last:,}"
    return Section("backlog", title, 2 if first else 1, html)
