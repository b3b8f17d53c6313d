"""Edits under way, beside the values that the files shall hold afterwards: only where both agree they are done."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position
from mkdocs_journeys.refactor.files import AtlasFiles
from mkdocs_journeys.refactor.outcome import Refactoring, Refusal
from mkdocs_journeys.yamlfile import read
from mkdocs_journeys.yamlfile.editing.edit import Edit
from mkdocs_journeys.yamlfile.editing.layout import Layout
from mkdocs_journeys.yamlfile.values import differences, plain_copy

BY_HAND = "Change it by hand."


@dataclass(slots=True)
class Draft:
    """A refactoring under way.

    `values` are those of each touched file, by path, and are changed together with its text: an edit that does
    something else to them is found out at the end.
    """

    files: AtlasFiles
    edits: defaultdict[str, list[Edit]] = field(default_factory=lambda: defaultdict(list))
    values: dict[str, Any] = field(default_factory=dict)
    created: dict[str, bytes] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    failed: list[Position] = field(default_factory=list)
    _layouts: dict[str, Layout] = field(default_factory=dict)

    def layout(self, path: str) -> Layout:
        """The layout of a file of the atlas, which can be read."""
        if path not in self._layouts:
            found = Layout.from_bytes(self.files.tree.files[path])
            assert found  # noqa: S101
            self._layouts[path] = found
        return self._layouts[path]

    def values_of(self, path: str) -> Any:
        """The values of a file as they shall be, to be changed."""
        if path not in self.values:
            source = self.files.parsed[path].source
            self.values[path] = plain_copy(source.root if source else {})
        return self.values[path]

    def value_at(self, path: str, where: Path) -> Any:
        """The dict or list at a place of a file as it shall be, to be changed."""
        value = self.values_of(path)
        for part in where:
            value = value[part]
        return value

    def position(self, path: str, where: Path) -> Position:
        """Where a value of a file is written."""
        return self.files.parsed[path].position(*where)

    def edit(self, path: str, where: Path, *edits: Edit | None) -> None:
        """Note edits of what stands at a place of a file; None for one that cannot be had."""
        self.values_of(path)
        for one in edits:
            if one is None:
                self.failed.append(self.position(path, where))
            else:
                self.edits[path].append(one)

    def create(self, path: str, text: str | None, *, like: str, values: Any) -> None:
        """Note a new file with these values, written like another one; None for a text that cannot be had."""
        self.created[path] = self.layout(like).source.encoded(text or "")
        self.values[path] = values

    def finished(self) -> Refactoring | Refusal:
        """The refactoring; refused where an edit could not be had, or would do something else than it should."""
        if self.failed:
            return Refusal(f"{self.failed[0]} is written in a way that cannot be changed by itself.", BY_HAND)
        edits = {path: _in_order(found) for path, found in self.edits.items() if path not in self.removed}
        done = Refactoring(edits, {}, self.created, frozenset(self.removed), notes=tuple(self.notes))
        after = done.applied(self.files.tree).files
        for path, values in self.values.items():
            if path not in self.removed and (_overlap(edits.get(path, ())) or not _holds(after[path], values)):
                return Refusal(f"{path} is written in a way that cannot be changed by itself.", BY_HAND)
        return done


def _in_order(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end)))


def _overlap(edits: tuple[Edit, ...]) -> bool:
    return any(other.start < one.end for one, other in pairwise(edits))


def _holds(content: bytes, values: Any) -> bool:
    found, _ = read(content, "")
    return found is not None and not any(True for _ in differences(values, plain_copy(found)))
