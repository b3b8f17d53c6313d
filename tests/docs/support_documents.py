"""README and guide as data: their fenced blocks, tables and inline code."""

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
GUIDE = Path("site_src/guide")
RECIPES = ROOT / GUIDE / "recipes"
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / GUIDE).glob("*.md"))]
TUTORIAL = ROOT / GUIDE / "write-a-journey.md"
_TITLE = re.compile(r'title="([^"]+)"')
_INCLUDED = re.compile(r'(?m)^--8<-- "([^"]+)"\n')
_HEADING = re.compile(r"#{1,6} (.+?)(?: \{.*\})?$")


@dataclass(frozen=True)
class Block:
    """A fenced block; `title` is the file that it is, "" where it is none."""

    language: str
    title: str
    text: str

    @property
    def is_file(self) -> bool:
        """Whether the title names a file, and the block is all of it."""
        return re.fullmatch(r"[\w./-]+", self.title) is not None


@cache
def blocks_of(document: Path) -> tuple[Block, ...]:
    """The fenced blocks of a Markdown file, in order; files that they include stand in them."""
    tokens = MarkdownIt("commonmark").parse(document.read_text("utf-8"))
    return tuple(_block(token.info, token.content) for token in tokens if token.type == "fence")


def files_of(document: Path) -> list[Block]:
    """The blocks that are whole files, in order; a later one of the same title replaces an earlier one."""
    return [block for block in blocks_of(document) if block.is_file]


def write_files(files: Iterable[Block], folder: Path) -> None:
    """Put each file where its title says."""
    for file in files:
        path = folder / file.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")


def typed_in(block: Block) -> list[str]:
    """The lines of a block that a reader would type into a terminal."""
    if block.language == "bash":
        return [line for line in block.text.replace("\\\n", "").splitlines() if line.strip()]
    if block.language == "console":
        return [line.removeprefix("$ ") for line in block.text.splitlines() if line.startswith("$ ")]
    return []


def commands_of(document: Path) -> Iterator[list[str]]:
    """Every command that a reader would type, in blocks and in sentences, as words; without `NAME=value` before it."""
    for block in blocks_of(document):
        for line in typed_in(block):
            yield shlex.split(re.sub(r"^(?:[A-Z_]+=\S* )+", "", line), comments=True)
    for token in MarkdownIt("commonmark").parse(document.read_text("utf-8")):
        for child in token.children or ():
            if child.type == "code_inline" and re.match(r"(journeys|make|mkdocs) [a-z]", child.content):
                yield shlex.split(child.content)


def tables_of(document: Path) -> dict[str, list[list[str]]]:
    """The rows of the first table below each heading, without the head; cells are Markdown."""
    tables: dict[str, list[list[str]]] = {}
    heading, done = "", False
    for line in document.read_text("utf-8").splitlines():
        if found := _HEADING.match(line):
            heading, done = found[1], False
        elif line.startswith("|") and not done:
            tables.setdefault(heading, []).append([cell.strip() for cell in line.strip("|").split("|")])
        elif heading in tables:
            done = True
    return {name: rows[2:] for name, rows in tables.items()}


def in_code(cell: str) -> list[str]:
    """The texts in backticks."""
    return re.findall(r"`([^`]+)`", cell)


def _block(info: str, text: str) -> Block:
    title = _TITLE.search(info)
    whole = _INCLUDED.sub(lambda found: (RECIPES / found[1]).read_text("utf-8"), text)
    return Block(info.split(" ")[0], title[1] if title else "", whole)
