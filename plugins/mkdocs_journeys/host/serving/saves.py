"""A save under `serve`: where only journeys have changed, nothing is built but what that changes."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printed, Printer
from mkdocs_journeys.host.serving.frames import Frames
from mkdocs_journeys.host.serving.keeping import Keeper
from mkdocs_journeys.host.serving.memory import circumstances
from mkdocs_journeys.host.serving.whole import Ground, Record, Whole
from mkdocs_journeys.host.serving.writing import assets_among, write_changes
from mkdocs_journeys.host.view import View
from mkdocs_journeys.load.collecting import without_collecting
from mkdocs_journeys.site.watch import Freshness

log = get_plugin_logger(__name__)

LayOut = Callable[[Files, MkDocsConfig, Mapping[str, File]], View]
"""Adds the pages of the atlas, as its files are now, to the files of a build; known ones where they are the same."""


class NotOnlyJourneysError(Exception):
    """MkDocs has to build the whole site; the message says why."""


@dataclass(slots=True, eq=False)
class Saves:
    """Watches MkDocs build a site, and builds it again after a save; MkDocs does where that cannot be sure."""

    keeper: Keeper
    record: Record | None = None
    whole: Whole | None = None

    def begin(self, config: MkDocsConfig, journeys: str, templates: str | None) -> None:
        """MkDocs begins to build."""
        self.whole, self.record = None, Record(Ground.of(config, journeys, templates))

    def end(self, view: View) -> None:
        """MkDocs has built the whole site."""
        record, self.record = self.record, None
        if record and record.files is not None:
            printed = {uri: kept.printed for uri, kept in self.keeper.kept.items()}
            self.whole = record.whole(view, printed, assets_among(record.files, record.others))

    def around(self, build: Callable[[], object], lay_out: LayOut) -> Callable[[], None]:
        """What to call in place of MkDocs' own `build`."""

        def save() -> None:
            if not self.save(lay_out):
                build()

        return save

    def save(self, lay_out: LayOut) -> bool:
        """Brings the site up to date; False where MkDocs has to."""
        start = time.perf_counter()
        # If anything goes wrong on the way, nobody knows what stands in the site's folder.
        whole, self.whole = self.whole, None
        if whole is None:
            return False
        try:
            with without_collecting():
                self.whole, written = saved(whole, lay_out, self.keeper)
        except NotOnlyJourneysError as reason:
            log.debug("the whole site is built: %s", reason)
            return False
        except Exception as error:
            log.debug("the whole site is built: %r", error, exc_info=error)
            return False
        seconds = time.perf_counter() - start
        log.info("Documentation built in %.2f seconds: %d files have changed", seconds, written)
        return True


def saved(whole: Whole, lay_out: LayOut, keeper: Keeper) -> tuple[Whole, int]:
    """The site after a save, and the number of files that were written or removed.

    Raises NotOnlyJourneysError, before anything is written, and whatever the templates raise.
    """
    ground = Ground.of(whole.config, whole.ground.journeys, whole.ground.templates)
    if ground.others != whole.ground.others or ground.files == whole.ground.files:
        raise NotOnlyJourneysError("something else has changed")
    files = Files(whole.others)
    view = lay_out(files, whole.config, whole.known)
    before = whole.printer
    printer = Printer(before.config, before.env, before.nav, files.documentation_pages())
    frames = Frames(printer)
    if view.items is None or view.world is None:
        raise NotOnlyJourneysError("there is no atlas")
    around = circumstances(view.world.settings)
    if around != keeper.circumstances:
        raise NotOnlyJourneysError("it is another day, or templates have changed")
    _demand_same_frame(whole, files, view, frames, keeper)
    edition = keeper.edition(printer, Freshness(view.world), around, frames)
    pages = [file.page for file in printer.files if isinstance(file.page, AtlasPage)]
    printed: dict[str, Printed] = {page.file.src_uri: edition.printed(page) for page in pages}
    now = Whole(
        ground,
        printer,
        whole.others,
        whole.handwritten,
        whole.entries,
        files,
        view,
        printed,
        assets_among(files, whole.others),
    )
    return now, write_changes(whole, now)


def _demand_same_frame(whole: Whole, files: Files, view: View, frames: Frames, keeper: Keeper) -> None:
    """What surrounds our pages, and the pages that are not ours, may stay as they are."""
    if view.banner != whole.view.banner and any(one.printed is None for one in whole.handwritten):
        raise NotOnlyJourneysError("a banner has no place on a page")
    if _in_navigation(files) != _in_navigation(whole.files):
        raise NotOnlyJourneysError("the navigation has changed")
    same_pages = files.documentation_pages() == whole.files.documentation_pages()
    come_or_gone = {PurePosixPath(uri).stem for uri in files.src_uris.keys() ^ whole.files.src_uris.keys()}
    if not same_pages and any(_may_tell_of(one.page, come_or_gone) for one in whole.handwritten):
        raise NotOnlyJourneysError("a handwritten page may tell of what has come or gone")
    if not frames.are_still(keeper.frames, all_of_them=not same_pages):
        raise NotOnlyJourneysError("the theme shows it on other pages")


def _in_navigation(files: Files) -> list[File]:
    return [file for file in files if isinstance(file.page, AtlasPage) and file.page.described.in_nav]


def _may_tell_of(page: HostPage, names: Iterable[str]) -> bool:
    """With a template of its own a page may show every page that there is."""
    return "template" in page.meta or any(name in (page.markdown or "") for name in names)
