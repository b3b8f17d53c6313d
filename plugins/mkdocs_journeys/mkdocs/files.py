"""Pages and assets as files of a MkDocs build, and their place in the navigation. Nothing is written into docs_dir."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from mkdocs_journeys.mkdocs.compat import resolves_wildcards
from mkdocs_journeys.mkdocs.edit_links import edit_uri
from mkdocs_journeys.mkdocs.page import AtlasPage, pages_in
from mkdocs_journeys.site.assets import bundles
from mkdocs_journeys.site.navigation import NavGroup
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.rendering.environment import theme_text

log = get_plugin_logger(__name__)

ASSETS = "assets/journeys/"
STYLE = f"{ASSETS}journeys.css"
SCRIPT = f"{ASSETS}journeys.js"
MERMAID = f"{ASSETS}mermaid-theme.js"
"""Loads Mermaid itself, and only where something is to be drawn."""

AS_IT_IS = ".txt"
"""What the source of a file of Markdown ends in that is to stay one."""


class PageFile(File):
    """The file of a page of ours; its source is the YAML behind it, for plugins that ask when that was changed."""

    def is_modified(self) -> bool:
        """Always: a page also shows what other files say."""
        return True


class LazyFile(File):
    """A static file of ours whose content is made when it is copied or read."""

    asset: Asset

    @cached_property
    def content_bytes(self) -> bytes:
        """Raises what the making of the content raises."""
        return self.asset.content

    @property
    def content_string(self) -> str:
        """The content as text."""
        return self.content_bytes.decode("utf-8")

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.content_bytes = value.encode()

    def copy_file(self, dirty: bool = False) -> None:
        """Write the file into the site."""
        write_file(self.content_bytes, self.abs_dest_path)

    def is_modified(self) -> bool:
        """Always: nothing tells when its content was last another."""
        return True


@dataclass(frozen=True, slots=True)
class BuildTarget:
    """The build that files are made for: the project's root, MkDocs' configuration, and whether a site is served.

    `known` are the page files of the last build by uri. Where only what a page shows has changed, its file is taken
    again, so that MkDocs' navigation goes on holding the page that is shown. `catalog` is the file whose change
    stands for pages and assets that gather many files: plugins expect every file to have a path on disk. `lazy` is
    that of `AtlasPage`.
    """

    root: Path
    config: MkDocsConfig
    serving: bool = False
    known: Mapping[str, File] = field(default_factory=dict)
    catalog: str = ""
    lazy: bool = False


def project_root(config: MkDocsConfig) -> Path:
    """The folder of the configuration file: what every path in a message is relative to."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def journeys_folder(root: Path, journeys_dir: str) -> str:
    """The journeys folder relative to the project's root, with '/', however it was written."""
    return Path(os.path.relpath(root / journeys_dir, root)).as_posix()


def theme_language(config: MkDocsConfig) -> str:
    """The language that the theme's pages are marked with: Material's `language`, the `locale` of others."""
    return str(config.theme.get("language") or config.theme.get("locale") or "").replace("_", "-")


def home_uri(files: Files, wanted: str, target: BuildTarget) -> str:
    """The uri of the atlas' home page: the wanted one, or `atlas.md` where a handwritten page has it."""
    mine = File(wanted, None, target.config.site_dir, target.config.use_directory_urls)
    other = handwritten(files, target).get(mine.dest_uri)
    if other is None:
        return wanted
    log.info("'%s' is handwritten: the home page of the atlas is 'atlas.md'", other.src_uri)
    return "atlas.md"


def handwritten(files: Files, target: BuildTarget) -> dict[str, File]:
    """The files that are there already and will be built, by the path they are written to."""
    return {
        file.dest_uri: file
        for file in files
        if (file.inclusion.is_in_serve() if target.serving else file.inclusion.is_included())
    }


def add_to(files: Files, items: Iterable[Page | Asset], target: BuildTarget) -> list[File]:
    """Add every page and asset whose path no handwritten file takes; all of them or, on an error, none.

    Returns the added files.
    """
    taken = handwritten(files, target)
    made: list[File] = []
    for item in items:
        file = _page_file(item, target) if isinstance(item, Page) else _asset_file(item, target)
        if file is None:
            continue
        if other := taken.get(file.dest_uri):
            log.info("'%s' is handwritten and stands in place of '%s'", other.src_uri, file.src_uri)
            continue
        made.append(file)
    for file in made:
        if excluded := files.get_file_from_path(file.src_uri):
            files.remove(excluded)
        files.append(file)
    return made


def missing_assets(files: Files) -> Iterator[Asset]:
    """Our styles and scripts, without the colours of an atlas, where no file has their path."""
    for asset in bundles():
        if files.get_file_from_path(asset.uri) is None:
            yield asset


