"""The atlases of the two states that release notes compare."""

from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.sides import ParsedFiles, load_sides
from mkdocs_journeys.load import FileRole, role_of
from mkdocs_journeys.load.loader import atlas_of, parse_files
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.tree import Tree


@dataclass(frozen=True, slots=True)
class LoadedStates:
    """The comparison of two states, made of the files that differ, and the whole atlas of each."""

    comparison: Comparison
    before: Atlas
    after: Atlas


def load_states(old: Tree | None, new: Tree | None) -> LoadedStates | tuple[list[Problem], list[Problem]]:
    """Both states, None for one without journeys; or the mistakes for which the old and the new cannot be read.

    At least one is there. A mistake in a file that is the same on both sides does not stand in the way.
    """
    parsed: ParsedFiles = {}
    empty = Tree(folder=(old or new or Tree()).folder)
    (before, wrong), (after, more) = load_sides(old or empty, new or empty, parsed)
    if old is None and after:
        before, wrong = _nothing(after), []
    elif new is None and before:
        after, more = _nothing(before), []
    if before is None or after is None:
        return wrong if old else [], more if new else []
    wholes = (_whole(tree, parsed) if tree else part for tree, part in ((old, before), (new, after)))
    return LoadedStates(Comparison(before, after), *wholes)


def _nothing(atlas: Atlas) -> Atlas:
    """An atlas of that name without anything in it."""
    catalog = atlas.catalog
    return Atlas(Catalog.model_validate({"format": 1, "id": catalog.id, "path": catalog.path, "name": catalog.name}))


def _whole(tree: Tree, parsed: ParsedFiles) -> Atlas:
    """The atlas of all files of a tree that can be read; those that were parsed are not parsed again."""
    files = [
        (role, tree.files[role.path])
        for path in sorted(tree.files)
        if isinstance(role := role_of(path, tree.folder), FileRole)
    ]
    new = [file for file in files if file not in parsed]
    parsed.update(zip(new, parse_files(new), strict=True))
    return atlas_of([parsed[file] for file in files], tree)
