"""What the map says of ways: bars over the columns of groups and paths, and the notes at the head of a step."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase
from typing import NamedTuple

from mkdocs_journeys.insight.ways import has_ways, parts_of, ways_of
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.translation.messages import gettext as _


class HeadBar(NamedTuple):
    """Words over neighbouring columns; `mark` is the letter of a path. Without words, a space between bars."""

    span: int
    text: str = ""
    mark: str = ""


class StepLine(NamedTuple):
    """A step of the journey in words, with what is said on when and how often it happens."""

    number: int
    name: str
    notes: tuple[str, ...]


class PathLines(NamedTuple):
    """A path of a fork in words; `ends` says that it does not come back."""

    mark: str
    name: str
    steps: tuple[StepLine, ...]
    ends: bool


class Passage(NamedTuple):
    """A part of the journey in words: steps that all take, or the paths of a fork.

    A fork with one path has a way straight on beside it.
    """

    steps: tuple[StepLine, ...]
    paths: tuple[PathLines, ...]


def in_words(journey: Journey) -> tuple[Passage, ...]:
    """The ways through a journey as text; empty where there is only one."""
    steps = journey.steps
    if not has_ways(steps):
        return ()
    letters, ways = letters_of(journey), ways_of(steps)
    noted = zip(steps, step_notes(steps), strict=True)
    lines = [StepLine(number, step.name, notes) for number, (step, notes) in enumerate(noted, 1)]
    ends = {side.path for side in ways.sides if side.path and side.rejoins is None}
    return tuple(
        Passage(
            tuple([lines[index] for index in part.common]),
            tuple(
                PathLines(letters[path], journey.paths[path], tuple([lines[index] for index in own]), path in ends)
                for path, own in part.paths.items()
            ),
        )
        for part in parts_of(steps)
    )


def letters_of(journey: Journey) -> Mapping[str, str]:
    """Path id to the letter that marks its steps: A, B, … Z, then numbers; paths without a step have none."""
    used = {step.path for step in journey.steps} if journey.paths else set()
    marks = (ascii_uppercase[number] if number < len(ascii_uppercase) else str(number) for number in range(len(used)))
    return dict(zip([id for id in journey.paths if id in used], marks, strict=False))


def group_bars(journey: Journey) -> tuple[HeadBar, ...]:
    """The sub-headings of steps that stand together; empty where there are none."""
    if not any(step.group for step in journey.steps):
        return ()
    return tuple(
        HeadBar(len(list(run)), group or "")
        for stage in journey.stages
        for group, run in groupby(stage.steps, lambda step: step.group)
    )


def path_bars(journey: Journey) -> tuple[HeadBar, ...]:
    """The names of the paths over their steps; empty where there are none."""
    letters = letters_of(journey)
    if not letters:
        return ()
    return tuple(
        HeadBar(len(list(run)), journey.paths[path], letters[path]) if path else HeadBar(len(list(run)))
        for stage in journey.stages
        for path, run in groupby(stage.steps, lambda step: step.path)
    )


def step_notes(steps: Sequence[Step]) -> Iterator[tuple[str, ...]]:
    """What is said at the head of each step on when and how often it happens."""
    for step in steps:
        if step.optional or step.when or step.repeats or step.parallel:
            yield tuple(_notes(step))
        else:
            yield ()


def _notes(step: Step) -> Iterator[str]:
    if step.when:
        yield step.when
    elif step.optional:
        yield _("optional")
    if step.parallel:
        yield _("at the same time")
    if step.repeats:
        yield _("again: %(when)s", when=step.repeats)
