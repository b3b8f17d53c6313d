"""`journeys export changes`, as a person calls it."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from support.repositories import Repository, repository

GOOD = Path(__file__).parents[2] / "load" / "good"
MAP = "journeys/maps/buy.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The good atlas in a repository, in which the tests run."""
    made = repository(tmp_path / "cx")
    shutil.copytree(GOOD, made.root, dirs_exist_ok=True)
    made.commit()
    monkeypatch.chdir(made.root)
    return made


def drawn(*words: str) -> Result:
    return CliRunner().invoke(main, ["export", "changes", *words, "--output", "pictures"])


def test_each_map_that_changed_is_drawn(project: Repository) -> None:
    project.edit(MAP, "emotion: 2", "emotion: -2")
    result = drawn("main")
    assert (result.exit_code, result.output) == (0, f"wrote {Path('pictures', 'buy.svg')}\n")
    content = (project.root / "pictures" / "buy.svg").read_bytes()
    assert ElementTree.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"
    assert b"Before: main" in content


def test_nothing_is_written_where_no_map_changed(project: Repository) -> None:
    result = drawn("main")
    assert (result.exit_code, result.output) == (0, "No map changed.\n")
    assert not (project.root / "pictures").exists()


def test_a_commit_goes_by_the_first_digits_of_its_hash(project: Repository) -> None:
    whole = project.git("rev-parse", "HEAD")
    project.edit(MAP, "emotion: 2", "emotion: -2")
    assert drawn(whole).exit_code == 0
    content = (project.root / "pictures" / "buy.svg").read_text("utf-8")
    assert f"Before: {whole[:10]}" in content and whole not in content


@pytest.mark.parametrize("words", [["nowhere"], ["main", "--png"]])
def test_what_cannot_be_done_is_said_in_a_sentence(
    project: Repository, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROME", "no-such-browser")
    result = drawn(*words)
    assert result.exit_code == 2
    assert "Error: " in result.stderr and "Traceback" not in result.output


def test_a_side_with_mistakes_is_not_drawn(project: Repository) -> None:
    project.write("journeys/maps/broken.yml", "title: Nothing else\n")
    result = drawn("main")
    assert result.exit_code == 1
    assert "broken.yml" in result.stderr
