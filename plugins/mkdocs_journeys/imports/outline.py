"""Markdown pages as journeys: their tables, and lists whose items stand below headings or in other items."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from mkdocs_journeys.imports.draft import DraftJourney, Understood
from mkdocs_journeys.imports.tables.columns import field_of
from mkdocs_journeys.imports.tables.rows import journeys_of
from mkdocs_journeys.imports.tables.sheet import sheet_of
from mkdocs_journeys.imports.tables.steps import columns_marked, journey_of_table
from mkdocs_journeys.imports.tables.table import table_of
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.wording import counted

HINT = "A journey is a table with a row a step, or a list: stages, in them steps, in them lines such as `Pain: …`."
TITLE_LEVEL = 1
LONGEST_LINE = 50_000
MOST_PROSE = 30
"""How many paragraphs of a page stand in the notes of its first journey."""


@dataclass
class Item:
    """A point of a list with the points below it, and the line of the file that it is on."""

    text: str
    line: int
    below: list["Item"] = field(default_factory=list)


@dataclass
class Part:
    """What stands below a heading: its tables and the points of its lists."""

    heading: str
    level: int
    tables: list[list[list[str]]] = field(default_factory=list)
    mark: str = ""
    items: list[Item] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)


def understood(data: bytes, file: str, chosen: Mapping[str, str]) -> Understood:
    """The journeys of a Markdown page, in order: one for each table, and one of its lists."""
    text = decoded(data, file)
    if isinstance(text, Problem):
        return Understood((), (text,))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            message = f"This line has more than {LONGEST_LINE:,} letters, as no page of Markdown has."
            return Understood((), (Problem("import", Position(file, number, 1), message, HINT),))
    parts = list(_parts(SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))))
    stem = PurePosixPath(file).stem.replace("-", " ").replace("_", " ").strip() or "Journey"
    title = next((part.heading for part in parts if part.level == TITLE_LEVEL), stem)
    journeys: list[DraftJourney] = []
    mapping: dict[str, str] = {}
    number = 0
    for part in parts:
        for rows in part.tables:
            number += 1
            if columns := columns_marked(part.mark):
                journeys.append(journey_of_table(rows, columns, f"{file}, table {number}", part.heading or title))
                continue
            sheet = sheet_of(rows)
            table = table_of(sheet, chosen) if sheet else None
            if table:
                mapping |= {column.name: column.field or "lane" for column in table.columns if column.name}
                journeys += journeys_of(table, f"{file}, table {number}", part.heading or title)
    rows = list(_rows(parts))
    if rows and (sheet := sheet_of([list(COLUMNS), *rows])) and (table := table_of(sheet)):
        journeys += journeys_of(table, f"{file}, lists", title)
    if not journeys:
        message = "It holds no table of steps, and no list of stages with steps in it."
        return Understood((), (Problem("import", Position(file, 1, 1), message, HINT),))
    prose = [text for part in parts for text in part.prose]
    if len(prose) > MOST_PROSE:
        prose[MOST_PROSE:] = [f"{counted(len(prose) - MOST_PROSE, 'more paragraph')} of {file}"]
    first = replace(journeys[0], unplaced=(*journeys[0].unplaced, *prose))
    return Understood((first, *journeys[1:]), (), mapping)


COLUMNS = (
    *("stage", "step", "touchpoint", "channel", "team", "persona", "emotion", "feelings", "thinks", "says", "expects"),
    *("gains", "pains", "ideas", "frontstage", "backstage", "support", "systems", "policy", "duration", "wait"),
    *("moment of truth", "goal"),
)
"""The columns of the sheet that the lists of a page are made to."""
_PLACE = {field_of(name): at for at, name in enumerate(COLUMNS)}


def _rows(parts: Sequence[Part]) -> Iterator[list[str]]:
    """A row for each step in the lists: below headings, or in a list whose points are the stages."""
    for part in parts:
        holds_stages = _holds_stages(part)
        for item in part.items:
            if holds_stages:
                yield from (_row(item.text, step) for step in item.below)
            elif part.level > TITLE_LEVEL:
                yield _row(part.heading, item)


def _holds_stages(part: Part) -> bool:
    """Whether the points of a part's lists are stages with steps in them, and no steps of which more is said."""
    depth = _depth(part.items)
    are_names = not any(map(_is_said, part.items))
    have_steps = any(not _is_said(one) for item in part.items for one in item.below)
    return are_names and have_steps and depth > (1 if part.level <= TITLE_LEVEL else 2)


def _depth(items: Sequence[Item]) -> int:
    return max((1 + _depth(item.below) for item in items), default=0)


def _is_said(item: Item) -> bool:
    """Whether a point says something of the step above it: `Pain: it takes too long`."""
    name, colon, _ = item.text.partition(":")
    return bool(colon) and field_of(name) is not None


def _row(stage: str, step: Item) -> list[str]:
    row = [""] * len(COLUMNS)
    row[0], row[1] = stage, step.text
    for item in step.below:
        name, _, value = item.text.partition(":")
        at = _PLACE.get(field_of(name)) if _is_said(item) else None
        values = [value.strip(), *(one.text for one in item.below)] if at else [item.text]
        at = at or _PLACE["thinks"]
        row[at] = "\n".join(filter(None, (row[at], *values)))
    return row


def _parts(root: SyntaxTreeNode) -> Iterator[Part]:
    part = Part("", 0)
    for node in root.children:
        if node.type == "heading":
            yield part
            part = Part(_text(node), int(node.tag[1]))
        elif node.type == "table":
            part.tables.append(
                [[_text(cell) for cell in row.children] for some in node.children for row in some.children]
            )
        elif node.type == "html_block" and not part.tables:
            part.mark = node.content
        elif node.type in ("bullet_list", "ordered_list"):
            part.items += _items(node)
        elif text := _text(node).strip():
            part.prose.append(f"Line {(node.map or (0, 0))[0] + 1}: {text}")
    yield part


def _items(node: SyntaxTreeNode) -> list[Item]:
    found = []
    for point in node.children:
        own = [child for child in point.children if child.type not in ("bullet_list", "ordered_list")]
        lists = [child for child in point.children if child.type in ("bullet_list", "ordered_list")]
        text = " ".join(filter(None, map(_text, own)))
        found.append(Item(text, (point.map or (0, 0))[0] + 1, [item for one in lists for item in _items(one)]))
    return found


def _text(node: SyntaxTreeNode) -> str:
    """The words of a node without their marks."""
    if node.type in ("text", "code_inline", "fence", "code_block"):
        return node.content.strip("\n")
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if node.type == "html_inline":
        return "\n" if node.content.casefold().startswith("<br") else ""
    return "".join(_text(child) for child in node.children) if node.children else ""
