"""Pydantic's errors with their places in a file, and with what an author typed there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from mkdocs_journeys.load.messages.phrases import shortened, shown
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.yamlfile import Map, source_text

_TAGGED_ITEMS = ("pains", "says", "jobs")
_TAGGED_FIELDS = ("emotion", "feelings", "thinks", "says", "expects")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One of pydantic's errors with its path in the file; `typed` is the value as it was typed.

    `beside` are the names of all fields of the same block; `is_alone` is true for a text that stands for a list of one.
    """

    kind: str
    type: str
    path: Path
    is_key: bool
    value: Any
    typed: str
    context: dict[str, Any]
    dropped: bool
    is_alone: bool = False
    beside: frozenset[str] = frozenset()

    @property
    def shown_path(self) -> Path:
        """The path that a message names: a text alone is no first item."""
        return self.path[:-1] if self.is_alone else self.path


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
    if path[-1:] and (path[-1] in _TAGGED_FIELDS or path[-2:-1] == ("cost_factors",)):
        return True
    is_of_actor = path[-3:-2] == ("says",)
    return len(path) > 1 and isinstance(path[-1], int) and (is_of_actor or path[-2] in _TAGGED_ITEMS)


def mistake_of(error: ErrorDetails, kind: str, source: Map, dropped: frozenset[Path]) -> Mistake:
    """An error with what was typed at its place, and beside it."""
    path, is_key = path_of(error)
    is_alone = path != () and isinstance(path[-1], int) and isinstance(_at(source, path[:-1]), str)
    value = error["input"]
    typed = shortened(source_text(source, path) or "") or shown(value)
    context = {**error.get("ctx", {}), "said": error["msg"]}
    beside = frozenset(map(str, _block_at(source, path[:-1])))
    return Mistake(kind, error["type"], path, is_key, value, typed, context, path in dropped, is_alone, beside)


def _block_at(source: Map, path: Path) -> Iterable[object]:
    """The names in the block at a path; none where there is no block."""
    value = _at(source, path)
    return value if isinstance(value, dict) else ()


def _at(source: Map, path: Path) -> Any:
    """The value at a path; None where there is none."""
    value: Any = source
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value
