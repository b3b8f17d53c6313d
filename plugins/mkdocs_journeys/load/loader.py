"""The three steps of loading: parse each file, link all of them, and make the atlas."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.garbage import without_collecting
from mkdocs_journeys.load.figures.reader import mismatches
from mkdocs_journeys.load.files import CATALOG, TABLES, FileRole, duplicate_files, intended_role, role_of
from mkdocs_journeys.load.measured import disagreements
from mkdocs_journeys.load.parse import ParsedFile, Summary, parse_file, parse_summarized, summarize
from mkdocs_journeys.load.resolve import contradictions, ids_by_kind, unresolved
from mkdocs_journeys.load.symbols import Symbols, duplicate_ids, symbols_of, with_known_ids
from mkdocs_journeys.model import Acknowledged, Catalog, Evidence, Journey, Measure, Opportunity, Persona
from mkdocs_journeys.model.references import Ids, Target
from mkdocs_journeys.parallel import map_chunks
from mkdocs_journeys.problem import Position, Problem, Severity, suggest
from mkdocs_journeys.sources.tree import Tree

MOST_PROBLEMS = 100
LARGE = 2_000_000
"""Bytes of YAML from which further processes help to read it."""

File = tuple[FileRole, bytes]


def load(tree: Tree) -> tuple[Atlas | None, list[Problem]]:
    """The atlas in a tree of files, and all problems in the order of files and lines.

    The atlas is None when there is any error; warnings alone do not stop it.
    """
    return Loader().load(tree)


class Loader:
    """Loads a tree again and again; a file whose path and bytes are those of the last load is not parsed again."""

    def __init__(self) -> None:
        self._parsed: dict[File, ParsedFile] = {}

    @property
    def parsed(self) -> Sequence[ParsedFile]:
        """The files of the last load, by path."""
        return list(self._parsed.values())

    def load(self, tree: Tree) -> tuple[Atlas | None, list[Problem]]:
        """As the function `load`, of which it gives the same for the same tree."""
        with without_collecting():
            roles = [role_of(path, tree.folder) for path in sorted(tree.files)]
            files = [(role, tree.files[role.path]) for role in roles if isinstance(role, FileRole)]
            new = [file for file in files if file not in self._parsed]
            known = self._parsed | dict(zip(new, parse_files(new), strict=True))
            self._parsed = {file: known[file] for file in files}
            parsed = list(self._parsed.values())
            return _linked(tree, parsed, [role for role in roles if isinstance(role, Problem)])


def parse_files(files: Sequence[File]) -> list[ParsedFile]:
    """What `parse_file` gives for each file; many files are read by several processes."""
    found: dict[FileRole, ParsedFile] = {}
    yaml = [file for file in files if file[0].kind not in TABLES]
    for some, summaries in map_chunks(_summaries, yaml, weight=lambda file: len(file[1]), fewest=LARGE):
        for (role, data), summary in zip(yaml[some], summaries, strict=True):
            found[role] = parse_summarized(role, data, Summary(*summary) if summary else None)
    return [found.get(role) or parse_file(role, data) for role, data in files]


def _summaries(files: Sequence[File]) -> list[tuple[Any, ...] | None]:
    """The summaries as plain tuples, which take less to send."""
    return [summary and tuple(summary) for summary in (summarize(role.kind, data) for role, data in files)]


def _linked(
    tree: Tree, parsed: Sequence[ParsedFile], problems: Sequence[Problem]
) -> tuple[Atlas | None, list[Problem]]:
    symbols = symbols_of(parsed, _unread(tree), assets_of(tree))
    found = [*problems, *tree.problems, *_missing_catalog(tree, symbols)]
    found += duplicate_files(one.role for one in parsed)
    found += duplicate_ids(parsed)
    found += contradictions(parsed)
    found += disagreements(parsed, symbols)
    found += unresolved(parsed, symbols, MOST_PROBLEMS + 1)
    for one in parsed:
        found += with_known_ids(one, symbols)
        found += _unsuited(one, symbols)
    found = list(_bounded(sorted(found)))
    if any(problem.severity == Severity.ERROR for problem in found):
        return None, found
    return atlas_of(parsed, tree), found


def problems_of_parts(tree: Tree, parts: Sequence[ParsedFile]) -> list[Problem]:
    """All that is wrong with parts of another file that are to become files of a tree.

    They are mistakes in them, ids that are there already, and references that lead nowhere. A part of kind catalog
    holds what the catalog is to have beside its own.
    """
    roles = [role_of(path, tree.folder) for path in sorted(tree.files)]
    there = parse_files([(role, tree.files[role.path]) for role in roles if isinstance(role, FileRole)])
    parsed, places = [*there, *parts], {one.role.path for one in parts}
    symbols = symbols_of(parsed, _unread(tree), assets_of(tree))
    found = [*duplicate_files(one.role for one in parsed if one.role.kind != "catalog"), *duplicate_ids(parsed)]
    found += [*contradictions(parsed), *unresolved(parsed, symbols, MOST_PROBLEMS)]
    found += [problem for one in parts for problem in with_known_ids(one, symbols)]
    return sorted({problem for problem in found if problem.position.file in places})


def assets_of(tree: Tree) -> frozenset[str]:
    """The pictures of a tree by their paths below assets/."""
    prefix = f"{tree.folder}/assets/"
    return frozenset(path.removeprefix(prefix) for path in tree.assets)


def _unread(tree: Tree) -> Iterator[FileRole]:
    """The roles of files that exist, but that could not be read or have a wrong name."""
    for path in [problem.position.file for problem in tree.problems] + sorted(tree.files):
        role = role_of(path, tree.folder)
        if isinstance(role, Problem):
            role = intended_role(path, tree.folder)
        elif path in tree.files:
            continue
        if role:
            yield role


def _bounded(problems: Sequence[Problem]) -> Iterator[Problem]:
    """At most 100 problems of a file, and then one that says that there are more."""
    for _, of_file in groupby(problems, key=lambda problem: problem.position.file):
        found = sorted(of_file, key=lambda problem: problem.severity != Severity.ERROR)
        shown = sorted(found[:MOST_PROBLEMS])
        yield from shown
        if len(found) > MOST_PROBLEMS:
            message = f"Only the first {MOST_PROBLEMS} mistakes of this file are shown."
            worst = found[MOST_PROBLEMS].severity
            yield Problem("more", shown[-1].position, message, "Mend some, then check again.", worst)


def _missing_catalog(tree: Tree, symbols: Symbols) -> Iterator[Problem]:
    path = f"{tree.folder}/{CATALOG}"
    complained = {problem.position.file for problem in tree.problems}
    if "catalog" not in symbols.defined and not complained & {path, tree.folder}:
        hint = "Create it with the line `format: 1`, then list the stages, channels, touchpoints and teams."
        yield Problem("file-missing", Position(path, 1, 1), f"There is no {CATALOG} in {tree.folder}/.", hint)


def _unsuited(one: ParsedFile, symbols: Symbols) -> Iterator[Problem]:
    """A metric's file without a metric, or whose figures are not of the metric's kind."""
    if one.role.kind != "figures":
        return
    id, metrics = one.role.id, symbols.defined.get("metric", {})
    if id not in metrics and "metric" not in symbols.incomplete:
        near = suggest(id, metrics)
        hint = f"Did you mean '{near}'?" if near else f"Add it to `metrics` in {CATALOG}, or remove the file."
        message = f"The catalog has no metric '{id}'."
        yield Problem("reference-unknown", Position(one.role.path, 1, 1), message, hint)
    elif one.figures and id in symbols.metric_kinds:
        yield from mismatches(one.figures, id, symbols.metric_kinds[id])


def atlas_of(parsed: Sequence[ParsedFile], tree: Tree) -> Atlas:
    """The atlas that parsed files without errors make."""
    models = [one.model for one in parsed if one.model]
    return Atlas(
        catalog=next(model for model in models if isinstance(model, Catalog)),
        journeys={model.id: model for model in models if isinstance(model, Journey)},
        personas={model.id: model for model in models if isinstance(model, Persona)},
        opportunities={model.id: model for model in models if isinstance(model, Opportunity)},
        evidence={model.id: model for model in models if isinstance(model, Evidence)},
        observations={one.role.id: one.figures.rows for one in parsed if one.figures},
        withheld={one.role.id: one.figures.withheld for one in parsed if one.figures and one.figures.withheld},
        assets=tree.assets,
        sources={one.role.path: one.source for one in parsed if one.source is not None},
        observed={one.role.id: one.observed for one in parsed if one.observed},
        measure=next((model for model in models if isinstance(model, Measure)), None),
        acknowledged=next((model for model in models if isinstance(model, Acknowledged)), None),
        named=_targets(one.named for one in parsed),
        links=_targets(one.linked for one in parsed if one.model),
    )


def _targets(files: Iterable[Ids]) -> frozenset[Target]:
    return frozenset((kind, id) for kind, ids in ids_by_kind(files).items() for id in ids)
