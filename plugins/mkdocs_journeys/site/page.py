"""Pages made of sections, and assets: the site as plain values, for any host."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

CARD_SIZE = (1200, 630)
"""The width and height of the picture beside a link to a page, in pixels: what programs that show links ask for."""


class Section(NamedTuple):
    """A part of a page, with an entry in search unless `searched` is False.

    `html` is the body without the heading; `words` are plain text for search.
    `level` is the heading's level: 1 for the page's first section, 2 and 3 below it.
    `listed` sections stand in the table of contents, `headed` ones get a heading from the host. Search lands on
    `anchor` in any case: without a heading, the html of some section holds the element with that id.
    `counted` is the number of things in it, for links to it; "" where there is nothing to count.
    `narrow` ones may stand beside each other on a wide screen.
    """

    anchor: str
    title: str
    level: int
    html: Markup = Markup()
    words: str = ""
    listed: bool = True
    headed: bool = True
    searched: bool = True
    counted: str = ""
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `uri` is its source-like path (`journeys/buy.md`), `source` the YAML behind it.

    `draw` renders the sections on demand. Pages are equal if all fields but `draw` and `description` are: then only
    what they show may differ.
    `source` is relative to the project's root, None for a page that gathers many files.
    `kind` is the name of the entry of `site.PAGE_KINDS` that yields the page; `thing` is the (kind, id) of the thing
    of the atlas that the page is about, None for any other page.
    `wide` pages want the whole width. `nav_title` is what a navigation calls the page, "" where that is its title.
    `label` is what search calls the kind of thing that the page is about, or an index gathers; "" for neither.
    `other_words` are words for an index that its title does not hold. `twin` is where the page is as Markdown, "" for
    nowhere, `feed` where its news are as a feed, and `card` the picture beside links to it.
    """

    uri: str
    title: str
    draw: Callable[[], Iterable[Section]] = field(compare=False)
    description: str = field(default="", compare=False)
    source: str | None = None
    in_nav: bool = False
    wide: bool = False
    nav_title: str = ""
    tags: tuple[str, ...] = ()
    kind: str = ""
    thing: tuple[str, str] | None = None
    label: str = ""
    other_words: str = ""
    twin: str = ""
    feed: str = ""
    card: str = ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, rendered on each access."""
        return tuple(self.draw())


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site other than a page: its content as `data`, made by `make`, or copied from `path`."""

    uri: str
    data: bytes | None = None
    path: str | None = None
    make: Callable[[], bytes] | None = field(default=None, compare=False)

    @property
    def content(self) -> bytes:
        """The content of an asset without `path`."""
        return self.make() if self.make else self.data or b""
