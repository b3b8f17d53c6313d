"""The things of an atlas by kind and id, with names and uses: of each file as it was when it could last be read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import FileRole, ParsedFile, role_of
from mkdocs_journeys.model import Catalog, Evidence, Journey, Measure, Pain
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS
from mkdocs_journeys.wording import counted

_REFERENCE_KINDS: Mapping[str, tuple[str, ...]] = {
    "metric": ("metric", "volume"),
    "journey": ("journey", "next"),
    "lane": ("lane", "map-lane"),
}
"""A kind of thing to the kinds of references that mean it, where that is not the kind alone."""
_OF_JOURNEY = "journey:"
_ASSETS = "assets/"


class Thing(NamedTuple):
    """Something with an id; `file` is the path of the file that holds it, `model` what that says about it."""

    kind: str
    id: str
    name: str
    file: str
    model: Any


@dataclass(frozen=True)
class Snapshot:
    """An atlas at a moment.

    `files` are the bytes of all files, those of open buffers included; `sound` is what each was parsed to when it could
    last be read, by path; `atlas` is the last one that had no errors, None before there was one.
    """

    folder: str = "journeys"
    files: Mapping[str, bytes] = field(default_factory=dict)
    sound: Mapping[str, ParsedFile] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    atlas: Atlas | None = None
    _things: dict[str, dict[str, Thing]] = field(default_factory=dict, compare=False, repr=False)
    _uses: dict[str, Counter[str]] = field(default_factory=dict, compare=False, repr=False)

    def role(self, path: str) -> FileRole | None:
        """What a file is, by its path; None for files that hold nothing of the atlas."""
        found = role_of(path, self.folder)
        return found if isinstance(found, FileRole) else None

    @cached_property
    def catalog(self) -> Catalog | None:
        """The catalog, None where it could never be read."""
        models = (one.model for one in self.sound.values())
        return next((model for model in models if isinstance(model, Catalog)), None)

    def things(self, kind: str) -> Mapping[str, Thing]:
        """The things of a kind by id, in the order of the files; pictures count as things of the kind `asset`."""
        if kind not in self._things:
            found: dict[str, Thing] = {}
            for thing in self._found(kind):
                found.setdefault(thing.id, thing)
            self._things[kind] = found
        return self._things[kind]

    def uses(self, kind: str) -> Counter[str]:
        """How often the things of a kind are named or linked to, by id."""
        if kind not in self._uses:
            self._uses[kind] = _uses(kind, self.sound.values())
        return self._uses[kind]

    def used(self, kind: str, id: str) -> str:
        """How often a thing is used, in words."""
        times = self.uses(kind)[id]
        return f"used {counted(times, 'time')}" if times else "not used yet"

    def _found(self, kind: str) -> Iterator[Thing]:
        if kind == "asset":
            prefix = f"{self.folder}/assets/"
            for path in sorted(self.assets):
                yield Thing(kind, path.removeprefix(prefix), "", path, None)
        for one in self.sound.values():
            yield from _things_in(one, kind)


def _things_in(one: ParsedFile, kind: str) -> Iterator[Thing]:
    """The things of a kind that one file holds; of a file that could never be read, their ids alone."""
    path = one.role.path
    if kind in DOCUMENTS:
        if one.role.kind == kind:
            yield Thing(kind, one.role.id, _name(one.model) if one.model else "", path, one.model)
    elif one.model is None:
        above = f"{one.role.id}/" if kind in ("finding", "step") else ""
        for id in one.defined.get(kind, ()):
            yield Thing(kind, above + id, "", path, None)
    elif kind == "pain" and isinstance(one.model, Journey):
        pains = (pain for step in one.model.steps for pain in step.pains if isinstance(pain, Pain))
        yield from (Thing(kind, pain.id, pain.title, path, pain) for pain in pains)
    elif kind == "step" and isinstance(one.model, Journey):
        steps = (step for step in one.model.steps if step.id)
        yield from (Thing(kind, f"{one.model.id}/{step.id}", step.name, path, step) for step in steps)
    elif kind == "finding" and isinstance(one.model, Evidence):
        for finding in one.model.findings:
            yield Thing(kind, f"{one.model.id}/{finding.id}", finding.text, path, finding)
    elif kind in CATALOG_LISTS.values() and isinstance(one.model, Catalog):
        items = getattr(one.model, BY_NAME[kind].catalog_list)
        yield from (Thing(kind, item.id, item.name, path, item) for item in items)


def _name(model: Any) -> str:
    return str(getattr(model, "name", "") or getattr(model, "title", ""))


def _uses(kind: str, files: Iterable[ParsedFile]) -> Counter[str]:
    found: Counter[str] = Counter()
    if kind == "step":
        for one in files:
            found.update(f"{one.role.id}/{id}" for id in one.named.get("next", ()) if ":" not in id)
            entries = one.model.journeys if isinstance(one.model, Measure) else ()
            found.update(f"{entry.journey}/{step}" for entry in entries for step in entry.steps)
        return found
    linked = "evidence" if kind == "finding" else kind
    for one in files:
        for name in _REFERENCE_KINDS.get(kind, (linked,)):
            ids: Iterable[str] = one.named.get(name, ())
            if name == "asset":
                ids = [id.removeprefix(_ASSETS) for id in ids]
            elif name == "next":
                ids = [id.removeprefix(_OF_JOURNEY) for id in ids if id.startswith(_OF_JOURNEY)]
            found.update(ids)
        found.update(one.linked.get(linked, ()))
    if kind == "evidence":
        for id in [id for id in found if "/" in id]:
            found[id.partition("/")[0]] += found[id]
    return found


def snapshot_after(before: Snapshot, tree: Tree, parsed: Iterable[ParsedFile], atlas: Atlas | None) -> Snapshot:
    """The next snapshot: files that cannot be read now stay as they were in the one before."""
    sound = {one.role.path: one if one.model or one.figures else before.sound.get(one.role.path, one) for one in parsed}
    return Snapshot(tree.folder, tree.files, sound, tree.assets, atlas or before.atlas)
