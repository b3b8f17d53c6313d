"""A save under `serve`: where only journeys have changed, nothing is built but what that changes."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printer
from mkdocs_journeys.host.serving.bringing import bring
from mkdocs_journeys.host.serving.browsers import Nobody, browsers_of
from mkdocs_journeys.host.serving.frames import Frames
from mkdocs_journeys.host.serving.giving_back import give_back
from mkdocs_journeys.host.serving.keeping import Edition, Keeper
from mkdocs_journeys.host.serving.memory import circumstances
from mkdocs_journeys.host.serving.whole import Ground, Record, Whole
from mkdocs_journeys.host.view import View
from mkdocs_journeys.load.loader import without_collecting
from mkdocs_journeys.site.watch import Freshness

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)

LayOut = Callable[[Files, MkDocsConfig, Mapping[str, File]], View]
"""Adds the pages of the atlas, as its files are now, to the files of a build; known ones where they are the same."""


class NotOnlyJourneysError(Exception):
    """MkDocs has to build the whole site; the message says why."""


@dataclass(slots=True, eq=False)
class Saves:
    """Watches MkDocs build a site, and builds it again after a save; MkDocs does where that cannot be sure."""

    keeper: Keeper
    browsers: Nobody = field(default_factory=Nobody)
    record: Record | None = None
    whole: Whole | None = None

    def begin(self, config: MkDocsConfig, journeys: str, templates: str | None) -> None:
        """MkDocs begins to build."""
        self.whole, self.record = None, Record(Ground.of(config, journeys, templates))

    def end(self, view: View) -> None:
        """MkDocs has built the whole site."""
        record, self.record = self.record, None
        if record:
            self.whole = record.whole(view, {uri: kept.printed for uri, kept in self.keeper.kept.items()})

    def serve(self, server: "LiveReloadServer", lay_out: LayOut) -> None:
        """From now on a server calls this in place of MkDocs' own builder."""
        build = server.builder
        self.browsers = browsers_of(server)

        def save() -> None:
            if not self.save(lay_out):
                build()

        server.builder = save

    def save(self, lay_out: LayOut) -> bool:
        """Brings the site up to date; False where MkDocs has to."""
        start = time.perf_counter()
        # If anything goes wrong on the way, nobody knows what stands in the site's folder.
        whole, self.whole = self.whole, None
        if whole is None:
            return False
        before = whole.folder.written
        try:
            with without_collecting():
                whole = self._saved(whole, lay_out)
        except NotOnlyJourneysError as reason:
            log.debug("the whole site is built: %s", reason)
            self.browsers.begin_again()
            return False
        except Exception as error:
            log.debug("the whole site is built: %r", error, exc_info=error)
            self.browsers.begin_again()
            return False
        self.whole = whole
        give_back()
        seconds, written = time.perf_counter() - start, whole.folder.written - before
        log.info("Documentation built in %.2f seconds: %d files have changed", seconds, written)
        return True

    def _saved(self, whole: Whole, lay_out: LayOut) -> Whole:
        """The site after a save, and after all those that come before it is over."""
        ground = _ground(whole)
        if ground == whole.ground and self.browsers.is_told_only_of(_places(whole.config)):
            self.browsers.leave()
            return whole
        if ground.files == whole.ground.files:
            raise NotOnlyJourneysError("something else has changed")
        now, edition = laid_out(whole, ground, lay_out, self.keeper)
        while not bring(whole, now, edition, self.browsers):
            self.browsers.wait_for_calm()
            whole, ground = now, _ground(now)
            if ground != whole.ground:
                self.browsers.begin_again()
                now, edition = laid_out(whole, ground, lay_out, self.keeper)
        self.browsers.end()
        return replace(now, listed=now.files.documentation_pages())


def laid_out(whole: Whole, ground: Ground, lay_out: LayOut, keeper: Keeper) -> tuple[Whole, Edition]:
    """The site as it is to be, and its pages. Raises NotOnlyJourneysError; nothing is written."""
    if ground.others != whole.ground.others:
        raise NotOnlyJourneysError("something else has changed")
    files = Files(whole.others)
    view = lay_out(files, whole.config, whole.known)
    printer = Printer(whole.config, whole.printer.env, whole.printer.nav, files.documentation_pages())
    frames = Frames(printer)
    if view.items is None or view.world is None:
        raise NotOnlyJourneysError("there is no atlas")
    if circumstances(view.world.settings) != keeper.circumstances:
        raise NotOnlyJourneysError("it is another day, or templates have changed")
    _demand_same_frame(whole, files, view, frames, keeper)
    for uri, file in whole.known.items():
        if files.src_uris.get(uri) is not file:
            _let_go(file)
        if uri not in files.src_uris:
            keeper.forget(uri)
    edition = keeper.next_edition(printer, Freshness(view.world), frames)
    return replace(whole, ground=ground, printer=printer, files=files, view=view), edition


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


def _let_go(file: File) -> None:
    """A file and its page hold each other, and so would hold the atlas that the page was to be drawn from."""
    if isinstance(file.page, AtlasPage):
        file.page.described = replace(file.page.described, draw=tuple)


def _ground(whole: Whole) -> Ground:
    return Ground.of(whole.config, whole.ground.journeys, whole.ground.templates)


def _places(config: MkDocsConfig) -> set[str]:
    """All that a `Ground` is told of."""
    places = (config.docs_dir, config.config_file_path, *config.watch)
    # As MkDocs has it, which does not resolve links.
    return {os.path.abspath(place) for place in places if place}  # noqa: PTH100
