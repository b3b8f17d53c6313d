"""The ids that a file defines, and those that its rich texts link to, read off its plain values, sound or not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from mkdocs_journeys.model.references import Ids, Path
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.vocabulary import CATALOG_LISTS, LINKABLE
from mkdocs_journeys.yamlfile import Source

_LISTS: Mapping[str, Mapping[str, str]] = {
    "catalog": {**CATALOG_LISTS, "lifecycles": "lifecycle"},
    "measure": {"sources": "source"},
    "opportunity": {"solutions": "solution"},
    "evidence": {"findings": "finding"},
}
"""The lists at the top of each kind of file whose items have ids, to the kind of thing that each holds."""

Values = Mapping[str, Any]
RICH_FIELDS = {
    "catalog": "description",
    "journey": "notes",
    "persona": "summary",
    "opportunity": "description",
    "evidence": "summary",
}
"""The rich field at the top of each kind of file; pains have `description`, too."""
_WEB_SCHEMES = ("http", "https", "mailto")
_TAG = re.compile(r"<[A-Za-z]").search
_SCHEME = re.compile(r"([A-Za-z][\w+.-]*):(.*)", re.DOTALL).match
_SIMPLE_LINK = re.compile(rf"\[[^\[\]\n]+\]\(({'|'.join(LINKABLE)}):([a-z0-9/-]+)\)")
ADDRESS = re.compile(rf"(?P<lead>\]\(\s*<?|\]:\s*<?|<)(?P<kind>{'|'.join(LINKABLE)}):(?P<id>[a-z0-9][a-z0-9/-]*)")
"""The address of a link in a rich text, with what stands before it."""
_NEEDS_MARKDOWN = ("`", "\\", "<", "\t", "~~~", "    ", "]:", "![")
"""Text with any of these is parsed as Markdown: `_SIMPLE_LINK` alone could be wrong about its links."""


def defined_ids(kind: str, values: Values) -> Ids:
    """Every id that a file of this kind defines, by the kind of thing, in the order of the file.

    Kinds are as in references, or step, used-stage, solution, finding, lifecycle.
    """
    if kind != "journey":
        return {name: _ids(blocks_at(values, key)) for key, name in _LISTS.get(kind, {}).items()}
    steps = [step for _, _, step in steps_of(values)]
    stages = [id for stage in blocks_at(values, "stages") if isinstance(id := stage.get(_key_of(stage)), str)]
    paths = values.get("paths")
    ways = list(paths) if isinstance(paths, dict) else []
    return {"used-stage": stages, "path": ways, "step": _ids(steps), "pain": _ids(pains_of(values))}


def unclear_kinds(kind: str, values: Values) -> frozenset[str]:
    """The kinds of things of which a file with mistakes may define more than `defined_ids` can read off it."""
    if kind != "journey":
        return frozenset(name for key, name in _LISTS.get(kind, {}).items() if not _has_ids(values.get(key)))
    stages = values.get("stages")
    lists = [stages, *(stage.get("steps") for stage in blocks_at(values, "stages"))]
    are_read = all(isinstance(items, list) and all(isinstance(item, dict) for item in items) for items in lists)
    pains = [step.get("pains") for _, _, step in steps_of(values)]
    are_read = are_read and all(_has_ids(items, or_text=True) for items in pains)
    return frozenset() if are_read else frozenset(("pain",))


def _has_ids(items: object, *, or_text: bool = False) -> bool:
    """Whether all items of a list, if there is one, are blocks with an id, or texts where these may stand."""
    if not isinstance(items, list):
        return items is None
    texts = (item.get("id") if isinstance(item, dict) else item if or_text else None for item in items)
    return all(isinstance(text, str) for text in texts)


def paths_of_ids(kind: str, values: Values) -> Mapping[str, list[Path]]:
    """Where in the file the ids stand that `defined_ids` gives."""
    if kind != "journey":
        return {name: list(_paths(values, key)) for key, name in _LISTS.get(kind, {}).items()}
    steps = [(step, ("stages", number, "steps", at)) for number, at, step in steps_of(values)]
    return {
        "used-stage": [
            ("stages", number, key)
            for number, stage in numbered_blocks(values, "stages")
            if isinstance(stage.get(key := _key_of(stage)), str)
        ],
        "path": [("paths", id) for id in paths] if isinstance(paths := values.get("paths"), dict) else [],
        "step": [(*path, "id") for step, path in steps if isinstance(step.get("id"), str)],
        "pain": [found for step, path in steps for found in _paths(step, "pains", path)],
    }


def blocks_at(values: Values, key: str) -> list[Values]:
    """The items of a list that are blocks of fields; nothing where there is no list."""
    items = values.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def numbered_blocks(values: Values, key: str) -> Iterator[tuple[int, Values]]:
    """As `blocks_at`, with their numbers in the list."""
    items = values.get(key)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield number, item


def steps_of(values: Values) -> Iterator[tuple[int, int, Values]]:
    """The steps of a journey with the numbers of their stage and of themselves in it."""
    for number, stage in numbered_blocks(values, "stages"):
        for at, step in numbered_blocks(stage, "steps"):
            yield number, at, step


def pains_of(values: Values) -> list[Values]:
    """The pains that a journey's steps define."""
    return [pain for _, _, step in steps_of(values) if "pains" in step for pain in blocks_at(step, "pains")]


