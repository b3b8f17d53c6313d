"""Ways through a journey, of the group "references and structure": paths, and steps at the same time."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.ways import parts_of
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model import JourneyStage, Step


def path_unused(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A journey names a path that none of its steps takes.

    Why: the name stands nowhere on the map. Either its steps are still to be written, or they lack their `path`.

    To mend: write `path` at the steps that belong to it, or remove it from `paths`.

    Bad:

        paths:
          granted: The claim is granted
          refused: The claim is refused    # and no step says `path: refused`

    Good:

        - name: Writes an objection
          path: refused
    """
    for at, journey in walk.journeys(atlas):
        taken = {step.path for step in journey.steps} if journey.paths else ()
        for id in journey.paths:
            if id not in taken:
                hint = f"Write `path: {id}` at its steps, or remove it here."
                yield Violation(at.file, ("paths", id), f"No step takes the path '{id}'.", hint, key=True)


def path_interrupted(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A path leaves a stage's common steps twice: steps of no path stand between its own.

    Why: steps of one path follow each other. Here the map shows two ways with one name, and it looks as if everybody
    came back from the first one before some take the second.

    To mend: give the steps between their `path`, or move them before or after it. Where customers really come back and
    part again, give the second way a name of its own. In another stage a path may go on.

    Bad:

        - name: Reads that it is refused
          path: refused
        - name: Asks at the advice desk    # no path, between two steps of one
        - name: Writes an objection
          path: refused

    Good:

        - name: Reads that it is refused
          path: refused
        - name: Asks at the advice desk
          path: refused
        - name: Writes an objection
          path: refused
    """
    for at, journey in walk.journeys(atlas):
        for number, stage in enumerate(journey.stages if journey.paths else ()):
            for index, path in _second_parts(stage):
                message = f"The path '{path}' was left before this step, and is taken again here."
                hint = "Give the steps between their `path`, or this one a path of its own."
                yield Violation(at.file, ("stages", number, "steps", index, "path"), message, hint)


def parallel_alone(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step happens at the same time as the one before it, and there is none that could.

    Why: `parallel` binds a step to the one before it. The first step of a journey has none; on the first step of a path
    it means a step that only those on the other path take.

    To mend: move the step behind the one that it goes with, or remove `parallel`.

    Bad:

        stages:
          - stage: advice
            steps:
              - name: Cools his legs
                parallel: true    # with what?
              - name: Calls the night line

    Good:

        stages:
          - stage: advice
            steps:
              - name: Calls the night line
              - name: Cools his legs
                parallel: true
    """
    hint = "Move it behind the step that it goes with, or remove `parallel`."
    for place in walk.steps_having(atlas, "parallel"):
        before = place.journey.steps[place.number - 2] if place.number > 1 else None
        reason = _why_alone(before, place.step)
        if reason:
            yield walk.step_location(place).violation("parallel", reason, hint)


def _why_alone(before: Step | None, step: Step) -> str | None:
    """Why a step cannot happen at the same time as the one before it, as a sentence; None if it can."""
    if before is None:
        return "This is the first step; there is none that it could go with."
    if step.path and before.path and step.path != before.path:
        return f"The step before it is on another path, '{before.path}'; nobody takes both."
    return None


def _second_parts(stage: JourneyStage) -> Iterator[tuple[int, str]]:
    """Steps, as index and path, at which a path is taken again in a stage after a step of no path."""
    taken = set[str]()
    for part in parts_of(stage.steps):
        for path, indices in part.paths.items():
            if path in taken:
                yield indices[0], path
            taken.add(path)
