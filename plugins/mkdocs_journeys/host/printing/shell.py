"""What Material puts around the content of a page, made once for all pages around which it is the same.

Outside the navigation two pages of one folder differ in nothing but a few values, such as their title. A shell is
a made-up page with a mark in place of each value. It is used only where a second made-up page, of awkward values,
comes out of it just as it comes out of the theme.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink
from mkdocs.theme import Theme
from mkdocs.utils import get_theme_dir

from mkdocs_journeys.host.contents import contents_to_show
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.text import utf8
from mkdocs_journeys.site.page import Page, Section

Render = Callable[[AtlasPage], str]
"""The finished page as the theme makes it."""
Values = tuple[bytes, ...]
"""What differs from page to page, as HTML in UTF-8: title, description, addresses, content, tags, headings."""
_CONTENT = 4
"""The number of the content."""
Pieces = tuple[bytes | int, ...]
_AWKWARD = 'edit/blob/raw & "=<é 二 {{ 7 }} %20 <b>\\1</b>'
_HEADING = b"<h1"
"""The theme writes a heading of its own above content without one."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page in pieces, each a text or the number of a value: what comes before the content, and the rest."""

    before: Pieces
    after: Pieces
    upwards: bytes
    """Those pieces that have a link to above the page."""

    def around(self, values: Values) -> tuple[bytes, bytes]:
        """The page with these values, cut where its content begins."""
        return _put_together(self.before, values), _put_together(self.after, values)

    def may_link_below(self, name: str) -> bool:
        """Whether something may be linked that lies below the page of this name, which has a shorter way to it."""
        return utf8(f"../{name}") in self.upwards


@dataclass(frozen=True, slots=True)
class Shells:
    """The shells of one build."""

    config: MkDocsConfig
    nav: Navigation
    render: Render
    made: dict[Hashable, Shell | None] = field(default_factory=dict)

    def printed(self, page: AtlasPage, content: bytes) -> tuple[bytes, bytes] | None:
        """The finished page with this content, cut where its content begins; None where only the theme can make it.

        Raises what the templates raise.
        """
        if page.is_index or any(page is one for one in self.nav.pages):
            return None
        headings = tuple(_all(page.toc))
        values = _values(page, headings, content)
        key = _key(page, values, headings)
        if key not in self.made:
            self.made[key] = self._proven(page, content) if has_known_templates(self.config.theme) else None
        shell = self.made[key]
        return None if shell is None or shell.may_link_below(page.file.name) else shell.around(values)

    def _proven(self, page: AtlasPage, content: bytes) -> Shell | None:
        heading = _HEADING.decode() if _HEADING in content else ""
        marked = self._made_up(page, "journeysMark", heading)
        numbers = {mark: number for number, mark in enumerate(_values_of(marked)) if mark}
        texts = re.split(b"(%b)" % b"|".join(map(re.escape, numbers)), utf8(self.render(marked)))
        pieces = [numbers.get(text, text) for text in texts]
        if _CONTENT not in pieces:
            return None
        start = pieces.index(_CONTENT)
        upwards = b"\n".join(piece for piece in pieces if isinstance(piece, bytes) and b"../" in piece)
        shell = Shell(tuple(pieces[:start]), tuple(pieces[start:]), upwards)
        awkward = self._made_up(page, "other", heading, _AWKWARD)
        return shell if b"".join(shell.around(_values_of(awkward))) == utf8(self.render(awkward)) else None

    def _made_up(self, page: AtlasPage, name: str, heading: str, more: str = "") -> AtlasPage:
        """A page that is to the theme what `page` is, but for each value, which is a name of its own and `more`."""
        described = Page(
            uri=f"{_folder(page)}/{name}.md".lstrip("/"),
            title=f"{name}Title{more}",
            draw=tuple,
            description=f"{name}Text{more}" if page.described.description else "",
            wide=page.described.wide,
            tags=tuple(f"{name}Tag{n}s{more}" for n, _ in enumerate(page.described.tags)),
        )
        made = AtlasPage(described, File.generated(self.config, described.uri, content=""), self.config, None)
        made.read_source(self.config)
        made.edit_url = f"{name}Edit{more}" if page.edit_url else None
        made.canonical_url = f"{name}Site{more}" if page.canonical_url else None
        headings = [
            Section(f"{name}Id{n}s", f"{name}At{n}s{more}", link.level) for n, link in enumerate(_all(page.toc))
        ]
        made.toc = contents_to_show(headings)
        made.content = f"{heading}{name}Body{more}"
        return made


def has_known_templates(theme: Theme) -> bool:
    """Whether every template is one of Material's own, whose ways with a page are known."""
    own = Path(get_theme_dir("material")) if theme.name == "material" else None
    return own is not None and all(
        Path(folder) == own or not any(Path(folder).rglob("*.html")) for folder in theme.dirs
    )


def _put_together(pieces: Pieces, values: Values) -> bytes:
    return b"".join([values[piece] if isinstance(piece, int) else piece for piece in pieces])


def _values_of(made_up: AtlasPage) -> Values:
    return _values(made_up, _all(made_up.toc), utf8(made_up.content or ""))


def _values(page: AtlasPage, headings: Iterable[AnchorLink], content: bytes) -> Values:
    meta = page.meta
    before = (meta["title"], meta.get("description"), page.edit_url, page.canonical_url)
    after = (*meta.get("tags", ()), *(text for link in headings for text in (link.title, link.id)))
    return (*(utf8(text or "") for text in before), content, *map(utf8, after))


def _key(page: AtlasPage, values: Values, headings: Iterable[AnchorLink]) -> Hashable:
    """All else that the theme looks at."""
    hidden, levels = tuple(page.meta.get("hide", ())), tuple([link.level for link in headings])
    return _folder(page), tuple(page.meta), hidden, levels, tuple(map(bool, values)), _HEADING in values[_CONTENT]


def _folder(page: AtlasPage) -> str:
    return page.file.src_uri.rpartition("/")[0]


def _all(links: Iterable[AnchorLink]) -> list[AnchorLink]:
    found: list[AnchorLink] = []
    for link in links:
        found.append(link)
        found += _all(link.children) if link.children else ()
    return found
