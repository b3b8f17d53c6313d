"""The recipes, a repository with a pull request, and two hosts to talk to."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recipes.support_api import Host, hosting
from support import processes
from support.processes import BIN

GOOD = Path(__file__).parents[1] / "load" / "good"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def recipes(repository_root: Path) -> Path:
    """The folder of the recipes."""
    return repository_root / "site_src/guide/recipes"


@pytest.fixture
def host() -> Iterator[Host]:
    """The API of the git host."""
    with hosting() as found:
        yield found


@pytest.fixture
def storage() -> Iterator[Host]:
    """The place that the host keeps artefacts at, which must not learn the token."""
    with hosting() as found:
        yield found


@pytest.fixture
def run() -> Run:
    """Runs a command with `journeys` at hand and nothing of this machine's settings."""

    def start(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(cwd)}
        who = {f"GIT_{role}_{what}": "a@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        known = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
        path = f"{BIN}:{os.environ['PATH']}"
        environment = {"PATH": path, "PYTHONWARNINGS": "error", **known, **nowhere, **who, **variables}
        return processes.run(command, cwd=cwd, only_env=environment, code=None)

    return start


@pytest.fixture
def repository(tmp_path: Path, run: Run) -> Path:
    """A repository whose HEAD merges a branch that makes a call worse, as a host prepares it for a pull request."""
    root = tmp_path / "repository"
    shutil.copytree(GOOD, root)

    def git(*words: str) -> None:
        done = run("git", *words, cwd=root)
        assert done.returncode == 0, done.stderr

    def commit(path: str, old: str, new: str) -> None:
        file = root / "journeys" / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        git("commit", "--quiet", "--all", "-m", "x")

    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "-m", "x")
    git("checkout", "--quiet", "-b", "work")
    commit("maps/buy.yml", "emotion: 2\n", "emotion: 0\n")
    git("checkout", "--quiet", "main")
    commit("catalog.yml", "name: Pricing page", "name: Prices")
    git("merge", "--quiet", "--no-ff", "-m", "merge", "work")
    return root
