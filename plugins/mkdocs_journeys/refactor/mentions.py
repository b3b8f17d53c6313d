"""Every place of a file where the fields write an id: what it defines, and what it refers to."""

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journeys.load import FileRole, ParsedFile
from mkdocs_journeys.model import Measure
from mkdocs_journeys.model.references import KIND_MEANT, Path, Reference
from mkdocs_journeys.vocabulary import CATALOG_LISTS

LOCAL = {"step": "journey", "path": "journey", "finding": "evidence", "solution": "opportunity"}
"""Kinds whose ids mean something in one file alone, to the kind of that file; they are named FILE/ID."""
DEFINED_INSIDE = (*CATALOG_LISTS.values(), "lifecycle", "pain", *LOCAL)
"""Kinds of things that have no file of their own."""


class Mention(NamedTuple):
    """An id in a field: the text `value` at `path`, or the key there, which holds the id's last part from `start` on.

    `id` is unique among its kind in the atlas: FILE/ID for kinds that are LOCAL.
    """

    kind: str
    id: str
    path: Path
    key: bool
    value: str
    start: int = 0
    defines: bool = False

    @property
    def own(self) -> str:
        """The part of the value that is the thing's own id."""
        return self.id.rpartition("/")[2]

    def renamed(self, new: str) -> str:
        """The value with another own id."""
        return self.value[: self.start] + new + self.value[self.start + len(self.own) :]


def mentions_of(parsed: ParsedFile) -> Iterator[Mention]:
    """The ids in the fields of a file, as far as it can be understood: those that it defines first."""
    located = parsed.locations.defined
    for kind, ids in parsed.defined.items():
        if kind in DEFINED_INSIDE:
            for id, path in zip(ids, located[kind], strict=True):
                yield Mention(kind, qualified(kind, parsed.role, id), path, kind == "path", id, defines=True)
    for reference in parsed.references:
        yield from _meant(parsed.role, reference)
    for number, observed in enumerate(parsed.model.journeys if isinstance(parsed.model, Measure) else ()):
        for step in observed.steps:
            yield Mention("step", f"{observed.journey}/{step}", ("journeys", number, "steps", step), True, step)
    for number, kept in enumerate(parsed.model.comments if isinstance(parsed.model, Measure) else ()):
        yield Mention("evidence", kept.evidence, ("comments", number, "evidence"), False, kept.evidence)


def qualified(kind: str, role: FileRole, id: str) -> str:
    """The id of a thing in a file, unique among its kind in the atlas."""
    return f"{role.id}/{id}" if kind in LOCAL else id


def _meant(role: FileRole, one: Reference) -> Iterator[Mention]:
    """What a reference names: for `study/finding`, both."""
    kind, target, path, key = one.kind, one.target, one.path, one.key
    if kind == "evidence":
        study, slash, _ = target.partition("/")
        yield Mention("evidence", study, path, key, target)
        if slash:
            yield Mention("finding", target, path, key, target, len(study) + 1)
    elif kind == "next":
        above, colon, id = target.rpartition(":")
        there = "journey" if colon else "step"
        yield Mention(there, qualified(there, role, id), path, key, target, len(above + colon))
    elif kind != "asset":
        yield Mention(KIND_MEANT.get(kind, kind), qualified(kind, role, target), path, key, target)
