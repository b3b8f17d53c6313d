"""The releases of a repository: its tags of a certain name."""

from collections.abc import Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from mkdocs_journeys.sources.git_process import GitError, run_git

MOST_NAME = 40
_FORMAT = "--format=%(refname:strip=2)%00%(creatordate:short)%00%(objectname) %(*objectname)"


class Release(NamedTuple):
    """A tag, the day on which it was made (of one without a message, that of its commit), and its commit's hash."""

    on: date
    name: str
    commit: str = ""


def releases_of(folder: Path, pattern: str, *only: str) -> Sequence[Release]:
    """The tags whose name fits a pattern such as `v*`, the earliest first; none without git or when git fails.

    `only` are options of git that leave out some, such as `--merged=HEAD`.
    """
    try:
        done = run_git(folder, "for-each-ref", *only, _FORMAT, "refs/tags/")
    except (GitError, OSError):
        return ()
    found = []
    for line in done.stdout.rstrip("\n").split("\n") if done.stdout and done.returncode == 0 else ():
        name, day, hashes = line.split("\0")
        if fnmatchcase(name, pattern) and (on := _day(day)):
            shown = name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 1]}…"
            found.append(Release(on, shown, hashes.split()[-1]))
    return tuple(sorted(found))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
