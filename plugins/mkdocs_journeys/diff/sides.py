"""Load the two atlases of a comparison, reading only the files that it needs."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from posixpath import basename, splitext

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import FileRole, ParsedFile, load, parse_file, role_of
from mkdocs_journeys.load.files import ACKNOWLEDGED, BARE_CATALOG, CATALOG, duplicate_files, id_like
from mkdocs_journeys.load.loader import atlas_of, parse_files
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.vocabulary import CATALOG_LISTS, KIND_OF_FOLDER

LoadedSide = tuple[Atlas | None, list[Problem]]
ParsedFiles = dict[tuple[FileRole, bytes], ParsedFile]
"""Contents in their role, each with what it holds."""
Identity = tuple[str, str]
"""The kind of a file and its id, whatever folder it lies in."""
ALWAYS_READ = frozenset({f"/{CATALOG}", f"/{ACKNOWLEDGED}"})
"""Files that each comparison reads, the same on both sides or not."""
_IS_CATALOG: Identity = ("catalog", "catalog")
# The look behind is four times as fast as a word boundary: so the search can begin at two fixed letters.
_IDS = re.compile(rb"""id(?<!\wid)["']?\s*:\s*(?:[&!]\S*\s+)*["']?([a-z0-9][a-z0-9-]{0,63})""")
_NAMED = {"pain", "persona", "evidence", "journey"}
"""Kinds whose names a sentence may need although their own files did not change."""


@dataclass(frozen=True, slots=True)
class ReadableSides:
    """Two atlases, each of what can be compared, and what of either side cannot.

    A file with a mistake on one side is left out on both; the mistakes that changed, or that are in a catalog, are
    `base_problems` and `head_problems`. A side without any journey file is an empty atlas, and absent.
    """

    old: Atlas
    new: Atlas
    base_problems: tuple[Problem, ...] = ()
    head_problems: tuple[Problem, ...] = ()
    base_absent: bool = False
    head_absent: bool = False


def readable_sides(old: Tree, new: Tree, *, whole: bool = False) -> ReadableSides:
    """What can be read of both sides; as far as changes need it, or all of it where the `whole` is asked for."""
    parsed: ParsedFiles = {}
    same = _same(old, new)
    before, after = _both(old, new, set() if whole else same, parsed)
    differing = {path for tree in (old, new) for path in tree.files if _name(path, tree) not in same}
    shared = set(old.problems) & set(new.problems)
    wrong_before, wrong_after = _wrong(old, before, differing, shared), _wrong(new, after, differing, shared)
    unusable = {_identity(one.role) for one in (*before, *after) if _errors(one.problems)}
    unusable.update(wrong_before.values(), wrong_after.values())
    absent = [_is_absent(tree) for tree in (old, new)]
    catalogs = [_catalog(files) for files in (before, after)]
    if _IS_CATALOG in unusable:
        catalogs = [catalogs[0] or catalogs[1]] * 2
    atlases = []
    for tree, files, catalog, other in zip((old, new), (before, after), catalogs, reversed(catalogs), strict=True):
        usable = [one for one in files if _identity(one.role) not in {*unusable, _IS_CATALOG}]
        atlases.append(atlas_of([catalog or _bare_catalog(tree, other), *usable], tree))
    problems = [_told(*pair) for pair in ((old, wrong_before), (new, wrong_after))]
    return ReadableSides(atlases[0], atlases[1], problems[0], problems[1], absent[0], absent[1])


def load_sides(old: Tree, new: Tree, parsed: ParsedFiles | None = None) -> tuple[LoadedSide, LoadedSide]:
    """Both atlases, made of the catalog, the files that differ, and the unchanged files that these refer to.

    A side with errors in those files is None, with its errors. References into unread files are not checked.
    Contents among `parsed` are not parsed again; those that are parsed now are added to it.
    """
    before, after = _both(old, new, _same(old, new), {} if parsed is None else parsed)
    shared = set(old.problems) & set(new.problems)
    return _side(old, before, shared), _side(new, after, shared)


def _both(old: Tree, new: Tree, same: set[str], parsed: ParsedFiles) -> tuple[list[ParsedFile], list[ParsedFile]]:
    """The files of each side that are not the `same`, those that are always read, and those that the others need."""
    needed = [{_name(path, tree) for path in tree.files} - same | ALWAYS_READ for tree in (old, new)]
    differing = [one for tree, names in zip((old, new), needed, strict=True) for one in _parsed(tree, names, parsed)]
    wanted = named_elsewhere(differing)
    names = {name.removeprefix("/") for name in same}
    also = {
        f"/{name}" for name in context_of(wanted, names, lambda name: written_ids(old.files[f"{old.folder}/{name}"]))
    }
    before, after = (_parsed(tree, names | also, parsed) for tree, names in zip((old, new), needed, strict=True))
    return before, after


def _name(path: str, tree: Tree) -> str:
    """The path of a file below the journeys folder, from the `/` on."""
    return path.removeprefix(tree.folder)


def _same(old: Tree, new: Tree) -> set[str]:
    """The names of the files that hold the same on both sides."""
    names = ((_name(path, old), data) for path, data in old.files.items())
    return {name for name, data in names if new.files.get(new.folder + name) == data}


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
    roles = [role_of(path, tree.folder) for path in sorted(tree.files) if _name(path, tree) in names]
    files = [(role, tree.files[role.path]) for role in roles if isinstance(role, FileRole)]
    unknown = [file for file in files if file not in known]
    known.update(zip(unknown, parse_files(unknown), strict=True))
    return [known[file] for file in files]


def _side(tree: Tree, parsed: Sequence[ParsedFile], shared: set[Problem]) -> LoadedSide:
    problems = [*(set(tree.problems) - shared), *(problem for one in parsed for problem in one.problems)]
    has_catalog = any(isinstance(one.model, Catalog) for one in parsed)
    if not has_catalog or _errors(problems):
        return None, sorted(_errors(load(tree)[1]))
    return atlas_of(parsed, tree), []


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == Severity.ERROR]


