"""Honesty: maps that are too rosy, too flat, or mostly empty."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model import Journey

MIN_STEPS = 4
"""Shorter journeys may well have no low point, or feel the same throughout."""


def no_low_point(atlas: Atlas, today: date) -> Iterator[Violation]:
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
    for at, journey, emotions in _emotion_ranges(atlas):
        if journey.state == "current" and emotions.known >= MIN_STEPS and emotions.lowest >= 0:
            hint = "Ask those who meet customers where it hurts, and give that step a −1 or −2."
            yield at.missing("Nobody feels bad at any step of this journey.", hint)


def flat_emotion(atlas: Atlas, today: date) -> Iterator[Violation]:
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
    for at, _, emotions in _emotion_ranges(atlas):
        if emotions.known >= MIN_STEPS and emotions.lowest == emotions.highest:
            hint = "Write what somebody observed, and leave `emotion` out where nobody knows."
            yield at.missing("Every step of this journey feels the same.", hint)


def emotions_missing(atlas: Atlas, today: date) -> Iterator[Violation]:
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
    for at, _, emotions in _emotion_ranges(atlas):
        missing = emotions.steps - emotions.known
        if emotions.steps >= MIN_STEPS and missing * 2 > emotions.steps:
            hint = "Ask customers, or those who meet them, how these steps feel."
            yield at.missing(f"{missing} of {emotions.steps} steps have no emotion.", hint)


class EmotionRange(NamedTuple):
    """Number of steps, of steps with an emotion, and the extremes of any actor's emotion; 0 where none is known."""

    steps: int
    known: int
    lowest: float
    highest: float


@once_per_atlas
def _emotion_ranges(atlas: Atlas) -> list[tuple[walk.Location, Journey, EmotionRange]]:
    found = []
    for at, journey, _, emotions in walk.step_columns(atlas):
        known = [emotion for emotion in emotions if emotion is not None and emotion != {}]
        felt: list[float] = []
        for emotion in known:
            felt.extend(emotion.values() if isinstance(emotion, dict) else (emotion,))
        lowest, highest = min(felt, default=0), max(felt, default=0)
        found.append((at, journey, EmotionRange(len(emotions), len(known), lowest, highest)))
    return found
