"""Load the two atlases of a comparison, reading only the files that it needs."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import FileRole, ParsedFile, load, parse_file, role_of
from mkdocs_journeys.load.files import CATALOG
from mkdocs_journeys.load.loader import atlas_of
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.sources.tree import Tree

LoadedSide = tuple[Atlas | None, list[Problem]]
ParsedFiles = dict[tuple[FileRole, bytes], ParsedFile]
"""Contents in their role, each with what it holds."""
# The look behind is four times as fast as a word boundary: so the search can begin at two fixed letters.
_IDS = re.compile(rb"""id(?<!\wid)["']?\s*:\s*(?:[&!]\S*\s+)*["']?([a-z0-9][a-z0-9-]{0,63})""")
_NAMED = {"pain", "persona", "evidence", "journey"}
"""Kinds whose names a sentence may need although their own files did not change."""


def load_sides(old: Tree, new: Tree, parsed: ParsedFiles | None = None) -> tuple[LoadedSide, LoadedSide]:
    """Both atlases, made of the catalog, the files that differ, and the unchanged files that these refer to.

    A side with errors in those files is None, with its errors. References into unread files are not checked.
    Contents among `parsed` are not parsed again; those that are parsed now are added to it.
    """
    same = {
        path.removeprefix(old.folder)
        for path, data in old.files.items()
        if new.files.get(new.folder + path.removeprefix(old.folder)) == data
    }
    parsed = {} if parsed is None else parsed
    needed = [{path.removeprefix(tree.folder) for path in tree.files} - same | {f"/{CATALOG}"} for tree in (old, new)]
    differing = [one for tree, names in zip((old, new), needed, strict=True) for one in _parsed(tree, names, parsed)]
    wanted = {
        kind: {id.partition("/")[0] for one in differing for id in one.named.get(kind, ())}.difference(
            *(one.defined.get(kind, ()) for one in differing)
        )
        for kind in _NAMED
    }
    also = {name for name in same if _may_define(name, old.files[old.folder + name], wanted)}
    before, after = (_parsed(tree, names | also, parsed) for tree, names in zip((old, new), needed, strict=True))
    shared = set(old.problems) & set(new.problems)
    return _side(old, before, shared), _side(new, after, shared)


def _may_define(name: str, data: bytes, wanted: Mapping[str, set[str]]) -> bool:
    """Whether an unchanged file is one of the things that are wanted, or may define one."""
    id = name.rpartition("/")[2].removesuffix(".yml")
    for folder, kind in (("/personas/", "persona"), ("/evidence/", "evidence")):
        if name.startswith(folder):
            return id in wanted[kind]
    return name.startswith("/maps/") and (id in wanted["journey"] or not wanted["pain"].isdisjoint(written_ids(data)))


@lru_cache(maxsize=16_384)
def written_ids(data: bytes) -> frozenset[str]:
    """Each value of a key `id` in a text of YAML, whatever it belongs to."""
    return frozenset(id.decode() for id in _IDS.findall(data))


def _parsed(tree: Tree, names: set[str], known: ParsedFiles) -> list[ParsedFile]:
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
