"""The files of an atlas for a generator that builds Markdown."""

from pathlib import Path

from jinja2 import Environment

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.markdown_host.text import page_text
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.settings import SiteSettings


def files_of(atlas: Atlas, settings: SiteSettings, templates: Environment, root: Path) -> dict[str, bytes]:
    """The content of each file by its path; pictures are read below `root`.

    Raises what a site's own templates raise, and OSError for a picture that cannot be read.
    """
    items = items_of(SiteContext(atlas, settings, templates))
    return {item.uri: _content(item, root) for item in items}


def _content(item: Page | Asset, root: Path) -> bytes:
    if isinstance(item, Page):
        return page_text(item, item.sections).encode()
    return item.content if item.path is None else (root / item.path).read_bytes()
