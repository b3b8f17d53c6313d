"""Whatever an author types comes out as text: atlases with hostile words in every field."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.engine import CheckResult, run_rules
from mkdocs_journeys.load import load
from mkdocs_journeys.model import Document, scales
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.sources.worktree import worktree
from support.contexts import TODAY, site

pytestmark = pytest.mark.slow

HOSTILE = {
    "tags": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "attribute": "\" onmouseover=\"alert(1)\" x=' onfocus='alert(2)' autofocus='",
    "template": "{{ 7 * 191 }}{% raw %}${7*191}</title></textarea></svg>",
    "unicode": "\u202e\u2066 ＜script＞ ﷽ 👩‍👩‍👧 \u00a0",
}
ALL = " ".join(HOSTILE.values())
PLAIN = re.compile(r"^[a-z0-9-]+(/[a-z0-9-]+)?$|^\d{4}-\d\d-\d\d$|^https?://|^mailto:|^#[0-9a-fA-F]+$|^journey:")
KEPT = {"path", "src", "url", "link", "issue", "group"}
WORDS = {word for name in vars(scales) for word in get_args(getattr(scales, name)) if isinstance(word, str)}


class Reader(HTMLParser):
    """Notes what must never come out of a text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "base", "meta", "link"}:
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name == "autofocus":
                self.found.append(f"<{tag} {name}>")
            if name.endswith("href") and re.match(r"\s*(javascript|data|vbscript):", value or "", re.I):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@cache
def atlas_in(folder: Path) -> Atlas:
    """The atlas of a project, read once."""
    atlas, problems = load(worktree(folder))
    assert atlas, problems
    return atlas


def poisoned(value: Any, words: str, key: str = "") -> Any:
    """The same data with hostile words behind every text that a person wrote."""
    if isinstance(value, dict):
        return {name: poisoned(item, words, name) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [poisoned(item, words, key) for item in value]
    if isinstance(value, str) and key not in KEPT and value not in WORDS and not PLAIN.match(value):
        return f"{value} {words}"
    return value


def documents(items: Any, words: str) -> dict[str, Any]:
    return {id: poisoned_document(item, words) for id, item in items.items()}


def poisoned_document(item: Document, words: str) -> Document:
    return type(item).model_validate(poisoned(item.model_dump(mode="json", exclude_defaults=True), words))


def poisoned_atlas(atlas: Atlas, words: str) -> Atlas:
    return replace(
        atlas,
        catalog=poisoned_document(atlas.catalog, words),
        journeys=documents(atlas.journeys, words),
        personas=documents(atlas.personas, words),
        opportunities=documents(atlas.opportunities, words),
        evidence=documents(atlas.evidence, words),
    )


def pages(atlas: Atlas) -> Iterator[Page]:
    context = site(atlas, health=lambda made: CheckResult(tuple(run_rules(made, TODAY))))
    return (item for item in items_of(context) if isinstance(item, Page))


@pytest.mark.parametrize(
    ("folder", "least", "words"),
    [
        pytest.param(".", 500, ALL, id="example"),
        *(
            pytest.param(".", 500, words, id=f"example-{name}", marks=pytest.mark.long)
            for name, words in HOSTILE.items()
        ),
        *(pytest.param("tests/load/good", 150, words, id=f"every field-{name}") for name, words in HOSTILE.items()),
    ],
)
def test_hostile_words_in_every_field_stay_words(repository_root: Path, folder: str, least: int, words: str) -> None:
    shown = 0
    for page in pages(poisoned_atlas(atlas_in(repository_root / folder), words)):
        reader = Reader()
        reader.feed("\n".join(section.html for section in page.sections))
        assert reader.found == [], page.uri
        text = "".join(reader.text)
        assert "1337" not in " ".join(reader.text)
        shown += " ".join(text.split()).count(" ".join(words.split()))
    assert shown > least


def poisoned_table(data: bytes, words: str) -> bytes:
    """A file of figures or of observed ways with hostile words in notes, paths, and steps that people go back from."""
    rows = [*csv.DictReader(io.StringIO(data.decode()))]
    text = io.StringIO()
    writer = csv.DictWriter(text, dict.fromkeys([*rows[0], *([] if "path" in rows[0] else ["note"])]))
    writer.writeheader()
    for row in rows:
        if "path" in row:
            row["path"] = " > ".join(f"{name} {words}" for name in row["path"].split(" > "))
            row["step"] = f"{row['step']} {words}" if row["kind"] == "back" else row["step"]
        else:
            row["note"] = f"{row.get('note') or ''} {words}"
        writer.writerow(row)
    return text.getvalue().encode()


@pytest.mark.parametrize("words", [pytest.param(words, id=name) for name, words in HOSTILE.items()])
def test_hostile_words_in_measured_files_stay_words(repository_root: Path, words: str) -> None:
    tree = worktree(repository_root)
    tables = {path: poisoned_table(data, words) for path, data in tree.files.items() if path.endswith(".csv")}
    atlas, problems = load(replace(tree, files={**tree.files, **tables}))
    assert atlas, problems
    shown: dict[str, int] = {}
    for page in pages(atlas):
        reader = Reader()
        reader.feed("\n".join(section.html for section in page.sections))
        assert reader.found == [], page.uri
        text = " ".join("".join(reader.text).split())
        assert "1337" not in " ".join(reader.text)
        shown[page.uri] = text.count(" ".join(words.split()))
    assert shown["journeys/try-before-paying.md"] > 10
    assert shown["metrics/nps.md"] > 10


def test_the_example_itself_is_built_without_any_of_it(repository_root: Path) -> None:
    for page in pages(atlas_in(repository_root)):
        reader = Reader()
        reader.feed("\n".join(section.html for section in page.sections))
        assert reader.found == [], page.uri
