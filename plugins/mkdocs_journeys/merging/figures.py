"""Figures, comma-separated rows, to a tree: a field for each day and segment."""

import csv

from mkdocs_journeys.merging.tree import Entry, MergeDocument, Node, UnmergeableError

KEYS = ("date", "segment")
"""The columns that tell rows apart."""


def parsed_rows(text: str) -> MergeDocument:
    """The tree of a table whose lines end in \\n, its first line its header. Raises UnmergeableError."""
    lines = text.splitlines(keepends=True)
    rows = [*csv.reader(lines)]
    if len(rows) != len(lines) or not rows:
        raise UnmergeableError("Its rows are not one a line.")
    places = [rows[0].index(name) for name in KEYS if name in rows[0]]
    if not places:
        raise UnmergeableError("It has no column `date`.")
    entries: dict[str, Entry] = {}
    for line, row in zip(lines[1:], rows[1:], strict=True):
        key = repr([row[place].strip() for place in places if place < len(row)])
        if key in entries or not row:
            raise UnmergeableError("A row is empty, or stands there twice.")
        raw = line.removesuffix("\n")
        entries[key] = Entry(key, "", "", Node("text", raw, raw), "\n", 0)
    return MergeDocument(lines[0], Node("map", entries=tuple(entries.values()), is_block=True), "")


def in_order_of_days(document: MergeDocument) -> MergeDocument:
    """The rows of a table, conflicts among them, put in order."""
    root = document.root

    def key(one: object) -> str:
        return next(entry.key for entry in (one if isinstance(one, tuple) else (one,)) if isinstance(entry, Entry))

    entries = tuple(sorted(root.entries, key=key))
    return document._replace(root=Node("map", entries=entries, is_block=True))


def are_in_order(document: MergeDocument) -> bool:
    """Whether the rows of a table that was read are in the order of their days."""
    keys = [entry.key for entry in document.root.entries if isinstance(entry, Entry)]
    return keys == sorted(keys)
