"""What tools answer: small values, each with the file and line that it comes from."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

LONGEST_TEXT = 300
"""Characters of a text of an author in an answer; longer ones are cut, and can be read as a resource."""
MOST_IDS = 30
"""Ids in a list of an answer."""
_NOTHING: tuple[object, ...] = (None, "", (), [], {})


class Answer(BaseModel):
    """An answer, or a part of one; what is empty or unknown is left out where it is sent."""

    model_config = ConfigDict(frozen=True)

    @model_serializer(mode="wrap")
    def _without_empty(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in handler(self).items() if value not in _NOTHING}


class FoundThing(Answer):
    """A thing of the atlas: `where` is FILE:LINE, `text` what was found in it."""

    kind: str
    id: str
    name: str
    where: str
    text: str = ""


class SearchAnswer(Answer):
    """The things that fit a search, best first; `more` counts those that were left out."""

    found: tuple[FoundThing, ...] = ()
    more: int | None = None


class JourneyStep(Answer):
    """A step of a journey; `emotion` is from -2 to 2, or such a number for each persona."""

    number: int
    name: str
    where: str
    id: str | None = None
    stage: str = ""
    touchpoints: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    emotion: float | dict[str, float] | None = None
    thinks: str | dict[str, str] | None = None
    pains: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    moment_of_truth: bool | None = None


class JourneyAnswer(Answer):
    """A journey with its steps."""

    id: str
    title: str
    where: str
    status: str
    state: str
    personas: tuple[str, ...]
    objective: str = ""
    owner: str = ""
    reviewed: str = ""
    mean_emotion: float | None = None
    steps: tuple[JourneyStep, ...] = ()
    opportunities: tuple[str, ...] = ()
    future_journeys: tuple[str, ...] = ()


class PainLine(Answer):
    """A pain: `where` it is defined, and the steps at which it is felt as JOURNEY/NUMBER."""

    id: str
    title: str
    where: str
    steps: tuple[str, ...]
    status: str
    score: int
    band: str
    severity: str | None = None
    frequency: str | None = None
    impact: str | None = None
    owner: str = ""
    evidence: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()


class PainsAnswer(Answer):
    """PainsAnswer by score, the worst first; `more` counts those that were left out."""

    pains: tuple[PainLine, ...] = ()
    more: int | None = None


class FactorLine(Answer):
    """A factor of a score: what the author said, and the number that counts; `assumed` where nobody said anything."""

    name: str
    said: str | None = None
    number: float
    assumed: bool | None = None


class ScoreAnswer(Answer):
    """How a score comes about."""

    kind: str
    id: str
    title: str
    where: str
    score: int | float
    band: str
    method: str
    working: str
    factors: tuple[FactorLine, ...]
    missing: tuple[str, ...] = ()


class PersonaAnswer(Answer):
    """A persona: `says` holds the fields of its file, `journeys` those that it takes."""

    id: str
    name: str
    where: str
    says: dict[str, Any]
    journeys: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()


class MetricFigure(Answer):
    """A figure of a metric on a day, with how many people it is about and its interval."""

    date: str
    value: float
    segment: str | None = None
    n: float | None = None
    low: float | None = None
    high: float | None = None


class MetricAnswer(Answer):
    """A metric with its last figures, and the journeys and steps that name it."""

    id: str
    name: str
    where: str
    kind: str
    unit: str | None = None
    better: str | None = None
    baseline: float | None = None
    target: float | None = None
    description: str = ""
    figures: tuple[MetricFigure, ...] = ()
    journeys: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class ToldChange(Answer):
    """A change in a sentence; `judgement` says what it means for the customer."""

    judgement: str
    text: str
    where: str


class CompareAnswer(Answer):
    """What changed between two states, in the words of `journeys diff`; `more` counts what was left out."""

    summary: str
    changes: tuple[ToldChange, ...] = ()
    more: int | None = None


class ReachAnswer(Answer):
    """What a change of a thing would touch: where it is named, and who and what stands there.

    `tell` are the teams that work there or own what stands there, those with the most of it first.
    """

    kind: str
    id: str
    name: str
    where: str
    named: tuple[FoundThing, ...] = ()
    more: int | None = None
    journeys: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    tell: tuple[str, ...] = ()


class CheckAnswer(Answer):
    """What `journeys check` finds, each as FILE:LINE:COLUMN: LEVEL[RULE] sentence."""

    summary: str
    problems: tuple[str, ...] = ()
    more: int | None = None


class ProposedPatch(Answer):
    """A change that nobody has made yet: a patch for `git apply`, and what it would mean.

    `changes` are in the words of `journeys diff`; `problems` what `journeys check` would find that it does not now.
    """

    patch: str
    changes: tuple[ToldChange, ...] = ()
    problems: tuple[str, ...] = ()
    apply: str = "Save the patch as a file and run `git apply FILE` in the project's folder."


def first_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """The first of some ids, each once; where there are more, the last item says how many."""
    found = tuple(dict.fromkeys(ids))
    more = left_out(len(found), MOST_IDS)
    return (*found[:MOST_IDS], f"and {more:,} more") if more else found


def left_out(number: int, most: int) -> int | None:
    """How many of a number of things are left out where `most` are shown; None for none."""
    return number - most if number > most else None


def shortened(text: str | None) -> str:
    """A text on one line, cut where it is long; "" for none."""
    line = " ".join((text or "").split())
    return line if len(line) <= LONGEST_TEXT else f"{line[: LONGEST_TEXT - 1]}…"
