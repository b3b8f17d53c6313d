"""Lists and mappings in brackets, on one line or several."""

import re
from collections.abc import Iterator
from typing import Any

from mkdocs_journeys.yamlfile.build import SHORT_KEY
from mkdocs_journeys.yamlfile.everyday.plain import fold, plain_value
from mkdocs_journeys.yamlfile.everyday.quoted import double_quoted, single_quoted
from mkdocs_journeys.yamlfile.everyday.refusal import NotEveryday

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
    """A list or a mapping in brackets. Raises NotEveryday."""
    tokens = iter([*TOKEN.findall(written), _END])
    value = _value(next(tokens), tokens, DEEPEST)
    if next(tokens) is not _END:
        raise NotEveryday
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
    raise NotEveryday


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
            raise NotEveryday
        fields[key] = _value(next(tokens), tokens, depth)
        token = _next_of("}", tokens)
    return fields


def _next_of(closing: str, tokens: Iterator[Token]) -> Token:
    """What follows a value: the next item behind a comma, or the closing bracket."""
    token = next(tokens)
    if token[0] == ",":
        return next(tokens)
    if token[0] != closing:
        raise NotEveryday
    return token


def key_of(token: Token) -> str:
    """The name that a token is before its colon. Raises NotEveryday."""
    _, quoted, plain, _ = token
    text = _unquoted(quoted) if quoted else plain.rstrip(" ")
    if not text or "\n" in text or len(text) > SHORT_KEY or plain.startswith("<<"):
        raise NotEveryday
    return text


def _unquoted(quoted: str) -> str:
    return single_quoted(quoted) if quoted[0] == "'" else double_quoted(quoted)
