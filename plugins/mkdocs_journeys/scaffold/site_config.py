"""What a mkdocs.yml says, read as data, and the lines that it still needs. No tag is resolved and nothing imported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import normpath
from typing import Any

import yaml

ALL_PLUGINS = "plugins:\n  - search\n  - journeys\n"
ONE_MORE_ITEM = "plugins:\n  - journeys   # one more item of the list that is there\n"
ONE_MORE_KEY = "plugins:\n  journeys: {}   # one more beside those that are there\n"
THEME = "theme:\n  name: material\n"
NAV = "nav:   # more entries of the list that is there\n"
OWN_THEME = "?"
NO = ("false", "False", "FALSE")
"""A theme without a name."""
INDEX = ("index.md", "README.md")

NavEntry = tuple[str, Sequence[str]]
"""A group of pages in the navigation: its title, and the uris of its pages."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The settings of a site that an atlas has to do with.

    `missing` are the lines that it needs whatever else it says, `theme` is the name of its theme, "" for none.
    `journeys_dir`, `home`, `has_health` and `has_history` are options of our plugin. `nav` holds the paths named there,
    None without a `nav:`. `exposed` is the journeys' folder inside of docs_dir,
    from which MkDocs would publish it, "" where it lies outside.
    """

    missing: str
    theme: str
    docs_dir: str = "docs"
    journeys_dir: str = "journeys"
    home: str = INDEX[0]
    has_health: bool = True
    has_history: bool = True
    nav: tuple[str, ...] | None = None
    exposed: str = ""


def site_config(*texts: bytes) -> SiteConfig:
    """The settings in a mkdocs.yml and, after it, in those that it inherits from; what cannot be read says nothing."""
    roots = [_root(text) for text in texts]
    plugins, theme = _first(roots, "plugins"), _first(roots, "theme")
    ours, nav = _value(_options(plugins), "journeys"), _first(roots, "nav")
    docs_dir = _text(_first(roots, "docs_dir")) or "docs"
    journeys_dir = _text(_value(ours, "journeys_dir")) or "journeys"
    exposed = _below(docs_dir, journeys_dir)
    name = _text(theme) or _text(_value(theme, "name"))
    return SiteConfig(
        missing=_plugin_lines(plugins) + (THEME if theme is None else ""),
        theme=name or (OWN_THEME if theme is not None else ""),
        docs_dir=docs_dir,
        journeys_dir=journeys_dir,
        home=_text(_value(ours, "home")) or INDEX[0],
        has_health=getattr(_value(ours, "health"), "value", "") not in NO,
        has_history=getattr(_value(ours, "history"), "value", "") not in NO,
        nav=tuple(_paths(nav)) if isinstance(nav, yaml.SequenceNode) else None,
        exposed="" if exposed in _text(_first(roots, "exclude_docs")) else exposed,
    )


def inherited(text: bytes) -> str:
    """The path of the file that a mkdocs.yml inherits from, "" for none."""
    return _text(_value(_root(text), "INHERIT"))


def lines_to_add(config: SiteConfig, groups: Sequence[NavEntry]) -> str:
    """The YAML lines to add to a mkdocs.yml, "" if none are missing; `groups` are for the navigation."""
    lines = config.missing
    if config.exposed:
        lines += f"exclude_docs: |\n  /{config.exposed}/\n"
    if config.nav is not None and not {*config.nav} & {page for _, pages in groups for page in pages}:
        entries = [f"  - {title}:\n" + "".join(f"      - {page}\n" for page in pages) for title, pages in groups]
        lines += NAV + "".join(entries)
    return lines


def _root(text: bytes) -> Any:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _first(roots: Sequence[Any], key: str) -> Any:
    return next((value for root in roots if (value := _value(root, key)) is not None), None)


def _value(node: Any, key: str) -> Any:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _text(node: Any) -> str:
    """The text of a scalar; "" for anything else, and for one that a tag makes into something else."""
    is_text = isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str"
    return node.value if is_text else ""


def _below(folder: str, other: str) -> str:
    """A path inside of a folder as it is seen from there, "" for one outside."""
    above, path = normpath(folder), normpath(other)
    if above == ".":
        return "" if path.startswith("..") else path
    return path.removeprefix(f"{above}/") if path.startswith(f"{above}/") else ""


def _paths(nav: yaml.Node) -> Iterator[str]:
    """Every path in a navigation, whatever it is nested in."""
    todo: list[Any] = [nav]
    seen = set[int]()
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node.value.lstrip("/")
        elif id(node) not in seen:
            seen.add(id(node))
            todo += [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value


def _plugin_lines(plugins: Any) -> str:
    if not isinstance(plugins, yaml.CollectionNode):
        return ALL_PLUGINS
    if any(_name(item) == "journeys" for item in plugins.value):
        return ""
    return ONE_MORE_KEY if isinstance(plugins, yaml.MappingNode) else ONE_MORE_ITEM


def _options(plugins: Any) -> Any:
    """The node in which the options of `journeys` are the value of that key."""
    if not isinstance(plugins, yaml.SequenceNode):
        return plugins
    return next((item for item in plugins.value if _name(item) == "journeys"), None)


def _name(item: Any) -> Any:
    """The name of a plugin, from a list item with or without options, or a (key, value) pair of a mapping."""
    if isinstance(item, tuple):
        return item[0].value
    if isinstance(item, yaml.MappingNode):
        return item.value[0][0].value if item.value else None
    return getattr(item, "value", None)
