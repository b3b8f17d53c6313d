"""JSON as values that remember their lines and columns, as those of journey files do."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NoReturn

from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile import Map, Seq, Value

HINT = "Leave nothing around the JSON: no sentence before it, and no lines of ```."
_SPACE = re.compile(r"[ \t\n\r]*")
_HALF = re.compile("[\ud800-\udfff]")


def values_of(text: str, file: str) -> tuple[Map | None, list[Problem]]:
    """The mapping that a text of JSON holds, None where it holds none; and what is wrong with it."""
    try:
        json.loads(text, parse_constant=_no_constant)
        reader = _JsonReader(text, file)
        found, _ = reader.value(reader.skip(0))
    except json.JSONDecodeError as error:
        message = f"This is no JSON: {error.msg}." if text.strip() else "The file is empty."
        return None, [Problem("import", Position(file, error.lineno, error.colno), message, HINT)]
    except (RecursionError, ValueError):
        message = "This JSON is nested too deeply, or has a number that cannot be."
        return None, [Problem("import", Position(file, 1, 1), message)]
    if not isinstance(found, Map):
        return None, [Problem("import", Position(file, 1, 1), "The document is no mapping: it begins with no {.", HINT)]
    return found, reader.problems


def without(values: Map, keys: Iterable[str]) -> Map:
    """A mapping without some of its keys."""
    left = {*keys}
    found, places = _map(), [*values.places[:2]]
    for number, (key, value) in enumerate(values.items()):
        if key not in left:
            found[key] = value
            places += values.places[2 + 4 * number : 6 + 4 * number]
    found.places = places
    return found


def with_value(values: Map, key: str, value: Value) -> Map:
    """A mapping with another value for a key, at its place; a new key stands where the mapping begins."""
    found = without(values, ())
    if key not in values:
        found.places = [*found.places, *values.places[:2], *values.places[:2]]
    found[key] = value
    return found


def with_items(values: Seq, change: Callable[[Value], "Value | None"]) -> Seq:
    """A list with each item changed; those that become None are left out."""
    found, places = Seq(), [*values.places[:2]]
    found.sources = None
    for number, value in enumerate(values):
        changed = change(value)
        if changed is not None:
            found.append(changed)
            places += values.places[2 + 2 * number : 4 + 2 * number]
    found.places = places
    return found


def empty_at(line: int, column: int) -> Map:
    """A mapping with nothing in it."""
    found = _map()
    found.places = [line, column]
    return found


def _map() -> Map:
    found = Map()
    found.sources = found.index = None
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


class _JsonReader:
    """Reads values of a text that is known to be JSON."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.problems: list[Problem] = []
        self.scan = json.JSONDecoder().raw_decode

    def skip(self, at: int) -> int:
        """Where the next sign stands that is no space."""
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of a sign."""
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def value(self, at: int) -> tuple[Value, int]:
        """The value that begins at a sign, and where it ends."""
        if self.text[at] == "{":
            return self.mapping(at)
        if self.text[at] == "[":
            return self.items(at)
        value: Value
        value, end = self.scan(self.text, at)
        if isinstance(value, str) and not value.isascii() and _HALF.search(value):
            self.tell(at, "This text holds half a character, such as \\ud83d alone.", "Write the character itself.")
            value = _HALF.sub("\ufffd", value)
        return value, end

    def mapping(self, start: int) -> tuple[Map, int]:
        """A mapping; of a key that comes twice the first value counts, and a problem tells it."""
        found, places = _map(), [*self.place(start)]
        at = self.skip(start + 1)
        while self.text[at] != "}":
            key, end = self.scan(self.text, at)
            behind = self.skip(self.skip(end) + 1)
            value, end = self.value(behind)
            if key in found:
                self.tell(at, f"{key[:40]!r} is given twice.", "Keep one of the two.")
            else:
                found[key] = value
                places += (*self.place(at), *self.place(behind))
            at = self.next(end)
        found.places = places
        return found, at + 1

    def items(self, start: int) -> tuple[Seq, int]:
        """A list."""
        found, places = Seq(), [*self.place(start)]
        found.sources = None
        at = self.skip(start + 1)
        while self.text[at] != "]":
            places += self.place(at)
            value, end = self.value(at)
            found.append(value)
            at = self.next(end)
        found.places = places
        return found, at + 1

    def next(self, end: int) -> int:
        """Where the next item begins, or the bracket that closes all."""
        at = self.skip(end)
        return self.skip(at + 1) if self.text[at] == "," else at

    def tell(self, at: int, message: str, hint: str) -> None:
        """Note a mistake."""
        self.problems.append(Problem("import", Position(self.file, *self.place(at)), message, hint))
