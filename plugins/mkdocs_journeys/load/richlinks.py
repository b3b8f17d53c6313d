"""Links inside rich fields: where each `journey:ID` and its like stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt

from mkdocs_journeys.load.given import blocks
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile import Map, locate

RICH_FIELDS = {
    "catalog": "description",
    "journey": "notes",
    "persona": "summary",
    "opportunity": "description",
    "evidence": "summary",
}
"""The rich field at the top of each kind of file; pains have `description`, too."""
LINKED_KINDS = (
    "journey",
    "persona",
    "pain",
    "opportunity",
    "evidence",
    "metric",
    "touchpoint",
    "stage",
    "team",
)
_WEB_SCHEMES = ("http", "https", "mailto")
_MAY_HOLD_LINKS = re.compile(r"\]\(|\]:|<[A-Za-z]").search
_SCHEME = re.compile(r"([A-Za-z][\w+.-]*):(.*)", re.DOTALL).match


@dataclass(frozen=True, slots=True)
class Spot:
    """The id of something of a `kind` at a place inside a text."""

    kind: str
    target: str
    position: Position


def rich_links(
    file: str, kind: str, source: Map, values: Mapping[str, Any], lines: Sequence[str]
) -> tuple[list[Spot], list[Problem]]:
    """The links to things of the atlas in all rich fields, and the links that no rich field may have."""
    spots: list[Spot] = []
    problems: list[Problem] = []
    for path, text in _rich_texts(kind, values):
        cursor = locate(source, path)
        for scheme, target in _links(text):
            cursor = _find(lines, cursor, locate(source, path, key=True)[1], f"{scheme}:{target}")
            if scheme in LINKED_KINDS:
                spots.append(Spot(scheme, target, Position(file, *cursor)))
            elif scheme.lower() not in _WEB_SCHEMES:
                problems.append(_not_allowed(scheme, Position(file, *cursor)))
    return spots, problems


def _rich_texts(kind: str, values: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    field = RICH_FIELDS[kind]
    yield from _if_linked((field,), values.get(field))
    for number, stage in blocks(values, "stages") if kind == "journey" else ():
        for at, step in blocks(stage, "steps"):
            for which, pain in blocks(step, "pains"):
                path: Path = ("stages", number, "steps", at, "pains", which, "description")
                yield from _if_linked(path, pain.get("description"))


def _if_linked(path: Path, text: object) -> Iterator[tuple[Path, str]]:
    if isinstance(text, str) and _MAY_HOLD_LINKS(text):
        yield path, text


def _links(text: str) -> Iterator[tuple[str, str]]:
    for token in _markdown().parse(text):
        for child in token.children or ():
            address = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            parts = _SCHEME(address)
            if parts:
                yield parts[1], unquote(parts[2])


def _find(lines: Sequence[str], start: tuple[int, int], key_column: int, link: str) -> tuple[int, int]:
    """Line and column of a link at or after `start`, inside the block that hangs on the key; else `start`."""
    first = start[0]
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        if number > first and line.strip() and len(line) - len(line.lstrip(" ")) < key_column:
            break
        found = line.find(link, start[1] - 1 if number == first else 0)
        if found >= 0:
            return number, found + 1
    return start


def _not_allowed(scheme: str, position: Position) -> Problem:
    message = f"A link here cannot start with '{scheme}:'."
    hint = f"Use https, http, mailto, a relative path, or {', '.join(f'{kind}:ID' for kind in LINKED_KINDS)}."
    return Problem("rich-link", position, message, hint)


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
