"""What a site shows from git, where its options ask for it: the change against another revision, and the history."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.sides import readable_sides
from mkdocs_journeys.history import (
    DeliveredItem,
    DeliveryCache,
    HistoryCache,
    JourneyHistory,
    Release,
    releases_of,
)
from mkdocs_journeys.history.mainline import RecentCache, RecentChanges
from mkdocs_journeys.history.mainline.commits import NotTold
from mkdocs_journeys.mkdocs.options import HistoryOptions
from mkdocs_journeys.mkdocs.view import Reading
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site.changes.overlay import Overlay, overlay_of
from mkdocs_journeys.sources.git import merge_base, revision
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.sources.moved import former_folder
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.translation.messages import spoken_language
from mkdocs_journeys.wording import terminal_safe

log = get_plugin_logger(__name__)

VARIABLE = "JOURNEYS_COMPARE"
RULE = "compare-base"
_OPTION = re.compile(r"(?:^|(?<=[\s{,]))compare\s*:")


@dataclass(frozen=True, slots=True)
class CompareOption:
    """The revision that somebody named, and where."""

    base: str
    place: Position


@dataclass(slots=True, eq=False)
class BaseComparison:
    """The comparison with a base revision, kept over the builds of one `serve`.

    It is made again when one of its sides changes, or the language in which values are told.
    """

    _commit: str | None = None
    _folder: str = ""
    _base: Tree | None = None
    _head: Mapping[str, bytes] = field(default_factory=dict)
    _language: str = ""
    _compared: Overlay | None = None
    _problems: tuple[Problem, ...] = ()
    overlay: Overlay | None = None

    def compare(self, wanted: CompareOption | None, root: Path, head: Tree) -> tuple[Problem, ...]:
        """Compare the journeys of the work tree with the commit where it left the wanted revision.

        From then on `overlay` holds what changed. What stands in the way is a warning, and then nothing is marked.
        """
        if wanted is None:
            self.overlay = None
            return ()
        try:
            commit = merge_base(root, wanted.base, "HEAD")
            if (commit, head.folder) != (self._commit, self._folder) or self._base is None:
                self._base, self._head = _tree_of_base(root, commit, head), {}
                self._commit, self._folder = commit, head.folder
        except (GitError, OSError) as trouble:
            self.overlay = None
            return (_warning(wanted, f"The site cannot be compared with {wanted.base}. {trouble}"),)
        language = spoken_language().code
        if (self._head, self._language) != (head.files, language):
            self._compared, self._problems = _compared(wanted, commit, self._base, head)
            self._head, self._language = head.files, language
        self.overlay = self._compared
        return self._problems


def compare_option(option: str | None, config_file: str | None, root: Path) -> CompareOption | None:
    """What to compare with: the environment's word, where it has one, before the option's; "" is nothing."""
    base = os.environ.get(VARIABLE, option or "").strip()
    return CompareOption(base, _place(Path(config_file) if config_file else None, root)) if base else None


def _tree_of_base(root: Path, commit: str, head: Tree) -> Tree:
    """The journeys of a commit, where it has any: in the folder where they lie now, or lay before they moved."""
    found = revision(root, commit, head.folder)
    former = None if found.files else former_folder(root, commit, head)
    return revision(root, commit, former) if former else found


def _compared(wanted: CompareOption, commit: str, base: Tree, head: Tree) -> tuple[Overlay | None, tuple[Problem, ...]]:
    """The marks of what can be compared, and what cannot: a mistake of the base is none of those who build the site."""
    read = readable_sides(base, head)
    if read.head_problems:
        return None, ()
    overlay = overlay_of(wanted.base, commit, Comparison(read.old, read.new))
    if not read.base_problems:
        return overlay, ()
    first = read.base_problems[0]
    said = f"Some files cannot be compared with {wanted.base}, where they have mistakes. The first: {first}"
    hint = "What these files hold is shown without marks."
    return overlay, (Problem(RULE, wanted.place, said, hint, Severity.INFO),)


def _warning(wanted: CompareOption, message: str) -> Problem:
    return Problem(RULE, wanted.place, message, "The site is built without marks.", Severity.WARNING)


def _place(config_file: Path | None, root: Path) -> Position:
    """The line of the option, or the first of the configuration where only the environment names a base."""
    if config_file is None:
        return Position("mkdocs.yml", 1, 1)
    try:
        lines = config_file.read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    found = ((number, option.start() + 1) for number, line in enumerate(lines, 1) if (option := _OPTION.search(line)))
    return Position(Path(os.path.relpath(config_file, root)).as_posix(), *next(found, (1, 1)))


@dataclass(slots=True, eq=False)
class GitFeatures:
    """Comparison and history of one project, kept over the builds of one `serve`."""

    comparison: BaseComparison = field(default_factory=BaseComparison)
    keeper: HistoryCache = field(default_factory=HistoryCache)
    delivery_days: DeliveryCache = field(default_factory=DeliveryCache)
    past: RecentCache = field(default_factory=RecentCache)
    _root: Path = Path()
    _tree: Tree = field(default_factory=Tree)
    _history: HistoryOptions = field(default_factory=HistoryOptions)
    _releases: str = ""
    _said: str = ""

    def refresh(
        self, compare: CompareOption | None, history: HistoryOptions, root: Path, tree: Tree, releases: str = ""
    ) -> tuple[Problem, ...]:
        """Compare the tree that a site is about to be made from; gives what stands in the way, as warnings.

        `releases` is the form of the names of tags that are releases, "" for none.
        """
        self._releases = releases
        self._root, self._tree, self._history = root, tree, history
        return self.comparison.compare(compare, root, tree)

    def changes(self, atlas: Atlas) -> Overlay | None:
        """What changed, as of the last `refresh`; None where nothing was compared."""
        return self.comparison.overlay

    def history(self, atlas: Atlas) -> Mapping[str, JourneyHistory]:
        """The history of each journey that has one, by its id."""
        if not self._history.shown:
            return {}
        records = self.keeper.histories(self._root, self._tree.folder, atlas)
        _tell_of_damaged(self.keeper.damaged_files())
        self._tell_of(self.keeper.obstacle)
        if self._history.authors:
            return records
        return {id: _anonymous(record) for id, record in records.items()}

    def _tell_of(self, obstacle: NotTold | None) -> None:
        """Say once why a history is not told; not where there is none, as without a repository."""
        said = obstacle.detail if obstacle else ""
        if said and said != self._said:
            log.info("The history of the journeys is not told, or not all of it. %s", terminal_safe(said))
        self._said = said

    def deliveries(self, atlas: Atlas) -> Mapping[DeliveredItem, date]:
        """The days on which opportunities and solutions were delivered."""
        return self.delivery_days.days(self._root, self._tree.folder, atlas) if self._history.shown else {}

    def releases(self, atlas: Atlas) -> Sequence[Release]:
        """The tags that the site's options call releases."""
        return releases_of(self._root / self._tree.folder, self._releases) if self._releases else ()

    def recent(self, atlas: Atlas) -> RecentChanges | None:
        """What changed lately in the whole atlas, and what things were called before."""
        if not self._history.shown:
            return None
        found = self.past.recent(self._root, self._tree, atlas, self._releases)
        _tell_of_damaged(self.past.damaged_files())
        return found


def with_git_features(reading: Reading, problems: tuple[Problem, ...], *, reloaded: bool = False) -> Reading:
    """A reading with git's complaints; what git says is worked out now, as the next reading may change it.

    What changed lately is compared now, too, but for a site that is `reloaded`: most readers never ask for it.
    """
    if reading.site:
        recent = reading.site.atlas.cached(reading.site.settings.recent)
        if recent and not reloaded:
            recent.work_out()
        reading.site.atlas.cached(reading.site.settings.changes)
        reading.site.atlas.cached(reading.site.settings.history)
        reading.site.atlas.cached(reading.site.settings.deliveries)
        reading.site.atlas.cached(reading.site.settings.releases)
    return replace(reading, problems=(*reading.problems, *problems))


def _tell_of_damaged(files: Sequence[str]) -> None:
    for name in files:
        log.info("'%s' is damaged and was ignored", terminal_safe(name))


def _anonymous(record: JourneyHistory) -> JourneyHistory:
    events = (replace(event, commit=replace(event.commit, author="", others=())) for event in record.events)
    return replace(record, events=tuple(events))
