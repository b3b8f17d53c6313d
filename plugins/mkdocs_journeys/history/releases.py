"""The releases of a repository: its tags of a certain name."""

from collections.abc import Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from mkdocs_journeys.sources.git import GitError, run_git

MOST_NAME = 40
_FORMAT = "--format=%(refname:strip=2)%00%(creatordate:short)"


class Release(NamedTuple):
    """A tag, and the day on which it was made; of one without a message, that of its commit."""

    on: date
    name: str


def releases_of(folder: Path, pattern: str) -> Sequence[Release]:
    """The tags whose name fits a pattern such as `v*`, the earliest first; none without git or when git fails."""
    try:
        done = run_git(folder, "for-each-ref", _FORMAT, "refs/tags/")
    except (GitError, OSError):
        return ()
    found = []
    for line in done.stdout.splitlines() if done.returncode == 0 else ():
        name, _, day = line.partition("\0")
        if fnmatchcase(name, pattern) and (on := _day(day)):
            found.append(Release(on, name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 1]}…"))
    return tuple(sorted(found))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
