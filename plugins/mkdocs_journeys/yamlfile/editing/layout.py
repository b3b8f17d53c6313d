"""Where the values of a file are written: offsets in its text at which keys and values start and end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from mkdocs_journeys.yamlfile.editing.edit import SourceText
from mkdocs_journeys.yamlfile.events import events_of


class Span(NamedTuple):
    """The characters from `start` up to `end` in the text of a file."""

    start: int
    end: int


@dataclass(slots=True)
class Written:
    """A key or value as written, from its quotes or its anchor on; a block reaches to the next key or value.

    `parts` are the items of a list, or the keys of a mapping, each followed by its value. An alias has the `target`
    that it repeats.
    """

    start: int
    end: int
    kind: str = "text"
    text: str = ""
    is_block: bool = False
    parts: list["Written"] = field(default_factory=list)
    target: "Written | None" = None

    @property
    def meant(self) -> "Written":
        """The value itself; what an alias repeats."""
        return self.target or self

    @property
    def pairs(self) -> list[tuple["Written", "Written"]]:
        """The keys of a mapping with their values."""
        return list(zip(self.parts[::2], self.parts[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and what is written in it."""

    source: SourceText
    root: Written

    @classmethod
    def from_bytes(cls, content: bytes) -> "Layout | None":
        """The layout of a file that holds one mapping; None where there is an error in its YAML."""
        source = SourceText.from_bytes(content)
        try:
            root = _root(events_of(source.text)) if source else None
        except (yaml.YAMLError, ValueError, KeyError):
            return None
        return cls(source, root) if source and root and root.kind == "map" else None

    def find(self, path: Sequence[str | int], *, key: bool = False) -> Written | None:
        """The value at a path, or its key; None where there is none.

        A text that stands for a list of one is its only item, and what an alias repeats is found where its anchor is.
        """
        here = self.root
        for number, part in enumerate(path, 1):
            found = _child(here.meant, part, key=key and number == len(path))
            if found is None:
                return None
            here = found
        return here

    def span(self, path: Sequence[str | int], *, key: bool = False) -> Span | None:
        """Where the value at a path, or its key, is written; that of an alias where its anchor is."""
        found = self.find(path, key=key)
        return Span(found.meant.start, found.meant.end) if found else None


def _child(here: Written, part: str | int, *, key: bool) -> Written | None:
    if here.kind == "map":
        return next((name if key else value for name, value in here.pairs if name.text == part), None)
    if here.kind == "list":
        return here.parts[part] if isinstance(part, int) and 0 <= part < len(here.parts) else None
    return here if part == 0 else None


def _root(events: Iterable[Event]) -> Written | None:
    """What is written at the top of a text. Raises KeyError for an alias without anchor, ValueError for two texts."""
    top = Written(0, 0, "list")
    outer = [top]
    anchors: dict[str, Written] = {}
    for event in events:
        if isinstance(event, CollectionEndEvent):
            outer.pop().end = _end(event)
        elif isinstance(event, AliasEvent):
            outer[-1].parts.append(Written(_start(event), _end(event), target=anchors[event.anchor or ""]))
        elif isinstance(event, ScalarEvent | CollectionStartEvent):
            node = Written(_start(event), _end(event))
            outer[-1].parts.append(node)
            if event.anchor:
                anchors[event.anchor] = node
            if isinstance(event, ScalarEvent):
                node.text = event.value
            else:
                node.kind = "map" if isinstance(event, MappingStartEvent) else "list"
                node.is_block = not event.flow_style
                outer.append(node)
        elif isinstance(event, DocumentStartEvent) and top.parts:
            raise ValueError("A second document begins.")
    return top.parts[0] if top.parts else None


def _start(event: Event) -> int:
    mark: Any = event.start_mark
    return int(mark.index)


def _end(event: Event) -> int:
    mark: Any = event.end_mark
    return int(mark.index)
