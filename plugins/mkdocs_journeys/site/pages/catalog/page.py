"""The catalogue: stages, the touchpoint audit, channels, teams and segments."""

from collections.abc import Iterator
from functools import partial

from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.catalog.team import TeamView, team_views
from mkdocs_journeys.site.pages.catalog.view import channel_rows, segment_rows, stage_rows, summary_of, touchpoint_rows
from mkdocs_journeys.site.richtext import plain, words_of

TEMPLATE = "catalog.html.j2"


def catalog_pages(world: SiteContext) -> Iterator[Page]:
    """The one page of the shared vocabulary; an empty catalog has it too."""
    desk, catalog = world.at("catalog.md"), world.atlas.catalog
    yield Page(
        uri=desk.uri,
        title="Catalogue",
        kind="catalog",
        draw=partial(_sections, desk),
        description=plain(catalog.description) if catalog.description else f"The words of {catalog.name}.",
        source=catalog.path,
        in_nav=True,
        wide=True,
    )


def _sections(desk: PageContext) -> Iterator[Section]:
    catalog = desk.atlas.catalog
    parts = [section for part in (_stages, _touchpoints, _channels, _teams, _segments) for section in part(desk)]
    contents = [(section.anchor, section.title) for section in parts if section.listed]
    head = desk.render(
        TEMPLATE,
        part="head",
        description=catalog.description,
        summary=summary_of(desk),
        contents=contents,
    )
    words = words_of(catalog.name, rich=catalog.description)
    yield Section("catalogue", "Catalogue", 1, head, words)
    yield from parts


def _stages(desk: PageContext) -> Iterator[Section]:
    rows = stage_rows(desk)
    if rows:
        yield Section("stages", "Stages", 2, desk.render(TEMPLATE, part="stages", rows=rows))
    for row in rows:
        yield _entry(row.anchor, row.name, row.description)


def _touchpoints(desk: PageContext) -> Iterator[Section]:
    rows = touchpoint_rows(desk)
    if rows:
        yield Section("touchpoints", "Touchpoints", 2, desk.render(TEMPLATE, part="touchpoints", rows=rows))
    for row in rows:
        yield _entry(row.anchor, row.name, words_of(row.description, row.channel.name, lists=(row.systems,)))


def _channels(desk: PageContext) -> Iterator[Section]:
    rows = channel_rows(desk)
    if rows:
        yield Section("channels", "Channels", 2, desk.render(TEMPLATE, part="channels", rows=rows))
    for row in rows:
        yield _entry(row.anchor, row.name, f"{row.kind} channel")


def _teams(desk: PageContext) -> Iterator[Section]:
    views = team_views(desk)
    if views:
        yield Section("teams", "Teams", 2, desk.render(TEMPLATE, part="teams", rows=views))
    for view in views:
        yield _entry(view.anchor, view.name, _words_of_team(view))


def _segments(desk: PageContext) -> Iterator[Section]:
    rows = segment_rows(desk)
    if rows:
        yield Section("segments", "Segments", 2, desk.render(TEMPLATE, part="segments", rows=rows))
    for row in rows:
        yield _entry(row.anchor, row.name, words_of(row.description, *(one.name for one in row.personas.shown)))


def _words_of_team(view: TeamView) -> str:
    owned = (*view.journeys.shown, *view.touchpoints.shown, *view.metrics.shown)
    return words_of(view.contact, view.codeowner, *(one.name for one in owned))


def _entry(anchor: str, title: str, words: str) -> Section:
    """A thing that has its place inside the section above."""
    return Section(anchor, title, 3, words=words, headed=False, listed=False)
