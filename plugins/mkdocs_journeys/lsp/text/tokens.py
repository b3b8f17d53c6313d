"""What the outline of a text is made of: tokens, and what may be open around them."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from mkdocs_journeys.model.references import Path


class TokenKind(Enum):
    """What a token is: a key with its colon or still without, an item's dash, a value, or a line of a longer text."""

    KEY = 1
    HALF_KEY = 2
    ITEM = 3
    VALUE = 4
    TEXT = 5


class Token(NamedTuple):
    """A key, dash, value or line of text at offsets `start` to `end`; `path` leads to the value that it is or names."""

    kind: TokenKind
    start: int
    end: int
    path: Path
    text: str

    @property
    def is_key(self) -> bool:
        """Whether it is a key, with or without its colon."""
        return self.kind in (TokenKind.KEY, TokenKind.HALF_KEY)


@dataclass(slots=True)
class Block:
    """A mapping or list by indentation; `child` is the key or number that was met last, `full` tells that it has a
    value on its own line.
    """

    column: int
    is_list: bool
    path: Path
    child: str | int = ""
    full: bool = False

    @property
    def inside(self) -> Path:
        """The path of the child."""
        return (*self.path, self.child)


@dataclass(slots=True)
class Bracket:
    """A mapping or list in brackets; `full` tells that there is something since the last comma or colon."""

    is_list: bool
    path: Path
    child: str | int = ""
    colon: bool = False
    full: bool = False

    @property
    def inside(self) -> Path:
        """The path of the child."""
        return (*self.path, self.child)


class OpenNode(NamedTuple):
    """A value that goes on in lines deeper than `floor`; `column` is that of its first character."""

    form: str
    floor: int
    path: Path
    column: int
