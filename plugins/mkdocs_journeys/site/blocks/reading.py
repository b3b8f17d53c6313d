"""What a block says: its YAML as a value, or the mistakes in it, each at its own line of the page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Journey
from mkdocs_journeys.problem import Position, Problem, Severity, in_order, suggest
from mkdocs_journeys.site.blocks.scanning import BlockText, LinkText
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, MAP_LANES
from mkdocs_journeys.wording import listed, with_article
from mkdocs_journeys.yamlfile import Map, locate, read

MISTAKE, LINK = "block", "link"
"""The rules that blocks and links break."""
MOST_LISTED = 12
MOST_THINGS = 24
MOST_ROWS = 100
BANDS = ("high", "medium", "low")


class BlockKind(NamedTuple):
    """A kind of block. `thing` is the kind of what its `id` names, "" for a block without; `several` may be named.

    `references` are further options that name things, each with their kind; `options` are all others.
    """

    thing: str = ""
    several: bool = False
    references: Mapping[str, str] = MappingProxyType({})
    options: tuple[str, ...] = ()

    @property
    def all_options(self) -> tuple[str, ...]:
        """The names of all options."""
        return (*(["id"] if self.thing else []), *self.references, *self.options, "caption")


KINDS: Mapping[str, BlockKind] = MappingProxyType(
    {
        "journey": BlockKind("journey", options=("stages", "lanes")),
        "persona": BlockKind("persona", several=True),
        "pains": BlockKind(
            references=MappingProxyType(
                {
                    "journey": "journey",
                    "stage": "stage",
                    "persona": "persona",
                    "owner": "team",
                    "touchpoint": "touchpoint",
                }
            ),
            options=("band", "limit"),
        ),
        "curve": BlockKind("journey", several=True, references=MappingProxyType({"persona": "persona"})),
        "metric": BlockKind("metric", several=True),
        "heatmap": BlockKind(options=("group",)),
    }
)


@dataclass(frozen=True, slots=True)
class AtlasBlock:
    """A block without mistakes: the ids that it names, its options with the values of each, and its caption."""

    name: str
    ids: tuple[str, ...] = ()
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int = 0
    caption: str = ""

    @property
    def things(self) -> Iterator[tuple[str, str]]:
        """The (kind, id) of each thing that it names."""
        kind = KINDS[self.name]
        yield from ((kind.thing, id) for id in self.ids)
        for option, thing in kind.references.items():
            yield from ((thing, id) for id in self.options.get(option, ()))


def block_of(text: BlockText, atlas: Atlas, file: str) -> tuple[AtlasBlock | None, list[Problem]]:
    """The block that a text means, None where it has a mistake; the problems name lines of `file`."""
    kind, at = KINDS[text.name], Position(file, text.line, len(text.prefix) + 1)
    if not text.closed:
        hint = "End it with a line that holds the same signs as its first one."
        return None, [_problem(at, f"The block `{text.name}` has no end.", hint)]
    if not any(line.strip() for line in text.body):
        if not kind.thing:
            return AtlasBlock(text.name), []
        return None, [
            _problem(at, f"The block `{text.name}` is empty.", f"Write `id:` with the id of {_a(kind.thing)}.")
        ]
    # So many empty lines before it let each value know its line of the page.
    root, found = read(("\n" * text.line + "\n".join(text.body)).encode("utf-8", "replace"), file)
    problems = [_moved(problem, len(text.prefix)) for problem in found]
    if root is None or problems:
        return None, problems
    reader = _BlockReader(text, kind, atlas, root, file)
    block = reader.block()
    return (None if reader.problems else block), in_order(reader.problems)


def broken_link(link: LinkText, atlas: Atlas, file: str) -> Problem | None:
    """What is wrong with a link to a thing of the atlas; None for nothing."""
    found = _unknown(atlas, link.kind, link.id)
    return Problem(LINK, Position(file, link.line, link.column), *found, Severity.WARNING) if found else None


@dataclass(slots=True)
class _BlockReader:
    """Takes the values of one block apart, and notes each mistake."""

    text: BlockText
    kind: BlockKind
    atlas: Atlas
    root: Map
    file: str
    problems: list[Problem] = field(default_factory=list)

    def block(self) -> AtlasBlock:
        known = self.kind.all_options
        for name in self.root:
            if name not in known:
                near = suggest(name, known)
                hint = f"Did you mean '{near}'?" if near else f"Known: {listed(known, 'and')}."
                self._wrong((name,), f"A block `{self.text.name}` has no option '{name[:64]}'.", hint, key=True)
        ids = self._texts("id") if self.kind.thing else ()
        if self.kind.thing and not ids and "id" not in self.root:
            self._wrong(
                (),
                f"The block `{self.text.name}` does not say which.",
                f"Add `id:` with the id of {_a(self.kind.thing)}.",
            )
        if len(ids) > (MOST_THINGS if self.kind.several else 1):
            most = f"up to {MOST_THINGS}" if self.kind.several else "one"
            self._wrong(("id",), f"A block `{self.text.name}` shows {most}.", "Write further blocks for the others.")
        self._known("id", self.kind.thing, ids)
        options = {name: values for name in self.kind.references if (values := self._texts(name))}
        for name, values in options.items():
            self._known(name, self.kind.references[name], values)
        options |= {name: values for name in self.kind.options if name != "limit" and (values := self._texts(name))}
        if not self.problems:
            self._check(ids, options)
        return AtlasBlock(self.text.name, ids, options, self._limit(), "".join(self._texts("caption")))

    def _check(self, ids: tuple[str, ...], options: Mapping[str, tuple[str, ...]]) -> None:
        """Options whose values depend on more than the atlas' ids."""
        if "stages" in options:
            self._check_stages(self.atlas.journeys[ids[0]], options["stages"])
        if "lanes" in options:
            lanes = {*MAP_LANES, *(lane.id for lane in self.atlas.catalog.lanes)}
            self._among("lanes", options["lanes"], lanes, "Maps have no lane '{}'.")
        if "band" in options:
            self._among("band", options["band"], BANDS, "No pain is in the band '{}'.")
        if "group" in options:
            groups = {journey.group for journey in self.atlas.journeys.values()} - {""}
            self._among("group", options["group"], groups, "No journey stands in the folder '{}'.")
        if self.text.name == "curve" and "persona" in options:
            for id in ids:
                people = self.atlas.journeys[id].personas
                self._among("persona", options["persona"], people, f"The journey '{id}' has no persona '{{}}'.")

    def _check_stages(self, journey: Journey, stages: tuple[str, ...]) -> None:
        keys = [stage.key for stage in journey.stages]
        self._among("stages", stages, keys, f"The journey '{journey.id}' has no stage '{{}}'.")
        numbers = sorted({keys.index(key) for key in stages if key in keys})
        if not self.problems and numbers[-1] - numbers[0] >= len(numbers):
            between = [key for key in keys[numbers[0] : numbers[-1]] if key not in stages]
            self._wrong(
                ("stages",), "These stages do not follow each other.", f"Between them stands {listed(between, 'and')}."
            )

    def _among(self, name: str, values: Iterable[str], known: Iterable[str], message: str) -> None:
        known = list(known)
        for value in values:
            if value not in known:
                near = suggest(value, known)
                hint = f"Did you mean '{near}'?" if near else _choices(known)
                self._wrong(self._path(name, value), message.format(value[:64]), hint)

    def _known(self, name: str, kind: str, ids: Iterable[str]) -> None:
        for id in ids:
            if found := _unknown(self.atlas, kind, id):
                self._wrong(self._path(name, id), *found)

    def _texts(self, name: str) -> tuple[str, ...]:
        """The text or the texts of an option; a number as it is written, nothing where it is left out."""
        given: Any = self.root.get(name)
        values = given if isinstance(given, list) else [given]
        several = name != "caption"
        if name not in self.root:
            return ()
        if (
            not values
            or any(not isinstance(value, str) for value in values)
            or (not several and given is not values[0])
        ):
            self._wrong((name,), f"`{name}` is not {'a text or a list of texts' if several else 'a text'}.", "")
            return ()
        return tuple(dict.fromkeys(values))

    def _limit(self) -> int:
        value = self.root.get("limit", 0)
        if "limit" in self.root and (
            isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_ROWS
        ):
            self._wrong(
                ("limit",), f"`limit` is not a whole number from 1 to {MOST_ROWS}.", "It says how many pains are shown."
            )
            return 0
        return int(value) if isinstance(value, int) else 0

    def _path(self, name: str, value: str) -> tuple[str | int, ...]:
        given = self.root[name]
        return (name, given.index(value)) if isinstance(given, list) else (name,)

    def _wrong(self, path: tuple[str | int, ...], message: str, hint: str, *, key: bool = False) -> None:
        line, column = locate(self.root, path, key=key) if path else (self.text.line, 1)
        self.problems.append(_problem(Position(self.file, line, column + len(self.text.prefix)), message, hint))


