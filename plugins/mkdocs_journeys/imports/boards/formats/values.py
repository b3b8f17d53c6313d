"""Values out of JSON that somebody else wrote: what is not of the type that was expected counts as not there."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Position, Problem

DEEPEST = 50
"""In how many frames and groups something may lie; what is deeper is placed from there."""
FARTHEST = 1e8
"""How far from the middle of a board anything may lie."""
_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote"}
_ESCAPED_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")

Json = Any
"""A value of JSON, of which nothing is known yet."""


def json_of(data: bytes, file: str) -> Json | Problem:
    """The value in a file of JSON, or where it breaks."""
    text = decoded(data, file)
    if isinstance(text, Problem):
        return text
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"This is no JSON: {error.msg}." if text.strip() else "The file is empty."
        return Problem("import", Position(file, error.lineno, error.colno), message, "Export the board again.")
    except (RecursionError, ValueError):
        return Problem("import", Position(file, 1, 1), "This JSON is nested too deeply, or has too long a number.")


def refused(file: str, message: str, hint: str = "") -> Problem:
    """Why a whole file is not taken."""
    return Problem("import", Position(file, 1, 1), message, hint)


def mapping(value: Json) -> Mapping[str, Json]:
    """A mapping, empty if it is none."""
    return value if isinstance(value, dict) else {}


def items(value: Json) -> Sequence[Json]:
    """A list, empty if it is none."""
    return value if isinstance(value, list) else ()


def mappings(value: Json) -> Iterator[Mapping[str, Json]]:
    """The mappings in a list."""
    return (one for one in items(value) if isinstance(one, dict))


def text(value: Json) -> str:
    """A text, or a number as text; "" if it is neither."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1e18 else ""


def number(value: Json, default: float = 0.0) -> float:
    """A number that may be a place on a board."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= FARTHEST:
        return default
    return float(value)


def inside(value: Json, *path: str) -> Json:
    """What lies in mappings inside mappings; None if there is nothing."""
    for name in path:
        value = mapping(value).get(name)
    return value


def above(id: str, parent_of: Callable[[str], str]) -> list[str]:
    """What something lies in, from the inside out; `parent_of` returns "" where that is the board itself."""
    found: list[str] = []
    here = parent_of(id)
    while here and here != id and here not in found and len(found) < DEEPEST:
        found.append(here)
        here = parent_of(here)
    return found


def plain_text(markup: str) -> str:
    """The text of HTML as lines; a text without tags stays as it is."""
    if "<" not in markup and "&" not in markup:
        return _lines(markup)
    reader = _TextReader()
    reader.feed(markup)
    reader.close()
    found = _lines("".join(reader.found))
    return found or ("" if _ESCAPED_TAG.search(markup) else _lines(markup))


def rich_text(document: Json) -> str:
    """The text of a document of ProseMirror, paragraph by paragraph."""
    lines: list[str] = [""]
    stack = [document]
    while stack:
        node = mapping(stack.pop())
        if node.get("type") == "text":
            lines[-1] += text(node.get("text"))
        elif node.get("type") in ("paragraph", "heading", "hardBreak", "listItem"):
            lines.append("")
        stack += reversed(items(node.get("content")))
    return _lines("\n".join(lines))


def _lines(text: str) -> str:
    return "\n".join(line for part in text.splitlines() if (line := " ".join(part.split())))


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("style", "script")
        if tag in _BLOCKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= self._hidden > 0 and tag in ("style", "script")
        if tag in _BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)
