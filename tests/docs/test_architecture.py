"""What is written for those who work here is true: the picture of the layers, and the names of files and folders."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from docs.support_documents import GUIDE, ROOT, blocks_of
from house.test_layers import BESIDE, RANK

PACKAGE = ROOT / "plugins" / "mkdocs_journeys"
PAGE = ROOT / GUIDE / "architecture.md"
DOCUMENTS = [PAGE, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "adr").glob("*.md"))]
TOPS = (PACKAGE, ROOT / "templates", ROOT / GUIDE)
PATH = re.compile(r"(?:\w[\w.-]*/)*\w[\w-]*(?:/|\.(?:py|md|yml))|(?:\w[\w.-]*/)+\w[\w.-]*")
NOT_HERE = {
    *("journeys/maps/buy-it.yml", "mkdocs.yml", "site/", "dist/"),
    *("cases/", ".cache/journeys/history", "cases/RULE/bad", "tests/lint/cases/RULE/bad"),
}
"""Names that stand for files of a reader, or for something that commands make."""


def names_in(document: Path) -> set[str]:
    """Every path in code, as it is written."""
    tokens = MarkdownIt("commonmark").enable("table").parse(document.read_text("utf-8"))
    codes = {child.content for token in tokens for child in token.children or () if child.type == "code_inline"}
    return {code for code in codes if PATH.fullmatch(code)} - NOT_HERE


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_and_folder_that_is_named_is_there(document: Path) -> None:
    """A name without a folder may stand in any of those that people work in."""
    gone = [name for name in names_in(document) if not any((top / name).exists() for top in (ROOT, PACKAGE))]
    assert [name for name in gone if not is_short(name) or not any(next(top.rglob(name), None) for top in TOPS)] == []


def is_short(name: str) -> bool:
    return "/" not in name.rstrip("/")


def test_every_package_has_its_line() -> None:
    lines = re.findall(r"(?m)^\| `([\w.]+)` \|", PAGE.read_text("utf-8"))
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} <= set(lines)


def test_every_arrow_of_the_picture_points_to_what_may_be_imported() -> None:
    (picture,) = (block.text for block in blocks_of(PAGE) if block.language == "mermaid")
    arrows = [line.split(" --> ") for line in picture.splitlines() if " --> " in line]
    pairs = [(start.strip(), end.strip()) for start, ends in arrows for end in ends.split("&")]
    assert len(pairs) > 15
    assert [pair for pair in pairs if RANK[pair[0]] < RANK[pair[1]]] == []
    readers = {line.split(" -.-> ")[0].strip() for line in picture.splitlines() if " -.-> " in line}
    assert readers == {name for names in BESIDE.values() for name in names if not name.startswith("sources")}
