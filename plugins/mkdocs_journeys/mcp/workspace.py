"""The project that the server answers from, read anew where a file has changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.entities import Entity, entities_of, position_of
from mkdocs_journeys.lint.engine import check_atlas
from mkdocs_journeys.load import Loader, ParsedFile
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.problem import Position, Problem, Severity, suggest
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import stamps, worktree
from mkdocs_journeys.wording import counted, listed

KINDS = (
    "journey",
    "step",
    "persona",
    "pain",
    "opportunity",
    "solution",
    "evidence",
    "finding",
    "metric",
    "touchpoint",
    "channel",
    "team",
    "segment",
    "stage",
)
"""The kinds of things that can be asked for; a stage is one of the lifecycle."""


_SEARCH = "Use search to find its id."


class UnansweredError(Exception):
    """Why a question cannot be answered, in a sentence with what to do about it."""


@dataclass(frozen=True, eq=False)
class AtlasState:
    """The files at a moment; `atlas` is None where they have errors, `problems` are those of loading."""

    root: Path
    tree: Tree
    parsed: Sequence[ParsedFile]
    atlas: Atlas | None
    problems: Sequence[Problem]

    @property
    def sound(self) -> Atlas:
        """The atlas. Raises UnansweredError where it has errors."""
        if self.atlas is None:
            errors = [problem for problem in self.problems if problem.severity == Severity.ERROR]
            raise UnansweredError(
                f"The atlas has {counted(len(errors), 'mistake')}, first {errors[0]} Mend it, for example with "
                "propose_edit, then ask again; check lists them all."
            )
        return self.atlas

    @cached_property
    def things(self) -> Mapping[str, Mapping[str, Entity]]:
        """Everything that can be asked for, by kind and id. Raises UnansweredError where the atlas has errors."""
        atlas = self.sound
        nothing = Atlas(Catalog.model_validate({"format": 1, "id": "catalog", "path": ""}))
        found = entities_of(atlas, nothing)
        by_kind = {**found, "stage": found["catalog-stage"], "step": list(_numbered(found["step"]))}
        return {kind: {one.id: one for one in by_kind[kind]} for kind in KINDS}

    def thing(self, kind: str, id: str) -> Entity:
        """The thing of a kind with an id. Raises UnansweredError, with the id that was meant where that is plain."""
        if kind not in self.things:
            raise UnansweredError(f"There is no kind '{kind}'. The kinds are {listed(KINDS, 'and')}.")
        found = self.things[kind].get(id) or (self._step_by_number(id) if kind == "step" else None)
        if found is None:
            near = suggest(id, self.things[kind])
            raise UnansweredError(f"There is no {kind} '{id}'. " + (f"Did you mean '{near}'?" if near else _SEARCH))
        return found

    def _step_by_number(self, name: str) -> Entity | None:
        """The step that JOURNEY/NUMBER means."""
        journey, _, number = name.rpartition("/")
        steps = [one for one in self.things["step"].values() if one.root.id == journey]
        return steps[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(steps) else None

    def where(self, thing: Entity) -> str:
        """FILE:LINE of a thing."""
        return place(position_of(self.sound, thing))


class Workspace:
    """A project on disk. `today` is the day on which ages count, the present one where it is None."""

    def __init__(self, root: Path, folder: str = "journeys", today: date | None = None) -> None:
        self.root = root
        self.folder = folder
        self._today = today
        self._loader = Loader()
        self._stamps: object = None
        self._state: AtlasState | None = None
        self._lock = Lock()

    @property
    def today(self) -> date:
        """The day on which ages count."""
        return self._today or date.today()

    def state(self) -> AtlasState:
        """The project as it is now; the last state where no file has changed."""
        with self._lock:
            now = stamps(self.root / self.folder)
            if self._state is None or now != self._stamps:
                tree = worktree(self.root, self.folder)
                atlas, problems = self._loader.load(tree)
                self._state = AtlasState(self.root, tree, self._loader.parsed, atlas, problems)
                self._stamps = now
            return self._state

    def try_out(self, tree: Tree) -> tuple[Atlas | None, list[Problem]]:
        """What other files would be, most of which are those of the project."""
        with self._lock:
            return self._loader.load(tree)


def _numbered(steps: Iterable[Entity]) -> Iterator[Entity]:
    """Steps with the ids that they are asked for by: JOURNEY/ID, or JOURNEY/NUMBER where they have none."""
    last: Counter[str] = Counter()
    for step in steps:
        journey = step.root.id
        last[journey] += 1
        yield replace(step, id=f"{journey}/{step.key or last[journey]}")


def kind_of(thing: Entity) -> str:
    """The kind by which a thing is asked for."""
    return "stage" if thing.kind == "catalog-stage" else thing.kind


@lru_cache(1)
def checked(state: AtlasState, today: date) -> Sequence[Problem]:
    """All that `journeys check` would print."""
    if state.atlas is None:
        return state.problems
    return check_atlas(state.atlas, state.problems, state.tree.files, state.root, today)


def place(position: Position | None) -> str:
    """FILE:LINE of a position, "" for none."""
    return f"{position.file}:{position.line}" if position else ""
