"""The workflow fits the place of a project in its repository, and says nothing but what it was told."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.scaffold import project_files
from mkdocs_journeys.scaffold.dependencies import Dependencies
from mkdocs_journeys.scaffold.workflow import WORKFLOW, belongs_to, commands_of, file_names, is_plain, workflow
from support.processes import BIN, run

TEXT = project_files(date(2026, 10, 2), "mkdocs-journeys")[WORKFLOW]
COMMANDS = ("pip install -r 'our docs.txt'", 'poetry run pip install "x"', "journeys check: x #", "mkdocs build")


def read(folder: str, *watched: str) -> Any:
    return yaml.load(workflow(TEXT, folder, watched, COMMANDS), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("folder", ["", "docs", "packages/our site"])
def test_the_commands_are_those_that_were_given(folder: str) -> None:
    steps = read(folder)["jobs"]["check"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == list(COMMANDS)
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
    ]


def test_at_the_top_it_runs_for_every_change() -> None:
    found = read("", "docs/**")
    assert found["on"] == ["push", "pull_request"]
    assert "defaults" not in found["jobs"]["check"]


def test_in_a_folder_it_runs_there_for_what_lies_there_and_what_belongs_to_it() -> None:
    found = read("docs", ".github/workflows/journeys.yml", "pages/**", "docs/inner/**", "../x", "a*", "./**")
    paths = ["docs/**", ".github/workflows/journeys.yml", "pages/**"]
    assert found["on"] == {"push": {"paths": paths}, "pull_request": {"paths": paths}}
    assert found["jobs"]["check"]["defaults"] == {"run": {"working-directory": "docs"}}
    assert found["permissions"] == {"contents": "read"}


@pytest.mark.parametrize(
    "path", ["a*", "${{ x }}", "a\nb", "a'b", '"', "a;b", "a+", "!a", "../a", "a/./b", "-a", "", "$(x)"]
)
def test_a_path_that_would_mean_something_else_is_not_plain(path: str) -> None:
    assert not is_plain(path)


@pytest.mark.parametrize("path", ["docs", "packages/our site", ".github", "Büro/web_1", "a@b"])
def test_an_ordinary_path_is(path: str) -> None:
    assert is_plain(path)


@pytest.mark.parametrize("folder", ["", "docs", "packages/our site", "no"])
def test_a_workflow_is_known_again_as_that_of_its_project(folder: str) -> None:
    text = workflow(TEXT, folder, (), ["journeys check"])
    assert [one for one in ("", "docs", "packages/our site", "no", "doc") if belongs_to(text, one)] == [folder]
    assert not belongs_to("on: push\njobs: {}\n", "")


def test_a_second_one_has_another_name() -> None:
    assert file_names("packages/Our Site")[1] == ".github/workflows/journeys-packages-our-site.yml"
    assert file_names("")[1] == ".github/workflows/journeys-check.yml"


def test_the_commands_of_a_site_are_those_of_its_tools() -> None:
    assert commands_of(Dependencies(("pip install x",)), "journeys", "") == [
        "pip install x",
        "journeys check --format github",
        "mkdocs build --strict",
    ]
    assert commands_of(Dependencies(("uv sync",), "uv run "), "our cx", "properdocs.yml") == [
        "uv sync",
        "uv run journeys check --format github --journeys-dir 'our cx'",
        "uv run properdocs build",
    ]


def test_zizmor_finds_nothing_in_it(tmp_path: Path) -> None:
    for number, folder in enumerate(("", "docs")):
        (tmp_path / f"{number}.yml").write_text(workflow(TEXT, folder, ("x.txt",), COMMANDS), encoding="utf-8")
    run([BIN / "zizmor", "--offline", "--no-progress", *tmp_path.glob("*.yml")], cwd=tmp_path)
