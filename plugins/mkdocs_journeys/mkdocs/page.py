"""A page of the atlas as MkDocs sees it: its content comes from our sections, never from an author's Markdown."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url, meta

from mkdocs_journeys.mkdocs.edit_links import edit_address
from mkdocs_journeys.mkdocs.search.words import rank_of
from mkdocs_journeys.mkdocs.view import internal_banner
from mkdocs_journeys.site.navigation import RowLink, row_of_links
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.environment import theme_text
from mkdocs_journeys.translation.messages import speaking, spoken_language
from mkdocs_journeys.wording import terminal_safe

log = get_plugin_logger(__name__)

PLACEHOLDER = '<div data-journeys="page"></div>'
"""The Markdown of every page of ours: where its content goes, so that plugins may put Markdown above or below it.

Author text stays out of Markdown: a plugin such as macros would run what it finds there.
"""
_BESIDE = '<div class="journeys-beside">\n'
_ID = re.compile(r'\sid="([^"]+)"')


class AtlasPage(MkDocsPage):
    """A MkDocs page that shows a `Page` of the site; `file.edit_uri` must be set before it is made.

    `sections` are those of the last drawing, None while the page is not drawn. `tolerant` pages show what goes wrong
    in a drawing instead of raising it, as they must while a site is served. `lazy` pages are drawn when their turn
    in the second half of a build comes, not in the first, where no plugin asks for content. What it says of an error,
    it says in the language that is spoken when it is made.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(theme_text(page.nav_title or page.title), file, config)
        self.edit_url = edit_address(self.edit_url)
        self.markdown = PLACEHOLDER
        self.described = page
        self.sections: tuple[Section, ...] | None = None
        self.tolerant = False
        self.lazy = False
        self._language = spoken_language().code
        self._html: str | None = None

    @property
    def is_homepage(self) -> bool:
        """Whether this is the site's first page, in a section of the navigation too."""
        return bool(self.is_index and self.file.url in (".", "./", "index.html"))

    def read_source(self, config: MkDocsConfig) -> None:
        """Set Markdown and metadata; what another plugin gives as the source stands above the page."""
        self.sections = None
        source = config.plugins.on_page_read_source(page=self, config=config)
        self.markdown, self.meta = PLACEHOLDER, metadata(self.described, hidden(self.described, config))
        if source is not None:
            text, given = meta.get_data(source)
            self.markdown = f"{text}\n\n{PLACEHOLDER}"
            self.meta |= given
        if self.is_homepage:
            # Material titles the home page with the site's name, unless the page's metadata has a title.
            self.meta.pop("title", None)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set content and table of contents. Raises what the templates raise, unless the page is tolerant."""
        if self.lazy and self.markdown == PLACEHOLDER:
            self.content, self.toc = "", TableOfContents([])
        else:
            self.draw(config, files)

    def draw(self, config: MkDocsConfig, files: Files) -> None:
        """As `render`, for a lazy page too."""
        self.sections = self._drawn()
        permalink = permalink_of(config.mdx_configs.get("toc") or {})
        content, contents = f"{_row(self)}{html_of(self.sections, permalink)}", contents_to_show(self.sections)
        if self.markdown == PLACEHOLDER:
            self.content, self.toc = content, contents
        else:
            super().render(config, files)
            before, _, after = (self.content or "").partition(PLACEHOLDER)
            self.content = f"{before}{content}{after}"
            self.toc = TableOfContents([*self.toc, *contents])
        self._html = self.content

    @property
    def is_drawn(self) -> bool:
        """Whether content and table of contents are there."""
        return self.sections is not None

    @property
    def is_as_drawn(self) -> bool:
        """Whether nobody has changed the content since it was drawn."""
        return self._html is not None and self.content == self._html

    @property
    def present_anchor_ids(self) -> set[str]:
        """Every id on the page, worked out only where a handwritten page links to one."""
        return set(_ID.findall(html_of(self._drawn(), None)))

    @present_anchor_ids.setter
    def present_anchor_ids(self, value: object) -> None:
        """Ignored: MkDocs sets the ids of what it converted itself."""

    def forget(self) -> None:
        """Let go of the drawing, so that a built site of thousands of pages does not stay in memory."""
        self.sections, self._html, self.content, self.toc = None, None, "", TableOfContents([])

    def _drawn(self) -> tuple[Section, ...]:
        if not self.tolerant:
            return self.described.sections
        try:
            return self.described.sections
        except Exception as error:
            log.debug("internal error", exc_info=error)
            reason = terminal_safe(f"{type(error).__name__}: {error}")
            log.info("'%s' cannot be drawn: %s", self.described.uri, reason)
            with speaking(self._language):
                banner = internal_banner(error, kept=False)
            return (Section("not-drawn", self.described.title, 1, banner),)


def hidden(page: Page, config: MkDocsConfig) -> list[str]:
    """What a wide page leaves out, in Material's terms; the navigation only where tabs stand in for it."""
    if not page.wide:
        return []
    tabs = "navigation.tabs" in config.theme.get("features", ())
    return ["navigation", "toc"] if tabs else ["toc"]


