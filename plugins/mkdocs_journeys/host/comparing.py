"""What a site is compared with: read from git once, and compared again only when one of the two sides changed."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import changes
from mkdocs_journeys.diff.sides import sides_of
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site.changes import Overlay, overlay_of
from mkdocs_journeys.site.changes.lookup import Parts, parts_of
from mkdocs_journeys.sources.git import GitError, merge_base, revision
from mkdocs_journeys.sources.tree import Tree

VARIABLE = "JOURNEYS_COMPARE"
RULE = "compare-base"
_OPTION = re.compile(r"(?:^|(?<=[\s{,]))compare\s*:")


@dataclass(frozen=True, slots=True)
class Wish:
    """The revision that somebody named, and where."""

    base: str
    place: Position


@dataclass(slots=True, eq=False)
class Comparer:
    """Remembers the base and the last comparison over the builds of one `serve`."""

    _commit: str | None = None
    _base: Tree | None = None
    _head: Mapping[str, bytes] = field(default_factory=dict)
    _overlay: Overlay | None = None
    _problems: tuple[Problem, ...] = ()
    _parts: Parts = field(default_factory=dict)

    def compare(self, wish: Wish | None, root: Path, head: Tree) -> tuple[Problem, ...]:
        """Compares the journeys of the work tree with the commit where it left the wished revision.

        From then on `parts` gives what changed. What stands in the way is a warning, and then nothing is marked.
        """
        if wish is None:
            self._parts = {}
            return ()
        try:
            commit = merge_base(root, wish.base, "HEAD")
            if commit != self._commit or self._base is None or self._base.folder != head.folder:
                self._base, self._commit, self._head = revision(root, commit, head.folder), commit, {}
        except (GitError, OSError) as trouble:
            self._parts = {}
            return (_warning(wish, f"The site cannot be compared with {wish.base}. {trouble}"),)
        if self._head != head.files:
            self._overlay, self._problems = _compared(wish, commit, self._base, head)
            self._head = head.files
        self._parts = parts_of(self._overlay)
        return self._problems

    def parts(self, atlas: Atlas) -> Parts:
        """What changed, by place; empty where nothing was compared."""
        return self._parts


def wish_of(option: str | None, config_file: str | None, root: Path) -> Wish | None:
    """What to compare with: the environment's word, where it has one, before the option's; "" is nothing."""
    said = os.environ.get(VARIABLE)
    base = (option or "") if said is None else said
    return Wish(base.strip(), _place(Path(config_file) if config_file else None, root)) if base.strip() else None


def _compared(wish: Wish, commit: str, base: Tree, head: Tree) -> tuple[Overlay | None, tuple[Problem, ...]]:
    (old, mistakes), (new, _) = sides_of(base, head)
    if old is None:
        first = f" The first: {mistakes[0]}" if mistakes else ""
        said = f"The site cannot be compared with {wish.base}: its journeys cannot be read.{first}"
        return None, (_warning(wish, said),)
    if new is None:
        return None, ()
    return overlay_of(wish.base, commit, old, new, changes(old, new)), ()


def _warning(wish: Wish, message: str) -> Problem:
    return Problem(RULE, wish.place, message, "The site is built without marks.", Severity.WARNING)


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
