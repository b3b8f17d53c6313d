"""What the files of an atlas name, as the models' own annotations tell it: each naming with the thing that names."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from mkdocs_journeys.load import ParsedFile, parse_file, role_of
from mkdocs_journeys.model.base import Model
from mkdocs_journeys.model.free_names import name_id
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.refactor.mentions import mentions_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.vocabulary import CATALOG_LISTS

Thing = tuple[str, str]
FREE = {"systems": "system", "tags": "tag"}
"""Fields whose texts are names of things."""


class Naming(NamedTuple):
    """One thing that names another; `field` leads to the name in the file, without numbers."""

    by: Thing
    field: str
    named: Thing


def namings_of(tree: Tree) -> Iterator[Naming]:
    """What all files of a tree name, in fields, in the links of rich texts and in rows of figures."""
    for path, data in tree.files.items():
        role = role_of(path, tree.folder)
        if role.kind:
            yield from _in_file(parse_file(role, data))


def _in_file(parsed: ParsedFile) -> Iterator[Naming]:
    for one in mentions_of(parsed):
        if not one.defines:
            yield Naming(_namer(parsed, one.path), _field(parsed, one.path), (one.kind, one.id))
    for link in parsed.locations.mentions:
        path: Path = getattr(link, "path", ("segment",))
        yield Naming(_namer(parsed, path), f"{_field(parsed, path)} (link)", (link.kind, link.target))
    for path, value in _texts(parsed.model, ()):
        kind = FREE.get(str(path[-2])) if len(path) > 1 else None
        if kind:
            yield Naming(_namer(parsed, path), _field(parsed, path), (kind, name_id(value)))


def _namer(parsed: ParsedFile, path: Path) -> Thing:
    """The innermost thing with a page of its own around a place in a file."""
    if parsed.role.kind == "figures":
        return "metric", parsed.role.id
    around: list[Any] = [parsed.model]
    for part in path:
        found = around[-1]
        around.append(getattr(found, str(part), None) if isinstance(found, Model) else _item(found, part))
    for depth in range(len(path), 0, -1):
        id = getattr(around[depth], "id", None)
        if id and depth > 1 and path[depth - 2] == "pains":
            return "pain", id
        if id and depth == 2 and parsed.role.kind == "catalog" and path[0] in CATALOG_LISTS:
            return CATALOG_LISTS[str(path[0])], id
    return parsed.role.kind, parsed.role.id


def _item(found: Any, part: str | int) -> Any:
    try:
        return found[part]
    except (KeyError, TypeError, IndexError):
        return None


def _field(parsed: ParsedFile, path: Path) -> str:
    return ".".join([parsed.role.kind, *(part for part in path if isinstance(part, str))])


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, (*path, number))
    elif isinstance(value, Model):
        for name, one in vars(value).items():
            yield from _texts(one, (*path, name))
