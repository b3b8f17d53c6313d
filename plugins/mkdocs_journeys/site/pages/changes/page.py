"""The page of changes, which only a preview has."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.site.changes.overlay import Overlay
from mkdocs_journeys.site.changes.page import base_of, whole_of
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.changes.view import Group, counts_of, filter_of, groups_of

TEMPLATE = "changes.html.j2"
URI = "changes.md"


def changes_pages(world: SiteContext) -> Iterator[Page]:
    """The one page of a site that is compared with something."""
    if base_of(world):
        yield Page(
            uri=URI,
            title="Changes",
            kind="changes",
            draw=partial(_sections, world.at(URI)),
            description="What changes for the customer.",
            in_nav=True,
        )


def _sections(desk: PageContext) -> Iterator[Section]:
    overlay = whole_of(desk.site)
    if overlay is None:
        return
    groups = groups_of(desk, overlay)
    yield Section("changes", "Changes", 1, _head(desk, overlay, groups))
    for group in groups:
        html = desk.render(TEMPLATE, part="group", group=group)
        yield Section(group.anchor, group.title, 2, html)


def _head(desk: PageContext, overlay: Overlay, groups: list[Group]) -> Markup:
    return desk.render(
        TEMPLATE,
        part="head",
        base=base_of(desk.site),
        count=len(overlay.placed),
        counts=tuple(counts_of(overlay)),
        things=len(groups),
        shown=sum(len(group.rows) for group in groups),
        filter=filter_of(overlay),
    )
