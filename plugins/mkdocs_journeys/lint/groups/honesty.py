"""Honesty: maps that are too rosy, too flat, or mostly empty."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.insight.ways import main_steps, moments_of
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
    """More than half of the steps of a journey of today have no emotion.

    Why: the curve is the first thing that people look at, and here it is mostly a gap.

    To mend: ask customers, or those who meet them, how these steps feel. Do not guess. Only steps on the main way are
    asked, those at the same time together, and none at which only others act. Blueprints (`kind: blueprint`) are let
    pass, and journeys of fewer than four such steps.

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
    hint = "Ask customers, or those who meet them, how these steps feel."
    others = _with_steps_apart(atlas)
    for at, journey, emotions in _emotion_ranges(atlas):
        if journey.kind == "blueprint" or journey.state == "future":
            continue
        known, steps = _known_of_own(journey) if journey.id in others else (emotions.known, emotions.steps)
        missing = steps - known
        if steps >= MIN_STEPS and missing * 2 > steps:
            yield at.missing(f"{missing} of {steps} steps have no emotion.", hint)


def blueprint_without_service(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A blueprint says at no step what we do, neither before the customer's eyes nor behind.

    Why: a service blueprint shows what carries each step. Without that it is a map of the customer's steps that is
    let off the question how they feel.

    To mend: write under `frontstage` what the customer sees us do, and under `backstage` what they do not see. Or
    remove `kind: blueprint`.

    Bad:

        kind: blueprint
        stages:
          - stage: home-visit
            steps:
              - name: Opens the door

    Good:

        kind: blueprint
        stages:
          - stage: home-visit
            steps:
              - name: Opens the door
                frontstage: [Asks what happened]
                backstage: [Loaded the van at six]
    """
    for at, journey in walk.journeys(atlas):
        if journey.kind == "blueprint" and not any(step.frontstage or step.backstage for step in journey.steps):
            hint = "Write what customers see you do under `frontstage`, and the rest under `backstage`."
            yield at.violation("kind", "This blueprint says at no step what you do.", hint)


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


def _with_steps_apart(atlas: Atlas) -> set[str]:
    """Ids of the journeys with steps beside the main way, or at which only others act."""
    beside = [place for field in ("path", "optional", "when", "parallel") for place in walk.steps_having(atlas, field)]
    acted = walk.steps_having(atlas, "actors")
    others = [place for place in acted if not walk.is_of_own(place.journey, place.step)]
    return {place.journey.id for place in (*beside, *others)}


def _known_of_own(journey: Journey) -> tuple[int, int]:
    """Of the main way without steps at which only others act: the moments with an emotion, and all of them."""
    moments = moments_of(main_steps(journey))
    own = [moment for moment in moments if any(walk.is_of_own(journey, step) for step in moment)]
    return sum(any(step.emotion not in (None, {}) for step in moment) for moment in own), len(own)
