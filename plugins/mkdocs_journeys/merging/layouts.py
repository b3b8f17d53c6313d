"""Entries in lines that stood in brackets, and in brackets again."""

from collections.abc import Sequence

from mkdocs_journeys.merging.tree import Conflict, Entry, Node, moved


class ClashError(Exception):
    """Two values cannot become one."""


def in_lines(one: Entry | Conflict, frame: Node) -> Entry | Conflict:
    """An entry that stood in brackets, for a list or mapping in lines."""
    if isinstance(one, Conflict):
        return Conflict(*(_line_of(entry, frame) if entry else None for entry in one))
    return _line_of(one, frame)


def _line_of(entry: Entry, frame: Node) -> Entry:
    if not entry.in_brackets:
        return entry
    head = entry.head or ("- " if frame.kind == "list" else "")
    return Entry(entry.key, "", head, moved(entry.value, frame.column), "\n", frame.column)


def in_brackets(frame: Node, other: Node, entries: Sequence[Entry | Conflict]) -> Node:
    """Entries in brackets on the lines of a frame. Raises ClashError where one of them is a conflict."""
    clear = [entry for entry in entries if not isinstance(entry, Conflict)]
    brackets = frame.brackets if len(frame.entries) > 1 or not other.brackets else other.brackets
    if len(clear) < len(entries) or frame.brackets is None or brackets is None:
        raise ClashError
    inside = brackets.separator.join(entry.head + entry.value.raw for entry in clear)
    raw = f"{frame.brackets.opening}{inside}{frame.brackets.closing}"
    return Node(frame.kind, raw, entries=tuple(clear), brackets=frame.brackets)
