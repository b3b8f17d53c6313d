"""A draft that is made of interviews: its parts, each as the file of an atlas that it is to become."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from mkdocs_journeys.imports.interviews.json_values import empty_at, values_of, with_items, with_value, without
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.load import FileRole, ParsedFile, parse_values
from mkdocs_journeys.load.files import CATALOG, RESERVED, is_id
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.schema.drafted import DRAFT_KINDS, PROPOSED_LISTS
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.vocabulary import BY_NAME
from mkdocs_journeys.wording import listed
from mkdocs_journeys.yamlfile import Map, PartSource, Seq, locate

KEYS = ("$schema", "transcripts", "proposes", *(BY_NAME[kind].plural for kind in DRAFT_KINDS))
"""The keys that a draft may have."""
IDS = "Ids are made of a-z, 0-9 and hyphens, at most 64 characters."
PERSONAS = BY_NAME["persona"].plural


class DraftPart(NamedTuple):
    """A part of a draft, found in it at `at`, and the path of the file that it becomes.

    `values` are what the file may say: for studies without the transcripts of their findings.
    """

    kind: str
    id: str
    at: tuple[str, ...]
    values: Map
    path: str


class InterviewDraft(NamedTuple):
    """A draft that could be read: the paths of its transcripts by id, its parts, and the catalog's new things."""

    file: str
    root: Map
    transcripts: Mapping[str, str]
    parts: tuple[DraftPart, ...]
    catalog: Map

    def position(self, path: tuple[str | int, ...], *, key: bool = False) -> Position:
        """Where a value of the draft stands, or its key."""
        return Position(self.file, *locate(self.root, path, key=key))

    def parsed(self, data: bytes) -> list[ParsedFile]:
        """The parts as files of an atlas whose mistakes stand in the draft."""
        found = [self._parsed("catalog", "catalog", self.catalog, data)]
        return found + [self._parsed(part.kind, part.id, part.values, data) for part in self.parts]

    def _parsed(self, kind: str, id: str, values: Map, data: bytes) -> ParsedFile:
        role = FileRole(self.file, kind, id)
        return parse_values(role, values, PartSource(data, self.file, part=values), [])


def draft_of(
    data: bytes, file: str, tree: Tree, known: Catalog | None, paths: Mapping[tuple[str, str], str]
) -> tuple[InterviewDraft | None, list[Problem]]:
    """The draft in a file, None where it is none; and mistakes in how it is made.

    `known` is the catalog that is there, `paths` are those of the files of its things, by kind and id.
    """
    text = decoded(data, file)
    if isinstance(text, Problem):
        return None, [text]
    root, problems = values_of(text, file)
    if root is None:
        return None, problems
    reader = _DraftReader(file, root, problems)
    reader.check_keys(root, KEYS, ())
    for name in ("transcripts", "evidence", "journeys"):
        if not reader.mapping((name,)):
            reader.tell((name,), f"The draft has no {name}.", f"It needs `{name}`, with at least one.")
    proposes = reader.mapping(("proposes",))
    reader.check_keys(proposes, (PERSONAS, *PROPOSED_LISTS), ("proposes",))
    parts = [*reader.things("persona", ("proposes", PERSONAS))]
    for kind in DRAFT_KINDS:
        parts += reader.things(kind, (BY_NAME[kind].plural,))
    found = [part._replace(path=paths.get((part.kind, part.id), f"{tree.folder}/{part.path}")) for part in parts]
    draft = InterviewDraft(file, root, reader.transcripts(), tuple(found), reader.catalog(proposes, known))
    return draft, problems


class _DraftReader:
    """Reads the parts of a draft, and notes what is wrong with how it is made."""

    def __init__(self, file: str, root: Map, problems: list[Problem]) -> None:
        self.file, self.root, self.problems = file, root, problems

    def tell(self, path: tuple[str | int, ...], message: str, hint: str = "", *, key: bool = False) -> None:
        place = Position(self.file, *locate(self.root, path, key=key))
        self.problems.append(Problem("import", place, message, hint))

    def check_keys(self, values: Map, known: tuple[str, ...], path: tuple[str, ...]) -> None:
        where = f"`{path[-1]}` has" if path else "A draft has"
        for key in values:
            if key not in known:
                near = suggest(key, known)
                hint = f"Did you mean `{near}`?" if near else f"Known: {listed(known, 'and')}."
                self.tell((*path, key), f"{where} no `{key[:40]}`.", hint, key=True)

    def mapping(self, path: tuple[str, ...]) -> Map:
        """The mapping at a path; an empty one where there is none or something else."""
        here: Any = self.root
        for name in path:
            here = here.get(name) if isinstance(here, Map) else None
        if isinstance(here, Map):
            return here
        if here is not None:
            self.tell(path, f"`{path[-1]}` is no mapping.", 'Write {"an-id": …}.')
        return empty_at(*locate(self.root, path))

    def things(self, kind: str, path: tuple[str, ...]) -> Iterator[DraftPart]:
        """The things of a kind at a path, by their ids."""
        for id in self.mapping(path):
            if not is_id(id) or id in RESERVED:
                self.tell((*path, id), f"{id[:40]!r} cannot be the id of a {BY_NAME[kind].noun}.", IDS, key=True)
                continue
            values = self.mapping((*path, id))
            if kind == "evidence" and isinstance(findings := values.get("findings"), Seq):
                bare = with_items(findings, lambda one: without(one, ["transcript"]) if isinstance(one, Map) else one)
                values = with_value(values, "findings", bare)
            yield DraftPart(kind, id, (*path, id), values, f"{BY_NAME[kind].folder}/{id}.yml")

    def transcripts(self) -> dict[str, str]:
        """The paths of the transcripts by their ids."""
        found = {}
        for id, path in self.mapping(("transcripts",)).items():
            if not is_id(id) or not isinstance(path, str) or not path.strip():
                self.tell(("transcripts", id), "A transcript is an id and the path of a file.", IDS, key=True)
            else:
                found[id] = path
        return found

    def catalog(self, proposes: Map, known: Catalog | None) -> Map:
        """The catalog's new things; those that it has by the same id and name are left out."""
        values = without(proposes, [key for key in proposes if key not in PROPOSED_LISTS])
        for name in PROPOSED_LISTS:
            items = values.get(name)
            there = {one.id: one.name for one in getattr(known, name)} if known else {}
            if isinstance(items, Seq):
                values = with_value(values, name, with_items(items, partial(self._new, name, there)))
        return with_value(values, "format", 1)

    def _new(self, name: str, there: Mapping[str, str], item: Any) -> Any:
        id = item.get("id") if isinstance(item, Map) else None
        if not isinstance(id, str) or id not in there:
            return item
        if item.get("name") == there[id]:
            return None
        line, column = locate(item, ("id",))
        message = f"{CATALOG} has {id!r} in its {name} already, as {there[id]!r}."
        hint = "Use that, and take this out; or give it another id."
        self.problems.append(Problem("import", Position(self.file, line, column), message, hint))
        return None
