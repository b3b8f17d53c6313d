"""Pages of the site in one HTML document without a theme, whose links lead to each other."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urljoin

from markupsafe import Markup, escape

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.addresses import served_at
from mkdocs_journeys.site.assets import assets_of, own_file
from mkdocs_journeys.site.blocks.anchors import with_own_ids
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.translation.languages import language_of
from mkdocs_journeys.translation.messages import speaking

DOCUMENT = "document.html"
"""The name of the document in its folder."""
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_LINK = re.compile(r' (?:xlink:)?(?P<name>href|src)="(?P<to>[^"]*)"')
_ID = re.compile(r' id="([^"]+)"')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LEFT_OUT = ("foot", "stages")
"""Sections that lead to other pages, or that scripts draw."""


class PrintSettings(NamedTuple):
    """How pages are printed: `today` is the day that ages are counted from, `language` that of our own words.

    Links to pages that are not printed lead to the site at `site_url`, "" for none. `paper` is a size of CSS.
    """

    today: date
    language: str = "en"
    site_url: str = ""
    paper: str = "A4"


class PrintedPage(NamedTuple):
    """A page of a document, with the id of its element."""

    page: Page
    anchor: str


def printing_site(atlas: Atlas, settings: PrintSettings) -> SiteContext:
    """The site that documents are made of."""
    made = SiteSettings(settings.today, False, language=settings.language, interface=settings.language)
    return SiteContext(atlas, made, environment())


class PrintedLinks(NamedTuple):
    """Where links lead in a document: `anchors` are the ids of its pages by their path, `ids` all that it has."""

    anchors: Mapping[str, str]
    ids: frozenset[str]
    site_url: str

    def applied(self, html: Markup, folder: str) -> Markup:
        """The HTML of a page in a folder with links of the document; what leads nowhere there is no link."""

        def tag(found: re.Match[str]) -> str:
            return _LINK.sub(lambda link: self._attribute(link, folder), found[0])

        return Markup(_TAG.sub(tag, html))  # noqa: S704 - our own HTML, in which only links are others

    def _attribute(self, found: re.Match[str], folder: str) -> str:
        to = found["to"]
        if to.startswith("#") or _OUTSIDE.match(to):
            return found[0]
        address, _, place = to.partition("#")
        path, _, query = address.partition("?")
        uri = posixpath.normpath(posixpath.join(folder, path))
        if found["name"] == "src":
            return f' src="{uri}"'
        if uri in self.anchors:
            wanted = f"{self.anchors[uri]}-{place}"
            return f' href="#{wanted if wanted in self.ids else self.anchors[uri]}"'
        if not self.site_url or not path:
            return ""
        served = served_at(f"{uri.removesuffix('.html')}.md", True) if uri.endswith(".html") else uri
        rest = f"{'?' if query else ''}{query}{'#' if place else ''}{place}"
        return f' href="{escape(urljoin(self.site_url, served))}{rest}"'


def bodies_of(pages: Sequence[PrintedPage], site_url: str) -> tuple[list[Markup], PrintedLinks]:
    """The HTML of each page, with ids and links of the document, and these links. Raises what the templates raise."""
    drawn = [with_own_ids(_html(one.page.sections), one.anchor, "") for one in pages]
    ids = frozenset(id for html in drawn for tag in _TAG.findall(html) for id in _ID.findall(tag))
    links = PrintedLinks({served_at(one.page.uri, False): one.anchor for one in pages}, ids, site_url)
    folders = [posixpath.dirname(one.page.uri) for one in pages]
    return [links.applied(html, folder) for html, folder in zip(drawn, folders, strict=True)], links


def _html(sections: Iterable[Section]) -> Markup:
    """The body of a page; narrow sections share a box."""
    parts: list[str] = []
    kept = [one for one in sections if one.anchor not in _LEFT_OUT]
    for narrow, run in groupby(kept, lambda section: section.narrow):
        drawn = [f"{_heading(section)}{section.html}\n" for section in run]
        parts += (
            ['<div class="journeys-beside">\n', *(f"<section>{one}</section>\n" for one in drawn), "</div>\n"]
            if narrow
            else drawn
        )
    return Markup("".join(parts))  # noqa: S704 - our own HTML


def _heading(section: Section) -> str:
    level, title = section.level, escape(" ".join(section.title.split()))
    return f'<h{level} id="{escape(section.anchor)}">{title}</h{level}>\n' if section.headed else ""


def document_of(site: SiteContext, template: str, settings: PrintSettings, **values: object) -> bytes:
    """A document of one of our templates."""
    context = site.at("index.md")
    with speaking(settings.language):
        given = {"language": settings.language, "rtl": language_of(settings.language).is_right_to_left}
        return context.render(template, **given, **values).encode("utf-8", "replace")


def files_beside(atlas: Atlas, style: str) -> Iterator[Asset]:
    """What documents load: styles and scripts of the site, a style sheet and a script of ours, all pictures."""
    yield Asset("printed.css", own_file(f"printed/{style}.css").encode())
    yield Asset("size.js", own_file("printed/size.js").encode())
    yield from (one for one in assets_of(atlas) if "/vendor/" not in one.uri)
