"""One file by itself: parse, validate, repair what is plainly meant, gather what it defines and names. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_journeys.load.figures.observed import observed_of
from mkdocs_journeys.load.figures.reader import Figures, figures_of
from mkdocs_journeys.load.figures.rows import SegmentMention
from mkdocs_journeys.load.files import FileRole
from mkdocs_journeys.load.identifiers import (
    RichLink,
    blocks_at,
    defined_ids,
    link_targets,
    paths_of_ids,
    rich_links,
    unclear_kinds,
)
from mkdocs_journeys.load.messages.explain import problems_of
from mkdocs_journeys.load.messages.mistakes import path_of
from mkdocs_journeys.load.messages.phrases import EXAMPLES, FILE_NOUNS, takes_number_sign
from mkdocs_journeys.model import MODELS, Document
from mkdocs_journeys.model.catalog import MetricKind
from mkdocs_journeys.model.measuring.observed import ObservedWay
from mkdocs_journeys.model.references import Ids, Path, Reference, ids_in, references_in, references_of
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile import Map, Source, fast_read, locate, read, source_text
from mkdocs_journeys.yamlfile.values import plain_copy


class Summary(NamedTuple):
    """The values of a YAML file, and by kind the ids that it defines, names and links to: plain values all."""

    values: dict[str, Any]
    defined: Ids
    named: Ids
    linked: Ids


class Locations(NamedTuple):
    """Where a file defines each of its ids, by kind, and where its rich texts link to things, or its rows name them."""

    defined: Mapping[str, list[Path]]
    mentions: tuple[SegmentMention | RichLink, ...]


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The content of one file. `model` (YAML), `figures` or `observed` (CSV) is None where the file has errors.

    `source` is None where not even the YAML could be read. By kind, `defined` are the ids that it defines, `named`
    those that its fields name, `linked` those that its rich texts link to or its rows name: for a file with errors as
    far as it can be understood; `unsound` are then the references of its fields, `unclear` the kinds of which it may
    define more. `metric_kinds` are those of a catalog's metrics, by id. `located` is None where it is worked out when
    asked for.
    """

    role: FileRole
    model: Document | None = None
    figures: Figures | None = None
    source: Source | None = None
    defined: Ids = field(default_factory=dict)
    named: Ids = field(default_factory=dict)
    linked: Ids = field(default_factory=dict)
    metric_kinds: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unsound: tuple[Reference, ...] = ()
    unclear: frozenset[str] = frozenset()
    located: Locations | None = None
    observed: tuple[ObservedWay, ...] | None = None

    @property
    def references(self) -> tuple[Reference, ...]:
        """What fields of the file name, and where: for a file with errors as far as it can be understood."""
        return tuple(references_of(self.model)) if self.model else self.unsound

    @property
    def locations(self) -> Locations:
        """Where `defined` and `linked` stand: for a file that the fast reader has read, found when asked for."""
        if self.located or self.source is None:
            return self.located or Locations({}, ())
        return _locations(self.role.kind, self.source)

    def position(self, *path: str | int) -> Position:
        """Where the value at a path stands; the file's start where not even the YAML could be read."""
        return Position(self.role.path, *(self.source.locate(path) if self.source else (1, 1)))


@lru_cache(16)
def _locations(kind: str, source: Source) -> Locations:
    values = fast_read(source.data) or {}
    return Locations(paths_of_ids(kind, values), rich_links(kind, source, values)[0])


def summarize(kind: str, data: bytes) -> Summary | None:
    """The part of parsing that other processes can do; None where only `parse_file` can read the file."""
    values = fast_read(data)
    linked = None if values is None else link_targets(kind, values)
    if values is None or linked is None:
        return None
    return Summary(values, defined_ids(kind, values), ids_in(MODELS[kind], values), linked)


def parse_file(role: FileRole, data: bytes) -> ParsedFile:
    """Parse and validate one file. Never raises for what is in it."""
    if role.kind == "observed":
        ways, problems = observed_of(role.path, data)
        return ParsedFile(role, observed=ways, problems=tuple(problems), located=Locations({}, ()))
    if role.kind == "figures":
        figures, segments, problems = figures_of(role.path, data)
        located = Locations({}, segments)
        return ParsedFile(role, None, figures, linked=_by_kind(segments), problems=tuple(problems), located=located)
    return parse_summarized(role, data, summarize(role.kind, data))


def parse_summarized(role: FileRole, data: bytes, summary: Summary | None) -> ParsedFile:
    """As `parse_file`, for a YAML file whose summary is known."""
    return _sound(role, data, summary) or _with_positions(role, data)


def _sound(role: FileRole, data: bytes, summary: Summary | None) -> ParsedFile | None:
    """A file that the fast reader has read and that has no mistake of its own; None for every other."""
    own = role.own_fields
    if summary is None or not own.keys().isdisjoint(summary.values):
        return None
    values, defined, named, linked = summary
    try:
        model = MODELS[role.kind].model_validate({**values, **own})
    except ValidationError:
        return None
    source = Source(data, role.path, is_fast=True)
    return ParsedFile(role, model, None, source, defined, named, linked, _metric_kinds(role, values))


