"""The files of a new atlas."""

import json
import tomllib
from datetime import date
from pathlib import Path

import yaml
from jsonschema import Draft7Validator

from mkdocs_journeys.load import load
from mkdocs_journeys.scaffold import atlas_files
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile import read

FILES = atlas_files(date(2026, 10, 2), "git+https://example.com/atlas.git")


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
