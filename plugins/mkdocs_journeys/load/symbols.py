"""The symbol table of an atlas: every id that can be referred to, those defined twice, and those that names mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from mkdocs_journeys.load.files import TABLES, FileRole, id_like, target_like
from mkdocs_journeys.load.identifiers import steps_of
from mkdocs_journeys.load.messages.phrases import shown
from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.model import MODELS, Catalog, Journey, Pain
from mkdocs_journeys.model.references import Path, kind_at
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, MAP_LANES
from mkdocs_journeys.wording import listed

MOST_NAMES = 12
"""Names in one text that are looked up."""
_BETWEEN = re.compile(r"\s*(?:[,;&+]|\band\b)\s*").split
_CATALOG_KINDS = tuple(CATALOG_LISTS.values())
_DEFINED_IN_FILES = frozenset(("pain", "finding", "source", *_CATALOG_KINDS))
"""Kinds of things that have no file of their own, and that other files may name."""
_DUPLICATES = {
    "step": "another step of this journey has the id {id}",
    "used-stage": "the stage {id} comes twice in this journey",
    "lifecycle": "another lifecycle of the catalog has the id {id}",
    "solution": "another solution of this opportunity has the id {id}",
    "source": "another source has the id {id}",
    "finding": "another finding of this study has the id {id}",
    "pain": "another pain has the id {id}",
} | {kind: f"another {kind} of the catalog has the id {{id}}" for kind in _CATALOG_KINDS}
_HINTS = {
    "used-stage": "Put its steps into one stage, or give one of the two an `id` of its own.",
    "pain": "Pain ids are unique across all journeys. To name the same pain again, write its id alone.",
}


class Definition(NamedTuple):
    """Where an id is defined: by the name of a file, or in it as id `number` of a kind in its `defined`."""

    role: FileRole
    parsed: ParsedFile | None = None
    kind: str = ""
    number: int = 0

    @property
    def position(self) -> Position:
        """The id's place, or the first line of the file whose name it is."""
        if self.parsed is None:
            return Position(self.role.path, 1, 1)
        return self.parsed.position(*self.parsed.locations.defined[self.kind][self.number])


Defined = Mapping[str, Mapping[str, list[Definition]]]


@dataclass(frozen=True, slots=True)
class Symbols:
    """All definitions by kind and id.

    Kinds in `incomplete`, and studies in `incomplete_studies`, may hold more, in files that could not be read.
    `unique` holds, by the kind of a reference, the targets that mean exactly one thing in whichever file they are
    named. `assets` are the pictures' paths below assets/.
    """

    defined: Defined
    unique: Mapping[str, frozenset[str]]
    incomplete: frozenset[str]
    incomplete_studies: frozenset[str]
    metric_kinds: Mapping[str, str]
    assets: frozenset[str]
    files: Sequence[ParsedFile] = ()

    def id_of(self, kind: str, name: str) -> str | None:
        """The id of the only thing of a kind that has a name or title, whatever stands between its letters."""
        wanted = id_like(name) or name.casefold()
        named = {
            id
            for one in self.files
            for id, other in _names(one, kind)
            if (id_like(other) or other.casefold()) == wanted
        }
        return named.pop() if len(named) == 1 else None

    def doubtful(self, ids: Mapping[str, set[str]]) -> dict[str, set[str]]:
        """By kind, the ids that may mean nothing, or more than one thing."""
        found = {kind: of_kind - self.unique.get(kind, frozenset()) for kind, of_kind in ids.items()}
        return {kind: of_kind for kind, of_kind in found.items() if of_kind}


