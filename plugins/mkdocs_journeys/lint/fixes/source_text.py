"""Text of a file, addressed by position, and edits of it."""

import re
from dataclasses import dataclass

from mkdocs_journeys.problem import Position

_BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SCALAR = re.compile(
    r"""(?P<double>"(?:[^"\\]|\\.)*")|(?P<single>'(?:[^']|'')*')|(?P<plain>(?:(?!\s+\#|\s*[,\[\]{}]|:\s|:$)[^\r\n])+)"""
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replacement of characters `start` to `end` by `text`; `description` is shown: "put 'no' in quotes"."""

    start: int
    end: int
    text: str
    description: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value or key as written: its offsets, its text without quotes, and whether it had any."""

    start: int
    end: int
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class SourceText:
    """Text of a file without its byte order mark, line ends unchanged, with the offset of each line."""

    text: str
    starts: tuple[int, ...]
    bom: bool

    def offset(self, position: Position) -> int:
        """Offset of a position, at most the end of its line."""
        number = min(max(position.line, 1), len(self.starts))
        return self.starts[number - 1] + min(position.column - 1, len(self.line(number)))

    def line(self, number: int) -> str:
        """A line by its number from 1, without its line end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def scalar(self, position: Position) -> Scalar | None:
        """The value or key that starts at a position and ends on the same line; None if there is none."""
        found = _SCALAR.match(self.text, self.offset(position))
        if not found or "\n" in found[0] or "\r" in found[0]:
            return None
        text = found[0][1:-1] if found.lastgroup != "plain" else found[0]
        return Scalar(found.start(), found.end(), text, found.lastgroup != "plain")

    def applied(self, edit: Edit) -> bytes:
        """Bytes of the file after an edit."""
        text = self.text[: edit.start] + edit.text + self.text[edit.end :]
        return ((_BOM if self.bom else "") + text).encode("utf-8")


def decode(content: bytes) -> SourceText | None:
    """The text of a file; None if it is not UTF-8."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    bom = text.startswith(_BOM)
    text = text.removeprefix(_BOM)
    line_ends = (line.end() for line in _LINE.finditer(text) if line[0].endswith(("\r", "\n")))
    return SourceText(text, (0, *line_ends), bom)


def quote(text: str) -> str:
    """A single-line text as a quoted YAML scalar."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
