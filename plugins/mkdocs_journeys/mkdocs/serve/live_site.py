"""The site while `mkdocs serve` runs: a save reloads the atlas, and a page is rendered when a browser asks for it.

Nothing of a page is kept, so nothing of it can be stale. What is not the atlas' own (handwritten pages, the theme's
files, what other plugins write) is built by MkDocs, at the latest when it is asked for.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime

from mkdocs_journeys.mkdocs.compat import (
    PAGE_EVENTS,
    SITE_EVENTS,
    Entry,
    material_search_entries,
    others_listen,
    search_plugins,
)
from mkdocs_journeys.mkdocs.frames.theme_frame import utf8
from mkdocs_journeys.mkdocs.page import AtlasPage
from mkdocs_journeys.mkdocs.render import write_whole
from mkdocs_journeys.mkdocs.search.index import entries_of
from mkdocs_journeys.mkdocs.serve.built_site import BuiltSite, address_of, is_independent, navigation_differs
from mkdocs_journeys.mkdocs.serve.file_watch import FileSnapshot
from mkdocs_journeys.mkdocs.serve.turns import Turns
from mkdocs_journeys.wording import terminal_safe

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)

SEARCH_INDEX = "search/search_index.json"


@dataclass(slots=True)
class LiveSite:
    """The application between MkDocs' development server and its folder.

    `lay_out` reads the journeys again, and gives the built site with what they say now. `version` grows with
    everything that a browser could see; `stale` are the addresses of ours that have not been rendered since the last
    reload, and `others_stale` tells that MkDocs' own part was built before it. `gone` are addresses that were ours
    since then.
    """

    server: "LiveReloadServer"
    build: Callable[[], None]
    lay_out: Callable[[BuiltSite], BuiltSite]
    site: BuiltSite | None = None
    version: int = 0
    stale: set[str] = field(default_factory=set)
    others_stale: bool = False
    gone: set[str] = field(default_factory=set)
    turns: Turns = field(default_factory=Turns)

    def built(self, site: BuiltSite, *, with_ours: bool) -> None:
        """Take over what MkDocs has just built; `with_ours` tells whether our pages were part of it."""
        self.site, self.version = site, self.version + 1
        self.stale = set() if with_ours else {*site.ours, *([SEARCH_INDEX] if site.ours else [])}
        self.others_stale, self.gone = False, set()

    def save(self) -> None:
        """Bring the site up to date after files have changed; what the server calls in place of MkDocs' builder."""
        with self.turns:
            site = self.site
            now = site and site.snapshot.again()
            if site is None or now is None or now.others != site.snapshot.others or not self._reloaded(site, now):
                self._build()

    def _build(self) -> None:
        self.site, self.version = None, self.version + 1
        self.build()

    def _reloaded(self, site: BuiltSite, now: FileSnapshot) -> bool:
        """Reload the atlas; False where MkDocs has to build the whole site."""
        start = time.perf_counter()
        if now == site.snapshot and get_build_datetime().date() == site.today:
            return False
        after = self.lay_out(replace(site, snapshot=now, today=get_build_datetime().date()))
        ours = after.ours
        if not (site.has_atlas and after.has_atlas) or navigation_differs(site, after):
            return False
        self.gone = (self.gone | site.ours.keys()) - ours.keys()
        for address in site.ours.keys() - ours.keys():
            Path(site.ours[address].abs_dest_path).unlink(missing_ok=True)
        self.site, self.version = after, self.version + 1
        self.stale, self.others_stale = {*ours, SEARCH_INDEX}, True
        log.info("Journeys loaded in %.2f seconds", time.perf_counter() - start)
        return True

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """One request, in the server's terms (WSGI)."""
        address = address_of(environ["PATH_INFO"], self.server.mount_path)
        while address is not None:
            version = self._refreshed(address)
            answer: list[tuple[Any, ...]] = []
            body = self.server.serve_request(environ, lambda *given: answer.append(given))  # noqa: B023
            # A save may have come between the rendering and the server's look at the file.
            if version == self.version:
                start(*answer[-1])
                return body
            close = getattr(body, "close", None)
            if close:
                close()
        return self.server.serve_request(environ, start)

    def _refreshed(self, address: str) -> int:
        """Make one file of the site what it has to be; gives the version of the site that it belongs to."""
        if address == SEARCH_INDEX:
            return self._refreshed_search()
        with self.turns:
            site = self.site
            if site is None or get_build_datetime().date() != site.today:
                self._recovered()
            elif address in site.ours:
                self._render(site, address)
            elif self.others_stale and address not in self.gone:
                self._refresh_other(site, address)
            return self.version

    def _render(self, site: BuiltSite, address: str) -> None:
        """Render or copy a file of ours if it is stale."""
        if address not in self.stale:
            return
        file = site.ours[address]
        if isinstance(file.page, AtlasPage):
            with _put_back(material_search_entries(site.renderer.config)):
                output = site.renderer.through_events(file.page)
            write_whole(file.abs_dest_path, utf8(output))
        else:
            try:
                file.copy_file()
            except Exception as error:
                log.info("'%s' cannot be made: %s", file.src_uri, terminal_safe(f"{type(error).__name__}: {error}"))
        self.stale.discard(address)

    def _refresh_other(self, site: BuiltSite, address: str) -> None:
        """A page that is not ours: rendered again where plugins look at single pages only, else MkDocs builds."""
        file = next((file for file in site.others if file.dest_uri == address), None)
        if file is not None and not file.is_documentation_page():
            return  # MkDocs copies it, whatever the journeys say.
        if file is None or file.page is None or others_listen(site.renderer.config, SITE_EVENTS):
            exists = Path(site.renderer.config.site_dir, address).is_file()
            if file is not None or exists or address.endswith((".html", ".xml", ".gz")):
                self._recovered()
            return
        with _put_back(material_search_entries(site.renderer.config)):
            output = site.renderer.through_events(file.page)
        write_whole(file.abs_dest_path, utf8(output))

    def _recovered(self) -> None:
        """Let MkDocs build the whole site within a request; what goes wrong is logged, as after a save."""
        try:
            self._build()
        except (Exception, SystemExit) as error:
            log.info("the site cannot be built: %s", terminal_safe(f"{type(error).__name__}: {error}"))

    def _refreshed_search(self) -> int:
        """Make the search index if it is stale, in the background of everything else."""
        while True:
            with self.turns:
                site, version = self.site, self.version
            entries = material_search_entries(site.renderer.config) if site else None
            if site is None or SEARCH_INDEX not in self.stale:
                return version
            if entries is None or (self.others_stale and others_listen(site.renderer.config, SITE_EVENTS)):
                self.turns.in_background(self._whole(version))
                if entries is None:
                    return self.version
                continue
            found: list[Entry] = []
            self.turns.in_background(self._indexed(site, version, found))
            with self.turns:
                if version == self.version:
                    for plugin in search_plugins(site.renderer.config):
                        own_entries = material_search_entries(site.renderer.config)
                        if plugin.config.enabled and own_entries is not None:
                            own_entries[:] = found
                            plugin.on_post_build(config=site.renderer.config)
                    self.stale.discard(SEARCH_INDEX)
                    return version

    def _whole(self, version: int) -> Iterator[None]:
        if version == self.version:
            self._recovered()
        yield

    def _indexed(self, site: BuiltSite, version: int, found: list[Entry]) -> Iterator[None]:
        """Gather what search finds, page by page; ends early when there is a newer version."""
        config, files = site.renderer.config, site.renderer.files
        pages = [file.page for file in site.ours.values() if isinstance(file.page, AtlasPage)]
        if self.others_stale and not is_independent(site):
            for file in site.others:
                if file.page is not None and file.inclusion.is_included():
                    found += self._entries_through_events(site, file.page)
                yield
        else:
            found += site.entries
        seen_by_others = others_listen(config, PAGE_EVENTS)
        for page in pages:
            if version != self.version:
                return
            if seen_by_others:
                found += self._entries_through_events(site, page)
            else:
                page.draw(config, files)
                found += entries_of(page.described, page.url, page.sections or ())
            page.forget()
            yield

    def _entries_through_events(self, site: BuiltSite, page: MkDocsPage) -> list[Entry]:
        entries = material_search_entries(site.renderer.config)
        with _put_back(entries) as added:
            site.renderer.through_events(page, in_theme=False)
        return added


@contextmanager
def _put_back(entries: list[Entry] | None) -> Iterator[list[Entry]]:
    """Take away again what rendering a single page adds to the search index; gives it when the block is over."""
    added: list[Entry] = []
    length = len(entries or ())
    try:
        yield added
    finally:
        if entries is not None:
            added += entries[length:]
            del entries[length:]
