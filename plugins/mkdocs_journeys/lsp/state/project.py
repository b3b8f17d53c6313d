"""One atlas with unsaved buffers over the files on disk: loaded again and again, and held against the rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.codeframe import lines_of
from mkdocs_journeys.lint.engine import check_atlas
from mkdocs_journeys.lint.rules import RULES, Rule
from mkdocs_journeys.load import Loader
from mkdocs_journeys.lsp.state.things import Snapshot, snapshot_after
from mkdocs_journeys.problem import Problem, in_order
from mkdocs_journeys.scaffold import SCHEMA_FOLDER
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import stamps, worktree

SCHEMA_FOLDERS = (SCHEMA_FOLDER, "schema")
UnsavedFiles = Mapping[str, bytes]
"""The path of a file, relative to the project's folder, to its unsaved text."""


class StaleError(Exception):
    """What is being computed is wanted no more: something has changed since."""


class Project:
    """The atlas below a folder. `snapshot` is its last state; everything else is for one thread alone."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root = root
        self.folder = folder
        self.snapshot = Snapshot(folder)
        self._loader = Loader()
        self._disk: Tree | None = None
        self._stamps: object = None
        self._tree = Tree()
        self._atlas: Atlas | None = None
        self._loaded: list[Problem] = []
        self._found: list[Problem] = []
        self._found_in: Mapping[str, bytes] = {}

    @property
    def schemas(self) -> str:
        """The folder of the project's copy of the schemas, below its root; "" where there is none."""
        return next((name for name in SCHEMA_FOLDERS if (self.root / name).is_dir()), "")

    def has_changed_on_disk(self) -> bool:
        """Whether a file of the atlas is another one than at the last look."""
        before, self._stamps = self._stamps, stamps(self.root / self.folder)
        return before != self._stamps

    def load(self, buffers: UnsavedFiles, *, reread: bool) -> list[Problem]:
        """Load the files, those on disk anew if `reread`, and give all that is known now.

        That are the problems of loading, and what the rules found last, where those lines are now.
        """
        if reread or self._disk is None:
            self._disk = worktree(self.root, self.folder)
        self._tree = tree_with(self._disk, buffers)
        self._atlas, self._loaded = self._loader.load(self._tree)
        self.snapshot = snapshot_after(self.snapshot, self._tree, self._loader.parsed, self._atlas)
        self._found = list(_moved(self._found, self._found_in, self._tree.files))
        self._found_in = self._tree.files
        return in_order([*self._loaded, *self._found])

    def check(self, today: date, is_wanted: Callable[[], bool]) -> list[Problem] | None:
        """All that `journeys check` would print for what was loaded; None where errors keep the rules from running.

        Raises StaleError as soon as it is not wanted any more.
        """
        if self._atlas is None:
            return None
        rules = _while_wanted(RULES, is_wanted)
        found = check_atlas(self._atlas, self._loaded, self._tree.files, self.root, today, rules)
        loaded = set(map(id, self._loaded))
        self._found = [problem for problem in found if id(problem) not in loaded]
        return found


def tree_with(disk: Tree, buffers: UnsavedFiles) -> Tree:
    """The files on disk with the buffers in place of theirs."""
    unread = tuple(problem for problem in disk.problems if problem.position.file not in buffers)
    return replace(disk, files={**disk.files, **buffers}, problems=unread)


def _while_wanted(rules: Sequence[Rule], is_wanted: Callable[[], bool]) -> Iterator[Rule]:
    for rule in rules:
        if not is_wanted():
            raise StaleError
        yield rule


def _moved(problems: Iterable[Problem], before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[Problem]:
    """Problems of earlier files where their lines are now; those of lines that came or went are left out."""
    shifts: dict[str, Callable[[int], int | None]] = {}
    for problem in problems:
        file = problem.position.file
        if file in before and before[file] is after.get(file):
            yield problem
        elif file in before and file in after:
            shift = shifts.setdefault(file, _shift(before[file], after[file]))
            line = shift(problem.position.line)
            if line is not None:
                yield replace(problem, position=replace(problem.position, line=line))
        elif file not in before and file not in after:
            yield problem


def _shift(before: bytes, after: bytes) -> Callable[[int], int | None]:
    """From the number of a line to that of the same line afterwards, None where it is gone."""
    old, new = (lines_of(data.decode("utf-8", "replace")) for data in (before, after))
    shorter = min(len(old), len(new))
    same = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    below = next((at for at in range(shorter - same) if old[-1 - at] != new[-1 - at]), shorter - same)

    def moved(line: int) -> int | None:
        if line <= same or len(old) == len(new):
            return line
        return line + len(new) - len(old) if line > len(old) - below else None

    return moved