def _unknown(atlas: Atlas, kind: str, id: str) -> tuple[str, str] | None:
    """What to say, and to do, of an id that nothing of a kind has; None where something has it."""
    known: Mapping[str, Any] = getattr(atlas, BY_NAME[kind].plural)
    thing, _, finding = id.partition("/") if kind == "evidence" else (id, "", "")
    if thing in known:
        findings = [one.id for one in known[thing].findings] if finding else []
        if not finding or finding in findings:
            return None
        near = suggest(finding, findings)
        hint = f"Did you mean '{thing}/{near}'?" if near else _choices(findings)
        return f"The study '{thing}' has no finding '{finding[:64]}'.", hint
    near = suggest(thing, known)
    hint = f"Did you mean '{near}'?" if near else _elsewhere(atlas, thing) or _choices(list(known))
    return f"There is no {BY_NAME[kind].noun} '{thing[:64]}'.", hint


def _elsewhere(atlas: Atlas, id: str) -> str:
    """What an id is the id of, where it is not what was looked for."""
    kinds = ("journey", "persona", "pain", "opportunity", "evidence", *CATALOG_LISTS.values())
    other = next((kind for kind in kinds if kind != "lane" and id in getattr(atlas, BY_NAME[kind].plural)), None)
    return f"'{id}' is {_a(other)}." if other else ""


def _choices(known: list[str]) -> str:
    return f"Known: {listed(known, 'and')}." if 0 < len(known) <= MOST_LISTED else ""


def _a(kind: str) -> str:
    return with_article(BY_NAME[kind].noun)


def _problem(position: Position, message: str, hint: str) -> Problem:
    return Problem(MISTAKE, position, message, hint, Severity.WARNING)


def _moved(problem: Problem, columns: int) -> Problem:
    """A problem of the YAML in a block that is set in, as a warning."""
    at = problem.position
    place = Position(at.file, at.line, at.column + columns)
    return Problem(problem.rule, place, problem.message, problem.hint, Severity.WARNING, problem.related)
