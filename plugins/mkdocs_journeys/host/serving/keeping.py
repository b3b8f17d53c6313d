"""Pages kept from one build of `serve` to the next: as they were printed, and those of the navigation as drawn."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from mkdocs.structure.files import File

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.drawing import drawn_or_told
from mkdocs_journeys.host.printing.printer import Printed, Printer
from mkdocs_journeys.host.printing.search import Entries
from mkdocs_journeys.host.serving.frames import Digests, Frames
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.watch import Freshness, Notes, Watch

Sections = tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A printed page with all that it was made from: its facts, its looks into the atlas, the theme around it.

    `described` cannot draw any more: it would hold the whole world of its build. `sections` are kept of a page in
    the navigation only: the theme draws each of those in a way of its own.
    """

    described: Page
    edit_url: str | None
    notes: Notes
    frame: bytes
    printed: Printed
    sections: Sections | None


@dataclass(slots=True)
class Keeper:
    """Remembers pages over the builds of one `serve`. `circumstances` is what else they all depend on."""

    watch: Watch = field(default_factory=Watch)
    circumstances: Hashable = None
    kept: dict[str, Kept] = field(default_factory=dict)
    frames: Digests = field(default_factory=dict)

    def edition(
        self, printer: Printer, freshness: Freshness, circumstances: Hashable, frames: Frames | None = None
    ) -> "Edition":
        """The pages of one build; those that it does not ask for are forgotten after it.

        `frames` are given where they, and all of the navigation, are known to be those of the last build.
        """
        before = self.kept if circumstances == self.circumstances else {}
        around = frames or Frames(printer)
        self.kept, self.circumstances, self.frames = {}, circumstances, around.digests
        return Edition(printer, freshness, self.watch, before, self.kept, around, same_navigation=frames is not None)


@dataclass(frozen=True, slots=True)
class Edition:
    """One build: a page of the last one where it is still right, printed anew where it is not."""

    printer: Printer
    freshness: Freshness
    watch: Watch
    before: dict[str, Kept]
    after: dict[str, Kept]
    frames: Frames
    same_navigation: bool = False

    def printed(self, page: AtlasPage) -> Printed:
        """The finished page; never raises for what is wrong in it."""
        last = self.before.get(page.described.uri)
        if last and not self._is_fresh(last, page):
            last = None
        if last and (last.sections is None or self.same_navigation):
            self.after[page.described.uri] = last
            return last.printed
        return self._print(page, last)

    def rest(self, page: AtlasPage, turns: Sequence[File]) -> Iterable[Entries]:
        """Nothing is written ahead."""
        return ()

    def count(self) -> int:
        """Nothing is written ahead."""
        return 0

    def stop(self) -> None:
        """There is nothing to end."""

    def _print(self, page: AtlasPage, last: Kept | None) -> Printed:
        described = page.described
        right = True
        if last and last.sections is not None:
            sections, notes = last.sections, last.notes
        else:
            with self.watch.noting() as notes:
                sections, right = drawn_or_told(described)
        page.read_source(self.printer.config)
        printed = self.printer.print(page, sections)
        if right:
            drawn = sections if described.in_nav else None
            facts = replace(described, draw=tuple)
            frame = self.frames.around(described)
            self.after[described.uri] = Kept(facts, page.edit_url, notes, frame, printed, drawn)
        return printed

    def _is_fresh(self, last: Kept, page: AtlasPage) -> bool:
        facts = last.described == page.described and last.edit_url == page.edit_url
        return facts and last.frame == self.frames.around(page.described) and self.freshness.holds(last.notes)
