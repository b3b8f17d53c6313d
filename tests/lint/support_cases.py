"""Small atlases for the rules: a base that has no fault, and folders of files to lay over it."""

from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree

HERE = Path(__file__).parent
CASES = HERE / "cases"
TODAY = date(2026, 11, 22)
MARK = b"# <- here"


def tree_of(*folders: Path) -> Tree:
    """The base with the files of each folder over it."""
    files = dict(worktree(HERE / "base").files)
    for folder in folders:
        files |= worktree(folder).files
    return Tree(dict(sorted(files.items())))


def atlas_of(tree: Tree) -> Atlas:
    """The atlas of a tree that has no mistake."""
    atlas, problems = load(tree)
    assert problems == []
    assert atlas is not None
    return atlas


def marked(tree: Tree) -> list[tuple[str, int]]:
    """The file and line of each `# <- here`; one in YAML may mark a row of figures: `# <- here: metrics/ID.csv:3`."""
    lines = ((path, content.split(b"\n")) for path, content in tree.files.items())
    marks = [(path, number, line.partition(MARK)) for path, found in lines for number, line in enumerate(found, 1)]
    return [_marked(path, number, after.decode()) for path, number, (_, mark, after) in marks if mark]


def _marked(path: str, number: int, after: str) -> tuple[str, int]:
    file, colon, line = after.removeprefix(": ").strip().rpartition(":")
    return (f"journeys/{file}", int(line)) if colon else (path, number)
