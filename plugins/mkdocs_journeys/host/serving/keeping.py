"""Pages kept from one build of `serve` to the next: as they were printed, and those of the navigation as drawn."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace

from mkdocs.structure.files import File

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.drawing import drawn_or_told
from mkdocs_journeys.host.printing.printer import Printed, Printer
from mkdocs_journeys.host.serving.frames import Digests, Frames
from mkdocs_journeys.host.serving.looks import Looks
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.health.page import URI as HEALTH
from mkdocs_journeys.site.watch import Freshness, Watch

Sections = tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A printed page with all that it was made from but its looks into the atlas: its facts, the theme around it.

    `described` cannot draw any more: it would hold the whole world of its build. `sections` are kept of a page in
    the navigation only: the theme draws each of those in a way of its own.
    """

    described: Page
    edit_url: str | None
    frame: bytes
    printed: Printed
    sections: Sections | None


@dataclass(slots=True)
class Keeper:
    """Remembers pages over the builds of one `serve`. `circumstances` is what else they all depend on."""

    watch: Watch = field(default_factory=Watch)
    circumstances: Hashable = None
    kept: dict[str, Kept] = field(default_factory=dict)
    looks: Looks = field(default_factory=Looks)
    frames: Digests = field(default_factory=dict)

    def edition(self, printer: Printer, freshness: Freshness, circumstances: Hashable) -> "Edition":
        """The pages of one build of MkDocs; those that it does not ask for are forgotten after it."""
        before = self.kept if circumstances == self.circumstances else {}
        around = Frames(printer)
        self.looks.forget_all_but(before)
        self.kept, self.circumstances, self.frames = {}, circumstances, around.digests
        return Edition(printer, freshness, self.watch, self.looks, before, self.kept, around)

    def next_edition(self, printer: Printer, freshness: Freshness, frames: Frames) -> "Edition":
        """The pages after a save that left circumstances, the navigation and these frames as they were.

        A page that it does not ask for is kept for the next one, until it is forgotten.
        """
        self.frames = frames.digests
        self.looks.forget_all_but(self.kept)
        return Edition(printer, freshness, self.watch, self.looks, self.kept, self.kept, frames, same_navigation=True)

    def forget(self, uri: str) -> None:
        """A page is gone."""
        self.kept.pop(uri, None)
        self.looks.forget(uri)


@dataclass(slots=True)
class Edition:
    """One build: a page of the last one where it is still right, printed anew where it is not."""

    printer: Printer
    freshness: Freshness
    watch: Watch
    looks: Looks
    before: dict[str, Kept]
    after: dict[str, Kept]
    frames: Frames
    same_navigation: bool = False
    renewed: bool = False

    def printed(self, page: AtlasPage) -> Printed:
        """The finished page; never raises for what is wrong in it."""
        last = self.before.get(page.described.uri)
        if last and not self._is_fresh(last, page):
            last = None
        if last and (last.sections is None or self.same_navigation):
            self.after[page.described.uri] = last
            return last.printed
        return self.printed_anew(page, last)

    def printed_anew(self, page: AtlasPage, last: Kept | None = None) -> Printed:
        """The finished page, whatever is kept of it; `last` is what is known to be right but for the theme."""
        described = page.described
        uri, right = described.uri, True
        if last and last.sections is not None:
            sections = last.sections
        else:
            with self.watch.noting() as notes:
                sections, right = drawn_or_told(described)
            self.looks.put(uri, notes)
        page.read_source(self.printer.config)
        printed = self.printer.print(page, sections)
        if right:
            drawn = sections if described.in_nav else None
            facts = replace(described, draw=tuple)
            self.after[uri] = Kept(facts, page.edit_url, self.frames.around(described), printed, drawn)
        else:
            self.after.pop(uri, None)
        return printed

    def rest(self, page: AtlasPage, turns: Sequence[File], step: Callable[[int], None]) -> list[str]:
        """Every page has its turn."""
        return []

    def stop(self) -> None:
        """There is nothing to end."""

    def _is_fresh(self, last: Kept, page: AtlasPage) -> bool:
        facts = last.described == page.described and last.edit_url == page.edit_url
        return facts and last.frame == self.frames.around(page.described) and self._holds(page.described.uri)

    def _holds(self, uri: str) -> bool:
        # What one page alone looks at takes as long to work out as all other pages together.
        if not self.renewed:
            self.renewed = True
            self.looks.renew(self.freshness, HEALTH)
        if uri == HEALTH:
            self.looks.renew_one(self.freshness, uri)
        return self.looks.hold(uri)
