"""What search finds on pages of ours: the words of their sections, not the HTML around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journeys.mkdocs.compat import Entry, material_search_entries, others_listen, search_plugins
from mkdocs_journeys.mkdocs.page import AtlasPage, contents_to_search, lean_html_of
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.environment import theme_text


@dataclass(slots=True)
class SearchIndex:
    """The search index of one build, as far as our pages are concerned.

    `entries` is the list of Material's search: entries of ours are added to it by hand, and `ours` holds them. It is
    None where another plugin parses the content of pages. That plugin is then given lean content, but only where
    `may_swap` tells that no other plugin would see it in place of the page.
    """

    entries: list[Entry] | None
    may_swap: bool
    plain_titles: bool
    ours: list[Entry] = field(default_factory=list)
    _start: int = 0
    _before: Any = None
    _by_hand: bool = False

    @classmethod
    def of(cls, config: MkDocsConfig) -> "SearchIndex":
        """The index of a build that is about to write its pages."""
        modules = [type(plugin).__module__ for plugin in search_plugins(config)]
        may_swap = not others_listen(config, ("page_context",), besides=modules)
        return cls(material_search_entries(config), may_swap, "search" in config.plugins)

    @property
    def others(self) -> Sequence[Entry]:
        """The entries so far of pages that are not ours."""
        ours = set(map(id, self.ours))
        return [entry for entry in self.entries or () if id(entry) not in ours]

    def add(self, entries: Iterable[Entry]) -> None:
        """Add entries of ours."""
        found = list(entries)
        self.ours += found
        if self.entries is not None:
            self.entries += found

    def begin(self, page: AtlasPage) -> None:
        """Prepare a drawn page for the search plugin, which is about to look at it."""
        self._before, self._by_hand = None, self.entries is not None and page.is_as_drawn
        if self.entries is not None:
            self._start = len(self.entries)
            if self._by_hand:
                self._before = page.meta.get("search")
                page.meta["search"] = {"exclude": True}
        elif self.may_swap and page.is_as_drawn:
            self._before = page.content, page.toc, page.title
            page.content, page.toc = lean_html_of(page.sections or ()), contents_to_search(page.sections or ())
            if self.plain_titles:
                page.title = " ".join(page.described.title.split())

    def end(self, page: AtlasPage) -> None:
        """Undo the preparation, and add the entries of a page that the plugin was told to leave out."""
        if self.entries is None:
            if self._before is not None:
                page.content, page.toc, page.title = self._before
            return
        self.ours += self.entries[self._start :]
        if self._by_hand:
            wanted = self._before or {}
            page.meta.pop("search", None)
            if self._before is not None:
                page.meta["search"] = self._before
            if not wanted.get("exclude"):
                boost = {"boost": wanted["boost"]} if "boost" in wanted else {}
                self.add(entry | boost for entry in entries_of(page.described, page.url, page.sections or ()))


def entries_of(page: Page, url: str, sections: Iterable[Section]) -> Iterator[Entry]:
    """The entries for Material's search: one for each searched section of a page, the first for the page itself.

    They are those that the plugin would make of headings and words, without a detour through HTML.
    """
    tags = {"tags": [str(tag) for tag in map(theme_text, page.tags) if tag]} if page.tags else {}
    boost = {"boost": page.boost} if page.boost != 1 else {}
    for number, section in enumerate(section for section in sections if section.searched):
        location = f"{url}#{section.anchor}" if number else url
        title = _text(" ".join(section.title.split())) or str(theme_text(page.title))
        text = "" if not section.words or section.words.isspace() else f"<p>{_text(section.words)}</p>"
        yield {"location": location, "title": title, "text": text, **tags, **boost}


def _text(text: str) -> str:
    return escape(text.replace("\n", " "), quote=False)
