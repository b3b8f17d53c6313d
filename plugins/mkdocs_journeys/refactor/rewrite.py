"""The edits of one file that give a thing another id, tried: nothing but the id may mean something else afterwards."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from mkdocs_journeys.lint.suppressions import ignore_comments
from mkdocs_journeys.load import ParsedFile
from mkdocs_journeys.load.figures.table import CsvCell, CsvRow, rows_of
from mkdocs_journeys.load.files import TABLES
from mkdocs_journeys.load.identifiers import ADDRESS, RichLink, links_of
from mkdocs_journeys.model.catalog import Catalog
from mkdocs_journeys.model.measuring.observed import GOAL
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.refactor.mentions import mentions_of
from mkdocs_journeys.refactor.outcome import Refusal, edited
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile import read
from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText, scalar_of
from mkdocs_journeys.yamlfile.editing.layout import Layout, Span
from mkdocs_journeys.yamlfile.values import differences

_QUOTES = ("'", '"')


class Renaming(NamedTuple):
    """A thing's kind and id, as in `Mention`, its new own id, and the files that are renamed with it."""

    kind: str
    old: str
    new: str
    files: Mapping[str, str]

    @property
    def new_id(self) -> str:
        """The new id as `old` is written."""
        above, slash, _ = self.old.rpartition("/")
        return f"{above}{slash}{self.new}"

    @property
    def scheme(self) -> str:
        """How addresses of links to the thing begin."""
        return "evidence" if self.kind == "finding" else self.kind

    @property
    def said(self) -> str:
        """What an edit does, for the user."""
        return f"wrote {self.new} for {self.old.rpartition('/')[2]}"


def edits_in(parsed: ParsedFile, tree: Tree, one: Renaming) -> tuple[Edit, ...] | Refusal:
    """The edits of a file, by offset; refused where they would do anything but rename."""
    path = parsed.role.path
    content = tree.files[path]
    if parsed.role.kind in TABLES:
        return _edits_of_table(parsed, content, one)
    fields, texts, edits = [*_fields(parsed, tree, one)], texts_linking(parsed, one), edits_of_comments(content, one)
    if not fields and not texts and not edits:
        return ()
    layout, changed = Layout.from_bytes(content), []
    for where, key, before, after in fields:
        edit = layout and edit_of_id(layout, layout.span(where, key=key), before, after)
        if not edit:
            return _otherwise(parsed, where, one, key=key)
        edits.append(edit)
        changed.append((before if key else str(value_at(parsed, where)), after))
    for where, before in texts.items():
        found = layout and edits_of_links(layout, where, before, one)
        if not found:
            return _otherwise(parsed, where, one)
        edits += found[0]
        changed.append((before, found[1]))
    edits = sorted(set(edits), key=lambda edit: edit.start)
    if _only_changes(changed, content, edited(content, edits)):
        return tuple(replace(edit, description=one.said) for edit in edits)
    return _otherwise(parsed, (), one)


def _fields(parsed: ParsedFile, tree: Tree, one: Renaming) -> Iterator[tuple[Path, bool, str, str]]:
    """The fields that hold the id: path, whether the key is meant, and the value before and after."""
    for mention in mentions_of(parsed):
        if (mention.kind, mention.id) == (one.kind, one.old):
            yield mention.path, mention.key, mention.value, mention.renamed(one.new)
    if isinstance(parsed.model, Catalog):
        for number, setting in enumerate(parsed.model.lint.paths):
            slash = "/" if setting.path.startswith("/") else ""
            for before, after in one.files.items():
                below = before.removeprefix(f"{tree.folder}/")
                if setting.path == slash + below:
                    wish = slash + after.removeprefix(f"{tree.folder}/")
                    yield ("lint", "paths", number, "path"), False, setting.path, wish


def edit_of_id(layout: Layout, span: Span | None, before: str, after: str) -> Edit | None:
    """The edit of an id that is written out; its quotes stay, and it gets some where the new one needs them."""
    text = layout.source.text
    start = text.rfind(before, *span) if span else -1
    if span is None or start < 0:
        return None
    is_plain = text[start - 1 : start] not in _QUOTES and text[span.start] not in "|>"
    return Edit(start, start + len(before), scalar_of(after) if is_plain else after)


def texts_linking(parsed: ParsedFile, one: Renaming) -> dict[Path, str]:
    """The rich texts of a file that link to the thing, by their paths."""
    links = (link for link in parsed.locations.mentions if isinstance(link, RichLink))
    paths = dict.fromkeys(link.path for link in links if _renamed_link((link.kind, link.target), one))
    return {path: str(value_at(parsed, path)) for path in paths}


