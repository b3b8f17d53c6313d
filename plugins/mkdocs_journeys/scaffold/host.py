"""What a mkdocs.yml that somebody else wrote still needs."""

from typing import Any

import yaml

ALONE = "plugins:\n  - search\n  - journeys\n"
BESIDE = "plugins:\n  - journeys   # one more item of the list that is there\n"
BESIDE_OPTIONS = "plugins:\n  journeys: {}   # one more beside those that are there\n"
THEME = "theme:\n  name: material\n"


def lines_to_add(config: bytes) -> str:
    """The lines of YAML to add; "" where nothing is missing. No tag is resolved and nothing is imported.

    For a text that cannot be read, everything is given.
    """
    try:
        root = yaml.compose(config, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        root = None
    plugins, theme = _value(root, "plugins"), _value(root, "theme")
    is_material = "material" in (getattr(theme, "value", None), getattr(_value(theme, "name"), "value", None))
    return _plugin_lines(plugins) + ("" if is_material else THEME)


def _plugin_lines(plugins: Any) -> str:
    if not isinstance(plugins, yaml.CollectionNode):
        return ALONE
    if any(_name(item) == "journeys" for item in plugins.value):
        return ""
    return BESIDE_OPTIONS if isinstance(plugins, yaml.MappingNode) else BESIDE


def _value(node: Any, key: str) -> Any:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _name(item: Any) -> Any:
    """A plugin's name: of an item of a list, with options or without, or of a key of a mapping."""
    if isinstance(item, tuple):
        return item[0].value
    if isinstance(item, yaml.MappingNode):
        return item.value[0][0].value if item.value else None
    return getattr(item, "value", None)
