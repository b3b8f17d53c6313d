"""Load the two atlases of a comparison, reading only the files that it needs."""

from collections.abc import Sequence

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import FileRole, ParsedFile, load, parse_file, role_of
from mkdocs_journeys.load.files import CATALOG
from mkdocs_journeys.load.loader import atlas_of
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.sources.tree import Tree

LoadedSide = tuple[Atlas | None, list[Problem]]
_NAMED = {"pain", "persona", "evidence", "journey"}
"""Kinds whose names a sentence may need although their own files did not change."""


def load_sides(old: Tree, new: Tree) -> tuple[LoadedSide, LoadedSide]:
    """Both atlases, made of the catalog, the files that differ, and the unchanged files that these refer to.

    A side with errors in those files is None, with its errors. References into unread files are not checked.
    """
    same = {
        path.removeprefix(old.folder)
        for path, data in old.files.items()
        if new.files.get(new.folder + path.removeprefix(old.folder)) == data
    }
    parsed: dict[tuple[FileRole, bytes], ParsedFile] = {}
    needed = [{path.removeprefix(tree.folder) for path in tree.files} - same | {f"/{CATALOG}"} for tree in (old, new)]
    wanted = {
        (reference.kind, reference.target)
        for tree, names in zip((old, new), needed, strict=True)
        for one in _parsed(tree, names, parsed)
        for reference in one.references
        if reference.kind in _NAMED
    }
    also = {name for name in same if _may_define(name, old.files[old.folder + name], wanted)}
    before, after = (_parsed(tree, names | also, parsed) for tree, names in zip((old, new), needed, strict=True))
    shared = set(old.problems) & set(new.problems)
    return _side(old, before, shared), _side(new, after, shared)


def _may_define(name: str, data: bytes, wanted: set[tuple[str, str]]) -> bool:
    if name.startswith("/personas/"):
        return ("persona", name.removeprefix("/personas/").removesuffix(".yml")) in wanted
    if name.startswith("/evidence/"):
        study = name.removeprefix("/evidence/").removesuffix(".yml")
        return any(kind == "evidence" and id.partition("/")[0] == study for kind, id in wanted)
    if ("journey", name.rpartition("/")[2].removesuffix(".yml")) in wanted:
        return name.startswith("/maps/")
    return name.startswith("/maps/") and any(kind == "pain" and id.encode() in data for kind, id in wanted)


def _parsed(tree: Tree, names: set[str], known: dict[tuple[FileRole, bytes], ParsedFile]) -> list[ParsedFile]:
    """The named files of a tree, parsed; `known` keeps each content so that it is parsed once for both sides."""
    found: list[ParsedFile] = []
    for path, data in sorted(tree.files.items()):
        place = role_of(path, tree.folder) if path.removeprefix(tree.folder) in names else None
        if isinstance(place, FileRole):
            if (place, data) not in known:
                known[place, data] = parse_file(place, data)
            found.append(known[place, data])
    return found


def _side(tree: Tree, parsed: Sequence[ParsedFile], shared: set[Problem]) -> LoadedSide:
    problems = [*(set(tree.problems) - shared), *(problem for one in parsed for problem in one.problems)]
    has_catalog = any(isinstance(one.model, Catalog) for one in parsed)
    if not has_catalog or any(problem.severity == Severity.ERROR for problem in problems):
        return None, sorted(problem for problem in load(tree)[1] if problem.severity == Severity.ERROR)
    return atlas_of(parsed, tree), []
