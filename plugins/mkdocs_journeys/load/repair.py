"""What an author plainly meant: tried only where a file does not pass as it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from mkdocs_journeys.model.references import Path
from mkdocs_journeys.yamlfile import Map, source_text

_TAGGED_ITEMS = ("pains", "says")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A copy of a file's values, and the paths of fields without a value that were taken out of it."""

    values: dict[str, Any]
    dropped: frozenset[Path]


def repaired(source: Map, errors: Iterable[ErrorDetails]) -> Repaired:
    """A field with nothing after its colon counts as absent; a number where text belongs, as its text."""
    values = _copy(source)
    dropped: set[Path] = set()
    for error in errors:
        path, is_key = path_of(error)
        parent = _at(values, path[:-1])
        if is_key or not path or parent is None:
            continue
        if error["input"] is None and isinstance(parent, dict) and error["type"] != "extra_forbidden":
            parent.pop(path[-1], None)
            dropped.add(path)
        elif error["type"] == "string_type" and _is_number(error["input"]):
            parent[path[-1]] = source_text(source, path) or error["input"]
    return Repaired(values, frozenset(dropped))


def path_of(error: ErrorDetails) -> tuple[Path, bool]:
    """Where in the file's values an error lies, without pydantic's own marks, and whether it is a key's."""
    location = error["loc"]
    is_key = location[-1:] == ("[key]",) and error["type"] != "extra_forbidden"
    path: Path = ()
    tagged: Path | None = None
    for part in location[:-1] if is_key else location:
        if part in ("mapping", "plain") and path != tagged and _may_be_tagged(path):
            tagged = path
        else:
            path = (*path, part)
    return path, is_key


def _may_be_tagged(path: Path) -> bool:
    """Whether this is a place that takes either a block of fields or a plain value."""
    if path[-1:] == ("emotion",):
        return True
    return len(path) > 1 and isinstance(path[-1], int) and path[-2] in _TAGGED_ITEMS


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _copy(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _at(values: Any, path: Path) -> Any:
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values if isinstance(values, dict | list) else None