def index_pages_first(nav: Navigation, groups: Iterable[NavGroup], *, sections: bool = True) -> Navigation:
    """A navigation with the pages of these groups first, after a handwritten home page.

    A group with a title is a section, where there may be `sections`. Pages that are in one already stay there.
    """
    found = {item.file.src_uri: item for item in nav.items if isinstance(item, MkDocsPage)}
    ours: list[StructureItem] = []
    for group in groups:
        pages: list[StructureItem] = [found.pop(page.uri) for page in group.pages if page.uri in found]
        ours += [_section(group.title, pages)] if sections and group.title and pages else pages
    others = [item for item in nav.items if not isinstance(item, MkDocsPage) or item.file.src_uri in found]
    homes = [item for item in others if isinstance(item, MkDocsPage) and item.is_homepage]
    return _navigation_of([*homes, *ours, *(item for item in others if item not in homes)])


def _section(title: str, pages: list[StructureItem]) -> Section:
    section = Section(theme_text(title), pages)
    for page in pages:
        page.parent = section
    return section


def with_atlas_pages(nav: Navigation, pages: Mapping[str, AtlasPage]) -> Navigation:
    """A navigation in which our pages, given by uri, stand in place of those that MkDocs made for their files.

    A title that such a page was given in the navigation goes over to ours.
    """

    def replaced(items: Iterable[StructureItem], parent: Section | None) -> Iterator[StructureItem]:
        for item in items:
            if isinstance(item, MkDocsPage) and (ours := pages.get(item.file.src_uri)) not in (None, item):
                ours.title = vars(item).get("title") or ours.title
                ours.parent = parent
                yield ours
                continue
            if isinstance(item, Section):
                item.children = list(replaced(item.children, item))
            yield item

    return _navigation_of(list(replaced(nav.items, None)))


def tell_where_no_page_is_in(nav: Navigation) -> bool:
    """Log that readers find no page of ours in the navigation, where that is so; True if it was."""
    if any(isinstance(page, AtlasPage) for page in nav.pages):
        return False
    log.info(
        "No page of the atlas is in the navigation, so readers find none there. Name those that you want under `nav`, "
        "such as 'journeys.md'; `journeys init` prints the lines."
    )
    return True


def configured_titles(nav: object) -> Iterator[tuple[str, str]]:
    """(uri, title) of each entry with a title in the `nav` of mkdocs.yml, or in what a plugin made of it.

    MkDocs itself leaves these titles out for pages that a plugin has made.
    """
    if isinstance(nav, dict):
        for title, value in nav.items():
            if not isinstance(value, str):
                yield from configured_titles(value)
            elif title is not None:
                # A wildcard of literate-nav becomes an entry whose title is None.
                yield value.lstrip("/"), str(title)
    elif isinstance(nav, list):
        for item in nav:
            yield from configured_titles(item)


def configured_uris(nav: object) -> Iterator[str]:
    """Every path that the `nav` of mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, dict | list):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from configured_uris(item)


def _navigation_of(items: list[StructureItem]) -> Navigation:
    pages = list(pages_in(items))
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    return Navigation(items, pages)


def _page_file(page: Page, target: BuildTarget) -> File:
    config = target.config
    known = target.known.get(page.uri)
    last = known.page if known else None
    if isinstance(last, AtlasPage) and last.described == page:
        last.described = page
        return last.file
    in_nav = page.in_nav or resolves_wildcards(config)
    inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
    source = str(target.root / (page.source or target.catalog))
    file = PageFile.generated(config, page.uri, abs_src_path=source, inclusion=inclusion)
    if page.source is not None:
        # Plugins that ask git for dates and authors leave out files that are "generated".
        file.generated_by = None
        template = config.edit_uri_template
        file.edit_uri = edit_uri(page.source, target.root, Path(config.docs_dir), str(template) if template else None)
    made = AtlasPage(page, file, config)
    made.tolerant, made.lazy = target.serving, target.lazy
    return file


def _asset_file(asset: Asset, target: BuildTarget) -> File | None:
    if asset.path is None:
        # MkDocs would render Markdown as a page, by the ending of its source.
        source = f"{asset.uri}{AS_IT_IS}" if asset.uri.endswith(".md") else asset.uri
        lazy: Any = LazyFile.generated(target.config, source, content=b"", inclusion=InclusionLevel.INCLUDED)
        lazy.dest_uri = asset.uri
        lazy.asset, lazy.abs_src_path = asset, str(target.root / target.catalog)
        return lazy  # type: ignore[no-any-return]
    path = target.root / asset.path
    if target.serving and not path.is_file():
        log.debug("'%s' is gone; it is left out until the journeys are right again", asset.path)
        return None
    return File.generated(target.config, asset.uri, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED)
