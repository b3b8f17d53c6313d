"""The repository that these tests run in."""

import shutil
from pathlib import Path

import pytest

from cli.reviewing.support_repository import GOOD, commit, git


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the good atlas on main, checked out on a branch, in which the tests run."""
    folder = tmp_path / "repository"
    shutil.copytree(GOOD, folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    git(folder, "checkout", "--quiet", "-b", "work")
    monkeypatch.chdir(folder)
    return folder
