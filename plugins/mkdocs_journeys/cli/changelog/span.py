"""The two states that release notes compare: named by revisions, or by days along the main line."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import click

from mkdocs_journeys.changelog import TimePoint
from mkdocs_journeys.history.mainline.commits import Mainline, mainline_of
from mkdocs_journeys.sources.git import merge_base, revision
from mkdocs_journeys.sources.git_process import GitError, run_git
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.wording import terminal_safe

_DAYS_AGO = re.compile(r"([0-9]{1,5})d")
_LAST = {"last-month": 1, "last-quarter": 3, "last-year": 12}
"""The number of months of a period that ended before today, by its name."""
_PERIOD = re.compile(r"((?:19|20)[0-9]{2})(?:-Q([1-4])|-([0-9]{2})(?:-([0-9]{2}))?)?")
_HASH = re.compile(r"[0-9a-f]{12,64}")
SHOWN_HASH = 10


@dataclass(frozen=True, slots=True)
class ChangelogState:
    """A state of the atlas: its files, when it was, and its commit, `HEAD` for the files as they are.

    `first` for the oldest of all, where an older one was asked for.
    """

    tree: Tree
    when: TimePoint
    commit: str
    first: bool = False

    @property
    def name(self) -> str:
        """What messages call it."""
        return "work tree" if self.commit == "HEAD" else self.when.words

    @property
    def absent(self) -> bool:
        """Whether there were no journeys yet."""
        missing = all(problem.rule == "file-missing" for problem in self.tree.problems)
        return not self.tree.files and not self.tree.assets and missing


@dataclass(frozen=True, slots=True)
class StateFinder:
    """Finds states of the journeys in a folder below `root`; `today` is what days are counted back from."""

    root: Path
    journeys_dir: str
    today: date

    def between(self, base: str, head: str | None) -> tuple[ChangelogState, ChangelogState]:
        """The two ends of `base..head`, `base...head`, or of two revisions; without `head`, the files as they are.

        Raises UsageError and GitError.
        """
        if ".." in base:
            if head:
                raise click.UsageError(f"{terminal_safe(base)} names both sides: leave HEAD away.")
            dots = "..." if "..." in base else ".."
            one, _, other = base.partition(dots)
            base, head = one or "HEAD", other or "HEAD"
            base = merge_base(self.root, base, head) if dots == "..." else base
        return self._named(base), self._named(head) if head else self._now()

    def since(self, since: str, until: str | None) -> tuple[ChangelogState, ChangelogState]:
        """The state before the first day of `since`, and that at the end of the last day of `until`.

        Without `until`, the files as they are. Either may be a revision instead. Raises UsageError and GitError.
        """
        first = self._period(since)
        last = self._period(until) if until else None
        if first and last and first[0] > last[1]:
            raise click.UsageError(f"{until} ends before {since} begins.")
        line = self._mainline() if first or last else Mainline(())
        old = self._on(first[0] - timedelta(1), first[0], line) if first else self._named(since)
        if until is None:
            return old, self._now()
        return old, self._on(last[1], last[1], line) if last else self._named(until)

    def _now(self) -> ChangelogState:
        return ChangelogState(worktree(self.root, self.journeys_dir), TimePoint(day=self.today), "HEAD")

    def _named(self, name: str) -> ChangelogState:
        tree = revision(self.root, name, self.journeys_dir)
        done = run_git(self.root, "log", "-1", "--no-show-signature", "--format=%H %cs", f"{name}^{{commit}}", "--")
        commit, _, day = done.stdout.strip().partition(" ")
        shown = name[:SHOWN_HASH] if _HASH.fullmatch(name) else name
        return ChangelogState(tree, TimePoint(shown, date.fromisoformat(day) if day else None), commit)

    def _mainline(self) -> Mainline:
        revision(self.root, "HEAD", self.journeys_dir)
        line = mainline_of(self.root / self.journeys_dir)
        if not line.commits:
            raise GitError("Git holds no version of these journeys yet.")
        return line

    def _on(self, day: date, shown: date, line: Mainline) -> ChangelogState:
        """The state at the end of a day; of a day before there were any journeys, the first one."""
        found, oldest = line.until(day), line.commits[-1]
        if not found and line.cut:
            way = "" if oldest.whole else " This clone is shallow. Run: git fetch --unshallow"
            raise GitError(f"The state of {day} is not known: git tells nothing before {oldest.commit.day} here.{way}")
        commit = (found or oldest).commit
        tree = revision(self.root, commit.hash, self.journeys_dir)
        return ChangelogState(tree, TimePoint(day=shown if found else commit.day), commit.hash, first=not found)

    def _period(self, text: str) -> tuple[date, date] | None:
        """The first and the last day of what a text names; None for a revision. Raises UsageError."""
        if ago := _DAYS_AGO.fullmatch(text):
            day = self.today - timedelta(int(ago[1]))
            return day, day
        if months := _LAST.get(text):
            begun = self.today.month - (self.today.month - 1) % months
            last = date(self.today.year, begun, 1) - timedelta(1)
            return date(last.year, last.month - months + 1, 1), last
        found = _PERIOD.fullmatch(text)
        if not found:
            return None
        year, quarter, month, day_of = (int(part) if part else 0 for part in found.groups())
        try:
            if day_of:
                return date(year, month, day_of), date(year, month, day_of)
            start, months = (quarter * 3 - 2, 3) if quarter else (month, 1) if found[3] else (1, 12)
            end = date(year, start + months - 1, 1) + timedelta(31)
            return date(year, start, 1), end - timedelta(end.day)
        except ValueError:
            raise click.UsageError(f"{text} is no day, month, quarter or year.") from None
