"""The commits along the first parents of HEAD that changed the journeys, and why there may be none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from mkdocs_journeys.history.log import MAX_COMMITS, FileChange, authors_brought, mainline_changes
from mkdocs_journeys.history.record import Commit
from mkdocs_journeys.sources.git import without_repository
from mkdocs_journeys.sources.git_process import NO_GIT, GitError, run_git


class Obstacle(StrEnum):
    """What keeps git from telling something."""

    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    FOREIGN = "foreign"
    NO_COMMIT = "no-commit"
    SHALLOW = "shallow"
    PARTIAL = "partial"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class NotTold:
    """What could not be told, and why.

    `detail` is the first mistake of files that cannot be read, or the command that mends it, in English; `in_head` if
    the mistakes are those of the newer side.
    """

    obstacle: Obstacle
    detail: str = ""
    in_head: bool = False


@dataclass(frozen=True, slots=True)
class MainlineCommit:
    """A commit and the files that it changed, against its first parent.

    `whole` is False where that parent is not in this clone: then all files seem to be new.
    """

    commit: Commit
    changes: tuple[FileChange, ...]

    @property
    def whole(self) -> bool:
        """Whether the state before is known."""
        return all(change.whole for change in self.changes)


@dataclass(frozen=True, slots=True)
class Mainline:
    """Commits that changed the journeys, the newest first; `cut` if older ones are not in this clone, or too many."""

    commits: tuple[MainlineCommit, ...]
    cut: bool = False

    def until(self, day: date) -> MainlineCommit | None:
        """The last commit up to the end of a day."""
        return next((one for one in self.commits if one.commit.day <= day), None)


def head_or_obstacle(folder: Path) -> str | NotTold:
    """The hash of the checked out commit, or why there is none."""
    try:
        done = run_git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    except GitError as error:
        return NotTold(Obstacle.NO_GIT if str(error) == NO_GIT else Obstacle.NO_REPOSITORY)
    except OSError:
        return NotTold(Obstacle.NO_REPOSITORY)
    if done.returncode == 0:
        return done.stdout.strip()
    if "dubious ownership" in done.stderr:
        return NotTold(Obstacle.FOREIGN, without_repository(folder, done.stderr))
    return NotTold(Obstacle.NO_REPOSITORY if "not a git repository" in done.stderr else Obstacle.NO_COMMIT)


def mainline_of(folder: Path) -> Mainline:
    """The commits up to HEAD that changed a file of the journeys folder. Raises GitError and OSError."""
    by_commit = groupby(mainline_changes(folder), key=lambda change: change.commit)
    commits = tuple(MainlineCommit(commit, tuple(changes)) for commit, changes in by_commit)
    if any(one.commit.is_merge for one in commits):
        brought = authors_brought(folder)
        commits = tuple(replace(one, commit=_with_authors(one.commit, brought)) for one in commits)
    return Mainline(commits, bool(commits) and (not commits[-1].whole or len(commits) >= MAX_COMMITS))


def _with_authors(commit: Commit, brought: Mapping[str, tuple[str, ...]]) -> Commit:
    """A commit with the authors of what it brought; who merged it is named where nobody else is."""
    authors = brought.get(commit.hash, ()) if commit.is_merge else ()
    return replace(commit, author=authors[0], others=authors[1:]) if authors else commit


def by_day(mainline: Mainline) -> Sequence[tuple[MainlineCommit, ...]]:
    """The commits of each day on which there were any, both the newest first."""
    return [tuple(commits) for _, commits in groupby(mainline.commits, key=lambda one: one.commit.day)]
