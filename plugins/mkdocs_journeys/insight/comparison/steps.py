"""The steps of two sides, one beside the other: what is on both, on one alone, changed, or in another place."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.comparison.sides import JourneySide, SideStep, side_steps
from mkdocs_journeys.insight.selection import open_pains_at

StepChange = Literal["gone", "new", "moved", "changed", "same"]
"""What becomes of a step from one side to the other: `gone` and `new` ones are on one side alone."""
StepPart = Literal["name", "emotion", "touchpoint", "team", "time", "pains"]
"""What two steps may differ in."""


class AlignedStep(NamedTuple):
    """A step on both sides, or on one. `stage` is the id of its lifecycle stage.

    A moved step has a column for each side, with the number that it has on the other one as `elsewhere`, 0 for
    steps that did not move. `differs` is empty where a side is missing.
    """

    stage: str
    one: SideStep | None
    other: SideStep | None
    change: StepChange
    elsewhere: int = 0
    differs: tuple[StepPart, ...] = ()


def step_columns(atlas: Atlas, one: JourneySide, other: JourneySide) -> tuple[AlignedStep, ...]:
    """All steps of both sides in one row.

    Steps are the same by their id, else by their name, else by where they happen: at the same touchpoints in the same
    stage, in their order. Of those in another order, or in another stage, the ones that are furthest away have moved.
    """
    before, after = side_steps(atlas, one), side_steps(atlas, other)
    pairs = _numbered(before, after) if one.journey is other.journey else matched_steps(before, after)
    return tuple(_columns(atlas, before, after, pairs))


def matched_steps(before: Sequence[SideStep], after: Sequence[SideStep]) -> dict[int, int]:
    """The indices of steps before, each with that of the same step after."""
    found: dict[int, int] = {}
    for key in (_by_id, folded_name, _by_place):
        taken, waiting = set(found.values()), defaultdict[Hashable, deque[int]](deque)
        for index, step in enumerate(after):
            if index not in taken:
                waiting[key(step)].append(index)
        for index, step in enumerate(before):
            wanted = key(step)
            if index not in found and wanted and waiting[wanted]:
                found[index] = waiting[wanted].popleft()
    return found


def folded_name(step: SideStep) -> str:
    """The name of a step for comparison: case folded, white space collapsed."""
    return " ".join(step.place.step.name.casefold().split())


def _by_id(step: SideStep) -> Hashable:
    return step.place.step.id


def _by_place(step: SideStep) -> Hashable:
    touchpoints = step.place.step.touchpoint
    return (_stage(step), tuple(touchpoints)) if touchpoints else None


def _numbered(before: Sequence[SideStep], after: Sequence[SideStep]) -> dict[int, int]:
    """The same steps of one journey as two of its people go through it."""
    there = {step.place.number: index for index, step in enumerate(after)}
    return {index: there[step.place.number] for index, step in enumerate(before) if step.place.number in there}


def _stage(step: SideStep) -> str:
    return step.place.stage.stage


def _columns(
    atlas: Atlas, before: Sequence[SideStep], after: Sequence[SideStep], pairs: Mapping[int, int]
) -> Iterator[AlignedStep]:
    back = {right: left for left, right in pairs.items()}
    left, right, stage = 0, 0, ""
    for end, there in [*_in_place(before, after, pairs), (len(before), len(after))]:
        for side, index in _merged(before, after, list(range(left, end)), list(range(right, there)), stage):
            step = (after if side else before)[index]
            stage, twin = _stage(step), (back if side else pairs).get(index)
            moved = None if twin is None else (before if side else after)[twin]
            change: StepChange = "moved" if moved else "new" if side else "gone"
            differs = differences(atlas, moved, step) if moved and side else ()
            number = moved.place.number if moved else 0
            one, other = (None, step) if side else (step, None)
            yield AlignedStep(stage, one, other, change, number, differs)
        if end < len(before):
            one, other = before[end], after[there]
            stage, differs = _stage(one), differences(atlas, one, other)
            yield AlignedStep(stage, one, other, "changed" if differs else "same", 0, differs)
        left, right = end + 1, there + 1


def _in_place(before: Sequence[SideStep], after: Sequence[SideStep], pairs: Mapping[int, int]) -> list[tuple[int, int]]:
    """The pairs that keep their order and their stage, each of which has a column of its own; the same both ways.

    Pairs are kept one by one, those whose ranks differ least first, as long as none crosses another.
    """
    ranks, others = ({index: rank for rank, index in enumerate(sorted(ends))} for ends in (pairs, pairs.values()))

    def order(pair: tuple[int, int]) -> tuple[int, int, list[str]]:
        mine, theirs = ranks[pair[0]], others[pair[1]]
        return abs(mine - theirs), mine + theirs, sorted([folded_name(before[pair[0]]), folded_name(after[pair[1]])])

    kept: list[tuple[int, int]] = []
    for left, right in sorted(pairs.items(), key=order):
        if _stage(before[left]) == _stage(after[right]) and all((left < i) == (right < j) for i, j in kept):
            kept.append((left, right))
    return sorted(kept)


def _merged(
    before: Sequence[SideStep], after: Sequence[SideStep], mine: list[int], theirs: list[int], stage: str
) -> Iterator[tuple[bool, int]]:
    """The steps between two columns that are on both sides, with whether they are of the other side.

    Those of one stage stand together, beginning with the stage of the column before.
    """
    while mine or theirs:
        one, other = (_stage(before[mine[0]]) if mine else None), (_stage(after[theirs[0]]) if theirs else None)
        later = {_stage(after[index]) for index in theirs[1:]}
        is_mine = one is not None and (other in (None, one) or one == stage or (other != stage and one not in later))
        stage = (one if is_mine else other) or ""
        yield (False, mine.pop(0)) if is_mine else (True, theirs.pop(0))


def differences(atlas: Atlas, one: SideStep, other: SideStep) -> tuple[StepPart, ...]:
    """What two steps differ in; of pains only the open ones count."""
    parts: Mapping[StepPart, Callable[[SideStep], object]] = {
        "name": folded_name,
        "emotion": lambda side: side.emotion,
        "touchpoint": lambda side: (side.place.step.touchpoint, side.place.step.channel),
        "team": lambda side: atlas.teams_of(side.place.step),
        "time": lambda side: (side.place.step.duration, side.place.step.wait),
        "pains": lambda side: {item.pain.id for item in open_pains_at(atlas, side.place.step)},
    }
    return tuple(name for name, part in parts.items() if part(one) != part(other))
