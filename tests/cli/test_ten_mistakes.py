"""A beginner breaks the atlas of `journeys init` in many ways: what is said each time stands in mistakes.toml."""

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main

MISTAKES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text("utf-8"))["mistake"]
LINE = re.compile(r"journeys/[\w ./-]+:[1-9]\d*:[1-9]\d*: (?:error|warning|info)\[[a-z-]+\] (.+)")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `journeys init` makes."""
    folder = tmp_path_factory.mktemp("sound") / "atlas"
    assert CliRunner().invoke(main, ["init", str(folder)]).exit_code == 0
    return folder


@pytest.fixture
def root(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    for path in (tmp_path / "journeys").rglob("*.yml"):
        dated = re.sub("(reviewed|date): .*", r"\1: 2026-11-22", path.read_text("utf-8"))
        path.write_text(dated, encoding="utf-8")
    return tmp_path


def check(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--today", "2026-11-22", *words])


def make(mistake: dict[str, Any], root: Path) -> None:
    path = root / mistake["file"]
    text = path.read_text("utf-8")
    if "deleted" in mistake:
        path.unlink()
    elif "renamed" in mistake:
        path.rename(root / mistake["renamed"])
    elif "whole" in mistake:
        path.write_text(mistake["whole"], encoding="utf-8")
    elif "cut_from" in mistake:
        path.write_text(text[: text.index(mistake["cut_from"])], encoding="utf-8")
    else:
        assert text.count(mistake["old"]) == 1
        path.write_text(text.replace(mistake["old"], mistake["new"]), encoding="utf-8")


def test_before_any_mistake_nothing_is_wrong(root: Path) -> None:
    assert check(root, "--quiet").output == ""


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["name"]))
def test_each_mistake_is_told_with_its_place_and_what_to_do(mistake: dict[str, Any], root: Path) -> None:
    make(mistake, root)
    result = check(root, "--quiet")
    assert result.output.splitlines() == mistake["says"]
    assert result.exit_code == 1


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["name"]))
def test_what_is_said_are_sentences_and_the_last_says_what_to_do(mistake: dict[str, Any]) -> None:
    for line in mistake["says"]:
        found = LINE.fullmatch(line)
        assert found, line
        sentences = re.findall(r"[^.?!]+[.?!]", found[1])
        assert len(sentences) >= 2 and found[1].endswith((".", "?"))


def test_there_are_far_more_than_ten_and_no_two_are_told_alike() -> None:
    told = {tuple(re.sub(r"^\S+ ", "", line) for line in mistake["says"]) for mistake in MISTAKES}
    assert len(MISTAKES) == len(told) >= 40
