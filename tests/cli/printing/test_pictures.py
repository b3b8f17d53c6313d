"""`journeys export pdf`, `png` and `svg`, as a person calls them; what takes a real browser is in tests/browser."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main

GOOD = Path(__file__).parents[2] / "load" / "good"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good atlas, in which the tests run."""
    shutil.copytree(GOOD, tmp_path / "cx")
    monkeypatch.chdir(tmp_path / "cx")
    return tmp_path / "cx"


def exported(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, words)], env=env)


def ids(root: Path) -> list[str]:
    return sorted(path.stem for path in (root / "journeys" / "maps").rglob("*.yml"))


def test_a_journey_is_printed_as_svg(root: Path) -> None:
    result = exported("svg", f"journey:{ids(root)[0]}")
    assert result.exit_code == 0
    assert ElementTree.fromstring(result.stdout_bytes).tag == "{http://www.w3.org/2000/svg}svg"


def test_several_journeys_go_to_a_folder_and_one_to_a_file(root: Path) -> None:
    assert exported("svg", "--output", "maps").exit_code == 0
    assert sorted(path.name for path in (root / "maps").iterdir()) == sorted(f"{id}.svg" for id in ids(root))
    assert exported("svg", f"journey:{ids(root)[0]}", "-o", "one.svg").exit_code == 0
    assert (root / "one.svg").read_bytes() == (root / "maps" / f"{ids(root)[0]}.svg").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["svg"], "Name a folder for them with --output"),
        (["svg", "-o", "one.svg"], "Name a folder for them"),
        (["svg", "journey:nowhere", "-o", "x.svg"], "There is no journey 'nowhere'"),
        (["svg", "persona:maya", "-o", "x.svg"], "as png or pdf"),
        (["svg", "team:growth", "-o", "x.svg"], "Write it as journey:ID or persona:ID"),
        (["svg", "journey:buy", "--filter", "owner=growth", "-o", "x.svg"], "not both"),
        (["svg", "-o", "journeys/catalog.yml"], "It is a file, and no folder"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(root: Path, words: list[str], said: str) -> None:
    result = exported(*words)
    assert result.exit_code == 2
    assert said in result.stderr and "Traceback" not in result.output
    assert not list(root.glob("*.svg"))


@pytest.mark.parametrize("command", ["pdf", "png"])
def test_without_a_browser_nothing_is_written_and_it_is_said_what_to_install(root: Path, command: str) -> None:
    for words in ([], ["--browser", "nowhere"]):
        result = exported(command, "-o", "x.out", *words, env={"CHROME": "nowhere-either"})
        assert result.exit_code == 2
        assert "Install Chromium" in result.stderr and "Traceback" not in result.output
    assert not (root / "x.out").exists()


def test_an_atlas_with_mistakes_is_not_printed(root: Path) -> None:
    (root / "journeys" / "maps" / "broken.yml").write_text("title: Nothing else\n", encoding="utf-8")
    result = exported("svg", "-o", "maps")
    assert result.exit_code == 1
    assert "broken.yml" in result.stderr
    assert not (root / "maps").exists()
