"""The settings of rules that the guide shows do what the guide says."""

from pathlib import Path

import pytest

from docs.support_documents import blocks_of
from lint.support_cases import atlas_of, tree_of
from mkdocs_journeys.lint import BY_ID, RULES
from mkdocs_journeys.lint.engine import unknown_rules
from mkdocs_journeys.lint.settings import merge_settings, read_pyproject
from mkdocs_journeys.lint.suppressions import apply_ignores
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.sources.tree import Tree


@pytest.fixture
def parts(guide: Path) -> dict[str, str]:
    return {file.title.removesuffix(" (part)"): file.text for file in blocks_of(guide / "check.md") if file.title}


def test_the_part_of_the_catalog_is_sound(parts: dict[str, str]) -> None:
    tree = tree_of()
    path = "journeys/catalog.yml"
    atlas = atlas_of(Tree({**tree.files, path: tree.files[path] + parts[path].encode()}))
    assert list(unknown_rules(atlas)) == []
    settings = merge_settings(atlas.catalog.lint)
    assert settings.level(BY_ID["no-low-point"], "maps/a.yml") is Severity.ERROR
    assert settings.level(BY_ID["quote-without-source"], "maps/enterprise/a.yml") is Severity.WARNING
    assert settings.level(BY_ID["quote-without-source"], "maps/a.yml") is None


def test_the_part_of_the_project_is_sound(parts: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(parts["pyproject.toml"], encoding="utf-8")
    lint, problems = read_pyproject(tmp_path)
    assert problems == []
    assert merge_settings(lint).level(BY_ID["too-many-steps"], "maps/a.yml") is Severity.INFO


def test_the_comment_stops_a_finding(parts: dict[str, str]) -> None:
    path = "journeys/maps/try-it.yml"
    found = Problem("review-overdue", Position(path, 1, 11), "Old.")
    assert apply_ignores([found], {path: parts[path].encode()}) == []


def test_the_readme_counts_the_rules(readme: Path) -> None:
    assert f"[{len(RULES)} rules](site_src/guide/rules.md)" in readme.read_text("utf-8")
