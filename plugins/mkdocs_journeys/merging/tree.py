"""A file as a tree whose parts, put side by side, are its text again: comments and blank lines have their owner.

Blank lines and comments above an entry belong to it; comments below it do where they stand further right. What stands
above the first entry of the file, and what is left at its end, belongs to the file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

_LINE_START = re.compile(r"^(?=[^\n])", re.MULTILINE)


class UnmergeableError(Exception):
    """A text or a pair of changes that this package leaves to a merge by lines; the message says why."""


class Brackets(NamedTuple):
    """What stands in a list or mapping on one line beside its parts: `[`, `, ` and `]` with their blanks."""

    opening: str
    separator: str
    closing: str


@dataclass(frozen=True, eq=False)
class Node:
    """A value: a text, or the entries of a list or mapping, in lines at a `column` or in `brackets`.

    `raw` is a text as written, or the whole of what stands in brackets. The first entry of a list or mapping that
    `starts_inline` stands on the line of the dash above it.
    """

    kind: str
    raw: str = ""
    scalar: Any = None
    entries: "tuple[Entry | Conflict, ...]" = ()
    column: int = 0
    is_block: bool = False
    starts_inline: bool = False
    brackets: Brackets | None = None

    @cached_property
    def value(self) -> Any:
        """The plain value."""
        return self.value_for("ours")

    @cached_property
    def text(self) -> str:
        """The text as it is written."""
        return rendered_node(self, 0, "ours", "")

    def value_for(self, side: str) -> Any:
        """The plain value where each conflict is settled for a side, "ours" or "theirs"."""
        entries = [*settled(self.entries, side)]
        if self.kind == "map":
            return {one.key: one.value.value_for(side) for one in entries}
        return [one.value.value_for(side) for one in entries] if self.kind == "list" else self.scalar


@dataclass(frozen=True, eq=False)
class Entry:
    """A field of a mapping or an item of a list: the lines above it, its key or dash, its value, what is behind.

    All lines but the first of `head`, value and `tail` have their indentation. Within brackets, only `head` and value
    are there.
    """

    key: str
    lead: str
    head: str
    value: Node
    tail: str
    column: int
    in_brackets: bool = False


class Conflict(NamedTuple):
    """An entry that cannot be merged: as it is on both sides and was in the base, None where it is not there."""

    ours: Entry | None
    base: Entry | None
    theirs: Entry | None


class Labels(NamedTuple):
    """How conflicts are marked: whose each side is, and of how many characters a mark is made.

    Without a name for the `base`, that is not shown.
    """

    ours: str = "ours"
    theirs: str = "theirs"
    base: str | None = None
    size: int = 7


class MergeDocument(NamedTuple):
    """A file: the lines above its first entry, its mapping, and the lines below."""

    header: str
    root: Node
    footer: str


def settled(entries: "Sequence[Entry | Conflict]", side: str) -> Iterator[Entry]:
    """The entries where each conflict is settled for a side, "ours" or "theirs"."""
    for one in entries:
        chosen = getattr(one, side) if isinstance(one, Conflict) else one
        if chosen is not None:
            yield chosen


def shifted(text: str, by: int) -> str:
    """Whole lines moved to the right; to the left, where `by` is negative, as far as they can go."""
    if by >= 0:
        return _LINE_START.sub(" " * by, text) if by and text else text
    return re.sub(rf"^ {{1,{-by}}}", "", text, flags=re.MULTILINE)


def shifted_below(text: str, by: int) -> str:
    """A text whose first line stays where it is while the lines below it are moved."""
    first, line_end, rest = text.partition("\n")
    return f"{first}{line_end}{shifted(rest, by)}" if rest and by else text


def moved(node: Node, by: int) -> Node:
    """A value whose lines stand further right."""
    if not by:
        return node
    if not node.is_block:
        return replace(node, raw=shifted_below(node.raw, by))
    return replace(node, column=node.column + by)


def rendered_entry(entry: Entry, column: int, view: "Labels | str" = "ours", start: str | None = None) -> str:
    """The text of an entry at a column; a `start` is what stands on its first line in place of blanks."""
    by = column - entry.column
    head = (" " * column if start is None else start) + shifted_below(entry.head, by)
    return shifted(entry.lead, by) + rendered_node(entry.value, by, view, head) + shifted_below(entry.tail, by)


def rendered_node(node: Node, by: int, view: "Labels | str", head: str) -> str:
    """What stands before a value, `head`, and its text, whose lines are moved to the right."""
    if not node.is_block:
        return head + shifted_below(node.raw, by)
    column = node.column + by
    parts: list[str] = []
    start: str | None = head if node.starts_inline else None
    if start is None:
        parts.append(head)
    for one in node.entries:
        if not isinstance(one, Conflict):
            parts.append(rendered_entry(one, column, view, start))
        elif isinstance(view, Labels):
            parts.append(_marked(one, column, view, start))
        else:
            parts += (rendered_entry(shown, column, view, start) for shown in settled((one,), view))
        start = None
    return "".join(parts)


def _marked(conflict: Conflict, column: int, labels: Labels, start: str | None) -> str:
    """Both sides of a conflict between git's marks, and what it was before if that has a name."""
    ours, base, theirs = (rendered_entry(one, column, "ours", start) if one else "" for one in conflict)
    before = f"{'|' * labels.size} {labels.base}\n{base}" if labels.base is not None else ""
    first, middle, last = (sign * labels.size for sign in "<=>")
    return f"{first} {labels.ours}\n{ours}{before}{middle}\n{theirs}{last} {labels.theirs}\n"


def rendered(document: MergeDocument, view: "Labels | str" = "ours") -> str:
    """The text of a file, its conflicts marked with labels, or settled for "ours" or "theirs"."""
    return document.header + rendered_node(document.root, 0, view, "") + document.footer
