"""The marks of one journey: at its head, its stages, the cells of its map, and where something was."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.insight.emotion import curve_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.changes.mark import Gone, Mark, mark_of
from mkdocs_journeys.site.changes.sides import Sides, root_of
from mkdocs_journeys.site.changes.values import values_of

HEAD = "does"
"""The lane of a step's own name, and of what has no lane of its own."""
LANES = {
    "backstage": "backstage",
    "channel": "touchpoint",
    "confidence": "evidence",
    "duration": "time",
    "emotion": "feels",
    "evidence": "evidence",
    "expects": "expects",
    "feelings": "feels",
    "frontstage": "frontstage",
    "gains": "gains",
    "ideas": "ideas",
    "image": "pictures",
    "leads_to": "next",
    "metrics": "metrics",
    "opportunities": "opportunities",
    "pains": "pains",
    "policy": "policy",
    "says": "says",
    "support": "support",
    "systems": "systems",
    "thinks": "thinks",
    "touchpoint": "touchpoint",
    "wait": "time",
}
"""The lane of the map in which a field of a step is drawn."""

Cell = tuple[int, str]
"""The number of a step and the id of a lane."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """What a persona felt before at each step of today; None for steps that are new and where nothing was known."""

    persona: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class JourneyMarks:
    """Every mark of a journey's page. `pains` are by id, `gone_pains` by the number of the step where they were."""

    journey: tuple[Mark, ...] = ()
    stages: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    cells: Mapping[Cell, tuple[Mark, ...]] = field(default_factory=dict)
    pains: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()
    gone_pains: Mapping[int, tuple[Gone, ...]] = field(default_factory=dict)
    ghosts: tuple[Ghost, ...] = ()

    def at(self, step: int, lane: str) -> tuple[Mark, ...]:
        """The marks of a cell."""
        return self.cells.get((step, lane), ())


def lane_of(field: str | None) -> str:
    """The id of the lane that shows a field of a step; the head of its column for what has none."""
    head, _, rest = (field or "").partition(".")
    return f"own-{rest.split('.')[0]}" if head == "lanes" else LANES.get(head, HEAD)


def journey_marks(found: Iterable[Change], sides: Sides) -> dict[str, JourneyMarks]:
    """The marks of every journey that is there and has any, by id."""
    drafts: defaultdict[str, _Draft] = defaultdict(_Draft)
    for change in found:
        _place(change, sides, drafts)
    ghosts = {new.id: _ghosts(old, new, sides) for old, new in sides.matches.pairs if new.kind == "journey"}
    return {id: drafts[id].marks(ghosts.get(id, ())) for id in sorted({*drafts, *(id for id in ghosts if ghosts[id])})}


@dataclass(slots=True)
class _Draft:
    journey: list[Mark] = field(default_factory=list)
    stages: defaultdict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    cells: defaultdict[Cell, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    pains: defaultdict[str, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    gone: list[Gone] = field(default_factory=list)
    gone_pains: defaultdict[int, list[Gone]] = field(default_factory=lambda: defaultdict(list))

    def marks(self, ghosts: tuple[Ghost, ...]) -> JourneyMarks:
        return JourneyMarks(
            tuple(self.journey),
            {number: tuple(marks) for number, marks in self.stages.items()},
            {cell: tuple(marks) for cell, marks in self.cells.items()},
            {pain: tuple(marks) for pain, marks in self.pains.items()},
            tuple(self.gone),
            {number: tuple(gone) for number, gone in self.gone_pains.items()},
            ghosts,
        )


def _place(change: Change, sides: Sides, drafts: Mapping[str, _Draft]) -> None:
    before, after = sides.things(change)
    mark = mark_of(change, *values_of(change, sides.old, sides.new))
    if after and root_of(after).kind == "journey":
        _place_here(mark, change, after, sides, drafts[root_of(after).id])
    left = before and (after is None or change.kind == ChangeKind.MOVED) and sides.matches.new_of.get(root_of(before))
    if before and left and left.kind == "journey" and (after is None or root_of(after) is not left):
        _place_gone(mark, before, sides, drafts[left.id])


def _place_here(mark: Mark, change: Change, thing: Entity, sides: Sides, draft: _Draft) -> None:
    if thing.kind == "journey":
        draft.journey.append(mark)
    elif thing.kind == "stage":
        draft.stages[thing.number].append(mark)
    elif thing.kind == "pain":
        draft.pains[thing.id].append(mark)
        if thing.parent:
            draft.cells[sides.numbers[thing.parent], "pains"].append(mark)
    else:
        lane = lane_of(change.field) if change.kind == ChangeKind.CHANGED else HEAD
        draft.cells[sides.numbers[thing], lane].append(mark)


def _place_gone(mark: Mark, thing: Entity, sides: Sides, draft: _Draft) -> None:
    here = sides.matches.new_of.get(thing.parent) if thing.parent else None
    gone = Gone(thing.name or (thing.key or ""), mark, _next_step(thing, sides))
    if thing.kind == "pain" and here:
        draft.gone_pains[sides.numbers[here]].append(gone)
    elif thing.kind == "stage" and not thing.name:
        known = sides.old.stages.get(thing.key or "")
        draft.gone.append(Gone(known.name if known else gone.name, mark, gone.before))
    else:
        draft.gone.append(gone)


def _next_step(thing: Entity, sides: Sides) -> int | None:
    """The number of the first step of today that came after a thing which is gone."""
    journey = root_of(thing)
    home = sides.matches.new_of.get(journey)
    passed = False
    for step in (step for step in sides.before["step"] if root_of(step) is journey):
        passed = passed or thing in (step, step.parent) or thing.parent is step
        here = sides.matches.new_of.get(step)
        if passed and here and root_of(here) is home:
            return sides.numbers[here]
    return None


def _ghosts(old: Entity, new: Entity, sides: Sides) -> tuple[Ghost, ...]:
    before, after = old.model, new.model
    if not isinstance(before, Journey) or not isinstance(after, Journey):
        return ()
    were = {step: at for at, step in enumerate(one for one in sides.before["step"] if root_of(one) is old)}
    now = [step for step in sides.after["step"] if root_of(step) is new]
    origins = [were.get(sides.matches.old_of[step]) if step in sides.matches.old_of else None for step in now]
    names = {one.id: other.id for one, other in sides.matches.pairs if one.kind == "persona"}
    felt = dict.fromkeys(id for step in before.steps for id in (*actors_of(before, step), *before.personas[:1]))
    found = (_ghost(before, after, id, names.get(id, id), origins) for id in felt)
    return tuple(ghost for ghost in found if ghost)


def _ghost(before: Journey, after: Journey, old: str, new: str, origins: list[int | None]) -> Ghost | None:
    """None where the persona feels what it felt at every step that is still there."""
    felt = curve_of(before, old)
    was = [None if at is None else felt[at] for at in origins]
    now = curve_of(after, new)
    changed = any(one is not None and one != other for one, other in zip(was, now, strict=True))
    return Ghost(new, tuple(was)) if changed else None
