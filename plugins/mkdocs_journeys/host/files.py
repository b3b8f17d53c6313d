"""Pages and assets as files of a MkDocs build. Nothing is ever written into the docs folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files as resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journeys.host.body import permalink_of
from mkdocs_journeys.host.edit import edit_uri
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.site.page import Asset, Page

log = get_plugin_logger(__name__)

ASSETS = "assets/journeys/"


class LateFile(File):
    """A file whose content is made when somebody asks for it, once."""

    asset: Asset

    @classmethod
    def of(cls, asset: Asset, config: MkDocsConfig) -> "LateFile":
        """The file of an asset that stands nowhere on disk. Raises nothing that its content may raise."""
        made = cls.generated(config, asset.uri, content=b"", inclusion=InclusionLevel.INCLUDED)
        assert isinstance(made, LateFile)  # noqa: S101 - it is told of as a File
        made.asset = asset
        del made._content
        return made

    @cached_property
    def _content(self) -> bytes:  # type: ignore[override]
        return self.asset.content


@dataclass(frozen=True, slots=True)
class Place:
    """Where a build stands: the project's root, the host's options, and whether it is served with drafts.

    `known` are pages of the last build by uri, which may be taken again where only what they show has changed.
    """

    root: Path
    config: MkDocsConfig
    serving: bool = False
    known: Mapping[str, File] = field(default_factory=dict)


def home_uri(files: Files, wanted: str, place: Place) -> str:
    """The uri of the atlas' home page: the wanted one, or `atlas.md` where a handwritten page has it."""
    mine = File(wanted, None, place.config.site_dir, place.config.use_directory_urls)
    other = handwritten(files, place).get(mine.dest_uri)
    if other is None:
        return wanted
    log.info("'%s' is handwritten: the home page of the atlas is 'atlas.md'", other.src_uri)
    return "atlas.md"


def handwritten(files: Files, place: Place) -> dict[str, File]:
    """The files that are there already and will be built, by the path they are written to."""
    return {
        file.dest_uri: file
        for file in files
        if (file.inclusion.is_in_serve() if place.serving else file.inclusion.is_included())
    }


def add_to(files: Files, items: Iterable[Page | Asset], place: Place) -> None:
    """Adds every page and asset whose path no handwritten file takes; all of them or, on an error, none."""
    taken = handwritten(files, place)
    made: list[File] = []
    for item in items:
        file = _file(item, place)
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


def missing(files: Files, uris: Iterable[str]) -> Iterator[Asset]:
    """Assets for those uris that no file has, from our package or else empty."""
    folder = resources("mkdocs_journeys.templates") / "assets"
    for uri in uris:
        if files.get_file_from_path(uri) is None:
            ours = folder / uri.removeprefix(ASSETS)
            yield Asset(uri, data=ours.read_bytes() if ours.is_file() else b"")


def _file(item: Page | Asset, place: Place) -> File | None:
    return _page_file(item, place) if isinstance(item, Page) else _asset_file(item, place)


def _page_file(page: Page, place: Place) -> File:
    config = place.config
    known = place.known.get(page.uri)
    if known is not None and isinstance(known.page, AtlasPage) and _is_still(known.page.described, page):
        known.page.described = page
        return known
    inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.uri, content="", inclusion=inclusion)
    if page.source is not None:
        template = config.edit_uri_template
        file.edit_uri = edit_uri(page.source, place.root, Path(config.docs_dir), str(template) if template else None)
    AtlasPage(page, file, config, permalink_of(config.mdx_configs.get("toc") or {}))
    return file


def _is_still(last: Page, page: Page) -> bool:
    return replace(last, description="") == replace(page, description="")


def _asset_file(asset: Asset, place: Place) -> File | None:
    inclusion = InclusionLevel.INCLUDED
    if asset.path is None:
        return LateFile.of(asset, place.config)
    source = place.root / asset.path
    if place.serving and not source.is_file():
        log.debug("'%s' is gone; it is left out until the journeys are right again", asset.path)
        return None
    return File.generated(place.config, asset.uri, abs_src_path=str(source), inclusion=inclusion)
