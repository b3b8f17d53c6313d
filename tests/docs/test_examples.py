"""What README and guide tell people to type works as it stands."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from docs.support_documents import DOCUMENTS, GUIDE, ROOT, TUTORIAL, Block, blocks_of, files_of, write_files
from mkdocs_journeys.cli import main as journeys
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.worktree import worktree
from support.builds import build_here

PROJECTS = [path for path in DOCUMENTS if any(file.title.endswith("catalog.yml") for file in files_of(path))]
MISTAKES = {"touchpoint: pricing-page": "touchpoint: pricing-pag", "severity: major": "severity: serious"}
every_project = pytest.mark.parametrize("document", PROJECTS, ids=lambda path: path.name)


def problems_in(folder: Path) -> list[Problem]:
    return load(worktree(folder))[1]


def test_readme_tutorial_and_reference_hold_projects() -> None:
    assert [path.name for path in PROJECTS] == [
        "README.md",
        "format.md",
        "measure.md",
        "whiteboard.md",
        "write-a-journey.md",
    ]


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
    build_here(tmp_path)
    assert (tmp_path / "site" / "journeys" / "try-it" / "index.html").is_file()


def test_the_readme_needs_no_more_than_six_lines_of_configuration(readme: Path) -> None:
    config = next(file for file in files_of(readme) if file.title == "mkdocs.yml")
    assert len(config.text.splitlines()) == 6


def test_the_navigation_of_the_guide_builds_strictly_beside_a_handwritten_home(
    readme: Path, guide: Path, tmp_path: Path
) -> None:
    write_files([*files_of(readme), *files_of(guide / "adopt.md")], tmp_path)
    (tmp_path / "docs" / "about.md").unlink()
    home = "# Welcome\n\n[backlog](pains.md), [buying](journeys/try-it.md)\n"
    (tmp_path / "docs" / "index.md").write_text(home, encoding="utf-8")
    build_here(tmp_path)
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
