"""The frame that Material puts around the content of a page, rendered once for all pages that share it.

Outside the navigation two pages of one folder differ in a few values only, such as their title. A frame is a
made-up page rendered by the theme, cut at the marks that stand for each value. It is used only where a second
made-up page, of awkward values, comes out of it just as it comes out of the theme; else every page is rendered by
the theme. Why it is worth its lines: docs/adr/0003-theme-frame.md.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink

from mkdocs_journeys.mkdocs.compat import has_only_material_templates
from mkdocs_journeys.mkdocs.page import AtlasPage, contents_to_show
from mkdocs_journeys.site.page import Page, Section

Render = Callable[[AtlasPage], str]
"""Renders a drawn page by the theme."""
Values = tuple[bytes, ...]
"""What differs from page to page, as HTML in UTF-8: title, description, addresses, content, tags, headings."""
_CONTENT = 4
"""The number of the content."""
_AWKWARD = 'edit/blob/raw & "=<é 二 {{ 7 }} %20 <b>\\1</b>'
_HEADING = b"<h1"
"""The theme writes a heading of its own above content without one."""


@dataclass(frozen=True, slots=True)
class ThemeFrame:
    """A page of the theme in pieces, each a text or the number of a value; `upwards` are pieces with a `../`."""

    pieces: tuple[bytes | int, ...]
    upwards: bytes

    def with_values(self, values: Values) -> bytes:
        """The page with these values."""
        return b"".join([values[piece] if isinstance(piece, int) else piece for piece in self.pieces])


@dataclass(frozen=True, slots=True)
class ThemeFrames:
    """The frames of one build, each made and proven when the first page asks for it."""

    config: MkDocsConfig
    nav: Navigation
    render: Render
    made: dict[Hashable, ThemeFrame | None] = field(default_factory=dict)

    def around(self, page: AtlasPage) -> bytes | None:
        """A drawn page in its frame; None where only the theme itself can render it.

        Raises what the templates raise.
        """
        if page.is_index or any(page is one for one in self.nav.pages):
            return None
        headings = tuple(_all(page.toc))
        values = _values(page, headings)
        key = _key(page, values, headings)
        if key not in self.made:
            self.made[key] = self._proven(page) if has_only_material_templates(self.config.theme) else None
        frame = self.made[key]
        # What the theme links below a page of this name has a shorter link on the page itself.
        return None if frame is None or utf8(f"../{page.file.name}") in frame.upwards else frame.with_values(values)

    def _proven(self, page: AtlasPage) -> ThemeFrame | None:
        heading = _HEADING.decode() if _HEADING.decode() in (page.content or "") else ""
        marked = self._made_up(page, "journeysMark", heading)
        numbers = {mark: number for number, mark in enumerate(_values(marked, _all(marked.toc))) if mark}
        texts = re.split(b"(%b)" % b"|".join(map(re.escape, numbers)), utf8(self.render(marked)))
        pieces = tuple([numbers.get(text, text) for text in texts])
        if _CONTENT not in pieces:
            return None
        upwards = b"\n".join(piece for piece in pieces if isinstance(piece, bytes) and b"../" in piece)
        frame = ThemeFrame(pieces, upwards)
        awkward = self._made_up(page, "other", heading, _AWKWARD)
        expected = utf8(self.render(awkward))
        return frame if frame.with_values(_values(awkward, _all(awkward.toc))) == expected else None

    def _made_up(self, page: AtlasPage, name: str, heading: str, more: str = "") -> AtlasPage:
        """A page that is to the theme what `page` is, but for each value, which is a name of its own and `more`."""
        described = Page(
            uri=f"{_folder(page)}/{name}.md".lstrip("/"),
            title=f"{name}Title{more}",
            draw=tuple,
            description=f"{name}Text{more}" if page.described.description else "",
            wide=page.described.wide,
            tags=tuple(f"{name}Tag{n}s{more}" for n, _ in enumerate(page.described.tags)),
            kind=page.described.kind,
        )
        made = AtlasPage(described, File.generated(self.config, described.uri, content=""), self.config)
        made.read_source(self.config)
        made.edit_url = f"{name}Edit{more}" if page.edit_url else None
        made.canonical_url = f"{name}Site{more}" if page.canonical_url else None
        headings = [
            Section(f"{name}Id{n}s", f"{name}At{n}s{more}", link.level) for n, link in enumerate(_all(page.toc))
        ]
        made.toc = contents_to_show(headings)
        made.content = f"{heading}{name}Body{more}"
        return made


def _values(page: AtlasPage, headings: Iterable[AnchorLink]) -> Values:
    meta = page.meta
    before = (meta["title"], meta.get("description"), page.edit_url, page.canonical_url, page.content)
    after = (*meta.get("tags", ()), *(text for link in headings for text in (link.title, link.id)))
    return tuple([utf8(text or "") for text in (*before, *after)])


def _key(page: AtlasPage, values: Values, headings: Iterable[AnchorLink]) -> Hashable:
    """Everything else that the theme looks at."""
    hidden, levels = tuple(page.meta.get("hide", ())), tuple([link.level for link in headings])
    kind = page.described.kind
    return _folder(page), kind, tuple(page.meta), hidden, levels, tuple(map(bool, values)), _HEADING in values[_CONTENT]


def _folder(page: AtlasPage) -> str:
    return page.file.src_uri.rpartition("/")[0]


def _all(links: Iterable[AnchorLink]) -> list[AnchorLink]:
    found: list[AnchorLink] = []
    for link in links:
        found.append(link)
        found += _all(link.children) if link.children else ()
    return found


def utf8(html: str) -> bytes:
    """HTML as it stands in a file, encoded as MkDocs does."""
    return html.encode("utf-8", errors="xmlcharrefreplace")
