"""Load the two atlases of a comparison, reading only the files that it needs."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
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
    wanted = named_elsewhere(differing)
    names = {name.removeprefix("/") for name in same}
    also = {
        f"/{name}" for name in context_of(wanted, names, lambda name: written_ids(old.files[f"{old.folder}/{name}"]))
    }
    before, after = (_parsed(tree, names | also, parsed) for tree, names in zip((old, new), needed, strict=True))
    shared = set(old.problems) & set(new.problems)
    return _side(old, before, shared), _side(new, after, shared)


def named_elsewhere(files: Sequence[ParsedFile]) -> Mapping[str, set[str]]:
    """The ids that files name and do not define, by the kinds of which a sentence may need the names."""
    return {
        kind: {id.partition("/")[0] for one in files for id in one.named.get(kind, ())}.difference(
            *(one.defined.get(kind, ()) for one in files)
        )
        for kind in _NAMED
    }


def context_of(
    wanted: Mapping[str, set[str]], names: Collection[str], written: Callable[[str], frozenset[str]]
) -> set[str]:
    """The files, of these names below the journeys folder, that are things that are wanted, or that may define one.

    `written` gives the ids that stand in the file of a name.
    """
    found = {f"personas/{id}.yml" for id in wanted["persona"]} | {f"evidence/{id}.yml" for id in wanted["evidence"]}
    found.intersection_update(names)
    files, pains = {f"{id}.yml" for id in wanted["journey"]}, wanted["pain"]
    if files or pains:
        maps = [name for name in names if name.startswith("maps/")]
        found |= {name for name in maps if name.rpartition("/")[2] in files or not pains.isdisjoint(written(name))}
    return found


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
