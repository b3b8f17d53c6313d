"""The marks of one journey: at its head, its stages, the cells of its map, and where something was removed."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.diff import Change, ChangeKind, Comparison
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.insight.emotion import curve_of
from mkdocs_journeys.model import Journey, JourneyStage
from mkdocs_journeys.site.changes.marks import ChangeMark, GoneMark, mark_of
from mkdocs_journeys.site.map.lanes import HEAD, lane_of

Cell = tuple[int, str]
"""The number of a step and the id of a lane."""


class PreviousCurve(NamedTuple):
    """A persona's former emotion at each step of today, None where it is not known; `new` are indexes of new steps."""

    persona: str
    values: tuple[float | None, ...]
    new: frozenset[int] = frozenset()


@dataclass(slots=True)
class JourneyMarks:
    """Every mark of a journey's page: `stages` by number, `pains` by id, `gone_pains` by the number of their step."""

    journey: list[ChangeMark] = field(default_factory=list)
    stages: dict[int, list[ChangeMark]] = field(default_factory=lambda: defaultdict(list))
    cells: dict[Cell, list[ChangeMark]] = field(default_factory=lambda: defaultdict(list))
    pains: dict[str, list[ChangeMark]] = field(default_factory=lambda: defaultdict(list))
    gone: list[GoneMark] = field(default_factory=list)
    gone_pains: dict[int, list[GoneMark]] = field(default_factory=lambda: defaultdict(list))
    previous: tuple[PreviousCurve, ...] = ()


def journey_marks(comparison: Comparison) -> dict[str, JourneyMarks]:
    """The marks of every changed journey of the new side, by id."""
    marks: defaultdict[str, JourneyMarks] = defaultdict(JourneyMarks)
    for change in comparison.changes:
        _place(change, comparison, marks)
    for old, new in comparison.matches.pairs:
        previous = _previous_curves(old, new, comparison) if new.kind == "journey" else ()
        if previous:
            marks[new.id].previous = previous
    return dict(sorted(marks.items()))


def _place(change: Change, comparison: Comparison, marks: dict[str, JourneyMarks]) -> None:
    before, after = comparison.sides_of(change)
    mark = mark_of(change, comparison.old, comparison.new)
    if after and after.root.kind == "journey":
        _place_here(mark, change, after, comparison, marks[after.root.id])
    left = before and (after is None or change.kind == ChangeKind.MOVED) and comparison.matches.new_of.get(before.root)
    if before and left and left.kind == "journey" and (after is None or after.root is not left):
        _place_gone(mark, before, comparison, marks[left.id])


def _place_here(mark: ChangeMark, change: Change, thing: Entity, comparison: Comparison, marks: JourneyMarks) -> None:
    if thing.kind == "journey":
        marks.journey.append(mark)
    elif thing.kind == "stage":
        marks.stages[thing.number].append(mark)
    elif thing.kind == "pain":
        marks.pains[thing.id].append(mark)
        if thing.parent:
            marks.cells[comparison.step_numbers[thing.parent], "pains"].append(mark)
    else:
        lane = lane_of(change.field) if change.kind == ChangeKind.CHANGED else HEAD
        marks.cells[comparison.step_numbers[thing], lane].append(mark)


def _place_gone(mark: ChangeMark, thing: Entity, comparison: Comparison, marks: JourneyMarks) -> None:
    here = comparison.matches.new_of.get(thing.parent) if thing.parent else None
    gone = GoneMark(thing.name or (thing.key or ""), mark, _next_step(thing, comparison))
    if thing.kind == "pain" and here:
        marks.gone_pains[comparison.step_numbers[here]].append(gone)
    elif thing.kind == "stage" and not thing.name:
        known = comparison.old.stages.get(thing.model.stage) if isinstance(thing.model, JourneyStage) else None
        marks.gone.append(GoneMark(known.name if known else gone.name, mark, gone.before))
    else:
        marks.gone.append(gone)


def _next_step(thing: Entity, comparison: Comparison) -> int | None:
    """The number, today, of the first remaining step after a removed thing."""
    journey = thing.root
    home = comparison.matches.new_of.get(journey)
    passed = False
    for step in (step for step in comparison.before["step"] if step.root is journey):
        passed = passed or thing in (step, step.parent) or thing.parent is step
        here = comparison.matches.new_of.get(step)
        if passed and here and here.root is home:
            return comparison.step_numbers[here]
    return None


def _previous_curves(old: Entity, new: Entity, comparison: Comparison) -> tuple[PreviousCurve, ...]:
    before, after = old.model, new.model
    if not isinstance(before, Journey) or not isinstance(after, Journey):
        return ()
    were = {step: at for at, step in enumerate(one for one in comparison.before["step"] if one.root is old)}
    now = [step for step in comparison.after["step"] if step.root is new]
    origins = [were.get(comparison.matches.old_of[step]) if step in comparison.matches.old_of else None for step in now]
    names = {one.id: other.id for one, other in comparison.matches.pairs if one.kind == "persona"}
    actors = dict.fromkeys(id for step in before.steps for id in (*actors_of(before, step), *before.personas[:1]))
    found = (_previous_curve(before, after, id, names.get(id, id), origins) for id in actors)
    return tuple(curve for curve in found if curve)


def _previous_curve(
    before: Journey, after: Journey, old: str, new: str, origins: list[int | None]
) -> PreviousCurve | None:
    """None if the persona's emotion is unchanged at every remaining step."""
    emotions = curve_of(before, old)
    was = [None if at is None else emotions[at] for at in origins]
    now = curve_of(after, new)
    changed = any(one is not None and one != other for one, other in zip(was, now, strict=True))
    fresh = frozenset(number for number, at in enumerate(origins) if at is None)
    return PreviousCurve(new, tuple(was), fresh) if changed else None
