"""A site that MkDocs built while serving, and what the next save may take from it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printed, Printer
from mkdocs_journeys.host.printing.search import open_index
from mkdocs_journeys.host.serving.finding import Found
from mkdocs_journeys.host.serving.stamps import Stamps, beside_journeys, stamps
from mkdocs_journeys.host.serving.standing import Folder, contents_of
from mkdocs_journeys.host.view import View

_KNOWN = frozenset(("material.plugins.search.plugin", "mkdocs_journeys.plugin"))
"""Modules of plugins whose part in a site we know."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a site stands on, as it was before the site was built. Folders are absolute paths."""

    journeys: str
    templates: str | None
    files: Stamps
    others: Stamps

    @staticmethod
    def of(config: MkDocsConfig, journeys: str, templates: str | None) -> "Ground":
        """The ground as it is now."""
        return Ground(journeys, templates, stamps(journeys), beside_journeys(config, journeys, templates))


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A page of the site that is not ours, as it was written; `printed` is None where a banner has no place in it."""

    page: HostPage
    printed: Printed | None


@dataclass(frozen=True, slots=True)
class Whole:
    """A site as it is, or is about to be, and what stands in its folder.

    `others` are the files of the build that are not ours. `folder` and `found` are the same from save to save, and
    `listed` are the pages that the theme's own templates, such as a sitemap, were written with.
    """

    ground: Ground
    printer: Printer
    others: tuple[File, ...]
    handwritten: tuple[Handwritten, ...]
    files: Files
    view: View
    folder: Folder
    found: Found
    listed: Collection[File]

    @property
    def config(self) -> MkDocsConfig:
        """The configuration of the build."""
        return self.printer.config

    @property
    def known(self) -> Mapping[str, File]:
        """Our pages, by uri."""
        return {page.file.src_uri: page.file for page in self.pages}

    @property
    def pages(self) -> list[AtlasPage]:
        """Our pages, in the order of the build."""
        return [file.page for file in self.files.documentation_pages() if isinstance(file.page, AtlasPage)]

    @property
    def assets(self) -> list[File]:
        """Our files that are no pages."""
        return assets_among(self.files, self.others)


@dataclass(slots=True)
class Record:
    """Takes down what becomes of one build of MkDocs."""

    ground: Ground
    others: tuple[File, ...] = ()
    files: Files | None = None
    printer: Printer | None = None
    before_ours: int | None = None
    handwritten: list[Handwritten] = field(default_factory=list)

    def first_of_ours(self) -> None:
        """The turn of a page of ours has come; the first of them comes after all that are not."""
        index = open_index(self.printer.config) if self.printer and self.before_ours is None else None
        if index is not None:
            self.before_ours = len(index)

    def wrote(self, page: HostPage, output: str, banner: str) -> None:
        """A page that is not ours is about to be written."""
        self.handwritten.append(Handwritten(page, _cut(output, page.content or "", banner)))

    def whole(self, view: View, printed: Mapping[str, Printed]) -> Whole | None:
        """What was built, `printed` by uri; None where a save has to be left to MkDocs."""
        printer, files = self.printer, self.files
        if printer is None or files is None or view.items is None or not is_plain(printer.config, files):
            return None
        index = open_index(printer.config)
        if index is None or self.before_ours is None:
            return None
        theirs, pages = tuple(index[: self.before_ours]), tuple(self.handwritten)
        folder = self._folder(printer.config, files, printed, str(view.banner).encode())
        entries = [printed[uri].entries if uri in printed else () for uri in _uris(files)]
        found = Found(theirs, entries)
        listed = files.documentation_pages()
        return Whole(self.ground, printer, self.others, pages, files, view, folder, found, listed)

    def _folder(self, config: MkDocsConfig, files: Files, printed: Mapping[str, Printed], banner: bytes) -> Folder:
        ours = {file.src_uri: file for file in files if isinstance(file.page, AtlasPage)}
        assets = assets_among(files, self.others)
        theirs = {one.page.file.src_uri: (one.printed, banner) for one in self.handwritten if one.printed}
        pages = theirs | {uri: (page, banner) for uri, page in printed.items() if uri in ours}
        stand = ours | {file.src_uri: file for file in assets}
        return Folder(Path(config.site_dir), pages, dict(contents_of(assets)), stand)


def assets_among(files: Files, others: Iterable[File]) -> list[File]:
    """Our files that are no pages."""
    theirs = {id(file) for file in others}
    return [file for file in files if id(file) not in theirs and not isinstance(file.page, AtlasPage)]


def is_plain(config: MkDocsConfig, files: Files) -> bool:
    """Whether nothing but MkDocs, search and we have a part in the site."""
    try:
        text = Path(config.config_file_path or "").read_text("utf-8")
    except (OSError, ValueError):
        return False
    drafts = any(file.inclusion.is_in_serve() and file.inclusion.is_excluded() for file in files)
    elsewhere = "INHERIT" in text or any("snippets" in name for name in config.markdown_extensions)
    return not (drafts or elsewhere or config.extra_templates or config.hooks) and _knows_all_plugins(config)


def _uris(files: Files) -> list[str]:
    return [file.src_uri for file in files.documentation_pages() if isinstance(file.page, AtlasPage)]


def _knows_all_plugins(config: MkDocsConfig) -> bool:
    methods = (method for listening in config.plugins.events.values() for method in listening)
    owners = (getattr(method, "__self__", None) for method in methods)
    return all(type(owner).__module__ in _KNOWN for owner in owners)


def _cut(output: str, content: str, banner: str) -> Printed | None:
    if banner:
        output, content = output.replace(banner, "", 1), content.removeprefix(banner)
    start = output.find(content) if content else -1
    if start < 0:
        return None
    return Printed(_bytes(output[:start]), _bytes(output[start:]), ())


def _bytes(html: str) -> bytes:
    return html.encode("utf-8", errors="xmlcharrefreplace")
