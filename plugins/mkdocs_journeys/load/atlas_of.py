"""The three steps of loading, one after the other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load.collecting import without_collecting
from mkdocs_journeys.load.documents import Parsed
from mkdocs_journeys.load.known import Known, known_of
from mkdocs_journeys.load.link import unresolved
from mkdocs_journeys.load.many import documents
from mkdocs_journeys.load.observations import mismatches
from mkdocs_journeys.load.places import CATALOG, Place, place_of, repeated
from mkdocs_journeys.load.unique import contradictions, repeated_ids
from mkdocs_journeys.model import Catalog, Evidence, Journey, Opportunity, Persona
from mkdocs_journeys.model.names import Ids, Name
from mkdocs_journeys.problem import Position, Problem, Severity, suggest
from mkdocs_journeys.tree import Tree
from mkdocs_journeys.yamlfile import Source, Values

MOST_PROBLEMS = 100
Read = Callable[[Place, bytes], Parsed]
Ahead = Iterable[tuple[str, Values]]


def load(tree: Tree, read: Read | None = None, ahead: Ahead | None = None) -> tuple[Atlas | None, list[Problem]]:
    """The atlas that the files make, and all problems in the order of files and lines.

    The atlas is None when there is any error; warnings alone do not stop it. `read` may be a version of
    `document` that remembers; without one, a large tree is read by two processes. `ahead` is what
    `yamlfile.reading` gives for the tree's YAML files, where somebody has begun to read them already.
    """
    with without_collecting():
        places, problems = _places(tree)
        files = tree.files
        parsed = [read(one, files[one.path]) for one in places] if read else documents(places, files, ahead)
        return _linked(tree, places, parsed, problems)


def _linked(
    tree: Tree, places: Sequence[Place], parsed: Sequence[Parsed], problems: list[Problem]
) -> tuple[Atlas | None, list[Problem]]:
    unread = [place for place in _unread(tree) if place]
    prefix = f"{tree.folder}/assets/"
    known = known_of(parsed, unread, frozenset(path.removeprefix(prefix) for path in tree.assets))
    problems += tree.problems
    problems += [problem for one in parsed for problem in one.problems]
    problems += _missing_catalog(tree, known)
    problems += repeated(places)
    problems += repeated_ids(parsed)
    problems += contradictions(parsed)
    problems += [problem for one in parsed for problem in islice(unresolved(one, known), MOST_PROBLEMS + 1)]
    problems += [problem for one in parsed for problem in _unsuited(one, known)]
    problems = list(_bounded(sorted(problems)))
    if any(problem.severity == Severity.ERROR for problem in problems):
        return None, problems
    return atlas_of(parsed, tree), problems


def _places(tree: Tree) -> tuple[list[Place], list[Problem]]:
    found = [place_of(path, tree.folder) for path in sorted(tree.files)]
    places = [place for place in found if isinstance(place, Place)]
    return places, [problem for problem in found if isinstance(problem, Problem)]


def _unread(tree: Tree) -> Iterator[Place | None]:
    """Files that are there, as far as references go, but that could not be read or have a wrong name."""
    for path in [problem.position.file for problem in tree.problems] + sorted(tree.files):
        found = place_of(path, tree.folder)
        if isinstance(found, Place):
            yield found if path not in tree.files else None
        elif isinstance(found, Problem):
            yield _meant(path, tree.folder)


def _meant(path: str, folder: str) -> Place | None:
    """What a badly named file would hold if it had the name that its problem's hint proposes."""
    above, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    found = place_of(f"{above}/{stem.lower()}.{'csv' if ending.lower() == 'csv' else 'yml'}", folder)
    return found if isinstance(found, Place) else None


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


def _missing_catalog(tree: Tree, known: Known) -> Iterator[Problem]:
    path = f"{tree.folder}/{CATALOG}"
    complained = {problem.position.file for problem in tree.problems}
    if "catalog" not in known.defined and not complained & {path, tree.folder}:
        hint = "Create it with the line `format: 1`, then list the stages, channels, touchpoints and teams."
        yield Problem("file-missing", Position(path, 1, 1), f"There is no {CATALOG} in {tree.folder}/.", hint)


def _unsuited(one: Parsed, known: Known) -> Iterator[Problem]:
    """A metric's file without a metric, or whose figures are not of the metric's kind."""
    metrics = known.defined.get("metric", {})
    if one.place.kind != "figures":
        return
    if one.place.id not in metrics and "metric" not in known.unsure:
        near = suggest(one.place.id, metrics)
        hint = f"Did you mean '{near}'?" if near else f"Add it to `metrics` in {CATALOG}, or remove the file."
        message = f"The catalog has no metric '{one.place.id}'."
        yield Problem("reference-unknown", Position(one.place.path, 1, 1), message, hint)
    elif one.figures and one.place.id in known.metric_kinds:
        yield from mismatches(one.figures, one.place.id, known.metric_kinds[one.place.id])


def atlas_of(parsed: Sequence[Parsed], tree: Tree) -> Atlas:
    """The atlas of parsed files, one of which is a sound catalog; files with errors are left out."""
    models = [one.model for one in parsed if one.model]
    atlas = Atlas(
        catalog=next(model for model in models if isinstance(model, Catalog)),
        journeys={model.id: model for model in models if isinstance(model, Journey)},
        personas={model.id: model for model in models if isinstance(model, Persona)},
        opportunities={model.id: model for model in models if isinstance(model, Opportunity)},
        evidence={model.id: model for model in models if isinstance(model, Evidence)},
        observations={one.place.id: one.figures.rows for one in parsed if one.figures},
        assets=tree.assets,
        sources=_sources(parsed),
        links=_all(one.linked for one in parsed if one.model),
    )
    vars(atlas)["named"] = _all(one.named for one in parsed)
    return atlas


def _all(ids_of_files: Iterable[Ids]) -> frozenset[Name]:
    """What any of the files has, as (kind, id)."""
    together: defaultdict[str, set[str]] = defaultdict(set)
    for of_file in ids_of_files:
        for kind, ids in of_file.items():
            together[kind].update(ids)
    return frozenset((kind, id) for kind, ids in together.items() for id in ids)


def _sources(parsed: Sequence[Parsed]) -> Mapping[str, Source]:
    return {one.place.path: one.source for one in parsed if one.source is not None}
