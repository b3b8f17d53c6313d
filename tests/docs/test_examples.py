"""What README and guide tell people to type works as it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from docs.support_documents import GUIDE, Block, blocks_of, commands_of, files_of, write_files
from mkdocs_journeys.cli import main as journeys
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.trees import worktree

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / GUIDE).glob("*.md"))]
PROJECTS = [path for path in DOCUMENTS if any(file.title.endswith("catalog.yml") for file in files_of(path))]
TUTORIAL = ROOT / GUIDE / "write-a-journey.md"
OTHERS = ("pip", "python", "git")
MISTAKES = {"touchpoint: pricing-page": "touchpoint: pricing-pag", "severity: major": "severity: serious"}
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
every_project = pytest.mark.parametrize("document", PROJECTS, ids=lambda path: path.name)


def problems_in(folder: Path) -> list[Problem]:
    return load(worktree(folder))[1]


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@every_document
def test_every_yaml_file_that_is_shown_is_named(document: Path) -> None:
    assert [block.text for block in blocks_of(document) if block.language == "yaml" and not block.title] == []


def test_readme_tutorial_and_reference_hold_projects() -> None:
    assert [path.name for path in PROJECTS] == ["README.md", "format.md", "write-a-journey.md"]


@every_project
def test_each_page_is_without_a_mistake_in_the_end(document: Path, tmp_path: Path) -> None:
    write_files(files_of(document), tmp_path)
    assert problems_in(tmp_path) == []


def test_a_reader_may_stop_after_any_file_of_the_tutorial(tmp_path: Path) -> None:
    written: list[Block] = []
    for file in files_of(TUTORIAL):
        write_files([file], tmp_path)
        written.append(file)
        if any(block.title == "journeys/catalog.yml" for block in written):
            assert problems_in(tmp_path) == [], file.title


@pytest.mark.parametrize("document", [ROOT / "README.md", TUTORIAL], ids=lambda path: path.name)
def test_the_project_of_a_page_builds_strictly(document: Path, tmp_path: Path) -> None:
    write_files(files_of(document), tmp_path)
    result = build(tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site" / "journeys" / "try-it" / "index.html").is_file()


def test_the_readme_needs_no_more_than_six_lines_of_configuration(readme: Path) -> None:
    config = next(file for file in files_of(readme) if file.title == "mkdocs.yml")
    assert len(config.text.splitlines()) == 6


def test_the_navigation_of_the_guide_builds_strictly_beside_a_handwritten_home(
    readme: Path, guide: Path, tmp_path: Path
) -> None:
    write_files([*files_of(readme), *files_of(guide / "site.md")], tmp_path)
    (tmp_path / "docs" / "about.md").unlink()
    home = "# Welcome\n\n[backlog](pains.md), [buying](journeys/try-it.md)\n"
    (tmp_path / "docs" / "index.md").write_text(home, encoding="utf-8")
    result = build(tmp_path)
    assert result.returncode == 0, result.stderr
    assert "Welcome" in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "Compares the plans" in (tmp_path / "site" / "journeys" / "try-it" / "index.html").read_text("utf-8")
    assert (tmp_path / "site" / "customers" / "index.html").is_file()


@pytest.mark.parametrize(
    ("document", "project"),
    [(ROOT / "README.md", ROOT / "README.md"), (ROOT / GUIDE / "check.md", TUTORIAL)],
    ids=["README.md", "check.md"],
)
def test_the_mistakes_that_a_page_shows_are_what_the_command_prints(
    document: Path, project: Path, tmp_path: Path
) -> None:
    write_files(files_of(project), tmp_path)
    journey = tmp_path / "journeys" / "maps" / "try-it.yml"
    text = journey.read_text("utf-8")
    for right, wrong in MISTAKES.items():
        assert right in text
        text = text.replace(right, wrong)
    journey.write_text(text, encoding="utf-8")
    printed = CliRunner().invoke(journeys, ["check", "--root", str(tmp_path)]).stdout
    shown = next(block.text for block in blocks_of(document) if block.text.startswith("$ journeys check\n"))
    assert shown.removeprefix("$ journeys check\n") == printed


@every_document
def test_every_command_and_option_exists(document: Path) -> None:
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"))
    planned = [f"journeys {name}" for name in ("import", "export")]
    for words in commands_of(document):
        if words[0] == "make":
            assert words[1] in targets
        elif " ".join(words) not in planned:
            assert words[0] in OTHERS or understood(words), words


def test_what_is_called_planned_is_not_there() -> None:
    assert not {"import", "export"} & set(journeys.list_commands(click.Context(journeys)))


@pytest.mark.parametrize(("name", "page"), [("check", "check.md"), ("diff", "review.md")])
def test_every_option_is_explained(name: str, page: str, guide: Path) -> None:
    text = (guide / page).read_text("utf-8")
    options = [option for option in command_of(journeys, name).params if isinstance(option, click.Option)]
    assert [name for option in options for name in option.opts if f"`{name}`" not in text] == []


def command_of(group: click.Group, name: str) -> click.Command:
    found = group.get_command(click.Context(group), name)
    assert found, name
    return found


def understood(words: list[str]) -> bool:
    """Whether click can parse the words; raises its error, which names the option, where it cannot."""
    group = {"journeys": journeys, "mkdocs": mkdocs}[words[0]]
    command = command_of(group, words[1])
    command.make_parser(click.Context(command, info_name=words[1])).parse_args(words[2:])
    return True
