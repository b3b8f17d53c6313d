"""A small atlas with references of every sort and comments everywhere, and texts to lay over it."""

from difflib import ndiff
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.refactor import Refactoring, Refusal
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree

HERE = Path(__file__).parent
BASE = HERE / "base"
TRY_IT, USE_IT, CATALOG = "journeys/maps/try-it.yml", "journeys/maps/small/use-it.yml", "journeys/catalog.yml"


def base(**texts: str) -> Tree:
    """The base with other texts for some of its files: `try_it`, `use_it` and `catalog`."""
    tree = worktree(BASE)
    paths = {"try_it": TRY_IT, "use_it": USE_IT, "catalog": CATALOG}
    return Tree({**tree.files, **{paths[name]: text.encode() for name, text in texts.items()}})


def text(tree: Tree, path: str) -> str:
    return tree.files[path].decode()


def swapped(tree: Tree, path: str, *pairs: tuple[str, str]) -> Tree:
    """The tree with other words in one file; each of the old ones has to be there."""
    content = text(tree, path)
    for old, new in pairs:
        assert old in content, old
        content = content.replace(old, new)
    return Tree({**tree.files, path: content.encode()})


def done(found: Refactoring | Refusal) -> Refactoring:
    """A refactoring that was not refused."""
    assert isinstance(found, Refactoring), found
    return found


def refused(found: Refactoring | Refusal) -> str:
    """The message and the hint of a refusal."""
    assert isinstance(found, Refusal)
    return f"{found.message} {found.hint}".strip()


def sound(tree: Tree) -> Atlas:
    """The atlas of a tree that has no mistake."""
    atlas, problems = load(tree)
    assert problems == []
    assert atlas is not None
    return atlas


def changed_lines(before: Tree, after: Tree, path: str, now: str = "") -> list[str]:
    """The lines of a file that went (`- `) and came (`+ `)."""
    old, new = text(before, path), text(after, now or path)
    return [line.rstrip("\r\n") for line in ndiff(old.splitlines(True), new.splitlines(True)) if line[0] in "+-"]
