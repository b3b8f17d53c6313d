"""The assets of a site: styles with the colours of the atlas, scripts, Mermaid, pictures."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.page import Asset

FOLDER = "assets/journeys"
_SOURCES = files("mkdocs_journeys.templates").joinpath("assets")
HUES = ("#4f5fd6", "#0f8f7f", "#b8730a", "#8a45b5", "#c23b6b", "#2b7fc4", "#5b8c1f", "#b5532a", "#5f6f86")
"""Default colours of lifecycle stages, in turn."""
COPIED = (
    "mermaid-theme.js",
    "vendor/mermaid.min.js",
    "vendor/mermaid.LICENSE",
    "vendor/mermaid.THIRD-PARTY-LICENSES",
)


def assets_of(atlas: Atlas) -> Iterator[Asset]:
    """Our own assets, then the pictures of the atlas."""
    yield Asset(f"{FOLDER}/journeys.css", (_joined("css") + stage_colours(atlas)).encode())
    yield Asset(f"{FOLDER}/journeys.js", _joined("js").encode())
    for name in COPIED:
        yield Asset(f"{FOLDER}/{name}", path=str(_SOURCES.joinpath(name)))
    for path in sorted(atlas.assets):
        yield Asset(picture_uri(path.partition("/assets/")[2]), path=path)


def picture_uri(name: str) -> str:
    """Where the site has a picture; `name` is its path in the assets folder of the journeys."""
    return f"{FOLDER}/pictures/{name}"


def stage_colours(atlas: Atlas) -> str:
    """A CSS rule with the colour of each lifecycle stage; the model validates ids and colours."""
    rules = (
        f".journeys-stage-{stage.id}{{--stage:{stage.colour or HUES[index % len(HUES)]}}}"
        for index, stage in enumerate(atlas.catalog.stages)
    )
    return "\n".join(rules)


@cache
def _joined(kind: str) -> str:
    """All style sheets or all scripts in one text, tokens first."""
    folder = _SOURCES.joinpath(kind)
    names = sorted((item.name for item in folder.iterdir()), key=lambda name: (name != f"tokens.{kind}", name))
    extra = _SOURCES.joinpath("mermaid-theme.css").read_text("utf-8") if kind == "css" else ""
    texts = (folder.joinpath(name).read_text("utf-8") for name in names if name.endswith(f".{kind}"))
    modules = (_in_one_scope(item) for item in folder.iterdir() if item.is_dir())
    return "\n".join([*texts, *modules, extra])


def _in_one_scope(folder: Traversable) -> str:
    """The scripts of a folder as modules that know each other's names and nobody else does; `start.js` comes last."""
    scripts = sorted(folder.iterdir(), key=lambda script: (script.name == "start.js", script.name))
    texts = (script.read_text("utf-8") for script in scripts)
    return "\n".join(["(function () {", '"use strict";', *texts, "})();"])
