"""The two states of the atlas that a change of one file belongs to, as git shows it: what else changed with it."""

from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.history.log import changes_of
from mkdocs_journeys.history.mainline.compared import sides_of
from mkdocs_journeys.history.mainline.states import StateReader, files_of, files_of_index
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.sources.tree import Tree

MOST_DIFFERING = 40
"""Files that may differ between the two states; of more, each file is looked at alone."""
MOST_CHANGES = 500
"""Changes of the file among which that is looked for."""


class GitFileChange(NamedTuple):
    """A changed file: its paths below the journeys folder and its hashes, None where it is not there.

    `in_work_tree` if the newer one may be the file that lies there, or that does not.
    """

    old_path: str
    new_path: str
    old: str | None
    new: str | None
    in_work_tree: bool


def atlases_around(
    root: Path, folder: str, change: GitFileChange, work_tree: Callable[[], Tree]
) -> tuple[Atlas, Atlas] | None:
    """Both states that git compares, as far as a comparison needs them; None if they are not found or have mistakes.

    They are those of the index, of HEAD, of the work tree, or of a commit and its parent.
    """
    reader = StateReader(root, folder)
    try:
        with reader.reading():
            old, new = _found(reader, change, work_tree) or (None, None)
    except (GitError, OSError):
        return None
    return (old, new) if old and new else None


def _found(
    reader: StateReader, change: GitFileChange, work_tree: Callable[[], Tree]
) -> tuple[Atlas | None, Atlas | None] | None:
    head, index = files_of(reader, "HEAD"), files_of_index(reader)
    before = next((one for one in (index, head) if one.get(change.old_path) == change.old), None)
    if change.in_work_tree and before is not None:
        return _against_work_tree(reader, before, work_tree())
    if head.get(change.old_path) == change.old and index.get(change.new_path) == change.new and head != index:
        return _between(reader, head, index)
    for one in islice(changes_of(reader.root / reader.folder, change.new_path, change.old_path), MOST_CHANGES):
        if (one.new, one.new_path) == (change.new, change.new_path if change.new else None) and one.whole:
            before = files_of(reader, f"{one.commit.hash}^")
            if before.get(change.old_path) == change.old:
                return _between(reader, before, files_of(reader, one.commit.hash))
    return None


def _between(
    reader: StateReader, before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[Atlas | None, Atlas | None] | None:
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return sides_of(before, after, names, reader) if len(names) <= MOST_DIFFERING else None


def _against_work_tree(
    reader: StateReader, before: Mapping[str, str], now: Tree
) -> tuple[Atlas | None, Atlas | None] | None:
    files = {f"{reader.folder}/{name}": reader.blob(hash) for name, hash in before.items()}
    if sum(files.get(path) != data for path, data in now.files.items()) > MOST_DIFFERING:
        return None
    (old, _), (new, _) = load_sides(Tree(files, folder=reader.folder), now)
    return old, new
