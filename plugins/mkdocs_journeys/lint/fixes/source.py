"""A file as text with places, and edits of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.problem import Position

BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SCALAR = re.compile(
    r"""(?P<double>"(?:[^"\\]|\\.)*")|(?P<single>'(?:[^']|'')*')|(?P<plain>(?:(?!\s+\#|\s*[,\[\]{}]|:\s|:$)[^\r\n])+)"""
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text become `text`; `said` tells it: "put 'no' in quotes"."""

    start: int
    end: int
    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value or key as written: where it stands, its text without quotes, and whether it had any."""

    start: int
    end: int
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text without its byte order mark, with line ends as they are, and where each line starts."""

    text: str
    starts: tuple[int, ...]
    bom: bool

    def offset(self, position: Position) -> int:
        """The index of a place, at most the end of its line."""
        number = min(max(position.line, 1), len(self.starts))
        return self.starts[number - 1] + min(position.column - 1, len(self.line(number)))

    def line(self, number: int) -> str:
        """A line by its number, without its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def scalar(self, position: Position) -> Scalar | None:
        """The value or key on one line that starts at a place; None where there is none."""
        found = _SCALAR.match(self.text, self.offset(position))
        if not found or "\n" in found[0] or "\r" in found[0]:
            return None
        text = found[0][1:-1] if found.lastgroup != "plain" else found[0]
        return Scalar(found.start(), found.end(), text, found.lastgroup != "plain")

    def applied(self, edit: Edit) -> bytes:
        """The bytes of the file after an edit."""
        return encoded(self.text[: edit.start] + edit.text + self.text[edit.end :], self.bom)


def source_of(content: bytes) -> Source | None:
    """The text of a file; None where it is not UTF-8."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    return Source(text, tuple(_starts(text)), bom)


def encoded(text: str, bom: bool) -> bytes:
    """The text as a file holds it."""
    return ((BOM if bom else "") + text).encode("utf-8")


def in_quotes(text: str) -> str:
    """A text on one line as a quoted scalar of YAML."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _starts(text: str) -> Iterator[int]:
    yield 0
    for line in _LINE.finditer(text):
        if line[0].endswith(("\r", "\n")):
            yield line.end()
