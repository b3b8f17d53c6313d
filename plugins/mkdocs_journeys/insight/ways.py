"""The ways through a journey: the main one, the paths and steps beside it, and which steps follow each other."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from mkdocs_journeys.model import Journey, JourneyStage, Step

_set_apart = attrgetter("path", "optional", "when", "parallel")
"""What says of a step that not everybody takes it, one after the other."""


class SideWay(NamedTuple):
    """Steps beside the main way that follow each other, as indices from 0.

    `path` is the id of their path; "" for optional steps and for those that happen at the same time as others.
    `leaves` and `rejoins` are the steps before and after them; None at the start of the journey and where the way ends.
    """

    path: str
    steps: tuple[int, ...]
    leaves: int | None
    rejoins: int | None


class Ways(NamedTuple):
    """The steps that everybody takes, as indices from 0, and the ways beside them in the order of their first steps.

    Where a part of a journey consists of several paths, the first of them belongs to the main way.
    """

    main: tuple[int, ...]
    sides: tuple[SideWay, ...] = ()


class _Fork(NamedTuple):
    """A path that leaves the main way: its steps, and the first and last step of the part where there are paths."""

    path: str
    steps: Sequence[int]
    first: int
    last: int


class WayPart(NamedTuple):
    """A run of steps as indices from 0: `common` ones, or the steps of each of its `paths` by the path's id."""

    common: tuple[int, ...]
    paths: Mapping[str, Sequence[int]]


def has_ways(steps: Sequence[Step]) -> bool:
    """Whether the steps are more than one row that everybody goes through, one after the other."""
    return any(map(any, map(_set_apart, steps)))


def ways_of(steps: Sequence[Step], known: Sequence[bool] | None = None) -> Ways:
    """The ways through the steps of a journey.

    A step at the same time as others stands beside the main way; with `known`, only if one of those is known, too.
    """
    if not has_ways(steps):
        return Ways(tuple(range(len(steps))))
    trunk, forks = _trunk_and_forks(steps)
    aside = {index for index in range(len(steps)) if steps[index].is_optional or _goes_with(steps, index, known)}
    main = [index for index in trunk if index not in aside]
    sides = list(_asides(steps, trunk, main, aside))
    for fork in forks:
        leaves = max((index for index in main if index < fork.first), default=None)
        rejoins = _rejoins(steps, fork, main)
        own = [index for index in fork.steps if index not in aside]
        sides.append(SideWay(fork.path, tuple(own or fork.steps), leaves, rejoins))
        around = [[] if end is None else [end] for end in (leaves, rejoins)]
        sides += _asides(steps, fork.steps, [*around[0], *own, *around[1]], aside) if own else ()
    return Ways(tuple(main), tuple(sorted(sides, key=lambda side: side.steps)))


def main_steps(journey: Journey, stage: JourneyStage | None = None) -> Sequence[Step]:
    """The steps of a journey, or of a stage of it, that are neither optional nor on a path beside the main way."""
    steps = stage.steps if stage else journey.steps
    if not has_ways(steps):
        return steps
    whole = journey.steps
    main = {id(whole[index]) for index in _trunk_and_forks(whole)[0]}
    return [step for step in steps if id(step) in main and not step.is_optional]


def left_out(journey: Journey) -> tuple[list[str], int]:
    """What `main_steps` leaves out: the names of the paths, and the number of other steps, which are optional."""
    steps = journey.steps
    trunk, forks = _trunk_and_forks(steps)
    return list(dict.fromkeys(journey.paths[fork.path] for fork in forks)), sum(steps[i].is_optional for i in trunk)


def sequences(steps: Sequence[Step]) -> Iterator[list[list[int]]]:
    """Rows of moments that follow each other; each is the steps, as indices, that happen at the same time.

    The main way comes first, then each path, with the moment before it and the one after it.
    """
    trunk, forks = _trunk_and_forks(steps)
    moments = _moments(steps, trunk)
    yield moments
    for fork in forks:
        rejoins = _rejoins(steps, fork, trunk)
        before = [moment for moment in moments if moment[-1] < fork.first][-1:]
        after = [moment for moment in moments if rejoins in moment]
        yield [*before, *_moments(steps, fork.steps), *after]


def moments_of(steps: Sequence[Step]) -> list[list[Step]]:
    """Steps that follow each other, those at the same time together."""
    return [[steps[index] for index in moment] for moment in _moments(steps, range(len(steps)))]


def parts_of(steps: Sequence[Step]) -> Iterator[WayPart]:
    """The steps in runs of common ones and of such that belong to paths, in turn."""
    for is_apart, run in groupby(range(len(steps)), lambda index: steps[index].path is not None):
        if not is_apart:
            yield WayPart(tuple(run), {})
            continue
        paths: dict[str, list[int]] = {}
        for index in run:
            paths.setdefault(steps[index].path or "", []).append(index)
        yield WayPart((), paths)


def _trunk_and_forks(steps: Sequence[Step]) -> tuple[list[int], list[_Fork]]:
    """The steps on no other path than the first of several, and each other path."""
    trunk: list[int] = []
    forks: list[_Fork] = []
    for part in parts_of(steps):
        paths = dict(part.paths)
        trunk += part.common
        if len(paths) > 1:
            trunk += paths.pop(next(iter(paths)))
        every = [index for indices in part.paths.values() for index in indices]
        forks += [_Fork(path, indices, min(every), max(every)) for path, indices in paths.items()]
    return trunk, forks


def _rejoins(steps: Sequence[Step], fork: _Fork, main: Sequence[int]) -> int | None:
    """The step of the main way at which a path comes back; None where it ends."""
    targets = steps[fork.steps[-1]].leads_to
    if not targets:
        return min((index for index in main if index > fork.last), default=None)
    named = {step.id: index for index, step in enumerate(steps) if step.id}
    ahead = [named[target] for target in targets if target in named and named[target] > fork.steps[-1]]
    return next((index for index in ahead if index in main), None)


def _goes_with(steps: Sequence[Step], index: int, known: Sequence[bool] | None) -> bool:
    """Whether a step happens at the same time as one before it: with `known`, as one that is known."""
    first = _first_of_moment(steps, index)
    return first < index and (known is None or any(known[first:index]))


def _asides(
    steps: Sequence[Step], row: Sequence[int], line: Sequence[int], aside: Collection[int]
) -> Iterator[SideWay]:
    """The runs of steps in a row that stand beside the line of the others: optional ones, and ones at the same time."""
    runs: defaultdict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    for index in row:
        if index in aside:
            first = index if steps[index].is_optional else _first_of_moment(steps, index)
            before = max((other for other in line if other < first), default=None)
            after = min((other for other in line if other > index), default=None)
            runs[before, after].append(index)
    for (before, after), run in runs.items():
        yield SideWay("", tuple(run), before, after)


def _first_of_moment(steps: Sequence[Step], index: int) -> int:
    """The step that others happen at the same time as: the step itself where it is not parallel."""
    while _goes_on(steps, index):
        index -= 1
    return index


def _goes_on(steps: Sequence[Step], index: int) -> bool:
    """Whether a step happens at the same time as the one before it, which has to be on the same way."""
    return index > 0 and steps[index].parallel and steps[index].path == steps[index - 1].path


def _moments(steps: Sequence[Step], row: Sequence[int]) -> list[list[int]]:
    moments: list[list[int]] = []
    for index in row:
        if moments and moments[-1][-1] == index - 1 and _goes_on(steps, index):
            moments[-1].append(index)
        else:
            moments.append([index])
    return moments