def _ids(items: Iterable[Values]) -> list[str]:
    return [id for item in items if isinstance(id := item.get("id"), str)]


def _key_of(stage: Values) -> str:
    """The field that tells a stage from the others of its journey."""
    return "id" if "id" in stage else "stage"


def _paths(values: Values, key: str, above: Path = ()) -> Iterator[Path]:
    for number, item in numbered_blocks(values, key):
        if isinstance(item.get("id"), str):
            yield (*above, key, number, "id")


if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@dataclass(frozen=True, slots=True)
class RichLink:
    """A link in a rich text: `path` leads to the text in its file, where it is link `number` from 0."""

    kind: str
    target: str
    source: Source
    path: Path
    number: int

    @property
    def position(self) -> Position:
        """Where the address is written; its field where it is written in another way."""
        return Position(self.source.file, *_places(self.source, self.path)[self.number])


def rich_links(kind: str, source: Source, values: Mapping[str, Any]) -> tuple[tuple[RichLink, ...], list[Problem]]:
    """The links to things of the atlas in all rich fields, and the links that no rich field may have."""
    found = [
        RichLink(scheme, target, source, path, number)
        for path, text in _located_texts(kind, values)
        for number, (scheme, target) in enumerate(links_of(text))
    ]
    allowed = tuple(link for link in found if link.kind in LINKABLE)
    if len(allowed) == len(found):
        return allowed, []
    hint = f"Use https, http, mailto, a relative path, or {', '.join(f'{kind}:ID' for kind in LINKABLE)}."
    return allowed, [
        Problem("rich-link", link.position, f"A link here cannot start with '{link.kind}:'.", hint)
        for link in found
        if link.kind not in LINKABLE and link.kind.lower() not in _WEB_SCHEMES
    ]


def link_targets(kind: str, values: Mapping[str, Any]) -> dict[str, list[str]] | None:
    """The ids that the links of `rich_links` lead to, by kind; None where there is one that no rich field may have."""
    found: dict[str, list[str]] = {}
    for text in _texts(kind, values):
        for scheme, target in links_of(text):
            if scheme in LINKABLE:
                found.setdefault(scheme, []).append(target)
            elif scheme.lower() not in _WEB_SCHEMES:
                return None
    return found


def _texts(kind: str, values: Mapping[str, Any]) -> Iterator[str]:
    """All rich texts of a file that may hold links."""
    texts = [values.get(RICH_FIELDS.get(kind, ""))]
    if kind == "journey":
        texts += [pain.get("description") for pain in pains_of(values)]
    return (text for text in texts if isinstance(text, str) and _may_hold_links(text))


def _located_texts(kind: str, values: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """As `_texts`, with their paths."""
    field = RICH_FIELDS.get(kind, "")
    texts: list[tuple[Path, object]] = [((field,), values.get(field))]
    for number, at, step in steps_of(values) if kind == "journey" else ():
        for which, pain in numbered_blocks(step, "pains"):
            texts.append((("stages", number, "steps", at, "pains", which, "description"), pain.get("description")))
    return ((path, text) for path, text in texts if isinstance(text, str) and _may_hold_links(text))


def _may_hold_links(text: str) -> bool:
    return "](" in text or "]:" in text or ("<" in text and _TAG(text) is not None)


def links_of(text: str) -> list[tuple[str, str]]:
    """The scheme and the rest of every address that a rich text links to."""
    if not any(mark in text for mark in _NEEDS_MARKDOWN):
        simple = _SIMPLE_LINK.findall(text)
        if len(simple) == text.count("[") == text.count("]"):
            return simple
    return list(links_of_markdown(text))


def links_of_markdown(text: str) -> Iterator[tuple[str, str]]:
    """As `links_of`, by parsing the whole text as Markdown."""
    for token in _markdown().parse(text):
        for child in token.children or ():
            address = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            parts = _SCHEME(address)
            if parts:
                yield parts[1], unquote(parts[2])


@lru_cache(16)
def _places(source: Source, path: Path) -> Sequence[tuple[int, int]]:
    """Line and column of every link in the text at a path."""
    text: Any = source.root
    for part in path:
        text = text[part]
    lines = source.lines.split("\n")
    column = source.locate(path, key=True)[1]
    cursor = source.locate(path)
    places: list[tuple[int, int]] = []
    for scheme, target in links_of(text):
        cursor = _find(lines, cursor, column, f"{scheme}:{target}")
        places.append(cursor)
    return places


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


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
