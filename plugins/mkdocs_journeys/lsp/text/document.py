"""The text of a buffer, with places as editors count them: lines and UTF-16, UTF-8 or UTF-32 code units, from 0."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")
UNITS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text) + sum(character > "\uffff" for character in text),
    "utf-32": len,
}
"""The name of an encoding to the number of its code units in a text."""


class BufferPlace(NamedTuple):
    """A line from 0, and the code units before a place in it."""

    line: int
    character: int


class TextSpan(NamedTuple):
    """From one place up to another."""

    start: BufferPlace
    end: BufferPlace


class TextChange(NamedTuple):
    """A text that takes the place of what stands at `span`, or of everything where that is None."""

    text: str
    span: TextSpan | None = None


@dataclass(frozen=True)
class BufferText:
    """A text as an editor has it, without a mark of its encoding; `encoding` is a key of UNITS."""

    text: str
    encoding: str = "utf-16"

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def line(self, number: int) -> str:
        """A line by its number from 0, without its end; "" beyond the end of the text."""
        if number >= len(self.starts):
            return ""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end].rstrip("\r\n")

    def offset(self, place: BufferPlace) -> int:
        """The offset of a place: at most the end of its line, or of the text."""
        if place.line >= len(self.starts):
            return len(self.text)
        line = self.line(place.line)
        return self.starts[place.line] + self._characters(line, place.character)

    def place(self, offset: int) -> BufferPlace:
        """The place of an offset."""
        number = bisect_right(self.starts, offset) - 1
        before = self.text[self.starts[number] : offset]
        return BufferPlace(number, len(before) if before.isascii() else UNITS[self.encoding](before))

    def span(self, start: int, end: int) -> TextSpan:
        """The span between two offsets."""
        return TextSpan(self.place(start), self.place(end))

    def offset_of(self, line: int, column: int) -> int:
        """The offset of a line and column as problems count them: from 1, in characters."""
        number = min(max(line, 1), len(self.starts)) - 1
        return self.starts[number] + min(max(column, 1) - 1, len(self.line(number)))

    def changed(self, changes: Iterable[TextChange]) -> "BufferText":
        """The document after some changes, each made in the result of the one before it."""
        now = self
        for text, span in changes:
            if span is not None:
                start, end = sorted((now.offset(span.start), now.offset(span.end)))
                text = now.text[:start] + text + now.text[end:]
            now = BufferText(text, self.encoding)
        return now

    def _characters(self, line: str, units: int) -> int:
        """The characters that so many code units of a line are, rounded up to whole ones."""
        if line.isascii() or self.encoding == "utf-32":
            return min(units, len(line))
        count, measure = 0, UNITS[self.encoding]
        for number, character in enumerate(line):
            if count >= units:
                return number
            count += measure(character)
        return len(line)


def document_of(data: bytes, encoding: str = "utf-16") -> BufferText:
    """The document of a file's bytes; what is not UTF-8 is replaced."""
    return BufferText(data.decode("utf-8-sig", "replace"), encoding)
