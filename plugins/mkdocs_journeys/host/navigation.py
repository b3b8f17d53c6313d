"""The order of an automatic navigation."""

from collections.abc import Iterable, Sequence

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage


def ours_first(nav: Navigation, uris: Sequence[str]) -> Navigation:
    """A navigation with the pages of these uris first and in this order, after a handwritten home page."""
    order = {uri: number for number, uri in enumerate(uris)}

    def rank(item: StructureItem) -> int:
        if not isinstance(item, HostPage):
            return len(order)
        return -1 if item.is_homepage else order.get(item.file.src_uri, len(order))

    items = sorted(nav.items, key=rank)
    pages = list(_pages(items))
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    return Navigation(items, pages)


def _pages(items: Iterable[StructureItem]) -> Iterable[HostPage]:
    for item in items:
        if isinstance(item, HostPage):
            yield item
        yield from _pages(getattr(item, "children", None) or ())
