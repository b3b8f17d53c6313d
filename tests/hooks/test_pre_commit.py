"""The hook that pre-commit finds in this repository."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_journeys.cli import main

RECIPE = Path("site_src", "guide", "recipes", "pre-commit.yml")


@pytest.fixture(scope="module")
def hooks(repository_root: Path) -> dict[str, Any]:
    """Each hook by its id."""
    listed = yaml.safe_load((repository_root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return {hook["id"]: hook for hook in listed}


def test_every_hook_has_what_pre_commit_asks_for(hooks: dict[str, Any]) -> None:
    for hook in hooks.values():
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert hook["language"] == "python"


def test_the_whole_atlas_is_read_for_files_refer_to_one_another(hooks: dict[str, Any]) -> None:
    assert [id for id, hook in hooks.items() if hook["pass_filenames"] is not False] == []


def test_a_commit_is_checked_when_it_touches_anything_of_the_atlas(
    hooks: dict[str, Any], repository_root: Path, repository_files: list[Path]
) -> None:
    names = [path.relative_to(repository_root).as_posix() for path in repository_files]
    atlas = [name for name in names if name.startswith("journeys/")]
    assert {Path(name).suffix for name in atlas} >= {".yml", ".csv", ".png"}
    for hook in hooks.values():
        assert [name for name in names if re.search(hook["files"], name)] == atlas


def test_the_entry_is_a_command_of_ours_that_finds_the_example_sound(
    hooks: dict[str, Any], repository_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository_root)
    program, *words = shlex.split(hooks["journeys-check"]["entry"])
    result = CliRunner().invoke(main, words)
    assert (program, result.exit_code) == ("journeys", 0), result.output


def test_the_entry_stops_a_commit_with_a_mistake(
    hooks: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "catalog.yml").write_text("format: 2\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, shlex.split(hooks["journeys-check"]["entry"])[1:]).exit_code == 1


def test_the_guide_names_hooks_that_there_are(hooks: dict[str, Any], repository_root: Path) -> None:
    (wanted,) = yaml.safe_load((repository_root / RECIPE).read_text("utf-8"))["repos"]
    assert [hook["id"] for hook in wanted["hooks"] if hook["id"] not in hooks] == []
