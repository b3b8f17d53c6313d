"""A page of the atlas as MkDocs sees it: nothing of it passes through Markdown."""

import re
from collections.abc import Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import TableOfContents

from mkdocs_journeys.host.body import Permalink, full_body, lean_body, parts_of_body
from mkdocs_journeys.host.contents import contents_to_search, contents_to_show
from mkdocs_journeys.host.edit import edit_address
from mkdocs_journeys.host.text import theme_text, utf8
from mkdocs_journeys.site.page import Page, Section

_ID = re.compile(r'\sid="([^"]+)"')


class AtlasPage(HostPage):
    """Holds a `Page` of the site; `file.edit_uri` must be set before it is made.

    It is drawn only when MkDocs writes it, and forgotten when it is written. A search plugin reads `content`
    in `on_page_context`; so that is the lean body until then, and `show_to_theme` puts the whole page in its place.
    `printed` is the finished page where it was printed ahead.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig, permalink: Permalink | None) -> None:
        super().__init__(theme_text(page.title), file, config)
        self.edit_url = edit_address(self.edit_url)
        self.described = page
        self.printed = ""
        self._permalink = permalink
        self._front_title = theme_text(page.title)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown; what front matter would say comes from the page."""
        self.markdown = ""
        self.meta = metadata(self.described, hidden(self.described, config))

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing is drawn yet."""
        self.forget()

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """Every id on the page, asked for only where a handwritten page links to one."""
        return set(_ID.findall(full_body(self.described.sections, None)))

    def show_to_search(self, sections: Sequence[Section], *, plain: bool) -> None:
        """Every section with its words; `plain` titles for MkDocs' own search plugin, which escapes them itself."""
        if plain:
            self.title = " ".join(self.described.title.split())
        self.toc = contents_to_search(sections) if plain else contents_to_show(sections)
        self.content = lean_body(sections)

    def show_to_theme(self, sections: Sequence[Section]) -> None:
        """The whole page, with titles that are safe to write into HTML."""
        self.show_headings(sections)
        self.content = full_body(sections, self._permalink)

    def show_headings(self, sections: Sequence[Section]) -> None:
        """All but the content, which is `encoded_content`."""
        self.title = self._front_title
        self.toc = contents_to_show(sections)
        if self.is_homepage:
            self.meta.pop("title", None)

    def encoded_content(self, sections: Sequence[Section]) -> bytes:
        """The content in UTF-8: a page in one text takes four bytes for each character where there is one emoji."""
        return b"".join(map(utf8, parts_of_body(sections, self._permalink)))

    def forget(self) -> None:
        """Lets go of all that was drawn."""
        self.printed = ""
        self.content = ""
        self.toc = TableOfContents([])


def hidden(page: Page, config: MkDocsConfig) -> list[str]:
    """What a wide page leaves out; the navigation only where tabs stand in for it."""
    if not page.wide:
        return []
    tabs = "navigation.tabs" in config.theme.get("features", ())
    return ["navigation", "toc"] if tabs else ["toc"]


def metadata(page: Page, hide: Sequence[str] = ()) -> dict[str, Any]:
    """What themes and plugins read as a page's front matter, escaped.

    The title is there too: Material unescapes `page.title` inside <title>, but not `page.meta.title`.
    """
    optional: dict[str, Any] = {
        "description": theme_text(page.description),
        "tags": [theme_text(tag) for tag in page.tags],
        "hide": list(hide),
    }
    return {"title": theme_text(page.title)} | {name: value for name, value in optional.items() if value}