def symbols_of(parsed: Sequence[ParsedFile], unread: Iterable[FileRole], assets: frozenset[str]) -> Symbols:
    """Gather the definitions of all files; `unread` are files that exist but could not be read from disk."""
    defined: defaultdict[str, defaultdict[str, list[Definition]]] = defaultdict(lambda: defaultdict(list))
    lost = list(unread)
    metric_kinds: Mapping[str, str] = {}
    for one in parsed:
        defined[one.role.kind][one.role.id].append(Definition(one.role))
        if one.source is None and one.role.kind not in TABLES:
            lost.append(one.role)
        for kind, ids in one.defined.items():
            if kind in _DEFINED_IN_FILES:
                above = f"{one.role.id}/" if kind == "finding" else ""
                for number, id in enumerate(ids):
                    defined[kind][above + id].append(Definition(one.role, one, kind, number))
        if one.metric_kinds:
            metric_kinds = one.metric_kinds
    for role in lost:
        if not defined[role.kind][role.id]:
            defined[role.kind][role.id].append(Definition(role))
    kinds = {role.kind for role in lost}
    without_catalog = "catalog" not in defined or "catalog" in kinds
    unclear = frozenset(kind for one in parsed for kind in one.unclear)
    return Symbols(
        defined,
        unique=_unique(defined, metric_kinds, assets),
        incomplete=unclear | {*(["pain"] * ("journey" in kinds)), *(_CATALOG_KINDS * without_catalog)},
        incomplete_studies=frozenset(role.id for role in lost if role.kind == "evidence")
        | {one.role.id for one in parsed if "finding" in one.unclear},
        metric_kinds=metric_kinds,
        assets=assets,
        files=parsed,
    )


def _names(one: ParsedFile, kind: str) -> Iterator[tuple[str, str]]:
    """The id and the name or title of each thing of a kind that a file without mistakes defines."""
    things: Iterable[Any] = ()
    if isinstance(one.model, Journey) and kind == "pain":
        things = (pain for step in one.model.steps for pain in step.pains if isinstance(pain, Pain))
    elif one.model and one.role.kind == kind:
        things = [one.model]
    elif isinstance(one.model, Catalog) and kind in CATALOG_LISTS.values():
        things = getattr(one.model, BY_NAME[kind].catalog_list)
    for thing in things:
        yield thing.id, getattr(thing, "name", None) or thing.title


def _unique(defined: Defined, metric_kinds: Mapping[str, str], assets: frozenset[str]) -> Mapping[str, frozenset[str]]:
    once = {kind: frozenset(id for id, at in ids.items() if len(at) == 1) for kind, ids in defined.items()}
    studies = once.get("evidence", frozenset())
    return once | {
        "next": frozenset(f"journey:{id}" for id in once.get("journey", ())),
        "volume": frozenset(id for id in once.get("metric", ()) if metric_kinds.get(id) == "count"),
        "evidence": studies | {id for id in once.get("finding", ()) if id.partition("/")[0] in studies},
        "map-lane": MAP_LANES | once.get("lane", frozenset()),
        "asset": assets | {f"assets/{name}" for name in assets},
    }


def duplicate_ids(parsed: Iterable[ParsedFile]) -> Iterator[Problem]:
    """A problem for each id that an earlier thing of its kind has: pains across all files, others in their file."""
    pains: dict[str, Definition] = {}
    for one in parsed:
        for kind, ids in one.defined.items():
            if kind == "pain":
                yield from _duplicates_in(one, kind, ids, pains)
            elif len(set(map(str.casefold, ids))) < len(ids):
                yield from _duplicates_in(one, kind, ids, {})


def _duplicates_in(one: ParsedFile, kind: str, ids: Iterable[str], first: dict[str, Definition]) -> Iterator[Problem]:
    """The ids of a file that are in `first`, which takes the others."""
    for number, id in enumerate(ids):
        here = Definition(one.role, one, kind, number)
        earlier = first.setdefault(id.casefold(), here)
        if earlier is not here:
            position = earlier.position
            place = f"line {position.line}" if earlier.parsed is one else f"{position.file}:{position.line}"
            said = _DUPLICATES[kind].format(id=shown(id))
            message = f"{said[0].upper()}{said[1:]}: {place}."
            hint = _HINTS.get(kind, "Give one of them another id.")
            related = ((position, "first given here"),)
            yield Problem("id-duplicate", here.position, message, hint, related=related)


