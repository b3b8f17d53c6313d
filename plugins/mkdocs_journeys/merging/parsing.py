"""A YAML text to its tree."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

from mkdocs_journeys.merging.tree import Brackets, Conflict, Entry, MergeDocument, Node, UnmergeableError
from mkdocs_journeys.yamlfile.editing.layout import Layout, Written
from mkdocs_journeys.yamlfile.fast_values import UnsupportedError, plain_value

_TRIVIA = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*\Z")
_FILE_START = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*---[ ]*(?:#[^\n]*)?\n(?:[ ]*(?:#[^\n]*)?\n)*\Z")
_NO_VALUES = r"[ \t]*(?:#[^\n]*)?(?:\n[ \t]*(?:#[^\n]*)?)*"
_COLON = re.compile(rf"[ \t]*:{_NO_VALUES}\Z")
_DASH = re.compile(rf"-{_NO_VALUES}\Z")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?\n")
_BLANK_OR_COMMENT = re.compile(r"(?P<indent>[ ]*)(?P<comment>#[^\n]*)?\n")
_NOT_PLAIN = frozenset("\"'|>")
_NAMED = frozenset("&!*")
"""How an anchor, a tag and an alias begin."""


def parsed(text: str) -> MergeDocument:
    """The tree of a text whose lines end in \\n. Raises UnmergeableError."""
    if not text.strip():
        return MergeDocument(text, Node("map", is_block=True), "")
    layout = Layout.from_bytes(text.encode())
    if layout is None or not layout.root.is_block:
        raise UnmergeableError("It is no mapping in YAML, or has a mistake.")
    root, end = _Parser(text).block(layout.root, 0, starts_inline=False)
    first = root.entries[0]
    if isinstance(first, Conflict) or not _TRIVIA.match(text, end):
        raise UnmergeableError("There is more than one mapping in it.")
    bare = Entry(first.key, "", first.head, first.value, first.tail, first.column)
    entries = (bare, *root.entries[1:])
    return MergeDocument(first.lead, Node("map", entries=entries, column=root.column, is_block=True), text[end:])


class _Parser:
    """Parts of a text to nodes; each method goes on where the one before it ended."""

    def __init__(self, text: str) -> None:
        self.text = text

    def block(self, written: Written, at: int, *, starts_inline: bool) -> tuple[Node, int]:
        """A list or mapping in lines, and the offset behind it; `at` is where its first line begins."""
        column = -1
        entries: list[Entry] = []
        known: set[str] = set()
        pairs = written.pairs if written.kind == "map" else [(None, item) for item in written.parts]
        for number, (key, value) in enumerate(pairs):
            start = key.start if key else self._dash(value.start, at)
            margin = self.text.rfind("\n", 0, start) + 1
            is_inline = starts_inline and not number
            lead = "" if is_inline else self.text[at:margin]
            column = start - margin if column < 0 else column
            if start - margin != column or (not is_inline and self.text[margin:start].strip(" ")):
                raise UnmergeableError("Its lines are laid out in an unusual way.")
            if not (_TRIVIA.match(lead) or (not at and _FILE_START.match(lead))):
                raise UnmergeableError("There is something between its fields.")
            if key and (key.text in known or key.kind != "text" or self.text[key.start] in _NAMED):
                raise UnmergeableError("A name is given twice, or is no plain text.")
            known.add(key.text if key else "")
            entry, at = self._entry(key, value, start, column)
            entries.append(Entry(entry.key, lead, entry.head, entry.value, entry.tail, column))
        return Node(written.kind, entries=tuple(entries), column=column, is_block=True, starts_inline=starts_inline), at

    def _dash(self, start: int, at: int) -> int:
        """The offset of the dash of the item that starts there; `at` is where the one before it ended."""
        found = _DASH.search(self.text, at, start)
        if not found:
            raise UnmergeableError("A list is written in an unusual way.")
        return found.start()

    def _entry(self, key: Written | None, value: Written, start: int, column: int) -> tuple[Entry, int]:
        sign = key.end if key else start
        first = self.text.index(":", sign) + 1 if key else start + 1
        if value.target or self.text[value.start : value.start + 1] in _NAMED:
            raise UnmergeableError("It has an anchor, an alias or a tag.")
        if value.is_block:
            below = self.text.index("\n", first) + 1
            is_inline = value.start < below
            behind = value.start if is_inline else below
            head = self._head(start, sign, behind, is_key=key is not None)
            node, at = self.block(value, behind, starts_inline=is_inline)
            tail, at = self._tail(at, at, column)
        else:
            is_empty = value.start == value.end
            behind = first if is_empty else value.start
            head = self._head(start, sign, behind, is_key=key is not None)
            node, end = self._single(value, behind)
            rest = _REST_OF_LINE.match(self.text, end)
            if not rest:
                raise UnmergeableError("There is something behind a value.")
            tail, at = self._tail(end, rest.end(), column)
        return Entry(key.text if key else "", "", head, node, tail, column), at

    def _head(self, start: int, sign: int, behind: int, *, is_key: bool) -> str:
        pattern = _COLON if is_key else _DASH
        if not pattern.match(self.text[sign:behind]):
            raise UnmergeableError("A name or a dash is written in an unusual way.")
        return self.text[start:behind]

    def _tail(self, start: int, at: int, column: int) -> tuple[str, int]:
        """What belongs to an entry behind its value, from `start`, and where it ends; `at` begins a line."""
        end = at
        while found := _BLANK_OR_COMMENT.match(self.text, at):
            if found["comment"] and len(found["indent"]) <= column:
                break
            at = found.end()
            end = at if found["comment"] else end
        return self.text[start:end], end

    def _single(self, value: Written, start: int) -> tuple[Node, int]:
        """A text, or a list or mapping in brackets, and the offset behind it."""
        raw = self.text[start : value.end] if value.end > start else ""
        if value.kind == "text":
            sign = raw[:1]
            if sign in ("|", ">"):
                is_kept = "+" in raw.split("\n", 1)[0].split("#")[0]
                raw = raw.removesuffix("\n") if is_kept else raw.rstrip(" \n")
            elif sign not in _NOT_PLAIN:
                raw = raw.rstrip()
            return Node("text", raw, value.text if sign in _NOT_PLAIN and raw else _plain(value.text)), start + len(raw)
        return Node(
            value.kind, raw, entries=tuple(self._in_brackets(value)), brackets=self._brackets(value)
        ), start + len(raw)

    def _in_brackets(self, value: Written) -> Iterator[Entry]:
        known: set[str] = set()
        pairs = value.pairs if value.kind == "map" else [(None, item) for item in value.parts]
        for key, part in pairs:
            if part.target or part.is_block or self.text[part.start : part.start + 1] in _NAMED:
                raise UnmergeableError("It has an anchor, an alias or a tag.")
            if key and (key.text in known or key.kind != "text" or self.text[key.start : key.start + 1] in _NAMED):
                raise UnmergeableError("A name is given twice, or is no plain text.")
            known.add(key.text if key else "")
            node, _ = self._single(part, part.start)
            head = self.text[key.start : part.start] if key else ""
            yield Entry(key.text if key else "", "", head, node, "", 0, in_brackets=True)

    def _brackets(self, value: Written) -> Brackets | None:
        """The signs between the parts; None where these hold a comment or something else."""
        pairs = value.pairs if value.kind == "map" else [(item, item) for item in value.parts]
        if not pairs:
            inside = self.text[value.start + 1 : value.end - 1]
            return None if inside.strip() else Brackets(self.text[value.start], ", ", self.text[value.end - 1])
        opening = self.text[value.start : pairs[0][0].start]
        closing = self.text[pairs[-1][1].end : value.end]
        gaps = [self.text[one.end : other.start] for (_, one), (other, _) in itertools.pairwise(pairs)]
        is_plain = all(gap.strip() == "," for gap in gaps) and opening.strip() in ("[", "{")
        if not is_plain or closing.strip(" \n,") not in ("]", "}"):
            return None
        return Brackets(opening, gaps[0] if gaps else ", ", closing)


def value_of_block(raw: str) -> str:
    """The text that `|` or `>` and the lines below it stand for. Raises UnmergeableError."""
    [entry] = parsed(f"k: {raw}\n").root.entries
    if isinstance(entry, Conflict) or not isinstance(entry.value.scalar, str):
        raise UnmergeableError("A text in lines is written in an unusual way.")
    return entry.value.scalar


def _plain(text: str) -> Any:
    try:
        return plain_value(text) if text else None
    except UnsupportedError:
        return text
