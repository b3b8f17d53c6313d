"""The two states that a command compares, as its arguments name them."""

from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys.cli.common import find_project
from mkdocs_journeys.sources.git import default_branch, merge_base, revision
from mkdocs_journeys.sources.moved import former_folder
from mkdocs_journeys.sources.sites import repository_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import find_root, worktree
from mkdocs_journeys.wording import terminal_safe


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: its name as the user typed it, its files, and the folder that their paths start at.

    `is_commit` tells that git holds it.
    """

    name: str
    tree: Tree
    root: Path
    is_commit: bool = False

    @property
    def holds_journeys(self) -> bool:
        """Whether there is a folder of journeys at all."""
        missing = any(problem.rule == "file-missing" for problem in self.tree.problems)
        return bool(self.tree.files) or not missing


def choose_sides(base: str | None, head: str | None, root: Path | None, journeys_dir: str) -> tuple[Side, Side]:
    """Both states; by default the merge base with the default branch, and the work tree.

    One of them may hold no journeys: in a commit they are then looked for where they lay before they moved. Raises
    UsageError for arguments that do not fit together or journeys that are on neither side, and GitError for unknown
    revisions.
    """
    old, new = _named_sides(base, head, root, journeys_dir)
    if not old.holds_journeys and not new.holds_journeys:
        places = f"at {terminal_safe(old.name)} or at {terminal_safe(new.name)}"
        raise click.UsageError(f"There is no folder {terminal_safe(journeys_dir)}/ {places}. See --journeys-dir.")
    if new.holds_journeys and old.is_commit and not old.holds_journeys:
        former = former_folder(old.root, old.name, new.tree)
        if former:
            old = Side(old.name, revision(old.root, old.name, former), old.root, is_commit=True)
    return old, new


def _named_sides(base: str | None, head: str | None, root: Path | None, journeys_dir: str) -> tuple[Side, Side]:
    if base and head and _are_folders(base, head, journeys_dir):
        return _folder(base, journeys_dir), _folder(head, journeys_dir)
    if root or find_root(Path.cwd(), journeys_dir) or not repository_of(Path.cwd()):
        return _sides_in(find_project(root, journeys_dir), base, head, journeys_dir)
    found = [_sides_in(folder, base, head, journeys_dir) for folder in _folders_upwards()]
    return next((pair for pair in found if any(side.holds_journeys for side in pair)), found[0])


def _folders_upwards() -> list[Path]:
    """This folder and those above it, up to the top of its repository."""
    here, top = Path.cwd(), repository_of(Path.cwd())
    return [folder for folder in (here, *here.parents) if top and folder.is_relative_to(top)]


def _sides_in(here: Path, base: str | None, head: str | None, journeys_dir: str) -> tuple[Side, Side]:
    if base and ".." in base and not _is_folder(base, journeys_dir):
        if head:
            raise click.UsageError(f"{terminal_safe(base)} names both sides: leave HEAD away.")
        base, head = _ends(here, base)
    base = base or merge_base(here, default_branch(here), "HEAD")
    old = _state(base, here, journeys_dir)
    return old, _state(head, here, journeys_dir) if head else Side("work tree", worktree(here, journeys_dir), here)


def _ends(root: Path, span: str) -> tuple[str, str]:
    """The two revisions of the range `a..b`, or of `a...b`, which starts at the merge base."""
    dots = "..." if "..." in span else ".."
    one, _, other = span.partition(dots)
    one, other = one or "HEAD", other or "HEAD"
    return (merge_base(root, one, other) if dots == "..." else one), other


def _state(name: str, root: Path, journeys_dir: str) -> Side:
    if _is_folder(name, journeys_dir):
        return _folder(name, journeys_dir)
    return Side(name, revision(root, name, journeys_dir), root, is_commit=True)


def _folder(name: str, journeys_dir: str) -> Side:
    root = Path(name).absolute()
    return Side(name, worktree(root, journeys_dir), root)


def _are_folders(base: str, head: str, journeys_dir: str) -> bool:
    """Whether both are folders, of which one may hold no journeys."""
    return any(_is_folder(one, journeys_dir) for one in (base, head)) and all(
        Path(one).is_dir() for one in (base, head)
    )


def _is_folder(name: str, journeys_dir: str) -> bool:
    try:
        return (Path(name) / journeys_dir).is_dir()
    except (OSError, ValueError):
        return False
