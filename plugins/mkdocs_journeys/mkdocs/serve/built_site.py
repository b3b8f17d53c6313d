"""What MkDocs built last while a site is served, and how much of it stays true when the journeys change."""

from dataclasses import dataclass
from datetime import date
from posixpath import normpath

from mkdocs.structure.files import File

from mkdocs_journeys.mkdocs.compat import PAGE_EVENTS, Entry, others_listen
from mkdocs_journeys.mkdocs.files import configured_uris
from mkdocs_journeys.mkdocs.handwritten.extension import AtlasExtension
from mkdocs_journeys.mkdocs.page import AtlasPage
from mkdocs_journeys.mkdocs.render import Renderer
from mkdocs_journeys.mkdocs.serve.file_watch import FileSnapshot

_PURE_EXTENSIONS = ("markdown.", "material.extensions.", "pymdownx.")
_READS_FILES = "pymdownx.snippets"


@dataclass(slots=True)
class BuiltSite:
    """What MkDocs built last, as later requests need it. `others` are the files of the build that are not ours.

    `ours` are the files of pages and assets of the atlas, by the path that browsers ask for; `entries` what search
    found on pages that are not ours.
    """

    renderer: Renderer
    others: tuple[File, ...]
    ours: dict[str, File]
    entries: tuple[Entry, ...]
    has_atlas: bool
    snapshot: FileSnapshot
    today: date

    @property
    def index_pages(self) -> dict[str, str]:
        """Titles of our pages that stand in the navigation, by uri."""
        pages = {file.src_uri: file.page for file in self.ours.values() if isinstance(file.page, AtlasPage)}
        in_nav = {page.file.src_uri for page in self.renderer.nav.pages}
        return {uri: page.described.title for uri, page in pages.items() if page.described.in_nav or uri in in_nav}


def address_of(path: str, mount: str) -> str | None:
    """The path of a file below the site's folder for the path of a request; None for what is none."""
    # As WSGI has it, a path is UTF-8 that was read as Latin-1.
    path = path.encode("latin-1").decode("utf-8", "ignore")
    if path.startswith("/livereload/") or not path.startswith(mount):
        return None
    below = path[len(mount) :]
    return normpath(f"/{below}index.html" if path.endswith("/") else f"/{below}").lstrip("/")


def navigation_differs(before: BuiltSite, after: BuiltSite) -> bool:
    """Whether MkDocs' navigation has to be made again: it stays as it was built for as long as it shows the same."""
    if before.index_pages != after.index_pages:
        return True
    came_or_went = {file.src_uri for file in before.ours.values()} ^ {file.src_uri for file in after.ours.values()}
    config = after.renderer.config
    return bool(came_or_went) and (
        others_listen(config, ("files", "nav")) or not came_or_went.isdisjoint(configured_uris(config.nav))
    )


def is_independent(site: BuiltSite) -> bool:
    """Whether handwritten pages say the same whatever the journeys say."""
    config = site.renderer.config
    known = all(map(_is_pure, config.markdown_extensions))
    return known and _READS_FILES not in config.markdown_extensions and not others_listen(config, PAGE_EVENTS)


def _is_pure(extension: object) -> bool:
    """Whether an extension, by its name or made by a plugin, gives the same words for the same text; ours does."""
    if isinstance(extension, str):
        return extension.startswith(_PURE_EXTENSIONS) or "." not in extension
    return isinstance(extension, AtlasExtension)
