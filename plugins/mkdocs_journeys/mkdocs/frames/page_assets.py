"""Which styles and scripts a page loads: ours those of its kind, one with blocks those of blocks, any other none.

Material's instant navigation takes over what changes in a page's head, and runs the scripts in its content. So styles
go into the head, before those of the site, and scripts to the end of the content.
"""

import copy
import re

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from mkdocs_journeys.mkdocs.compat import gathers_pages
from mkdocs_journeys.mkdocs.files import MERMAID, SCRIPT, STYLE
from mkdocs_journeys.mkdocs.page import AtlasPage
from mkdocs_journeys.site.assets import BLOCKS_BUNDLE, bundle_of

_OURS = re.compile(r"""class=["'](?:[^"']*\s)?journeys[\s"'-]""")
_BLOCK = re.compile(r"""class=["'](?:[^"']*\s)?journeys-block[\s"'-]""")
_DIAGRAM = re.compile(r"""class=["'](?:[^"']*\s)?mermaid[\s"']""")


def for_whole_site(config: MkDocsConfig, handwritten: list[File]) -> None:
    """Add what every page has to load, whatever is on it.

    Material asks another host for Mermaid unless ours is there before it sees a diagram, and with instant navigation
    any page may lead to one. A plugin that puts all pages into one knows the styles of the site only.
    """
    if gathers_pages(config):
        config.extra_css[:0] = [STYLE] if STYLE not in config.extra_css else []
        config.extra_javascript.extend(name for name in (SCRIPT, MERMAID) if name not in config.extra_javascript)
    elif "navigation.instant" in config.theme.get("features", ()) and MERMAID not in config.extra_javascript:
        pages = (file.page for file in handwritten if file.page)
        if any(_DIAGRAM.search(page.content or "") for page in pages):
            config.extra_javascript.append(MERMAID)


def config_for(page: MkDocsPage, config: MkDocsConfig) -> MkDocsConfig:
    """The configuration as the theme is to see it for this page, with the page's style and its stand-in for Mermaid."""
    content = page.content or ""
    ours = isinstance(page, AtlasPage)
    shows = ours or _OURS.search(content) is not None
    draws = not ours and MERMAID not in config.extra_javascript and _DIAGRAM.search(content) is not None
    if STYLE in config.extra_css or not (shows or draws):
        return config
    own = copy.copy(config)
    if shows:
        own.extra_css = [f"{_bundle(page)}.css", *config.extra_css]
    if draws:
        own.extra_javascript = [*config.extra_javascript, MERMAID]
    return own


def scripts_for(page: MkDocsPage, config: MkDocsConfig) -> str:
    """The elements that load the scripts of a page, for the end of its content; "" where it needs none."""
    if SCRIPT in config.extra_javascript:
        return ""
    if isinstance(page, AtlasPage):
        draws = page.described.kind == "journey" and MERMAID not in config.extra_javascript
        uris = [f"{bundle_of(page.described)}.js", *([MERMAID] if draws else [])]
    else:
        uris = [f"{_bundle(page)}.js"] if _OURS.search(page.content or "") else []
    return "".join(f'<script defer src="{escape(get_relative_url(uri, page.url))}"></script>' for uri in uris)


def _bundle(page: MkDocsPage) -> str:
    """The style sheet and the script of a page, without their endings: those of all kinds for what nobody knows."""
    if isinstance(page, AtlasPage):
        return bundle_of(page.described)
    return BLOCKS_BUNDLE if _BLOCK.search(page.content or "") else STYLE.removesuffix(".css")
