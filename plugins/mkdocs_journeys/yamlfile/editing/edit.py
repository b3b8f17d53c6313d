"""Text of a file that is to be edited: offsets of its places, and replacements that leave all else as it is."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.problem import Position
from mkdocs_journeys.yamlfile.editing.quoting import quote
from mkdocs_journeys.yamlfile.fast_values import UnsupportedError, plain_value

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_SCALAR = re.compile(
    r"""(?P<double>"(?:[^"\\]|\\.)*")|(?P<single>'(?:[^']|'')*')|(?P<plain>(?:(?!\s+\#|\s*[,\[\]{}]|:\s|:$)[^\r\n])+)"""
)


_SIMPLE = re.compile(r"[\w(][\w ()/.,;?!'’–-]*(?<! )|journey:[a-z0-9-]+").fullmatch
"""Texts that need no quotes, but for what is no text at all."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replacement of characters `start` to `end` by `text`; `description` is shown: "put 'no' in quotes"."""

    start: int
    end: int
    text: str
    description: str = ""


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

    @classmethod
    def from_bytes(cls, content: bytes) -> "SourceText | None":
        """The text of a file; None if it is not UTF-8."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return None
        bom = text.startswith(_BOM)
        text = text.removeprefix(_BOM)
        return cls(text, (0, *(found.end() for found in _LINE_END.finditer(text))), bom)

    def offset(self, position: Position) -> int:
        """Offset of a position, at most the end of its line."""
        number = min(max(position.line, 1), len(self.starts))
        return self.starts[number - 1] + min(position.column - 1, len(self.line(number)))

    @property
    def line_end(self) -> str:
        """The line end of the first line; `\\n` where there is none."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def line_of(self, offset: int) -> int:
        """The number of the line, from 1, that an offset is in."""
        return bisect_right(self.starts, offset)

    def column_of(self, offset: int) -> int:
        """The number of characters before an offset on its line."""
        return offset - self.starts[self.line_of(offset) - 1]

    def line(self, number: int) -> str:
        """A line by its number from 1, without its line end."""
        return self.text[self.starts[number - 1] : self.end_of(number)].rstrip("\r\n")

    def end_of(self, number: int) -> int:
        """The offset behind a line and its line end."""
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def scalar(self, position: Position) -> Scalar | None:
        """The value or key that starts at a position and ends on the same line; None if there is none."""
        found = _SCALAR.match(self.text, self.offset(position))
        if not found or "\n" in found[0] or "\r" in found[0]:
            return None
        text = found[0][1:-1] if found.lastgroup != "plain" else found[0]
        return Scalar(found.start(), found.end(), text, found.lastgroup != "plain")

    def applied(self, *edits: Edit) -> bytes:
        """Bytes of the file after edits that do not overlap; of those at one offset the first comes first."""
        return self.encoded(self.edited(edits))

    def edited(self, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
        """The text from `start` to `end`, after those of the edits that lie inside."""
        stop = len(self.text) if end is None else end
        parts: list[str] = []
        at = start
        for edit in sorted(edits, key=lambda one: (one.start, one.end)):
            if start <= edit.start and edit.end <= stop:
                parts += (self.text[at : edit.start], edit.text)
                at = edit.end
        return "".join((*parts, self.text[at:stop]))

    def encoded(self, text: str) -> bytes:
        """The bytes of a text in a file like this one, with a byte order mark if it has one."""
        return ((_BOM if self.bom else "") + text).encode("utf-8")


def scalar_of(text: str) -> str:
    """A single-line text as a YAML scalar: quoted where it could be read as something else."""
    try:
        is_plain = _SIMPLE(text) is not None and plain_value(text) == text
    except UnsupportedError:
        is_plain = False
    return text if is_plain else quote(text)