def _row(page: AtlasPage) -> Markup:
    """Links to the pages of the page's section, where the page leaves the theme's navigation out."""
    section = page.parent
    if section is None or "navigation" not in page.meta.get("hide", ()):
        return Markup()
    first = [(item, next(pages_in([item]), None)) for item in section.children or ()]
    links = [
        RowLink(unescape(item.title or ""), get_relative_url(target.url, page.url), item is page)
        for item, target in first
        if target is not None
    ]
    return row_of_links(unescape(section.title or ""), links)


def pages_in(items: Iterable[StructureItem]) -> Iterator[MkDocsPage]:
    """The pages of a navigation, or of a part of it, in their order."""
    for item in items:
        if isinstance(item, MkDocsPage):
            yield item
        yield from pages_in(getattr(item, "children", None) or ())


def metadata(page: Page, hide: Sequence[str] = ()) -> dict[str, Any]:
    """What themes and plugins read as a page's front matter, escaped.

    The title is there too: Material unescapes `page.title` inside <title>, but not `page.meta.title`.
    """
    optional: dict[str, Any] = {
        "description": theme_text(page.description),
        "tags": [theme_text(tag) for tag in page.tags],
        "hide": list(hide),
        "search": {"boost": rank} if (rank := rank_of(page)) != 1 else {},
    }
    return {"title": theme_text(page.title)} | {name: value for name, value in optional.items() if value}


class Permalink(NamedTuple):
    """The link beside a heading, as Python-Markdown's toc extension is configured to draw it."""

    text: Markup
    title: str
    css_class: str
    leading: bool


def permalink_of(options: Mapping[str, Any]) -> Permalink | None:
    """Read the options of the toc extension (`config.mdx_configs["toc"]`); None where it draws no link."""
    wanted = options.get("permalink", False)
    text = str(wanted).strip()
    if text.lower() in ("", "0", "false", "no", "off", "none"):
        return None
    pilcrow = wanted is True or text.lower() in ("1", "true", "yes", "on")
    return Permalink(
        text=Markup("&para;") if pilcrow else escape(text),
        title=str(options.get("permalink_title", "Permanent link")),
        css_class=str(options.get("permalink_class", "headerlink")),
        leading=bool(options.get("permalink_leading", False)),
    )


def html_of(sections: Iterable[Section], permalink: Permalink | None) -> str:
    """The body of a page: each heading with its id and link, then the section's html; narrow ones share a box."""
    parts: list[str] = []
    for narrow, run in groupby(sections, lambda section: section.narrow):
        drawn = [_section(section, permalink) for section in run]
        parts += [_BESIDE, *(f"<section>\n{one}</section>\n" for one in drawn), "</div>\n"] if narrow else drawn
    return "".join(parts)


def _section(section: Section, permalink: Permalink | None) -> str:
    html = f"{_heading(section, permalink) if section.headed else ''}{section.html}"
    return f"{html}\n" if html else ""


def lean_html_of(sections: Iterable[Section]) -> str:
    """What a search plugin that parses HTML is given: each searched section's heading with its id, and its words."""
    return "".join(
        f"{_heading(section, None)}<p>{escape(section.words)}</p>\n" for section in sections if section.searched
    )


def contents_to_show(sections: Iterable[Section]) -> TableOfContents:
    """The listed sections, nested by level; their titles are HTML, as themes expect."""
    return _nested((section for section in sections if section.listed), theme_text)


def contents_to_search(sections: Iterable[Section]) -> TableOfContents:
    """Every searched section, listed or not; titles are plain text, as MkDocs' own search escapes them."""
    return _nested((section for section in sections if section.searched), str)


def _nested(sections: Iterable[Section], text: Callable[[str], str]) -> TableOfContents:
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for section in sections:
        entry = AnchorLink(text(section.title), section.anchor, section.level)
        while above and above[-1].level >= entry.level:
            above.pop()
        (above[-1].children if above else top).append(entry)
        above.append(entry)
    return TableOfContents(top)


def _heading(section: Section, permalink: Permalink | None) -> str:
    level, anchor, inner = section.level, escape(section.anchor), str(theme_text(section.title))
    if permalink is not None:
        title = f' title="{escape(permalink.title)}"' if permalink.title else ""
        link = f'<a class="{escape(permalink.css_class)}" href="#{anchor}"{title}>{permalink.text}</a>'
        inner = f"{link}{inner}" if permalink.leading else f"{inner}{link}"
    return f'<h{level} id="{anchor}">{inner}</h{level}>\n'
