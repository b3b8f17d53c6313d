"""The files of a new project, and the lines that an existing mkdocs.yml needs."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from mkdocs_journeys.schema import KINDS, text_of

SCHEMA_FOLDER = ".journeys/schema"
"""The folder of a project's copy of the schemas, below its root."""
ALL_PLUGINS = "plugins:\n  - search\n  - journeys\n"
ONE_MORE_ITEM = "plugins:\n  - journeys   # one more item of the list that is there\n"
ONE_MORE_KEY = "plugins:\n  journeys: {}   # one more beside those that are there\n"
THEME = "theme:\n  name: material\n"


def project_files(today: date, requirement: str) -> dict[str, str]:
    """Path below the project's root to text, for a new project. `requirement` is what pip installs in CI."""
    found = dict(_texts(files("mkdocs_journeys.scaffold").joinpath("files"), ""))
    filled = {
        path: text.replace("TODAY", today.isoformat()).replace("REQUIREMENT", requirement)
        for path, text in found.items()
    }
    return filled | schema_files()


def schema_files() -> dict[str, str]:
    """The project's copy of the schemas: path below the root to text."""
    return {f"{SCHEMA_FOLDER}/{kind}.json": text_of(kind) for kind in KINDS}


def lines_to_add(config: bytes) -> str:
    """The YAML lines to add to a mkdocs.yml; "" if none are missing, all of them if it cannot be parsed.

    No tag is resolved and nothing is imported.
    """
    try:
        root = yaml.compose(config, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        root = None
    plugins, theme = _value(root, "plugins"), _value(root, "theme")
    is_material = "material" in (getattr(theme, "value", None), getattr(_value(theme, "name"), "value", None))
    return _plugin_lines(plugins) + ("" if is_material else THEME)


def _texts(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = above + item.name.replace("dot-", ".", 1)
        if item.is_dir():
            yield from _texts(item, f"{path}/")
        else:
            yield path, item.read_text("utf-8")


def _plugin_lines(plugins: Any) -> str:
    if not isinstance(plugins, yaml.CollectionNode):
        return ALL_PLUGINS
    if any(_name(item) == "journeys" for item in plugins.value):
        return ""
    return ONE_MORE_KEY if isinstance(plugins, yaml.MappingNode) else ONE_MORE_ITEM


def _value(node: Any, key: str) -> Any:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _name(item: Any) -> Any:
    """The name of a plugin, from a list item with or without options, or a (key, value) pair of a mapping."""
    if isinstance(item, tuple):
        return item[0].value
    if isinstance(item, yaml.MappingNode):
        return item.value[0][0].value if item.value else None
    return getattr(item, "value", None)