def _renamed_link(link: tuple[str, str], one: Renaming) -> tuple[str, str] | None:
    """The scheme and target of a link to the thing, or to a finding of the study, afterwards; None for others."""
    scheme, target = link
    if scheme != one.scheme:
        return None
    if one.kind == "evidence":
        study, slash, finding = target.partition("/")
        return (scheme, f"{one.new}{slash}{finding}") if study == one.old else None
    return (scheme, one.new_id) if target == one.old else None


def edits_of_links(layout: Layout, path: Path, before: str, one: Renaming) -> tuple[list[Edit], str] | None:
    """The edits of the links in a rich text, and the text afterwards; None where they are written in an unusual way."""
    span = layout.span(path)

    def renamed(address: re.Match[str]) -> str:
        kind, target = _renamed_link((address["kind"], address["id"]), one) or (address["kind"], address["id"])
        return f"{address['lead']}{kind}:{target}"

    after = ADDRESS.sub(renamed, before)
    found = [each for each in ADDRESS.finditer(layout.source.text, *span) if renamed(each) != each[0]] if span else []
    if links_of(after) != [_renamed_link(link, one) or link for link in links_of(before)]:
        return None
    return [Edit(each.start(), each.end(), renamed(each)) for each in found], after


def edits_of_comments(content: bytes, one: Renaming) -> list[Edit]:
    """The edits of comments that ignore a rule and name the thing as KIND:ID."""
    source = SourceText.from_bytes(content)
    if source is None:
        return []
    named = re.compile(rf"(?<![\w-]){one.kind}:{re.escape(one.old)}(?![\w/-])")
    places = [(source.offset(found.position), found.position.line) for found in ignore_comments("", content)]
    return [
        Edit(found.start(), found.end(), f"{one.kind}:{one.new_id}")
        for start, line in places
        for found in named.finditer(source.text, start, source.end_of(line))
    ]


def _edits_of_table(parsed: ParsedFile, content: bytes, one: Renaming) -> tuple[Edit, ...] | Refusal:
    """The edits of the cells that name a segment in a metric's file, or a step in what was observed on its journey."""
    path, own = parsed.role.path, one.old.rpartition("/")[2]
    rows, source = _rows(path, content), SourceText.from_bytes(content)
    name = re.compile(rf"(?<![\w-]){re.escape(own)}(?![\w-])")
    cells = [cell for cell in _cells_naming(parsed, rows, one) if name.search(cell.text)]
    if not cells or source is None:
        return ()
    edits: list[Edit] = []
    for cell in cells:
        start = source.text.find(cell.text, source.offset(cell.position))
        found = name.finditer(source.text, start, start + len(cell.text))
        edits += [Edit(each.start(), each.end(), one.new, one.said) for each in found]
    wished = [[name.sub(one.new, cell.text) if cell in cells else cell.text for cell in row] for row in rows]
    after = [[cell.text for cell in row] for row in _rows(path, source.applied(*edits))]
    return tuple(edits) if after == wished else _otherwise(parsed, (), one)


def _cells_naming(parsed: ParsedFile, rows: list[CsvRow], one: Renaming) -> Iterator[CsvCell]:
    """The cells of a table in which an id stands for a thing of the kind that is renamed."""
    header = [cell.text for cell in rows[0]] if rows else []
    if parsed.role.kind == "figures" and one.kind == "segment" and "segment" in header:
        at = header.index("segment")
        yield from (row[at] for row in rows[1:] if len(row) > at and row[at].text == one.old)
    journey, _, step = one.old.rpartition("/")
    if parsed.role.kind == "observed" and (one.kind, journey) == ("step", parsed.role.id) and step != GOAL:
        for row in rows[1:]:
            cells = dict(zip(header, row, strict=False))
            names = ("step", "path") if cells["kind"].text in ("back", "way") else ("step",)
            yield from (cells[name] for name in names if name in cells)


def _rows(path: str, content: bytes) -> list[CsvRow]:
    return [row for row in rows_of(path, content) if not isinstance(row, Problem)]


def _only_changes(wanted: Iterable[tuple[str, str]], before: bytes, after: bytes) -> bool:
    """Whether two versions of a file differ in these values, before and after, and in nothing else."""
    old, new = read(before, "")[0], read(after, "")[0]
    return Counter((str(one), str(other)) for one, other in differences(old, new)) == Counter(wanted)


def value_at(parsed: ParsedFile, path: Path) -> Any:
    """The value that is written at a path: a text that stands for a list of one is there for its item."""
    value: Any = parsed.source.root if parsed.source else None
    for part in path:
        value = value if isinstance(value, str | int | float) else value[part]
    return value


def _otherwise(parsed: ParsedFile, path: Path, one: Renaming, *, key: bool = False) -> Refusal:
    place = parsed.source.locate(path, key=key) if parsed.source else (1, 1)
    where = Position(parsed.role.path, *place)
    message = f"{where}: '{one.old}' is written here in a way that cannot be renamed by itself."
    return Refusal(message, "Change it by hand first, then try again.")
