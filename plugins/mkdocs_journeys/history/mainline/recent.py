"""What changed lately in the whole atlas, and what its things were called before: worked out once, kept in a cache."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.history.mainline.commits import (
    Mainline,
    MainlineCommit,
    NotTold,
    Obstacle,
    by_day,
    head_or_obstacle,
    mainline_of,
)
from mkdocs_journeys.history.mainline.periods import DAYS, MOST_RELEASES, ChangePeriod, day_periods, release_periods
from mkdocs_journeys.history.mainline.renames import ThingKey, former_ids
from mkdocs_journeys.history.mainline.states import StateReader
from mkdocs_journeys.history.mainline.told import ATLAS_CHANGES, AtlasChanges, told
from mkdocs_journeys.history.releases import Release, releases_of
from mkdocs_journeys.history.store import Store, cache_folder, key_of
from mkdocs_journeys.insight.things.stages import StageEmotions
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.git_process import GitError, MissingContentError
from mkdocs_journeys.sources.tree import Tree

CACHE_FOLDER = ".cache/journeys/changes"
_EMOTIONS = TypeAdapter(StageEmotions)
NO_COMMITS = Mainline(())


@dataclass(frozen=True, slots=True)
class PeriodChanges:
    """What changed in a period, and the emotions at each stage, by its id, before it and after it."""

    changes: AtlasChanges
    before: StageEmotions
    after: StageEmotions


@dataclass(frozen=True, slots=True)
class DayChanges:
    """What changed on one day; `commits` are those of the day, the newest first."""

    commits: tuple[MainlineCommit, ...]
    changes: AtlasChanges


@dataclass(slots=True, eq=False)
class RecentChanges:
    """What git tells of an atlas as it is now; each comparison is made when it is asked for.

    `older` releases are left out. `former` are ids that things had before, with their kind, and the last id of that
    thing. With an `obstacle` nothing is known.
    """

    cache: "RecentCache"
    tree: Tree
    atlas: Atlas
    mainline: Mainline = NO_COMMITS
    periods: tuple[ChangePeriod, ...] = ()
    older: int = 0
    former: Mapping[ThingKey, str] = field(default_factory=dict)
    obstacle: NotTold | None = None
    _told: dict[ChangePeriod, PeriodChanges | NotTold] = field(default_factory=dict)
    _digest: str = ""

    def told(self, period: ChangePeriod) -> PeriodChanges | NotTold:
        """What changed in a period of these."""
        if period not in self._told:
            self._told[period] = self.cache.told(period, self)
        return self._told[period]

    @property
    def digest(self) -> str:
        """A name for the contents of the files as they are."""
        self._digest = self._digest or _digest(self.tree)
        return self._digest

    def days(self) -> Sequence[DayChanges]:
        """The days of the longest period on which something changed, the newest first."""
        return self.cache.days(self.mainline)

    def work_out(self) -> None:
        """Make every comparison now, and keep what may be kept."""
        with self.cache.reader.reading():
            for period in self.periods:
                self.told(period)
            self.days()
        self.cache.finish()


@dataclass(slots=True, eq=False)
class RecentCache:
    """Works out what changed, in one project; keeps it in memory for the last commit, and on disk by commits."""

    reader: StateReader = field(default_factory=lambda: StateReader(Path(), ""))
    _store: Store = field(default_factory=Store)
    _head: str = ""
    _mainline: Mainline = NO_COMMITS
    _former: Mapping[ThingKey, str] = field(default_factory=dict)

    def recent(self, root: Path, tree: Tree, atlas: Atlas, releases: str = "") -> RecentChanges:
        """What git tells of an atlas made of this tree; `releases` is the form of the names of tags, "" for none."""
        folder = root / tree.folder
        if (self.reader.root, self.reader.folder) != (root, tree.folder):
            self.reader, self._head = StateReader(root, tree.folder), ""
            self._store = Store(cache_folder(root, CACHE_FOLDER))
        head = head_or_obstacle(folder)
        if isinstance(head, NotTold):
            return RecentChanges(self, tree, atlas, obstacle=head)
        try:
            if head != self._head:
                self._read(folder, head)
        except (GitError, OSError) as error:
            return RecentChanges(self, tree, atlas, obstacle=NotTold(Obstacle.UNREADABLE, str(error)))
        if not self._mainline.commits:
            return RecentChanges(self, tree, atlas, obstacle=NotTold(Obstacle.NO_COMMIT))
        tags: Sequence[Release] = releases_of(folder, releases, "--merged=HEAD") if releases else ()
        periods = (*day_periods(self._mainline), *release_periods(tags))
        older = max(0, len(tags) - 1 - MOST_RELEASES)
        return RecentChanges(self, tree, atlas, self._mainline, periods, older, self._former)

    def told(self, period: ChangePeriod, now: RecentChanges) -> PeriodChanges | NotTold:
        """What changed in a period of `now`."""
        if period.obstacle:
            return NotTold(period.obstacle)
        try:
            with self.reader.reading():
                return self._told(period, now)
        except MissingContentError:
            return NotTold(Obstacle.PARTIAL)
        except (GitError, OSError) as error:
            return NotTold(Obstacle.UNREADABLE, str(error))

    def days(self, mainline: Mainline) -> Sequence[DayChanges]:
        """The days of the longest period on which something changed, the newest first.

        A state with mistakes is left out: what changed in it is told of the next day without any.
        """
        if not mainline.commits:
            return ()
        first = mainline.commits[0].commit.day - timedelta(max(DAYS))
        days = list(by_day(mainline))
        wanted = [commits for commits in days if commits[0].commit.day > first]
        base = days[len(wanted)][0] if len(wanted) < len(days) else wanted.pop()[0]
        with self.reader.reading():
            return tuple(reversed(list(self._days(wanted[::-1], base.commit.hash))))

    def finish(self) -> None:
        """Write what may be kept, and drop from memory what the next save of a served site does not need."""
        self._store.save()
        self.reader.forget()

    def damaged_files(self) -> list[str]:
        """The cache files that were damaged or foreign since the last call."""
        names = [f"{CACHE_FOLDER}/{name}" for name in self._store.ignored]
        self._store.ignored.clear()
        return names

    def _read(self, folder: Path, head: str) -> None:
        self._head = ""
        self._mainline = mainline_of(folder)
        with self.reader.reading():
            self._former = former_ids(self._mainline, self.reader, self._store)
        self.reader.forget()
        self._head = head

    def _told(self, period: ChangePeriod, now: RecentChanges) -> PeriodChanges | NotTold:
        if period.head:
            changes = self._between(period.base, period.head)
        else:
            changes = self._between(period.base, now.digest, now.tree)
        if isinstance(changes, NotTold):
            return changes
        self.reader.know(now.atlas.journeys.values(), now.tree)
        after = self._emotions(period.head) if period.head else self.reader.emotions(now.tree)
        return PeriodChanges(changes, self._emotions(period.base), after)

    def _days(self, days: Sequence[tuple[MainlineCommit, ...]], base: str) -> Iterator[DayChanges]:
        """The days that changed something, given and told the earliest first."""
        waiting: tuple[MainlineCommit, ...] = ()
        for commits in days:
            commits = (*commits, *waiting)
            try:
                changes = self._between(base, commits[0].commit.hash)
            except (GitError, OSError):
                return
            if isinstance(changes, NotTold) and changes.in_head:
                waiting = commits
                continue
            base, waiting = commits[0].commit.hash, ()
            if isinstance(changes, AtlasChanges) and changes.total:
                yield DayChanges(commits, changes)

    def _between(self, base: str, head: str, tree: Tree | None = None) -> AtlasChanges | NotTold:
        """What changed from a commit to another, or to a tree with that digest. Raises GitError."""
        key = key_of("between", base, head, self.reader.folder)
        try:
            return ATLAS_CHANGES.validate_python(self._store.get(key))
        except ValueError:
            new = tree or self.reader.tree(head)
            (old, mistakes), (now, more) = load_sides(self.reader.tree(base), new, self.reader.parsed)
        if old is None or now is None:
            return _unreadable(mistakes if old is None else more, in_head=old is not None)
        changes = told(Comparison(old, now))
        self._store.put(key, ATLAS_CHANGES.dump_python(changes, mode="json"))
        return changes

    def _emotions(self, commit: str) -> StageEmotions:
        """The emotions at each stage at a commit. Raises GitError."""
        key = key_of("stages", commit, self.reader.folder)
        try:
            return _EMOTIONS.validate_python(self._store.get(key))
        except ValueError:
            found = self.reader.emotions(self.reader.tree(commit))
        self._store.put(key, _EMOTIONS.dump_python(found, mode="json"))
        return found


def _unreadable(mistakes: Sequence[Problem], *, in_head: bool) -> NotTold:
    return NotTold(Obstacle.UNREADABLE, str(mistakes[0]) if mistakes else "", in_head)


def untold(atlas: Atlas) -> RecentChanges:
    """What is told of an atlas of which git has no version yet."""
    return RecentChanges(RecentCache(), Tree(), atlas, obstacle=NotTold(Obstacle.NO_COMMIT))


def _digest(tree: Tree) -> str:
    """A name for the contents of a tree."""
    digest = sha256()
    for path, data in sorted(tree.files.items()):
        digest.update(f"{path}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()
