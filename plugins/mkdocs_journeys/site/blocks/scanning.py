"""Blocks and links to things of the atlas in the Markdown of handwritten pages, line by line."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from mkdocs_journeys.vocabulary import PAGE_FOLDERS

BLOCKS = ("journey", "persona", "pains", "curve", "metric", "heatmap")
"""The languages of fences that are ours."""
_FENCE = re.compile(r"(?P<prefix>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)").fullmatch
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_LINK = re.compile(
    rf"(?P<before>\]\(\s*<?|^[ \t>]*\[[^\]]+\]:\s+<?)(?P<kind>{'|'.join(PAGE_FOLDERS)}):"
    r"(?P<id>[^\s<>()#\"']*)(?P<anchor>#[^\s<>()\"']*)?"
)
_CONTAINER = re.compile(r"[ \t>]*([-*+]|\d+[.)]|!!!|\?\?\?|===|\[\^|:|///)")
"""What a line begins with whose content is set in; elsewhere, text set in that far is code."""
_CODE_INDENT = 4


class BlockText(NamedTuple):
    """A block as it is written. `line` is that of its fence, from 1; `prefix` stands before each of its lines.

    `body` are the lines between the fences, without the prefix; `closed` tells whether there is a second fence.
    """

    name: str
    line: int
    prefix: str
    body: tuple[str, ...]
    closed: bool


class LinkText(NamedTuple):
    """A link such as `journey:trial#stage-2` as it is written: its line and column, from 1; `anchor` has its `#`."""

    kind: str
    id: str
    anchor: str
    line: int
    column: int


def blocks_and_links(lines: Sequence[str]) -> Iterator[BlockText | LinkText]:
    """All blocks and links of a text, in their order; none inside code, in other fences or in comments."""
    for part in _parts(lines):
        if isinstance(part, BlockText):
            yield part
        elif isinstance(part, int):
            yield from (link for _, link in _links_in(lines[part], part + 1))


def with_replaced(
    lines: Sequence[str], block: Callable[[BlockText], Iterable[str]], link: Callable[[LinkText], str]
) -> list[str]:
    """The text with other lines in place of each block, and another address in place of each link."""
    result: list[str] = []
    for part in _parts(lines):
        if isinstance(part, BlockText):
            result += block(part)
        elif isinstance(part, slice):
            result += lines[part]
        else:
            text, end = "", 0
            for (start, stop), found in _links_in(lines[part], part + 1):
                text, end = f"{text}{lines[part][end:start]}{link(found)}", stop
            result.append(f"{text}{lines[part][end:]}")
    return result


def _parts(lines: Sequence[str]) -> Iterator[BlockText | slice | int]:
    """Blocks, slices of lines that are not looked into, and the index of each line that is, from 0."""
    at = 0
    while at < len(lines):
        fence = _FENCE(lines[at])
        name = fence["info"].strip() if fence else ""
        end = _end_of(lines, at, fence["fence"]) if fence else None
        if fence and name in BLOCKS and not _is_code(lines, at, fence["prefix"]):
            prefix, last = fence["prefix"], len(lines) if end is None else end
            body = tuple(_without(prefix, line) for line in lines[at + 1 : last])
            yield BlockText(name, at + 1, prefix, body, end is not None)
            at = last + 1
        elif end is not None:
            yield slice(at, end + 1)
            at = end + 1
        elif "<!--" in lines[at]:
            over = takewhile(lambda line: "-->" not in line, lines[at:])
            end = at + sum(1 for _ in over)
            yield slice(at, end + 1)
            at = end + 1
        else:
            yield at
            at += 1


def _end_of(lines: Sequence[str], start: int, fence: str) -> int | None:
    """The index of the line that closes a fence."""
    closing = re.compile(rf"[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*").fullmatch
    return next((at for at in range(start + 1, len(lines)) if closing(lines[at])), None)


def _without(prefix: str, line: str) -> str:
    return line.removeprefix(prefix) if line.startswith(prefix) else line.lstrip(" \t>" if ">" in prefix else " \t")


def _is_code(lines: Sequence[str], at: int, prefix: str) -> bool:
    """Whether a line is set in so far that it is code: no list, admonition or tab above holds it."""
    width = _width(prefix)
    if width < _CODE_INDENT:
        return False
    while width:
        at = next((n for n in range(at - 1, -1, -1) if lines[n].strip() and _width(lines[n]) < width), -1)
        if at < 0:
            return True
        if _CONTAINER.match(lines[at]):
            return False
        width = _width(lines[at])
    return True


def _width(line: str) -> int:
    """How far a line is set in."""
    expanded = line.replace("\t", "    ")
    return len(expanded) - len(expanded.lstrip(" "))


def _links_in(line: str, number: int) -> Iterator[tuple[tuple[int, int], LinkText]]:
    if ":" not in line:
        return
    text = _CODE.sub(lambda code: " " * len(code[0]), line)
    for found in _LINK.finditer(text):
        start, end = found.start("kind"), found.end()
        yield (start, end), LinkText(found["kind"], found["id"], found["anchor"] or "", number, start + 1)