def _with_positions(role: FileRole, data: bytes) -> ParsedFile:
    root, problems = read(data, role.path)
    if root is None:
        shown = (_for_kind(role, one) for one in problems if one.rule != "yaml-cut-text")
        return ParsedFile(role, problems=tuple(shown))
    problems = [one for one in problems if one.rule != "yaml-cut-text" or takes_number_sign(role.kind, one.path)]
    return parse_values(role, root, Source(data, role.path), problems)


def parse_values(role: FileRole, root: Map, source: Source, problems: list[Problem]) -> ParsedFile:
    """As `parse_file`, for values that somebody has read, with these problems, from a file or from a part of one."""
    model, values, mistakes = validate(role, root, problems)
    links, forbidden = rich_links(role.kind, source, values)
    unsound = () if model else tuple(references_in(MODELS[role.kind], values))
    return ParsedFile(
        role,
        model=model,
        source=source,
        defined=defined_ids(role.kind, values),
        named=ids_in(type(model), vars(model)) if model else _by_kind(unsound),
        linked=_by_kind(links),
        metric_kinds=_metric_kinds(role, values),
        problems=(*mistakes, *forbidden),
        unsound=unsound,
        unclear=frozenset() if model else unclear_kinds(role.kind, values),
        located=Locations(paths_of_ids(role.kind, values), links),
    )


def _for_kind(role: FileRole, problem: Problem) -> Problem:
    """The problem of a file that holds nothing, with a first line for a file of its kind."""
    if problem.rule != "yaml-empty":
        return problem
    field = next(iter(name for name, one in MODELS[role.kind].model_fields.items() if name not in role.own_fields))
    example = EXAMPLES.get(f"{FILE_NOUNS[role.kind]} {field}") or EXAMPLES.get(field, f"{field}: …")
    return replace(problem, hint=f"Write a field such as `{example}`, or remove the file.")


def _metric_kinds(role: FileRole, values: Mapping[str, Any]) -> Mapping[str, str]:
    metrics = blocks_at(values, "metrics") if role.kind == "catalog" else ()
    kinds = {str(metric.get("id")): str(metric.get("kind")) for metric in metrics}
    return {id: kind for id, kind in kinds.items() if kind in get_args(MetricKind)}


def _by_kind(found: Iterable[Reference | SegmentMention | RichLink]) -> Ids:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        ids[one.kind].append(one.target)
    return dict(ids)


def validate(
    role: FileRole, root: Map, problems: list[Problem]
) -> tuple[Document | None, Mapping[str, Any], tuple[Problem, ...]]:
    """The model of a file, the values that it was made of (repaired where needed), and all that is wrong with the file.

    `problems` are those of reading it.
    """
    own, model = role.own_fields, MODELS[role.kind]
    found = [*_without_off(role, root, problems), *(_own_key(role, root, key) for key in own if key in root)]
    try:
        return model.model_validate({**root, **own}), root, tuple(found)
    except ValidationError as error:
        values, dropped = repaired(root, error.errors(include_url=False))
    try:
        return model.model_validate({**values, **own}), values, tuple(found)
    except ValidationError as error:
        mistakes = list(problems_of(error.errors(include_url=False), role.path, role.kind, root, dropped))
        wrong = {mistake.position for mistake in mistakes}
        others = (one for one in found if one.rule != "yaml-ambiguous-text" or one.position not in wrong)
        return None, values, (*others, *mistakes)


def _own_key(role: FileRole, source: Map, key: str) -> Problem:
    what, way = ("group", "move the file") if key == "group" else ("id", "rename the file")
    said = "its folder under maps/ is its group" if key == "group" else "the file's name is its id"
    message = f"`{key}` cannot be written here: {said}."
    hint = f"Remove this line. To change the {what}, {way}."
    return Problem("field-unknown", Position(role.path, *locate(source, (key,), key=True)), message, hint)


def _without_off(role: FileRole, source: Map, problems: list[Problem]) -> Iterator[Problem]:
    """All problems but those about a plain `off` that is the level of a rule: there it cannot mean false."""
    lint = source.get("lint") if role.kind == "catalog" else None
    paths = lint.get("paths") if isinstance(lint, dict) else None
    homes: list[Path] = [("lint", "rules")]
    homes += [("lint", "paths", number, "rules") for number in range(len(paths) if isinstance(paths, list) else 0)]
    blocks = ((home, _at(source, home)) for home in homes)
    levels = {locate(source, (*home, rule)) for home, at in blocks if isinstance(at, dict) for rule in at}
    for problem in problems:
        if problem.rule != "yaml-ambiguous-text" or (problem.position.line, problem.position.column) not in levels:
            yield problem


def repaired(source: Map, errors: Iterable[ErrorDetails]) -> tuple[dict[str, Any], frozenset[Path]]:
    """A copy of a file's values with what its author meant, and the paths of the fields that were taken out of it.

    A field with nothing after its colon counts as absent; a number where text belongs, as its text.
    """
    values = plain_copy(source)
    dropped: set[Path] = set()
    for error in errors:
        path, is_key = path_of(error)
        parent = _at(values, path[:-1])
        if is_key or not path or parent is None:
            continue
        if error["input"] is None and isinstance(parent, dict) and error["type"] != "extra_forbidden":
            parent.pop(path[-1], None)
            dropped.add(path)
        elif error["type"] == "string_type" and type(error["input"]) in (int, float):
            parent[path[-1]] = source_text(source, path) or error["input"]
    return values, frozenset(dropped)


def _at(values: Any, path: Path) -> Any:
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values if isinstance(values, dict | list) else None
