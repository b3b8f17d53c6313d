"""A save on its way into the site's folder: what was saved first, then what browsers wait for, then all else."""

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import _build_theme_template

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.serving.browsers import Nobody
from mkdocs_journeys.host.serving.keeping import Edition
from mkdocs_journeys.host.serving.standing import contents_of
from mkdocs_journeys.host.serving.whole import Whole
from mkdocs_journeys.host.setup import project_root
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.health.page import URI as HEALTH

MOST_FIRST = 8
"""Whoever changes more files than this at once does not wait for one of them."""

Pages = dict[str, AtlasPage]
"""Pages by their address: the path of their file below the site's folder."""


def bring(last: Whole, now: Whole, edition: Edition, browsers: Nobody) -> bool:
    """Makes the folder of `last` what `now` says; False where a newer save overtakes it, which has to go on.

    Raises what the templates raise.
    """
    save = _Save(now, edition, browsers)
    first, rest = in_order(now.pages, changed_files(last, now))
    save.remove()
    for page in first.values():
        save.put(page, anew=True)
    browsers.tell()
    save.copy()
    save.put_handwritten()
    while rest:
        if browsers.is_overtaken():
            return False
        save.put(rest.pop(browsers.wanted(rest) or next(iter(rest))))
    save.gather()
    return True


def changed_files(last: Whole, now: Whole) -> set[str]:
    """The files of the atlas that have come, gone or changed, by their path from the project's root."""
    root = project_root(now.config)
    return {os.path.relpath(path, root).replace(os.sep, "/") for path, *_ in last.ground.files ^ now.ground.files}


def in_order(pages: Iterable[AtlasPage], changed: set[str]) -> tuple[Pages, Pages]:
    """The pages that changed files are about, then all others: those of the navigation before single things."""
    found = {page.file.dest_uri: page for page in pages}
    few = changed if len(changed) <= MOST_FIRST else ()
    first = {address: page for address, page in found.items() if is_about(page.described, few)}
    rest = {address: found[address] for address in found.keys() - first.keys()}
    return first, dict(
        sorted(rest.items(), key=lambda one: (one[1].described.uri == HEALTH, not one[1].described.in_nav, one[0]))
    )


def is_about(page: Page, changed: Collection[str]) -> bool:
    """Whether one of these files is what a page tells of: what an author who changed it will look at."""
    kind, _, name = page.uri.removesuffix(".md").partition("/")
    if kind == "metrics":
        # All that the catalog says of metrics stands there, but their figures have files of their own.
        return any(path.endswith(f"/{name}.csv") for path in changed)
    return page.source in changed


@dataclass(frozen=True, slots=True)
class _Save:
    """Each step puts into the folder what `now` says, and tells browsers that it is ready."""

    now: Whole
    edition: Edition
    browsers: Nobody

    @property
    def banner(self) -> bytes:
        return str(self.now.view.banner).encode()

    def remove(self) -> None:
        """Files of ours that are no more."""
        folder = self.now.folder
        for uri in folder.files.keys() - self.now.files.src_uris.keys():
            address = folder.files[uri].dest_uri
            folder.remove(uri)
            self.browsers.ready(address, None)

    def put(self, page: AtlasPage, *, anew: bool = False) -> None:
        """A page of ours."""
        printed = self.edition.printed_anew(page) if anew else self.edition.printed(page)
        self.now.folder.put(page.file, printed, self.banner)
        self.browsers.ready(page.file.dest_uri, (printed.before, self.banner, printed.content))

    def copy(self) -> None:
        """Files that are no pages; those that are not ours are as they were."""
        ours = self.now.assets
        contents = contents_of(ours)
        for file in ours:
            self.now.folder.copy(file, contents[file.src_uri])
        for file in self.now.files:
            if not file.is_documentation_page():
                self.browsers.ready(file.dest_uri, Path(file.abs_dest_path))

    def put_handwritten(self) -> None:
        """Pages that are not ours, which may get a banner or lose it."""
        for one in self.now.handwritten:
            file = one.page.file
            if one.printed:
                self.now.folder.put(file, one.printed, self.banner)
            self.browsers.ready(file.dest_uri, Path(file.abs_dest_path))

    def gather(self) -> None:
        """What is about all pages: the search index, and the theme's own files, such as a sitemap."""
        now = self.now
        now.found.bring(now.config, [now.folder.pages[page.file.src_uri][0].entries for page in now.pages])
        if now.files.documentation_pages() != now.listed:
            for name in now.config.theme.static_templates:
                _build_theme_template(name, now.printer.env, now.files, now.config, now.printer.nav)
