"""Names of a source to ids: of the things that the atlas has, where one is like it, else of new ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mkdocs_journeys.diff.similarity import folded, text_similarity
from mkdocs_journeys.imports.text import cleaned
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.load.files import CATALOG, RESERVED, id_like
from mkdocs_journeys.model import Catalog, Journey, Pain, Persona
from mkdocs_journeys.sources.tree import Tree

NamedKind = Literal["persona", "stage", "touchpoint", "channel", "team", "lane"]
LISTS: Mapping[NamedKind, str] = {
    "stage": "stages",
    "channel": "channels",
    "touchpoint": "touchpoints",
    "team": "teams",
    "lane": "lanes",
}
"""The catalog's list of each kind that stands in it, in the order in which new ones are written."""
ALIKE = 0.8
"""How alike two names have to be to be taken for one."""


class Match(NamedTuple):
    """What a name of the source was taken for; `likeness` is 1 for the same name, None for a new thing."""

    id: str
    name: str
    likeness: float | None

    @property
    def percent(self) -> str:
        """The likeness as it is shown."""
        return f"{100 * (self.likeness or 0):.0f}% alike"


class KnownNames(NamedTuple):
    """The things of an atlas by kind and id, with their names; the ids of its pains, and its catalog."""

    things: Mapping[NamedKind, Mapping[str, str]]
    journeys: Mapping[str, str]
    """The ids of journeys with the paths of their files."""
    pains: frozenset[str]
    catalog: Catalog | None


def names_in(tree: Tree) -> KnownNames:
    """What an atlas names, as far as its files can be read."""
    things: dict[NamedKind, dict[str, str]] = {"persona": {}, **{kind: {} for kind in LISTS}}
    journeys: dict[str, str] = {}
    pains: set[str] = set()
    catalog = None
    for path in sorted(tree.files):
        role = role_of(path, tree.folder)
        if not isinstance(role, FileRole) or role.kind not in ("catalog", "persona", "journey"):
            continue
        model = parse_file(role, tree.files[path]).model
        if role.kind == "journey":
            journeys[role.id] = path
        match model:
            case Persona():
                things["persona"][role.id] = model.name
            case Journey():
                pains.update(pain.id for step in model.steps for pain in step.pains if isinstance(pain, Pain))
            case Catalog() if path == f"{tree.folder}/{CATALOG}":
                catalog = model
                for kind, name in LISTS.items():
                    things[kind].update((thing.id, thing.name) for thing in getattr(model, name))
    return KnownNames(things, journeys, frozenset(pains), catalog)


@dataclass
class Naming:
    """Ids for the names of a source. The same name always gets the same id; `proposed` are those of new things."""

    known: KnownNames
    proposed: dict[NamedKind, dict[str, str]] = field(default_factory=dict)
    matches: dict[tuple[NamedKind, str], Match] = field(default_factory=dict)
    _ids: set[tuple[str, str]] = field(default_factory=set)

    def of(self, kind: NamedKind, name: str) -> Match:
        """What a name stands for; a new thing is proposed where the atlas has nothing like it."""
        name = cleaned(name)
        key = (kind, folded(name))
        if key not in self.matches:
            self.matches[key] = self._found(kind, name) or self._new(kind, name)
        return self.matches[key]

    def new_id(self, kind: str, name: str, taken: Iterable[str] = ()) -> str:
        """An id for a new thing of any kind, made from its name, and unlike all that are taken."""
        stem = id_like(name) or kind
        stem = f"{stem}-{kind}"[:64] if stem in RESERVED else stem
        used = {*taken, *(one for what, one in self._ids if what == kind)}
        number, found = 1, stem if id_like(name) else f"{stem}-1"
        while found in used:
            number += 1
            found = f"{stem[: 63 - len(str(number))].rstrip('-')}-{number}"
        self._ids.add((kind, found))
        return found

    def _found(self, kind: NamedKind, name: str) -> Match | None:
        there = self.known.things.get(kind, {})
        wanted = folded(name)
        likenesses = [
            (1.0 if folded(text) == wanted or id == id_like(name) else 0.99 * text_similarity(folded(text), wanted), id)
            for id, text in there.items()
        ]
        likeness, id = max(likenesses, key=lambda one: (one[0], one[1]), default=(0.0, ""))
        return Match(id, there[id], likeness) if likeness >= ALIKE else None

    def _new(self, kind: NamedKind, name: str) -> Match:
        id = self.new_id(kind, name, self.known.things.get(kind, {}))
        self.proposed.setdefault(kind, {})[id] = name
        return Match(id, name, None)
