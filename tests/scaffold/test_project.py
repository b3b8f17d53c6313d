"""A new project works at once, and an existing mkdocs.yml is told what it needs."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from mkdocs_journeys.load import load
from mkdocs_journeys.scaffold import project_files
from mkdocs_journeys.scaffold.project import ALL_PLUGINS, ONE_MORE_ITEM, ONE_MORE_KEY, THEME, lines_to_add
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile import read

FILES = project_files(date(2026, 10, 2), "git+https://example.com/atlas.git")


def test_what_an_atlas_needs_is_there() -> None:
    assert {
        "mkdocs.yml",
        "docs/about.md",
        "journeys/catalog.yml",
        "journeys/maps/try-it.yml",
        "journeys/personas/maya.yml",
        "journeys/evidence/first-interviews.yml",
        ".github/workflows/journeys.yml",
        ".gitignore",
        ".vscode/settings.json",
        ".vscode/extensions.json",
        ".journeys/schema/journey.json",
    } <= set(FILES)


def test_the_atlas_is_without_a_mistake() -> None:
    atlas, problems = load(Tree({path: text.encode() for path, text in FILES.items() if path.startswith("journeys/")}))
    assert problems == []
    assert atlas is not None
    assert [len(things) for things in (atlas.journeys, atlas.personas, atlas.evidence)] == [1, 1, 1]


def test_it_was_looked_at_today() -> None:
    assert "reviewed: 2026-10-02\n" in FILES["journeys/maps/try-it.yml"]
    assert not [path for path, text in FILES.items() if "TODAY" in text or "REQUIREMENT" in text]


def test_every_journey_file_names_a_schema_that_is_there_and_fits() -> None:
    for path, text in FILES.items():
        if path.startswith("journeys/"):
            named = text.splitlines()[0].partition("$schema=")[2]
            schema = FILES[
                (Path("/project") / path).parent.joinpath(named).resolve().relative_to("/project").as_posix()
            ]
            values, _ = read(text.encode(), path)
            assert list(Draft7Validator(json.loads(schema)).iter_errors(values)) == [], path


def test_the_settings_of_the_editor_map_every_schema() -> None:
    mapped = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    assert sorted(name.removeprefix("./") for name in mapped) == sorted(p for p in FILES if p.startswith(".journeys/"))
    assert json.loads(FILES[".vscode/extensions.json"]) == {"recommendations": ["redhat.vscode-yaml"]}


def test_ci_installs_what_was_named_then_checks_then_builds() -> None:
    steps = yaml.safe_load(FILES[".github/workflows/journeys.yml"])["jobs"]["check"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [
        'pip install "git+https://example.com/atlas.git"',
        "journeys check --format github",
        "mkdocs build --strict",
    ]


def test_the_files_are_shipped(repository_root: Path) -> None:
    project = tomllib.loads((repository_root / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["setuptools"]["package-data"]["mkdocs_journeys.scaffold"] == ["files/**/*"]


@pytest.mark.parametrize(
    ("config", "lines"),
    [
        ("site_name: X\n", ALL_PLUGINS + THEME),
        ("theme: material\n", ALL_PLUGINS),
        ("theme:\n  name: material\nplugins:\n  - search\n", ONE_MORE_ITEM),
        ("theme: {name: material}\nplugins: [search, journeys]\n", ""),
        ("theme: material\nplugins:\n  - search\n  - journeys:\n      home: a.md\n", ""),
        ("theme: material\nplugins:\n  search: {}\n  journeys: {}\n", ""),
        ("theme: material\nplugins: {search: {}}\n", ONE_MORE_KEY),
        ("theme: {name: material}\nplugins: &all [[a], {[b]: c}, *all]\n", ONE_MORE_ITEM),
        ("theme: readthedocs\nplugins: [journeys]\n", THEME),
        ("theme: material\nplugins:\nx: !!python/name:os.system\ny: !ENV HOME\n", ALL_PLUGINS),
    ],
)
def test_only_what_is_missing_is_given(config: str, lines: str) -> None:
    assert lines_to_add(config.encode()) == lines


@pytest.mark.parametrize(
    "config", [b"", b"\xff\xfe\x00", b"[" * 50_000, b"a: [", b"- plugins\n", b"plugins: 3\n", b"? [a]\n: b\n", b"\x00"]
)
def test_of_what_cannot_be_read_everything_is_given(config: bytes) -> None:
    assert lines_to_add(config) == ALL_PLUGINS + THEME
