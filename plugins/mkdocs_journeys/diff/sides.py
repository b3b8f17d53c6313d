"""The two atlases of a comparison, read no further than it needs: what is the same on both sides stays unread."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import FileRole, ParsedFile, load, parse_file, role_of
from mkdocs_journeys.load.files import CATALOG
from mkdocs_journeys.model import Catalog, Document, Evidence, Journey, Opportunity, Persona
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.sources.tree import Tree

Kept = TypeVar("Kept", bound=Document)
Side = tuple[Atlas | None, list[Problem]]
_NAMED = {"pain", "persona", "evidence"}
"""Kinds of things whose names a sentence may want although their own files did not change."""


def sides_of(old: Tree, new: Tree) -> tuple[Side, Side]:
    """Both atlases with the catalog, the files that differ, and those that hold what these name.

    A side whose files have mistakes is None, with its errors. References into unread files are not checked.
    """
    same = {
        path.removeprefix(old.folder)
        for path, data in old.files.items()
        if new.files.get(new.folder + path.removeprefix(old.folder)) == data
    }
    parsed: dict[tuple[FileRole, bytes], ParsedFile] = {}
    first = [_read(tree, set(_names(tree)) - same | {f"/{CATALOG}"}, parsed) for tree in (old, new)]
    wanted = {
        (reference.kind, reference.target)
        for found in first
        for one in found
        for reference in one.references
        if reference.kind in _NAMED
    }
    also = {name for name in same if _may_hold(name, old.files[old.folder + name], wanted)}
    both = [_read(tree, set(_names(tree)) - same | {f"/{CATALOG}"} | also, parsed) for tree in (old, new)]
    shared = set(old.problems) & set(new.problems)
    return _side(old, both[0], shared), _side(new, both[1], shared)


def _names(tree: Tree) -> Iterator[str]:
    """The paths of the files inside the journeys folder, with a slash in front."""
    return (path.removeprefix(tree.folder) for path in tree.files)


def _may_hold(name: str, data: bytes, wanted: set[tuple[str, str]]) -> bool:
    if name.startswith("/personas/"):
        return ("persona", name.removeprefix("/personas/").removesuffix(".yml")) in wanted
    if name.startswith("/evidence/"):
        study = name.removeprefix("/evidence/").removesuffix(".yml")
        return any(kind == "evidence" and id.partition("/")[0] == study for kind, id in wanted)
    return name.startswith("/maps/") and any(kind == "pain" and id.encode() in data for kind, id in wanted)


def _read(tree: Tree, names: set[str], known: dict[tuple[FileRole, bytes], ParsedFile]) -> list[ParsedFile]:
    """The named files of a tree, each content parsed once for both sides."""
    found: list[ParsedFile] = []
    for path, data in sorted(tree.files.items()):
        place = role_of(path, tree.folder) if path.removeprefix(tree.folder) in names else None
        if isinstance(place, FileRole):
            if (place, data) not in known:
                known[place, data] = parse_file(place, data)
            found.append(known[place, data])
    return found


def _side(tree: Tree, parsed: Sequence[ParsedFile], shared: set[Problem]) -> Side:
    problems = [*(set(tree.problems) - shared), *(problem for one in parsed for problem in one.problems)]
    catalog = next((one.model for one in parsed if isinstance(one.model, Catalog)), None)
    if catalog is None or any(problem.severity == Severity.ERROR for problem in problems):
        return None, sorted(problem for problem in load(tree)[1] if problem.severity == Severity.ERROR)
    return _atlas(tree, parsed, catalog), []


def _atlas(tree: Tree, parsed: Sequence[ParsedFile], catalog: Catalog) -> Atlas:
    return Atlas(
        catalog=catalog,
        journeys=_by_id(parsed, Journey),
        personas=_by_id(parsed, Persona),
        opportunities=_by_id(parsed, Opportunity),
        evidence=_by_id(parsed, Evidence),
        observations={one.role.id: one.figures.rows for one in parsed if one.figures},
        assets=tree.assets,
        sources={one.role.path: one.source for one in parsed if one.source is not None},
    )


def _by_id(parsed: Sequence[ParsedFile], model: type[Kept]) -> Mapping[str, Kept]:
    return {one.model.id: one.model for one in parsed if one.model is not None and isinstance(one.model, model)}
