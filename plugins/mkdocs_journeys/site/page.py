"""What the site consists of, whoever hosts it: pages made of sections, and files beside them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup


class Section(NamedTuple):
    """A part of a page with a heading of its own.

    `html` is the section's body without its heading; `words` is what search finds, as plain text.
    `level` is the heading's level: 1 for the page's first section, 2 and 3 below it.
    `listed` says whether the table of contents shows it; search lands on it either way, so an element
    with the id `anchor` stands in some section's html even where `headed` is False.
    """

    anchor: str
    title: str
    level: int
    html: Markup = Markup()
    words: str = ""
    listed: bool = True
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `uri` is its source-like path (`journeys/buy.md`), `source` the YAML behind it.

    `draw` makes the sections; a page that nobody writes costs nothing, and a written one is not kept. Pages are
    equal when all but their sections is.
    `source` is relative to the project's root, None for a page that gathers many files.
    `kind` is the name of the entry of `site.PAGE_KINDS` that yields the page; `thing` is the (kind, id) of the thing
    of the atlas that the page is about, None for any other page.
    `wide` pages want the whole width.
    """

    uri: str
    title: str
    draw: Callable[[], Iterable[Section]] = field(compare=False)
    description: str = ""
    source: str | None = None
    in_nav: bool = False
    wide: bool = False
    tags: tuple[str, ...] = ()
    kind: str = ""
    thing: tuple[str, str] | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, drawn anew each time they are asked for."""
        return tuple(self.draw())


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site that is no page: `data` is its content, or `make` makes it, or `path` is the file to copy."""

    uri: str
    data: bytes | None = None
    path: str | None = None
    make: Callable[[], bytes] | None = field(default=None, compare=False)

    @property
    def content(self) -> bytes:
        """What it holds, where that is not a file on disk."""
        return self.make() if self.make else self.data or b""
