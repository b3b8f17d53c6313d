"""The search index of a build: the words of our pages' sections, not the HTML around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journeys.mkdocs.compat import Entry, material_search_entries, others_listen, search_plugins
from mkdocs_journeys.mkdocs.page import AtlasPage, contents_to_search, lean_html_of
from mkdocs_journeys.mkdocs.search.words import rank_of, searched_sections
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.environment import theme_text

_READ_BY_SEARCH = ("tags", "search")
"""What Material's search reads of a page's front matter."""


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
            self._before = {name: page.meta[name] for name in _READ_BY_SEARCH if name in page.meta}
            if self._by_hand:
                page.meta["search"] = {"exclude": True}
            elif page.described.label:
                page.meta["tags"] = [theme_text(page.described.label)]
        elif self.may_swap and page.is_as_drawn:
            self._before = page.content, page.toc, page.title
            sections = tuple(searched_sections(page.described, page.sections or (), labelled=True))
            page.content, page.toc = lean_html_of(sections), contents_to_search(sections)
            if self.plain_titles:
                page.title = " ".join(page.described.title.split())

    def end(self, page: AtlasPage) -> None:
        """Undo the preparation, and add the entries of a page that the plugin was told to leave out."""
        if self.entries is None:
            if self._before is not None:
                page.content, page.toc, page.title = self._before
            return
        self.ours += self.entries[self._start :]
        for name in _READ_BY_SEARCH:
            page.meta.pop(name, None)
        page.meta.update(self._before)
        wanted = self._before.get("search") or {}
        if self._by_hand and not wanted.get("exclude"):
            is_of_another = wanted.get("boost", 1) != rank_of(page.described)
            boost = {"boost": wanted["boost"]} if "boost" in wanted and is_of_another else {}
            self.add(entry | boost for entry in entries_of(page.described, page.url, page.sections or ()))


def entries_of(page: Page, url: str, sections: Iterable[Section]) -> Iterator[Entry]:
    """The entries for Material's search: one for each searched section of a page, the first for the page itself.

    They are those that the plugin would make of headings and words, without a detour through HTML. Only the page
    itself has a rank, and the kind of its thing as a tag: results show it, and who searches for a kind finds all of
    it. Tags of authors are words like others, as any tag outweighs all titles.
    """
    rank, label = rank_of(page), str(theme_text(page.label))
    for number, section in enumerate(searched_sections(page, sections)):
        location = f"{url}#{section.anchor}" if number else url
        title = _text(" ".join(section.title.split())) or str(theme_text(page.title))
        text = "" if not section.words or section.words.isspace() else f"<p>{_text(section.words)}</p>"
        tags = {"tags": [label]} if label and not number else {}
        boost = {"boost": rank} if rank != 1 and not number else {}
        yield {"location": location, "title": title, "text": text, **tags, **boost}


def _text(text: str) -> str:
    return escape(text.replace("\n", " "), quote=False)
