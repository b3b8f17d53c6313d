"""The Markdown that we are compared with has a page for each journey, and says what the journeys say."""

import re
from html import unescape
from pathlib import Path

import pytest
import yaml
from bench.markdown_site import markdown_pages, write_site
from bench.markdown_text import cell, linked, plain, table
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree


@pytest.fixture(scope="module")
def pages(atlas_root: Path) -> dict[str, str]:
    return dict(markdown_pages(atlas_root))


def words_of(value: object) -> list[str]:
    """Every text of a value, but not the names of its fields."""
    if isinstance(value, dict):
        return [word for part in value.values() for word in words_of(part)]
    if isinstance(value, list):
        return [word for part in value for word in words_of(part)]
    return re.findall(r"\w{3,}", linked(value)) if isinstance(value, str) else []


def test_there_is_a_page_for_each_journey_and_persona(pages: dict[str, str], atlas_root: Path) -> None:
    atlas, _ = load(worktree(atlas_root))
    assert atlas is not None
    for journey in atlas.journeys.values():
        assert "/".join(part for part in ("journeys", journey.group, f"{journey.id}.md") if part) in pages
    assert {f"personas/{id}.md" for id in atlas.personas} <= set(pages)


def test_a_page_holds_every_word_of_its_journey(pages: dict[str, str], atlas_root: Path) -> None:
    maps = atlas_root / "journeys" / "maps"
    for path in maps.rglob("*.yml"):
        page = pages[f"journeys/{path.relative_to(maps).with_suffix('.md').as_posix()}"]
        lower = set(re.findall(r"\w{3,}", page.replace("\\", "").lower()))
        # Step ids only serve references, and an id of a pain is its anchor.
        missing = {word.lower() for word in words_of(yaml.safe_load(path.read_text("utf-8")))} - lower
        assert missing <= {"step"}, path.name


def test_mkdocs_builds_all_of_it_and_nothing_of_the_authors_becomes_markup(atlas_root: Path, tmp_path: Path) -> None:
    write_site(atlas_root, tmp_path)
    config = load_config(str(tmp_path / "mkdocs.yml"), strict=True, theme="mkdocs", plugins=["search"])
    build(config)
    built = list((tmp_path / "site" / "journeys").rglob("journey-*/index.html"))
    assert len(built) == 10
    html = built[0].read_text("utf-8")
    assert "<table>" in html
    assert 'class="mermaid"' in html


@pytest.mark.parametrize("text", ["a | b", "*starred*", "`code`", "<all> & [x](y)", "# no heading", "a_b_c", "{x}"])
def test_text_in_a_table_means_nothing_to_markdown(text: str) -> None:
    html = Markdown(extensions=["tables"]).convert(table(["Head"], [[plain(text)]]))
    found = re.search(r"<td>(.*)</td>", html)
    assert found is not None
    assert unescape(found[1]) == text


def test_a_cell_shows_lists_quotes_and_pains_as_words() -> None:
    assert cell(["a", "b"]) == "a, b"
    assert cell({"text": "Said", "evidence": "study/finding"}) == "Said (study/finding)"
    assert cell({"id": "slow", "title": "It is slow"}) == "It is slow"
    assert cell({"one": 1, "two": -1}) == "one: 1; two: -1"
    assert cell(True) == "yes"
    assert cell(None) == ""
