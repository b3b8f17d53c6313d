"""Items of lists and fields of mappings as pieces of text: with their comments, to be cut out and put in elsewhere.

A comment belongs to the piece below it where it stands directly above, at the same column; to the piece above where it
stands further right. Functions give None where a piece shares a line with something that has to stay.
"""

import re
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText
from mkdocs_journeys.yamlfile.editing.layout import Layout, Written

_BLANK_OR_COMMENT = re.compile(r"[ \t]*(?:#.*)?$")
_DASH = re.compile(r"-[ \t]*$")
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST = re.compile(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?")
"""What stands behind a part within brackets, on its line."""
INDENT = 2
"""Columns by which the items of a new list stand further right than its key."""
Path = Sequence[str | int]


class Piece(NamedTuple):
    """The characters of an item or field with its comments, `head` its dash or key, at a column counted from 0.

    It is made of whole lines, or begins at its head where it is the first field of an item of a list.
    """

    start: int
    end: int
    head: int
    column: int

    @property
    def is_whole(self) -> bool:
        """Whether it is made of whole lines."""
        return self.start < self.head or not self.column


class Lines(NamedTuple):
    """Whole lines of text, each with its line end; their first dash or key stands at a column counted from 0."""

    text: str
    column: int


def piece_at(layout: Layout, path: Path) -> Piece | None:
    """The item of a block list, or the field of a block mapping, at a path; None within brackets."""
    above, value = _meant(layout, path[:-1]), layout.find(path)
    if above is None or value is None or not above.is_block:
        return None
    source = layout.source
    if above.kind == "map":
        key = layout.find(path, key=True)
        head = key.start if key else None
    else:
        head = _dash_before(source, value.start)
    if head is None:
        return None
    first = source.line_of(head)
    column = source.column_of(head)
    is_whole = not source.text[source.starts[first - 1] : head].strip(" ")
    if not is_whole and above.kind == "list":
        return None
    start = source.starts[_first_comment(source, first, column) - 1] if is_whole else head
    return Piece(start, _end(source, value, first, column), head, column)


def _meant(layout: Layout, path: Path) -> Written | None:
    found = layout.find(path)
    return found.meant if found else None


def _dash_before(source: SourceText, start: int) -> int | None:
    """The offset of the dash before the item of a block list that starts there."""
    number = source.line_of(start)
    before = source.text[source.starts[number - 1] : start]
    while not (found := _DASH.search(before)):
        number -= 1
        if number < 1:
            return None
        before = re.sub(r"(?:^|[ \t])#.*", "", source.line(number))
    return source.starts[number - 1] + found.start()


def _first_comment(source: SourceText, number: int, column: int) -> int:
    """The number of the first of the comment lines directly above a line, at its column."""
    while number > 1 and source.line(number - 1).startswith(" " * column + "#"):
        number -= 1
    return number


def _end(source: SourceText, value: Written, first: int, column: int) -> int:
    """The offset behind the last line of a value whose head is in line `first` at a column."""
    if value.is_block:
        last = source.line_of(value.end) - (value.end < len(source.text))
    else:
        last = source.line_of(value.start + len(source.text[value.start : value.end].rstrip()))
        while last < len(source.starts) and _BLANK_OR_COMMENT.match(source.line(last + 1)):
            last += 1
    while last > first and _is_left_behind(source.line(last), column):
        last -= 1
    return source.end_of(last)


def _is_left_behind(line: str, column: int) -> bool:
    """Whether a line below a piece is blank, or a comment that stands no further right than the piece."""
    bare = line.lstrip(" \t")
    return not bare or (bare.startswith("#") and len(line) - len(bare) <= column)


def lines_of(layout: Layout, path: Path) -> Lines | None:
    """The item or field at a path, to be put in elsewhere; what stands in brackets becomes a line of its own."""
    piece, value = piece_at(layout, path), layout.find(path)
    text, line_end = layout.source.text, layout.source.line_end
    if piece:
        found = text[piece.start : piece.end]
        found = f"{'' if piece.is_whole else ' ' * piece.column}{found}"
        return Lines(found if found.endswith(("\r", "\n")) else found + line_end, piece.column)
    above, key = _meant(layout, path[:-1]), layout.find(path, key=True)
    if above is None or above.is_block or value is None or key is None:
        return None
    start = f"- {text[value.start : value.end]}" if above.kind == "list" else text[key.start : value.end]
    return Lines(start + line_end, 0)


def shifted(lines: Lines, column: int, line_end: str = "\n") -> Lines:
    """Lines at another column, with these line ends."""
    moved = (_moved(line, column - lines.column) for line in _LINE_END.split(lines.text))
    return Lines(line_end.join(moved), column)


def _moved(line: str, columns: int) -> str:
    bare = line.lstrip(" ")
    return " " * max(len(line) - len(bare) + columns, 0) + bare if bare else line


def item(text: str) -> Lines:
    """A text without line ends as an item of a block list."""
    return Lines(f"- {text}\n", 0)


def insertion(layout: Layout, path: Path, at: int, lines: Lines) -> Edit | None:
    """The edit that puts lines into a block list as item `at`, or into a block mapping as field `at`.

    Where a blank line parts its neighbours, one parts it, too.
    """
    above = _meant(layout, path)
    if above is None or not above.is_block:
        return None
    heads = _names(above)
    is_last = at >= len(heads)
    piece = piece_at(layout, (*path, heads[-1] if is_last else heads[at]))
    if piece is None or (not piece.is_whole and not is_last):
        return None
    source = layout.source
    blank = source.line_end if above.kind == "list" and _are_parted(layout, path, heads) else ""
    text = shifted(lines, piece.column, source.line_end).text
    if not is_last:
        return Edit(piece.start, piece.start, text + blank)
    return Edit(piece.end, piece.end, _at_the_end(source, piece.end, blank + text))


def _at_the_end(source: SourceText, offset: int, text: str) -> str:
    """Whole lines to be put in at an offset: behind a last line without a line end they get one in front instead."""
    is_open = offset > 0 and source.text[offset - 1] not in "\r\n"
    return source.line_end + text.removesuffix(source.line_end) if is_open else text


def _are_parted(layout: Layout, path: Path, heads: Sequence[str | int]) -> bool:
    """Whether a blank line stands above the last of several items."""
    piece = piece_at(layout, (*path, heads[-1])) if len(heads) > 1 else None
    return piece is not None and not layout.source.line(layout.source.line_of(piece.start) - 1).strip()


def appended(layout: Layout, path: Path, text: str) -> Edit | None:
    """The edit that puts a text without line ends, an item or `key: value`, at the end of a list or mapping."""
    above = _meant(layout, path)
    if above is None or above.kind == "text":
        return None
    if above.is_block:
        return insertion(layout, path, len(above.parts), item(text) if above.kind == "list" else Lines(f"{text}\n", 0))
    if not above.parts:
        return Edit(above.end - 1, above.end - 1, text)
    return Edit(above.parts[-1].end, above.parts[-1].end, f", {text}")


def replacement(layout: Layout, path: Path, lines: Lines, *, comments: bool = True) -> Edit | None:
    """The edit that writes another item in place of one of a list, within brackets on one line.

    The `comments` above it stay, or go with it.
    """
    piece, value = piece_at(layout, path), layout.find(path)
    source = layout.source
    if piece:
        text = shifted(lines, piece.column, source.line_end).text
        text = text.removesuffix(source.line_end) if source.text[piece.end - 1] not in "\r\n" else text
        start = piece.head - piece.column if comments else piece.start
        return Edit(start, piece.end, text)
    text = lines.text.strip().removeprefix("- ")
    return Edit(value.start, value.end, text) if value and not _LINE_END.search(text) else None


def expansion(layout: Layout, path: Path, items: Sequence[Lines]) -> tuple[Edit, Edit] | None:
    """The edits that make of a list in brackets on one line, the value of a field, a block list of these items."""
    piece, value, source = piece_at(layout, path), layout.find(path), layout.source
    if piece is None or value is None or source.text[value.start] != "[":
        return None
    bare = source.text[: value.start].rstrip(" ")
    if _LINE_END.search(source.text, value.start, value.end) or not bare.endswith(":"):
        return None
    text = "".join(shifted(one, piece.column + INDENT, source.line_end).text for one in items)
    below = source.end_of(source.line_of(value.end))
    return Edit(len(bare), value.end, ""), Edit(below, below, _at_the_end(source, below, text))


def removal(layout: Layout, path: Path, items: int = 1) -> Edit | None:
    """The edit that takes out an item or field, or several from that one on; something has to be left.

    The blank lines on one side go with it, and a comma within brackets.
    """
    above = _meant(layout, path[:-1])
    names = _names(above) if above else []
    if above is None or path[-1] not in names or len(names) <= items:
        return None
    at = names.index(path[-1])
    last = names[at + items - 1]
    if not above.is_block:
        return _removal_in_brackets(layout.source, above, at, items)
    pieces = piece_at(layout, path), piece_at(layout, (*path[:-1], last))
    if not pieces[0] or not pieces[1]:
        return None
    if pieces[0].is_whole:
        return taken_out(layout, pieces[0].start, pieces[1].end)
    return Edit(pieces[0].head, above.pairs[at + items][0].start, "") if at + items < len(names) else None


def removals(layout: Layout, path: Path, parts: Collection[str | int]) -> list[Edit | None]:
    """The edits that take some items out of a list, or fields out of a mapping, which has more of them."""
    above = _meant(layout, path)
    names = _names(above) if above else []
    runs = groupby(names, key=lambda name: name in parts)
    found = [list(run) for is_going, run in runs if is_going]
    return [removal(layout, (*path, run[0]), len(run)) for run in found]


def taken_out(layout: Layout, start: int, end: int) -> Edit:
    """The edit that takes out whole lines, with the blank lines above them, or else those below them."""
    source = layout.source
    first, last = source.line_of(start), source.line_of(end - 1)
    if first > 1 and not source.line(first - 1).strip():
        while first > 1 and not source.line(first - 1).strip():
            first -= 1
        return Edit(source.starts[first - 1], end, "")
    while last < len(source.starts) - 1 and not source.line(last + 1).strip():
        last += 1
    return Edit(start, source.end_of(last), "")


def _removal_in_brackets(source: SourceText, above: Written, at: int, items: int) -> Edit:
    """The edit that takes out parts within brackets with a comma; of several lines, with the comments behind them."""
    pairs = above.pairs if above.kind == "map" else [(each, each) for each in above.parts]
    start, end = pairs[at][0].start, pairs[at + items - 1][1].end
    before = pairs[at - 1][1].end if at else above.start
    behind = pairs[at + items][0].start if at + items < len(pairs) else above.end
    if not _LINE_END.search(source.text, before, start) and not _LINE_END.search(source.text, end, behind):
        return Edit(start, behind, "") if at + items < len(pairs) else Edit(before, end, "")
    margin = start - source.column_of(start)
    rest = _REST.match(source.text, end)
    stop = rest.end() if rest else end
    if line_end := _LINE_END.match(source.text, stop):
        is_alone = not source.text[margin:start].strip()
        return Edit(margin, line_end.end(), "") if is_alone else Edit(start, stop, "")
    return Edit(start, stop, "")


def _names(above: Written) -> list[str | int]:
    """How paths call the parts of a mapping or list."""
    return [key.text for key, _ in above.pairs] if above.kind == "map" else [*range(len(above.parts))]
