"""Fields of mappings in a text: written anew, added or taken out, with the comments around them kept."""

import json
import re
from collections.abc import Collection
from datetime import date

from mkdocs_journeys.yamlfile.editing.blocks import Lines, Path, appended, insertion, piece_at, removal, shifted
from mkdocs_journeys.yamlfile.editing.edit import Edit
from mkdocs_journeys.yamlfile.editing.layout import Layout
from mkdocs_journeys.yamlfile.writing import YamlValue, scalar, yaml_of

Short = str | int | float | bool | date
"""A value that is written on one line."""
_BLOCK = ("|", ">")
_ENDS_EARLY = re.compile(r"\A\?|[,\[\]{}]")
_IS_DAY = re.compile(r"\d{4}-\d{2}-\d{2}").fullmatch


def assignment(layout: Layout, path: Path, name: str, value: YamlValue, behind: Collection[str] = ()) -> Edit | None:
    """The edit that gives a field of the mapping at a path another value, or adds it.

    A new field comes behind the last one of `behind` that is there, else at the end. A comment behind the old value
    stays where both values are one word or text. None where the text is written in a way that cannot be changed.
    """
    above, now = layout.find(path), layout.find((*path, name))
    if above is None or above.meant.kind != "map":
        return None
    value = _day(value) if isinstance(value, str) else value
    lines = Lines(yaml_of({name: value}), 0)
    if now is None and above.meant.is_block:
        names = [key.text for key, _ in above.meant.pairs]
        at = max([names.index(one) + 1 for one in behind if one in names], default=len(names))
        return insertion(layout, path, at, lines)
    if now is None:
        text = f"{name}: {_in_brackets(value)}" if isinstance(value, Short) else lines.text.removesuffix("\n")
        return None if "\n" in text else appended(layout, path, text)
    if now.target:
        return None
    if now.kind == "text" and isinstance(value, Short) and layout.source.text[now.start : now.start + 1] not in _BLOCK:
        return Edit(now.start, now.end, scalar(value) if above.meant.is_block else _in_brackets(value))
    return _rewritten(layout, (*path, name), lines)


def without(layout: Layout, path: Path, name: str) -> Edit | None:
    """The edit that takes a field out of the mapping at a path, which has others."""
    return removal(layout, (*path, name))


def _day(value: str) -> str | date:
    """A day, which needs no quotes; any other text as it is."""
    try:
        return date.fromisoformat(value) if _IS_DAY(value) else value
    except ValueError:
        return value


def _in_brackets(value: Short) -> str:
    """A short value within brackets, where a comma or bracket ends a text without quotes."""
    text = scalar(value)
    return json.dumps(value, ensure_ascii=False) if text == value and _ENDS_EARLY.search(text) else text


def _rewritten(layout: Layout, path: Path, lines: Lines) -> Edit | None:
    piece = piece_at(layout, path)
    if piece is None:
        return None
    text = shifted(lines, piece.column, layout.source.line_end).text
    if layout.source.text[piece.end - 1 : piece.end] not in ("\r", "\n"):
        text = text.removesuffix(layout.source.line_end)
    return Edit(piece.head, piece.end, text.lstrip(" "))
