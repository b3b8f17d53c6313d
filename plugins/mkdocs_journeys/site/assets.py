"""The assets of a site: styles with the colours of the atlas, scripts, Mermaid, pictures."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.map.actors import actor_styles
from mkdocs_journeys.site.page import Asset, Page

FOLDER = "assets/journeys"
_COMMENT = re.compile(r"^\s*/\*.*?\*/", re.DOTALL | re.MULTILINE)
_SOURCES = files("mkdocs_journeys.templates").joinpath("assets")
BLOCKS_BUNDLE = f"{FOLDER}/journeys-blocks"
"""The style sheet and the script of handwritten pages with blocks, without their endings."""
EMBED_BUNDLE = f"{FOLDER}/journeys-embed"
"""The style sheet and the script of maps that stand alone, without their endings."""
_DARK = re.compile(r'([^{}]*)\[data-md-color-scheme="slate"\]([^{}]*\{[^{}]*\})')
EVERYWHERE = ("changes", "components", "tables.css", "theme", "tokens")
OF_JOURNEY = (
    "cells",
    "clipboard",
    "curve",
    "embed_",
    "history",
    "journey",
    "map",
    "mermaid-theme",
    "pains.css",
    "portrait",
)
BUNDLES = {
    "journey": OF_JOURNEY,
    "embed": (*OF_JOURNEY, "embed"),
    "pains": ("clipboard", "common", "pain_", "pains"),
    "blocks": ("blocks", "cells", "chart", "clipboard", "curve", "home.css", "map", "pains.css", "persona", "portrait"),
    "compare": ("common", "compare", "cells", "curve.css", "gathered", "journey-tomorrow", "pains.css"),
    "health": ("common", "gathered", "health"),
    "others": (
        *("board", "chart", "clipboard", "common", "filter_", "gathered", "handoffs", "home.css", "journey"),
        *("outcomes", "pains.css", "persona", "portrait", "recent", "rows", "things", "tracing"),
    ),
}
"""The groups of pages that load the same styles and scripts, and how the names of those files begin."""
HUES = ("#4f5fd6", "#0f8f7f", "#b8730a", "#8a45b5", "#c23b6b", "#2b7fc4", "#5b8c1f", "#b5532a", "#5f6f86")
"""Default colours of lifecycle stages, in turn."""
COPIED = (
    "vendor/mermaid.min.js",
    "vendor/mermaid.LICENSE",
    "vendor/mermaid.THIRD-PARTY-LICENSES",
)


def assets_of(atlas: Atlas) -> Iterator[Asset]:
    """Our own assets, then the pictures of the atlas."""
    yield from bundles(stage_colours(atlas))
    for name in COPIED:
        yield Asset(f"{FOLDER}/{name}", path=str(_SOURCES.joinpath(name)))
    for path in sorted(atlas.assets):
        yield Asset(picture_uri(path.partition("/assets/")[2]), path=path)


def picture_uri(name: str) -> str:
    """Where the site has a picture; `name` is its path in the assets folder of the journeys."""
    return f"{FOLDER}/pictures/{name}"


def cards_of(atlas: Atlas) -> Mapping[str, str]:
    """Where the site has the picture beside links to a journey, by its id: `cards/ID.png` in the assets folder."""
    names = (path.partition("/assets/")[2] for path in atlas.assets)
    cards = (name for name in names if name.startswith("cards/") and name.endswith(".png"))
    return {name.removeprefix("cards/").removesuffix(".png"): picture_uri(name) for name in cards}


def stage_colours(atlas: Atlas) -> str:
    """A CSS rule with the colour of each lifecycle stage; the model validates ids and colours."""
    rules = (
        f".journeys-stage-{stage.id}{{--stage:{stage.colour or HUES[index % len(HUES)]}}}"
        for index, stage in enumerate(atlas.catalog.stages)
    )
    return "\n".join(rules)


def bundles(colours: str = "") -> Iterator[Asset]:
    """The styles and scripts of each group of pages, all in `journeys.css` and `journeys.js`, the stand-in for Mermaid.

    Those of all groups are for other generators, and for a page that somebody else's plugin puts something of ours on.
    """
    for group, begins in {"": ("",), **BUNDLES}.items():
        name = f"journeys-{group}" if group else "journeys"
        styles = "\n".join((_joined("css", begins), actor_styles(), colours))
        yield Asset(f"{FOLDER}/{name}.css", (_by_preference(styles) if group == "embed" else styles).encode())
        yield Asset(f"{FOLDER}/{name}.js", _joined("js", begins).encode())
    theme = _SOURCES.joinpath("mermaid-theme.js").read_text("utf-8")
    yield Asset(f"{FOLDER}/mermaid-theme.js", _without_comments(theme).encode())


def own_file(name: str) -> str:
    """A file of ours that no site has: `name` is its path below the assets of the templates."""
    return _without_comments(_SOURCES.joinpath(*name.split("/")).read_text("utf-8"))


def bundle_of(page: Page) -> str:
    """The name of the style sheet and of the script of a page, without their endings."""
    group = {"journey": "journey", "pains": "pains", "compare": "compare", "health": "health", "rules": "health"}.get(
        page.kind, "others"
    )
    return f"{FOLDER}/journeys-{group}"


def _by_preference(css: str) -> str:
    """Styles that are dark where the reader's system is, instead of where a theme says so."""
    return _DARK.sub(r"@media (prefers-color-scheme: dark){\g<1>:root\g<2>}", css)


@cache
def _joined(kind: str, begins: tuple[str, ...]) -> str:
    """The style sheets or scripts whose names begin so, and those that every page has, in one text, tokens first."""
    folder = _SOURCES.joinpath(kind)
    files = [*folder.iterdir(), *([_SOURCES.joinpath("mermaid-theme.css")] if kind == "css" else [])]
    wanted = [file for file in files if _is_wanted(file, kind) and file.name.startswith((*begins, *EVERYWHERE))]
    wanted.sort(key=lambda file: (file.name != "tokens.css", file.name == "mermaid-theme.css", file.name))
    texts = [(file.name, _in_one_scope(file) if file.is_dir() else file.read_text("utf-8")) for file in wanted]
    return _without_comments("\n".join([text if kind == "css" else _once(name, text) for name, text in texts]))


def _without_comments(text: str) -> str:
    """Our own styles or scripts without indentation and without comments, all of which begin a line."""
    lines = _COMMENT.sub("", text).splitlines()
    return "\n".join([line.strip() for line in lines if line.strip()])


def _is_wanted(file: Traversable, kind: str) -> bool:
    return file.name.endswith(f".{kind}") or file.is_dir()


def _once(name: str, script: str) -> str:
    """A script that does nothing when another bundle has brought it before, as with Material's instant navigation."""
    seen = "(window.journeysScripts ??= {})"
    return f'if (!{seen}["{name}"]) {{ window.journeysScripts["{name}"] = true;\n{script}}}'


def _in_one_scope(folder: Traversable) -> str:
    """The scripts of a folder as modules that know each other's names and nobody else does; `start.js` comes last."""
    scripts = sorted(_files_in(folder), key=lambda script: (script.name == "start.js", str(script)))
    texts = (script.read_text("utf-8") for script in scripts)
    return "\n".join(["(function () {", '"use strict";', *texts, "})();"])


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    """The files of a folder and of the folders in it."""
    for found in folder.iterdir():
        yield from _files_in(found) if found.is_dir() else (found,)
