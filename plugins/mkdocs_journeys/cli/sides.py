"""The two states that a user wants to compare, from what they typed."""

from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys.sources.git import default_branch, merge_base, revision
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import find_root, worktree
from mkdocs_journeys.wording import terminal_safe


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: how its user calls it, its files, and the folder that they are named from."""

    name: str
    tree: Tree
    root: Path


def chosen(base: str | None, head: str | None, root: Path | None, journeys_dir: str) -> tuple[Side, Side]:
    """Both states. What is not named is the merge base with the default branch, and the work tree.

    Raises UsageError where the words do not fit together, and GitError where git does not know them.
    """
    if base and head and all(_is_folder(one, journeys_dir) for one in (base, head)):
        return _folder(base, journeys_dir), _folder(head, journeys_dir)
    here = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if here is None:
        missing = f"There is no folder {terminal_safe(journeys_dir)}/ here or above."
        raise click.UsageError(f"{missing} Name the project's folder with --root.")
    if base and ".." in base and not _is_folder(base, journeys_dir):
        if head:
            raise click.UsageError(f"{terminal_safe(base)} names both sides: leave HEAD away.")
        base, head = _ends(here, base)
    base = base or merge_base(here, default_branch(here), "HEAD")
    old = _state(base, here, journeys_dir)
    return old, _state(head, here, journeys_dir) if head else Side("work tree", worktree(here, journeys_dir), here)


def _ends(root: Path, span: str) -> tuple[str, str]:
    """The two ends of `a..b`, or of `a...b`, which starts where b left a."""
    dots = "..." if "..." in span else ".."
    one, _, other = span.partition(dots)
    one, other = one or "HEAD", other or "HEAD"
    return (merge_base(root, one, other) if dots == "..." else one), other


def _state(name: str, root: Path, journeys_dir: str) -> Side:
    if _is_folder(name, journeys_dir):
        return _folder(name, journeys_dir)
    return Side(name, revision(root, name, journeys_dir), root)


def _folder(name: str, journeys_dir: str) -> Side:
    root = Path(name).absolute()
    return Side(name, worktree(root, journeys_dir), root)


def _is_folder(name: str, journeys_dir: str) -> bool:
    try:
        return (Path(name) / journeys_dir).is_dir()
    except (OSError, ValueError):
        return False
