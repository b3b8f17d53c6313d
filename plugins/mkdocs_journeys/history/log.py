"""Which commits changed which journey files: one `git log` for all of them."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_journeys.history.record import Commit
from mkdocs_journeys.sources.git import ENVIRONMENT, GIT, NO_GIT, GitError

MOST_COMMITS = 20_000
MAPS, PERSONAS = "maps/", "personas/"
_START = "\x01"
_FORMAT = f"--format={_START}%H%x00%cI%x00%aN%x00%s"
_FILE = "100"
"""How the modes of ordinary files begin; links and submodules are no journeys."""
LONGEST_AUTHOR, LONGEST_SUBJECT = 80, 160


@dataclass(frozen=True, slots=True)
class Touch:
    """What a commit did to one file: its path and blob before (None where there was none) and after.

    Paths are relative to the journeys folder. `whole` is False where the commit's parent is not in this clone,
    so that nobody knows what was there before. `personas` are the (old, new) ids that personas got in that commit.
    """

    commit: Commit
    old_path: str | None
    new_path: str | None
    old: str | None
    new: str | None
    whole: bool = True
    personas: tuple[tuple[str, str], ...] = ()


def head_of(folder: Path) -> str | None:
    """The commit that is checked out at a folder; None where there is none, no repository or no git."""
    try:
        done = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    except (GitError, OSError):
        return None
    return done.strip() or None


def touches(folder: Path) -> Iterator[Touch]:
    """Every change of a journey's or persona's file up to the commit checked out, the newest first. Raises GitError.

    `folder` is the journeys folder. Merges tell nothing of their own.
    """
    cut_off = _shallow_commits(folder)
    said = _git(
        folder,
        "log",
        "--raw",
        "-z",
        "--no-abbrev",
        "--find-renames",
        "--root",
        "--relative",
        "--diff-merges=off",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--no-show-signature",
        "--no-notes",
        "--encoding=UTF-8",
        f"--max-count={MOST_COMMITS}",
        _FORMAT,
        "--",
        MAPS,
        PERSONAS,
    )
    yield from _parsed(iter(said.split("\0")), cut_off)


def _parsed(words: Iterator[str], cut_off: frozenset[str]) -> Iterator[Touch]:
    commit: Commit | None = None
    for word in words:
        start = word.lstrip("\n")
        if start.startswith(_START):
            commit = _commit(start.removeprefix(_START), next(words, ""), next(words, ""), next(words, ""))
        elif start.startswith(":"):
            touch = _touch(start.split(" "), words, commit) if commit else None
            if touch and commit and commit.hash in cut_off:
                yield Touch(commit, None, touch.new_path, None, touch.new, whole=False)
            elif touch:
                yield touch


def _commit(hash: str, when: str, author: str, subject: str) -> Commit | None:
    try:
        day = date.fromisoformat(when[:10])
    except ValueError:
        return None
    return Commit(hash, day, _line(author, LONGEST_AUTHOR), _line(subject, LONGEST_SUBJECT))


def _touch(raw: list[str], words: Iterator[str], commit: Commit) -> Touch | None:
    """A file's line, which is followed by its path and, after a rename, by its new path."""
    path = next(words, "")
    moved = raw[-1][:1] in ("R", "C")
    new_path = next(words, "") if moved else path
    if len(raw) != 5:
        return None
    before, after = raw[0].startswith(f":{_FILE}"), raw[1].startswith(_FILE)
    return Touch(
        commit,
        path if before else None,
        new_path if after else None,
        raw[2] if before else None,
        raw[3] if after else None,
    )


def _shallow_commits(folder: Path) -> frozenset[str]:
    """The commits whose parents this clone does not hold."""
    name = _git(folder, "rev-parse", "--git-path", "shallow").strip()
    try:
        return frozenset((folder / name).read_text("ascii", "replace").split())
    except OSError:
        return frozenset()


def _line(text: str, longest: int) -> str:
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            [*GIT, "--literal-pathspecs", *words],
            cwd=folder,
            env=os.environ | ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise GitError(NO_GIT) from None
    if done.returncode != 0:
        raise GitError("Git does not tell the history of the journeys here.")
    return done.stdout
