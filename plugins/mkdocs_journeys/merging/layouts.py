"""Entries in lines that stood in brackets, and in brackets again."""

from collections.abc import Sequence

from mkdocs_journeys.merging.tree import Brackets, Conflict, Entry, Node, moved, settled


class ClashError(Exception):
    """Two values cannot become one; they are a conflict, of `ours` and `theirs` where these are given."""

    def __init__(self, ours: Node | None = None, theirs: Node | None = None) -> None:
        super().__init__()
        self.ours, self.theirs = ours, theirs


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
    """Entries in brackets on the lines of a frame.

    Raises ClashError where one of them is a conflict, with all that is none in both values.
    """
    brackets = frame.brackets if len(frame.entries) > 1 or not other.brackets else other.brackets
    if frame.brackets is None or brackets is None:
        raise ClashError
    values = [_bracketed(frame, frame.brackets, brackets.separator, entries, side) for side in ("ours", "theirs")]
    if any(isinstance(one, Conflict) for one in entries):
        raise ClashError(*values)
    return values[0]


def _bracketed(frame: Node, brackets: Brackets, separator: str, entries: Sequence[Entry | Conflict], side: str) -> Node:
    chosen = [*settled(entries, side)]
    inside = separator.join(entry.head + entry.value.raw for entry in chosen)
    raw = f"{brackets.opening}{inside}{brackets.closing}"
    return Node(frame.kind, raw, entries=tuple(chosen), brackets=brackets)
