"""A repository with the good atlas on main, and `journeys` run in it."""

from pathlib import Path

from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from support.processes import run

GOOD = Path(__file__).parents[2] / "load" / "good"
WHO = {
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.com",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.com",
}
FALLS = "*Calls sales* fell from very positive to neutral"


def git(folder: Path, *words: str) -> None:
    run(["git", *words], cwd=folder, env=WHO)


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "x")


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / "journeys" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def make_it_worse(root: Path) -> None:
    edit(root, "maps/buy.yml", "emotion: 2\n", "emotion: 0\n")


def journeys(*words: str | Path, color: bool = False) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], color=color)


def diff(*words: str | Path, color: bool = False) -> Result:
    return journeys("diff", *words, color=color)
