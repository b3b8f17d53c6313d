"""How pages get into a build: printed ahead, or drawn within MkDocs' own loop where others want to see them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.drawing import drawn_or_told
from mkdocs_journeys.host.printing.printer import Printed, Printer
from mkdocs_journeys.host.printing.search import Entry, decoded, end_with
from mkdocs_journeys.host.progress import Progress
from mkdocs_journeys.site.page import Section


class Prints(Protocol):
    """Something that has finished pages, or makes them."""

    def printed(self, page: AtlasPage) -> Printed:
        """The finished page. Raises what the templates raise."""

    def rest(self, page: AtlasPage, turns: Sequence[File], step: Callable[[int], None]) -> list[str]:
        """What search finds on pages after this one, encoded, that it writes and whose turns it takes away.

        `step` is told of each: how many others are written beside.
        """

    def stop(self) -> None:
        """Nothing more is wanted."""


@dataclass(frozen=True, slots=True)
class OneByOne:
    """Each page is printed when its turn comes."""

    printer: Printer

    def printed(self, page: AtlasPage) -> Printed:
        """The finished page. Raises what the templates raise."""
        return self.printer.print(page, page.described.sections)

    def rest(self, page: AtlasPage, turns: Sequence[File], step: Callable[[int], None]) -> list[str]:
        """Every page has its turn."""
        return []

    def stop(self) -> None:
        """There is nothing to end."""


@dataclass(slots=True)
class Press:
    """Puts finished pages into the build, and what is on them into the search index."""

    config: MkDocsConfig
    index: list[Entry]
    pages: Prints
    progress: Progress
    banner: str = ""
    found: int = 0

    def open(self, page: AtlasPage) -> None:
        """Before search looks at a page that is empty to it; what it finds there is taken back."""
        self.found = len(self.index)

    def put(self, page: AtlasPage, turns: Sequence[File]) -> None:
        """The finished page; of `turns`, all that MkDocs goes through, those go that need none any more.

        Raises what the templates raise.
        """
        printed = self.pages.printed(page)
        self.index[self.found :] = printed.entries
        page.printed = printed.html(self.banner)
        self.progress.step()
        texts = self.pages.rest(page, turns, self.progress.step)
        if texts and turns[-1] is page.file:
            end_with(self.config, texts)
        else:
            self.index.extend(entry for text in texts for entry in decoded(text))

    def stop(self) -> None:
        """The build is over."""
        self.progress.end()
        self.pages.stop()


@dataclass(slots=True)
class Loop:
    """Lets a page through MkDocs' own loop: lean for search plugins, whole for the theme."""

    config: MkDocsConfig
    progress: Progress
    banner: str = ""
    serving: bool = False
    sections: tuple[Section, ...] = ()

    def open(self, page: AtlasPage) -> None:
        """Draws the page for those who index it. Raises what the templates raise, but not while serving."""
        self.sections = drawn_or_told(page.described)[0] if self.serving else page.described.sections
        page.show_to_search(self.sections, plain="search" in self.config.plugins)

    def put(self, page: AtlasPage, turns: Sequence[File]) -> None:
        """The whole page, with the banner above it; each page needs its turn."""
        page.show_to_theme(self.sections)
        page.content = f"{self.banner}{page.content}"
        self.sections = ()
        self.progress.step()

    def stop(self) -> None:
        """The build is over."""
        self.progress.end()