def with_known_ids(one: ParsedFile, symbols: Symbols) -> Iterator[Problem]:
    """The problems of a file; where a text stands in place of ids, with those of the things that it names."""
    for problem in one.problems:
        is_of_field = problem.path and problem.rule in ("field-type", "field-value")
        hint = _hint_with_ids(one, one.source.root, symbols, problem) if is_of_field and one.source else ""
        yield replace(problem, hint=hint) if hint else problem


def _hint_with_ids(one: ParsedFile, root: Any, symbols: Symbols, problem: Problem) -> str:
    """What to write in place of a text; "" where it names nothing that is there."""
    path, wants_list = problem.path, problem.rule == "field-type"
    model = MODELS[one.role.kind]
    of_value = kind_at(model, (*path, 0) if wants_list else path)
    kind = of_value or ("" if wants_list else kind_at(model, path, key=True))
    value, is_alone = _value_at(root, path)
    if not kind or (wants_list and not isinstance(value, str)):
        return ""
    text = value if of_value and isinstance(value, str) else str(path[-1])
    ids = _ids_called(one, symbols, kind, text)
    if not ids and kind == "next" and len(steps := steps_called(one, text)) == 1:
        id = id_like(text)
        return hint_for_step(steps[0], id, f"{path[-1]}: [{id}]" if wants_list else id)
    if wants_list or (is_alone and len(ids) > 1):
        said = "Put brackets around it" if text in ids else "Write ids in brackets"
        return f"{said}: `{path[-2] if is_alone else path[-1]}: [{', '.join(ids)}]`." if ids else ""
    if len(ids) > 1:
        return f"Write one id: {listed([f'`{id}`' for id in ids])}."
    return f"Did you mean '{ids[0]}'? {problem.hint}" if ids else ""


def _value_at(value: Any, path: Path) -> tuple[Any, bool]:
    """The value at a path, and whether it is a text that stands alone for a list of one."""
    for part in path:
        if isinstance(value, str):
            return value, True
        value = value[part]
    return value, False


def _ids_called(one: ParsedFile, symbols: Symbols, kind: str, text: str) -> list[str]:
    """The id of the thing that a text names, or those of several things with a comma or "and" between."""
    parts = _BETWEEN(text)
    if whole := _id_called(one, symbols, kind, text, may_be_like=len(parts) == 1):
        return [whole]
    ids = [_id_called(one, symbols, kind, part) for part in parts[:MOST_NAMES]]
    return [] if None in ids or len(parts) > MOST_NAMES else [id for id in ids if id]


def _id_called(one: ParsedFile, symbols: Symbols, kind: str, text: str, *, may_be_like: bool = True) -> str | None:
    known, wish = set(symbols.unique.get(kind, ())), target_like(text)
    if kind == "next":
        called = steps_called(one, text)
        if len(called) == 1 and called[0].get("id"):
            return str(called[0]["id"])
        known.update(one.defined.get("step", ()))
    elif kind == "path":
        known.update(one.defined.get("path", ()))
    return symbols.id_of(kind, text) or (wish if wish in known else suggest(wish, known) if may_be_like else None)


def steps_called(one: ParsedFile, name: str) -> list[Mapping[str, Any]]:
    """The steps of a journey that have a name, whatever stands between its letters."""
    if one.source is None or one.role.kind != "journey" or not id_like(name):
        return []
    return [step for _, _, step in steps_of(one.source.root) if id_like(str(step.get("name"))) == id_like(name)]


def hint_for_step(step: Mapping[str, Any], id: str, line: str) -> str:
    """What to write to refer to a step: its id, or an id that it gets, and then a line with this id."""
    if step.get("id"):
        return f"Did you mean '{step['id']}'?"
    return f"Add `id: {id}` to the step {shown(step['name'])}, and write `{line}` here."
