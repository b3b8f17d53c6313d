"""The values of entries: lists of plain texts on one line, and by their first character all others."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from mkdocs_journeys.yamlfile.everyday.flow import flow_value
from mkdocs_journeys.yamlfile.everyday.plain import plain_lines, plain_value
from mkdocs_journeys.yamlfile.everyday.quoted import double_quoted, single_quoted
from mkdocs_journeys.yamlfile.everyday.refusal import NotEveryday
from mkdocs_journeys.yamlfile.everyday.written import folded, literal


def plain_list(written: str) -> list[Any]:
    """The items of a list of plain texts on one line, such as `[one, 2, three]`. Raises NotEveryday."""
    return [*_items(written)]


def value_of(written: str) -> Any:
    """A value in quotes, in brackets, of several lines, or with a comment behind it. Raises NotEveryday."""
    return _READERS.get(written[0], plain_lines)(written)


@lru_cache(1 << 12)
def _items(written: str) -> tuple[Any, ...]:
    inside = written[1:-1].strip(" ")
    return tuple(map(_item, inside.split(","))) if inside else ()


def _item(written: str) -> Any:
    text = written.strip(" ")
    if not text or (text[0] == "-" and not text[1:2].isdigit()):
        raise NotEveryday
    return plain_value(text)


_READERS: dict[str, Callable[[str], Any]] = {
    "'": single_quoted,
    '"': double_quoted,
    "[": flow_value,
    "{": flow_value,
    "|": literal,
    ">": folded,
}