def _identity(role: FileRole) -> Identity:
    return role.kind, role.id


def _is_absent(tree: Tree) -> bool:
    """Whether a tree holds no file of an atlas, and none that could not be read."""
    return not tree.files and all(problem.rule == "file-missing" for problem in tree.problems)


def _catalog(parsed: Sequence[ParsedFile]) -> ParsedFile | None:
    """The catalog, if there is one without mistakes."""
    return next((one for one in parsed if isinstance(one.model, Catalog)), None)


def _bare_catalog(tree: Tree, other: ParsedFile | None) -> ParsedFile:
    """A catalog without entries, which says of the atlas itself what the `other` one says."""
    bare = parse_file(FileRole(f"{tree.folder}/{CATALOG}", *_IS_CATALOG), BARE_CATALOG)
    if other is None or other.model is None:
        return bare
    return replace(bare, model=other.model.model_copy(update=dict.fromkeys(CATALOG_LISTS, ())))


def _wrong(tree: Tree, parsed: Sequence[ParsedFile], differing: set[str], shared: set[Problem]) -> dict[str, Identity]:
    """The files of a side that have a mistake of their own there, or a name that none can have, with what they are."""
    if _is_absent(tree):
        return {}
    roles = {path: role_of(path, tree.folder) for path in tree.files}
    known = [role for _, role in sorted(roles.items()) if isinstance(role, FileRole)]
    found = {
        one.role.path: _identity(one.role)
        for one in parsed
        if _errors(one.problems) and (one.role.path in differing or _identity(one.role) == _IS_CATALOG)
    }
    misnamed = [path for path, role in roles.items() if isinstance(role, Problem) and role.severity == Severity.ERROR]
    twice = [problem.position.file for problem in duplicate_files(known)]
    unread = [problem.position.file for problem in _errors(set(tree.problems) - shared)]
    found |= {path: _meant(path, tree) for path in (*misnamed, *twice) if path in differing}
    found |= {path: _meant(path, tree) for path in unread}
    if f"{tree.folder}/{CATALOG}" not in tree.files:
        found[f"{tree.folder}/{CATALOG}"] = _IS_CATALOG
    return found


def _meant(path: str, tree: Tree) -> Identity:
    """What a file is, or was meant to be by its folder and name."""
    role = role_of(path, tree.folder)
    if isinstance(role, FileRole):
        return _identity(role)
    folder, stem = _name(path, tree).strip("/").partition("/")[0], splitext(basename(path))[0]
    return (KIND_OF_FOLDER[folder], id_like(stem)) if folder in KIND_OF_FOLDER else (stem.lower(), stem.lower())


def _told(tree: Tree, wrong: Mapping[str, Identity]) -> tuple[Problem, ...]:
    """The mistakes of those files, as `journeys check` tells them."""
    if not wrong:
        return ()
    return tuple(sorted(problem for problem in _errors(load(tree)[1]) if problem.position.file in wrong))
