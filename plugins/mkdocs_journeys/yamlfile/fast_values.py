"""The values of the fast reader: plain, quoted, in brackets, or below a bar; what is unusual is refused."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NoReturn

from mkdocs_journeys.yamlfile.builder import SHORT_KEY
from mkdocs_journeys.yamlfile.checks import ProblemLog
from mkdocs_journeys.yamlfile.events import HIGH, LOW, character_of
from mkdocs_journeys.yamlfile.text import LOST_WORDS, SPECIAL_STARTS, resolve


class UnsupportedError(Exception):
    """The file holds something that only the full reader may judge."""


LONGEST_WORD = 5
"""No longer text that starts with a letter is anything but text: "false" is the longest."""

NUMBER_STARTS = frozenset(start for start in SPECIAL_STARTS if not start.isalpha())
"""First characters of every longer text that may be more than text."""
_NO_START = re.compile(r"-(?![0-9])|[ ?:,\[\]{}#&*!|>'\"%@`]").match
_NOT_INSIDE = (" #", "\n#", ": ", ":\n")
_COMMENT = re.compile(r" +#[^\n]*")
_FOLD = re.compile(r" *\n([ \n]*)")


class _Silent(ProblemLog):
    """Takes no problem: whatever there is to say, the full reader will say."""

    def error(self, *_: Any, **__: Any) -> NoReturn:
        raise UnsupportedError

    warn = error


_SILENT = _Silent("", 0)


def plain_value(text: str) -> Any:
    """What a plain text on one line means. Raises UnsupportedError where the full reader would have a problem."""
    text = text.rstrip(" ")
    special = SPECIAL_STARTS if len(text) <= LONGEST_WORD else NUMBER_STARTS
    return _resolved(text) if text[0] in special else text


def plain_lines(written: str) -> Any:
    """A plain text of several lines, or of one with a comment behind it. Raises UnsupportedError."""
    text = written if "\n" in written else _COMMENT.sub("", written)
    if not text or text[-1] == ":" or _NO_START(text) or any(sign in text for sign in _NOT_INSIDE):
        raise UnsupportedError
    if LOST_WORDS.match(written, len(text)):
        raise UnsupportedError
    return plain_value(fold(text))


def fold(text: str) -> str:
    """Lines to one: a line end is a space, and each blank line below it a line end; no space stays around."""
    lines = [line.strip(" ") for line in text.split("\n")]
    if all(lines) and text[0] != " " and text[-1] != " ":
        return " ".join(lines)
    return _FOLD.sub(lambda found: "\n" * found[1].count("\n") or " ", text)


@lru_cache(1 << 12)
def _resolved(text: str) -> Any:
    return resolve(text, (1, 1), _SILENT)


_BEHIND = r"[ ]*+(?:(?<=[ ])\#[^\n]*+)?"
_SINGLE = re.compile(rf"'([^']*+(?:''[^']*+)*+)'{_BEHIND}")
_DOUBLE = re.compile(rf'"([^"\\]*+(?:\\.[^"\\]*+)*+)"{_BEHIND}', re.DOTALL)
_ESCAPE_OR_FOLD = re.compile(
    r"\\(?:(?P<same>[\"\\/ ])|(?P<line>n)|(?P<joined>\n[ ]*+(?!\n))"
    rf"|u(?P<high>{HIGH})\\u(?P<low>{LOW})"
    r"|x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})|(?P<other>))"
    r"|[ ]*+\n(?P<blank>[ \n]*+)"
)
LAST_CHARACTER = 0x10FFFF


def single_quoted(written: str) -> str:
    """A text in single quotes, with a comment behind it or not."""
    found = _SINGLE.fullmatch(written)
    if not found:
        raise UnsupportedError
    text = found[1].replace("''", "'")
    return fold(text) if "\n" in text else text


def double_quoted(written: str) -> str:
    """A text in double quotes, with a comment behind it or not."""
    found = _DOUBLE.fullmatch(written)
    if not found:
        raise UnsupportedError
    text = found[1]
    return _ESCAPE_OR_FOLD.sub(_meaning, text) if "\\" in text or "\n" in text else text


def _meaning(found: re.Match[str]) -> str:
    kind, said = found.lastgroup, found[found.lastgroup or 0]
    if kind == "blank":
        return "\n" * said.count("\n") or " "
    if kind == "same":
        return said
    if kind in ("line", "joined"):
        return "\n" if kind == "line" else ""
    if kind == "other":
        raise UnsupportedError
    if kind == "low":
        return _printable(character_of(found["high"], said))
    code = int(said, 16)
    return _printable(chr(code) if code <= LAST_CHARACTER else "\0")


def _printable(character: str) -> str:
    if not character.isprintable():
        raise UnsupportedError
    return character


_HEADS = frozenset(("|", "|-", ">", ">-"))
_ONE_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_MORE_LINE_ENDS = re.compile(r"\n(\n+)")


def literal(written: str) -> str:
    """A text whose line ends stay."""
    end, body = _parted(written)
    return body + end


def folded(written: str) -> str:
    """A text whose lines are one, and whose blank lines are line ends; none may be indented further."""
    end, body = _parted(written)
    if "\n " in body:
        raise UnsupportedError
    return _MORE_LINE_ENDS.sub(r"\1", _ONE_LINE_END.sub(" ", body)) + end


def _parted(written: str) -> tuple[str, str]:
    """The end that the text has, and its lines without the indentation of the first."""
    head, *lines = written.rstrip("\n").split("\n")
    head = head.rstrip(" ")
    if head not in _HEADS or not lines or not lines[0]:
        raise UnsupportedError
    margin = " " * (len(lines[0]) - len(lines[0].lstrip(" ")))
    if any(line and (line.isspace() or not line.startswith(margin)) for line in lines):
        raise UnsupportedError
    return "" if head.endswith("-") else "\n", "\n".join(line[len(margin) :] for line in lines)


DEEPEST = 4
"""Brackets inside brackets."""

_INSIDE_PLAIN = r"[^,\[\]{}:\#?]*+"
TOKEN = re.compile(
    rf"""
    [ \n]*+ (?:
        ([\[\]{{}},]|:(?=[ \n]))
      | ('[^']*+(?:''[^']*+)*+'|"[^"\\]*+(?:\\.[^"\\]*+)*+")
      | ((?:-(?=[0-9])|[^ \n\-?:,\[\]{{}}\#&*!|>'"%@`]){_INSIDE_PLAIN}(?::(?=[A-Za-z0-9/]){_INSIDE_PLAIN})*+)
      | (.)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_END = ("", "", "", "")

Token = tuple[str, str, str, str]
"""A sign, a text in quotes, a plain text, or anything else: one of them is not empty."""


def flow_value(written: str) -> Any:
    """A list or a mapping in brackets. Raises UnsupportedError."""
    tokens = iter([*TOKEN.findall(written), _END])
    value = _value(next(tokens), tokens, DEEPEST)
    if next(tokens) is not _END:
        raise UnsupportedError
    return value


def _value(token: Token, tokens: Iterator[Token], depth: int) -> Any:
    sign, quoted, plain, _ = token
    if plain:
        return plain_value(plain if "\n" not in plain else fold(plain.rstrip(" \n")))
    if quoted:
        return _unquoted(quoted)
    if sign == "[" and depth:
        return _list(tokens, depth - 1)
    if sign == "{" and depth:
        return _mapping(tokens, depth - 1)
    raise UnsupportedError


def _list(tokens: Iterator[Token], depth: int) -> list[Any]:
    items: list[Any] = []
    token = next(tokens)
    while token[0] != "]":
        items.append(_value(token, tokens, depth))
        token = _next_of("]", tokens)
    return items


def _mapping(tokens: Iterator[Token], depth: int) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    token = next(tokens)
    while token[0] != "}":
        key = key_of(token)
        if key in fields or next(tokens)[0] != ":":
            raise UnsupportedError
        fields[key] = _value(next(tokens), tokens, depth)
        token = _next_of("}", tokens)
    return fields


def _next_of(closing: str, tokens: Iterator[Token]) -> Token:
    """What follows a value: the next item behind a comma, or the closing bracket."""
    token = next(tokens)
    if token[0] == ",":
        return next(tokens)
    if token[0] != closing:
        raise UnsupportedError
    return token


def key_of(token: Token) -> str:
    """The name that a token is before its colon. Raises UnsupportedError."""
    _, quoted, plain, _ = token
    text = _unquoted(quoted) if quoted else plain.rstrip(" ")
    if not text or "\n" in text or len(text) > SHORT_KEY or plain.startswith("<<"):
        raise UnsupportedError
    return text


def _unquoted(quoted: str) -> str:
    return single_quoted(quoted) if quoted[0] == "'" else double_quoted(quoted)


def plain_list(written: str) -> list[Any]:
    """The items of a list of plain texts on one line, such as `[one, 2, three]`. Raises UnsupportedError."""
    return [*_items(written)]


def value_of(written: str) -> Any:
    """A value in quotes, in brackets, of several lines, or with a comment behind it. Raises UnsupportedError."""
    return _READERS.get(written[0], plain_lines)(written)


@lru_cache(1 << 12)
def _items(written: str) -> tuple[Any, ...]:
    inside = written[1:-1].strip(" ")
    return tuple(map(_item, inside.split(","))) if inside else ()


def _item(written: str) -> Any:
    text = written.strip(" ")
    if not text or (text[0] == "-" and not text[1:2].isdigit()):
        raise UnsupportedError
    return plain_value(text)


_READERS: dict[str, Callable[[str], Any]] = {
    "'": single_quoted,
    '"': double_quoted,
    "[": flow_value,
    "{": flow_value,
    "|": literal,
    ">": folded,
}
