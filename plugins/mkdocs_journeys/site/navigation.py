"""The groups in which index pages stand in a navigation, and the row of links to the pages of one group."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        message("Journeys"): ("home", "journeys", "personas", "handoffs", "compare", "recent"),
        # Title of a group in the navigation: what there is to work on, such as pains, opportunities and metrics.
        message("Work"): ("pains", "board", "opportunities", "outcomes", "metrics"),
        # Title of a group in the navigation: what the rest rests on, such as evidence, catalogue and health.
        message("Proof"): ("evidence", "findings", "traceability", "catalog", "health", "changes"),
    }
)
"""The kinds of index pages in each group, in their order, by the group's title in English."""


class NavGroup(NamedTuple):
    """Index pages that stand together in a navigation, under a title; a page of no group stands alone, without one."""

    title: str
    pages: tuple[Page, ...]


class RowLink(NamedTuple):
    """One link of a row: its text is plain, and `current` is the page that the row stands on."""

    title: str
    href: str
    current: bool = False


def nav_groups(items: Iterable[Page | Asset]) -> tuple[NavGroup, ...]:
    """The pages that belong in the navigation, in their groups; the groups that have any, then pages of no group."""
    pages = [item for item in items if isinstance(item, Page) and item.in_nav]
    found = [
        NavGroup(_(title), tuple(page for kind in kinds for page in pages if page.kind == kind))
        for title, kinds in GROUPS.items()
    ]
    grouped = {kind for kinds in GROUPS.values() for kind in kinds}
    alone = [NavGroup("", (page,)) for page in pages if page.kind not in grouped]
    return tuple(group for group in (*found, *alone) if group.pages)


def row_of_links(title: str, links: Sequence[RowLink]) -> Markup:
    """Links to the pages of a group, for wide pages, on which themes leave out their own navigation; "" for one page.

    The title is plain text. The row is seen where the theme has room for tabs.
    """
    if len(links) < 2:
        return Markup()
    mark = Markup(' aria-current="page"')
    item = Markup('<li><a href="{}"{}>{}</a></li>')
    entries = Markup().join(item.format(link.href, mark if link.current else "", link.title) for link in links)
    row = Markup('<nav class="journeys-nav-row" aria-label="{}"><ul class="journeys-plain">{}</ul></nav>\n')
    return row.format(title, entries)
