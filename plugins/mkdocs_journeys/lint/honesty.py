"""Honesty: maps that are too rosy, too flat, or mostly empty."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.rule import Finding
from mkdocs_journeys.model import Journey

FEWEST_STEPS = 4
"""A shorter journey may well have no low point, or feel the same throughout."""


def no_low_point(atlas: Atlas, today: date) -> Iterator[Finding]:
    """Nobody feels bad at any step of a journey of today.

    Why: a map without a low point is an advertisement. Of the maps that people publish, most are too rosy.

    To mend: ask those who meet customers where it hurts, and give that step its −1 or −2. Journeys with fewer
    than four known emotions are let pass.

    Bad:

        - {name: Compares the plans, emotion: 1}
        - {name: Starts the trial, emotion: 2}
        - {name: Invites the team, emotion: 1}
        - {name: Pays, emotion: 2}

    Good:

        - {name: Compares the plans, emotion: -1}
        - {name: Starts the trial, emotion: 2}
        - {name: Invites the team, emotion: -2}
        - {name: Pays, emotion: 0}
    """
    for at, journey in walk.present(atlas):
        felt = _all_felt(journey)
        if len(_known(journey)) >= FEWEST_STEPS and min(felt) >= 0:
            hint = "Ask those who meet customers where it hurts, and give that step a −1 or −2."
            yield at.missing("Nobody feels bad at any step of this journey.", hint)


def flat_emotion(atlas: Atlas, today: date) -> Iterator[Finding]:
    """Every step of a journey feels the same.

    Why: a flat line says that nobody looked. Where nothing is known, a gap is more honest.

    To mend: give each step the emotion that somebody observed, and leave it out where nobody knows.

    Bad:

        - {name: Compares the plans, emotion: 0}
        - {name: Starts the trial, emotion: 0}
        - {name: Invites the team, emotion: 0}
        - {name: Pays, emotion: 0}

    Good:

        - {name: Compares the plans, emotion: -1}
        - {name: Starts the trial, emotion: 1}
        - {name: Invites the team}
        - {name: Pays, emotion: 0}
    """
    for at, journey in walk.journeys(atlas):
        if len(_known(journey)) >= FEWEST_STEPS and len(set(_all_felt(journey))) == 1:
            hint = "Write what somebody observed, and leave `emotion` out where nobody knows."
            yield at.missing("Every step of this journey feels the same.", hint)


def emotions_missing(atlas: Atlas, today: date) -> Iterator[Finding]:
    """More than half of the steps have no emotion.

    Why: the curve is the first thing that people look at, and here it is mostly a gap.

    To mend: ask customers, or those who meet them, how these steps feel. Do not guess. Journeys of fewer than
    four steps are let pass.

    Bad:

        - {name: Compares the plans, emotion: -1}
        - {name: Starts the trial}
        - {name: Invites the team}
        - {name: Pays}

    Good:

        - {name: Compares the plans, emotion: -1}
        - {name: Starts the trial, emotion: 1}
        - {name: Invites the team}
        - {name: Pays}
    """
    for at, journey in walk.journeys(atlas):
        number = len(journey.steps)
        missing = number - len(_known(journey))
        if number >= FEWEST_STEPS and missing * 2 > number:
            hint = "Ask customers, or those who meet them, how these steps feel."
            yield at.missing(f"{missing} of {number} steps have no emotion.", hint)


def _known(journey: Journey) -> list[float]:
    """The mean emotion of each step that has one."""
    return [value for step in journey.steps if (value := step_emotion(step)) is not None]


def _all_felt(journey: Journey) -> list[int]:
    """Every emotion of every actor."""
    felt: list[int] = []
    for step in journey.steps:
        if isinstance(step.emotion, dict):
            felt.extend(step.emotion.values())
        elif step.emotion is not None:
            felt.append(step.emotion)
    return felt
