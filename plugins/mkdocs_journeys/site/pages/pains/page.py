"""The pain-point backlog: every pain of all journeys in one table, the most urgent first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.insight.ranking import ScoredHurt, backlog
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.pages.pains.chart import chart_of
from mkdocs_journeys.site.pages.pains.filters import figures_of, filters_of
from mkdocs_journeys.site.pages.pains.index import INDEX_URI, index_text, pain_index
from mkdocs_journeys.site.pages.pains.rows import COLUMNS, backlog_row
from mkdocs_journeys.site.render import plural
from mkdocs_journeys.site.world import World

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
    items = backlog(world.atlas)
    index = index_text(pain_index(world.atlas, items, world.settings.directory_urls))
    yield Asset(INDEX_URI, index.encode())
    sheets = _sheets(len(items))
    yield Page(
        uri="pains.md",
        title="Pains",
        draw=partial(_first, world, items, sheets[0], index),
        description="Every pain of all journeys, the most urgent first.",
        in_nav=True,
        wide=True,
    )
    for sheet in sheets[1:]:
        yield Page(
            uri=sheet.uri(sheet.number),
            title=f"Pains {sheet.first:,} to {sheet.last:,}",
            draw=partial(_next, world, items, sheet),
            description=f"Page {sheet.number} of the pain-point backlog.",
            wide=True,
        )


def _first(world: World, items: Sequence[ScoredHurt], sheet: Sheet, index: str) -> Iterator[Section]:
    yield _overview(world, items)
    yield _table(world, items, sheet, index)


def _next(world: World, items: Sequence[ScoredHurt], sheet: Sheet) -> Iterator[Section]:
    yield _table(world, items, sheet, "")


def _sheets(total: int) -> list[Sheet]:
    count = max(1, -(-total // ROWS_PER_PAGE))
    return [
        Sheet(n + 1, count, min(total, n * ROWS_PER_PAGE + 1), min(total, (n + 1) * ROWS_PER_PAGE), total)
        for n in range(count)
    ]


def _overview(world: World, items: Sequence[ScoredHurt]) -> Section:
    still = [item for item in items if item.pain.is_open]
    html = world.at("pains.md").render(
        "pains.html.j2",
        figures=figures_of(items, world.settings.today),
        charts=(chart_of("severity", still), chart_of("impact", still)) if still else (),
        open_count=len(still),
        scoring=world.atlas.catalog.scoring,
    )
    return Section("pains", "Pain-point backlog", 1, html, "Pains by urgency")


def _table(world: World, items: Sequence[ScoredHurt], sheet: Sheet, index: str) -> Section:
    """The table of a sheet. The index is put into the only page; with more pages the browser fetches it."""
    desk = world.at(sheet.uri(sheet.number))
    html = desk.render(
        "pains_table.html.j2",
        sheet=sheet,
        rows=[backlog_row(desk, item) for item in items[sheet.first - 1 : sheet.last]] if items else [],
        columns=COLUMNS,
        filters=filters_of(world.atlas, items) if sheet.number == 1 else (),
        base=desk.links.base,
        index_href=desk.to(INDEX_URI),
        index=Markup(index) if sheet.count == 1 else "",  # noqa: S704 - index_text escapes
    )
    first = sheet.number == 1
    title = f"All {plural(sheet.total, 'pain')}" if first else f"Pains {sheet.first:,} to {sheet.last:,}"
    return Section("backlog", title, 2 if first else 1, html)
