"""Resolve references: a problem for each that is dangling, ambiguous, of the wrong kind, or contradicts another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from mkdocs_journeys.load.figures.rows import SegmentMention
from mkdocs_journeys.load.files import CATALOG, MEASURE
from mkdocs_journeys.load.identifiers import RichLink
from mkdocs_journeys.load.messages.phrases import shown
from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.load.symbols import Symbols, hint_for_step, steps_called
from mkdocs_journeys.model import Journey
from mkdocs_journeys.model.references import Ids, Reference
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS, MAP_LANES
from mkdocs_journeys.wording import listed, with_article

MOST_LISTED = 8
_COLON = "If this is a text with a colon in it, put it in quotes."
_NAMED_KINDS = (*CATALOG_LISTS.values(), *DOCUMENTS, "pain")
_NOUNS = {name: kind.noun or name for name, kind in BY_NAME.items()} | {
    "next": "step",
    "volume": "metric",
    "asset": "picture",
}


@dataclass(frozen=True, slots=True)
class _Query:
    """A reference of a file to be resolved; its position is looked up when a problem needs it."""

    parsed: ParsedFile
    symbols: Symbols
    at: Reference | SegmentMention | RichLink

    @property
    def position(self) -> Position:
        if not isinstance(self.at, Reference):
            return self.at.position
        source = self.parsed.source
        place = source.locate(self.at.path, key=self.at.key) if source else (1, 1)
        return Position(self.parsed.role.path, *place)

    def unknown(self, message: str, hint: str) -> Problem:
        """The problem that there is no such thing."""
        rows = self.at.rows if isinstance(self.at, SegmentMention) else 1
        often = f" {rows:,} rows name it." if rows > 1 else ""
        return Problem("reference-unknown", self.position, f"{message}{often}", hint)


def unresolved(files: Sequence[ParsedFile], symbols: Symbols, most: int) -> Iterator[Problem]:
    """A problem for each reference that does not mean exactly one thing; at most so many of each file."""
    named = symbols.doubtful(ids_by_kind(one.named for one in files))
    linked = symbols.doubtful(ids_by_kind(one.linked for one in files))
    named["next"] = {target for target in named.get("next", ()) if ":" in target}
    named.pop("path", None)
    for one in files:
        steps = Counter(one.defined.get("step", ()))
        own = (target for target in one.named.get("next", ()) if ":" not in target)
        lost = not set(one.named.get("path", ())) <= set(one.defined.get("path", ()))
        if lost or any(steps[step] != 1 for step in own) or _any_of(one.named, named) or _any_of(one.linked, linked):
            yield from islice(_unresolved(one, symbols, steps), most)


def ids_by_kind(files: Iterable[Ids]) -> dict[str, set[str]]:
    """The ids of all files together."""
    together: defaultdict[str, set[str]] = defaultdict(set)
    for ids in files:
        for kind, of_kind in ids.items():
            together[kind].update(of_kind)
    return together


def _any_of(ids: Ids, doubtful: Mapping[str, set[str]]) -> bool:
    return any(kind in ids and not of_kind.isdisjoint(ids[kind]) for kind, of_kind in doubtful.items())


def _unresolved(parsed: ParsedFile, symbols: Symbols, steps: Mapping[str, int]) -> Iterator[Problem]:
    for one in (*parsed.references, *parsed.locations.mentions):
        if problem := _resolve(_Query(parsed, symbols, one), steps):
            yield problem


def _resolve(query: _Query, steps: Mapping[str, int]) -> Problem | None:
    match query.at.kind:
        case "asset":
            return _picture(query)
        case "next":
            return _next(query, steps)
        case "path":
            return _path(query)
        case "map-lane":
            return _map_lane(query)
        case "evidence":
            return _evidence(query)
        case "volume":
            return _figure(query) or _plain(query, "metric", query.at.target) or _volume(query)
        case kind:
            problem = _plain(query, kind, query.at.target)
            return replace(problem, hint=f"{problem.hint} {_COLON}") if problem and _may_be_text(query.at) else problem


def _may_be_text(at: Reference | SegmentMention | RichLink) -> bool:
    """Whether a key that should be the id of a persona may be the start of a text with a colon."""
    return isinstance(at, Reference) and at.key and at.kind == "persona" and at.path[-2] != "emotion"


def _plain(query: _Query, kind: str, target: str) -> Problem | None:
    found = query.symbols.defined.get(kind, {}).get(target, [])
    if len(found) > 1:
        related = tuple((definition.position, "given here") for definition in found)
        message = f"'{target}' is the id of more than one {_NOUNS.get(kind, kind)}."
        return Problem("reference-ambiguous", query.position, message, "Give each an id of its own.", related=related)
    return None if found or kind in query.symbols.incomplete else _dangling(query, kind, target)


def _picture(query: _Query) -> Problem | None:
    name = query.at.target.removeprefix("assets/")
    if name in query.symbols.assets:
        return None
    near = suggest(name, query.symbols.assets)
    hint = f"Did you mean '{near}'?" if near else "Put the picture there, or correct the name."
    return query.unknown(f"There is no picture assets/{name}.", hint)


def _next(query: _Query, steps: Mapping[str, int]) -> Problem | None:
    target = query.at.target
    if ":" in target:
        return _plain(query, "journey", target.rpartition(":")[2])
    if steps.get(target) == 1:
        return None
    if target in steps:
        message = f"'{target}' is the id of more than one step of this journey."
        return Problem("reference-ambiguous", query.position, message, "Give each step an id of its own.")
    near = suggest(target, steps)
    hint = f"Did you mean '{near}'?" if near else f"Give a step this id: add `id: {target}` to it."
    called = [] if near else steps_called(query.parsed, target)
    if len(called) == 1:
        hint = hint_for_step(called[0], target, target)
    elif not near and target in query.symbols.defined.get("journey", {}):
        hint = f"For the journey of this name, write `journey:{target}`."
    return query.unknown(f"No step of this journey has the id '{target}'.", hint)


def _path(query: _Query) -> Problem | None:
    target, known = query.at.target, query.parsed.defined.get("path", ())
    if target in known:
        return None
    near = suggest(target, known)
    hint = f"Did you mean '{near}'?" if near else f"Say what it is called in `paths` of the journey: `{target}: …`."
    return query.unknown(f"This journey has no path '{target}'.", hint)


def _map_lane(query: _Query) -> Problem | None:
    target, known = query.at.target, {*MAP_LANES, *query.symbols.defined.get("lane", ())}
    if target in known or "lane" in query.symbols.incomplete:
        return None
    near = suggest(target, known)
    hint = f"Did you mean '{near}'?" if near else f"Known: {listed(sorted(known), 'and')}."
    return query.unknown(f"Maps have no lane '{target}'.", hint)


def _evidence(query: _Query) -> Problem | None:
    study, _, finding = query.at.target.partition("/")
    problem = _plain(query, "evidence", study)
    if problem or not finding or study in query.symbols.incomplete_studies:
        return problem
    return _plain(query, "finding", query.at.target)


def _figure(query: _Query) -> Problem | None:
    if not query.at.target.isdigit() or query.at.target in query.symbols.defined.get("metric", {}):
        return None
    hint = f"Write the id of a metric of the catalog, and {query.at.target} into its file below metrics/."
    return query.unknown(f"`volume` is {query.at.target}, and needs the id of a metric.", hint)


def _volume(query: _Query) -> Problem | None:
    kind = query.symbols.metric_kinds.get(query.at.target, "count")
    if kind == "count":
        return None
    message = f"`volume` needs a metric of kind count, and '{query.at.target}' is of kind {kind[:40]}."
    hint = "It says how many customers reached the stage."
    return Problem("reference-kind", query.position, message, hint)


def _dangling(query: _Query, kind: str, target: str) -> Problem:
    if kind == "finding":
        study, _, finding = target.partition("/")
        findings = query.symbols.defined.get("finding", {})
        own = [id.partition("/")[2] for id in findings if id.startswith(f"{study}/")]
        near = suggest(finding, own)
        hint = f"Did you mean '{study}/{near}'?" if near else _choices(own, f"Add it to the findings of {study}.")
        return query.unknown(f"The study '{study}' has no finding '{finding}'.", hint)
    return query.unknown(
        f"There is no {_NOUNS.get(kind, kind)} '{_short(target)}'.", _hint(query.symbols, kind, target)
    )


def _hint(symbols: Symbols, kind: str, target: str) -> str:
    own = symbols.defined.get(kind, {})
    near = symbols.id_of(kind, target) or suggest(target, own)
    other = next((other for other in _NAMED_KINDS if target in symbols.defined.get(other, {})), None)
    is_other = f"'{target}' is {with_article(_NOUNS[other])}. " if other else ""
    if near:
        return f"{is_other}Did you mean '{near}'?"
    return is_other.strip() or _choices(list(own), _where_to_add(kind, target))


def _choices(known: list[str], otherwise: str) -> str:
    return f"Known: {listed(known, 'and')}. {otherwise}" if 0 < len(known) <= MOST_LISTED else otherwise


def _where_to_add(name: str, target: str) -> str:
    kind = BY_NAME[name]
    if name == "source":
        return f"Add it to `sources` in {MEASURE}, or correct the name."
    if name == "pain":
        return "Write the pain with its title under the step where it hurts first."
    if kind.catalog_list:
        return f"Add it to `{kind.catalog_list}` in {CATALOG}, or correct the name."
    return f"Create {kind.folder}/{_short(target)}.yml, or correct the name."


def _short(text: str) -> str:
    return text if len(text) <= 64 else text[:63] + "…"


def contradictions(parsed: Iterable[ParsedFile]) -> Iterator[Problem]:
    """Baselines that make no sense, and journeys that are part of themselves."""
    files = {one.role.id: one for one in parsed if isinstance(one.model, Journey)}
    journeys = {id: one.model for id, one in files.items() if isinstance(one.model, Journey)}
    for id, journey in journeys.items():
        yield from _baseline(files[id], journey, journeys)
        if journey.part_of and _is_part_of_itself(id, journeys):
            hint = "Name the larger journey that this one details."
            position = files[id].position("part_of")
            yield Problem("part-of-itself", position, "This journey is part of itself.", hint)


def _baseline(one: ParsedFile, journey: Journey, journeys: Mapping[str, Journey]) -> Iterator[Problem]:
    if journey.baseline is None:
        return
    other = journeys.get(journey.baseline)
    if journey.state != "future":
        hint = "Add `state: future`, or remove the line."
        yield Problem("baseline-state", one.position("baseline"), "Only a future journey has a baseline.", hint)
    elif other is not None and other.state != "current":
        hint = "Name the current journey that this one would replace."
        message = f"The baseline {shown(journey.baseline)} is itself a future journey."
        yield Problem("baseline-state", one.position("baseline"), message, hint)


def _is_part_of_itself(start: str, journeys: Mapping[str, Journey]) -> bool:
    seen: set[str] = set()
    here: str | None = start
    while here and here not in seen:
        seen.add(here)
        here = journeys[here].part_of if here in journeys else None
    return here == start
