"""Scores from 0 to 100 for the urgency of pains and the promise of opportunities, with their arithmetic shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from mkdocs_journeys.insight.selection import rounded
from mkdocs_journeys.model import Opportunity, Pain
from mkdocs_journeys.model.catalog import OpportunityMethod, PainMethod, Scoring
from mkdocs_journeys.model.scales import (
    CONFIDENCE,
    EFFORT,
    FREQUENCY,
    IMPACT,
    SEVERITY,
    Confidence,
    Effort,
    Frequency,
    Impact,
    SeverityWord,
)

Band = Literal["high", "medium", "low"]
BANDS: tuple[Band, ...] = ("high", "medium", "low")
ASSUMED_REACH = 50.0
"""Percent assumed where no reach is given: as far up its range as the second of four words is."""
Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a score. Without a `word` from the author, the number is `assumed`."""

    name: str
    word: str | None
    number: float
    assumed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """A score from 0 to 100 with its factors; `working` is the calculation as a reader would write it."""

    value: float
    band: Band
    method: PainMethod | OpportunityMethod
    factors: tuple[Factor, ...]
    working: str

    @property
    def shown(self) -> int:
        """The rounded score for display; the band follows it, so that the two never contradict each other."""
        return rounded(self.value)


def score_pain(pain: Pain, scoring: Scoring) -> Score:
    """Severity × frequency × impact, or severity × reach, weighted by confidence."""
    high, medium = scoring.bands.high, scoring.bands.medium
    if scoring.pain == "severity-reach":
        return _by_reach(pain.severity, pain.reach, pain.believed, high, medium)
    return _by_impact(pain.severity, pain.frequency, pain.impact, pain.believed, high, medium)


@lru_cache(maxsize=4096)
def _by_reach(
    severe: SeverityWord | None, percent: float | None, believed: Confidence, high: float, medium: float
) -> Score:
    severity, reach = _worded("severity", severe, SEVERITY), _reach(percent)
    confidence = Factor("confidence", believed, CONFIDENCE[believed])
    value = severity.number / 4 * reach.number * confidence.number
    working = f"{severity.number} ÷ 4 × {reach.number:g} × {confidence.number}"
    return _score(value, high, medium, "severity-reach", (severity, reach, confidence), working)


@lru_cache(maxsize=4096)
def _by_impact(
    severe: SeverityWord | None,
    often: Frequency | None,
    harm: Impact | None,
    believed: Confidence,
    high: float,
    medium: float,
) -> Score:
    severity, frequency = _worded("severity", severe, SEVERITY), _worded("frequency", often, FREQUENCY)
    impact = _worded("impact", harm, IMPACT)
    confidence = Factor("confidence", believed, CONFIDENCE[believed])
    value = severity.number * frequency.number * impact.number / 64 * 100 * confidence.number
    working = f"{severity.number} × {frequency.number} × {impact.number} ÷ 64 × 100 × {confidence.number}"
    factors = (severity, frequency, impact, confidence)
    return _score(value, high, medium, "severity-frequency-impact", factors, working)


def score_opportunity(opportunity: Opportunity, scoring: Scoring) -> Score:
    """Value ÷ effort, or RICE (reach × value ÷ effort), weighted by confidence."""
    high, medium = scoring.bands.high, scoring.bands.medium
    worth, cost, believed = opportunity.value, opportunity.effort, opportunity.believed
    if scoring.opportunity == "rice":
        return _by_rice(opportunity.reach, worth, cost, believed, high, medium)
    return _by_worth(worth, cost, believed, high, medium)


@lru_cache(maxsize=4096)
def _by_rice(
    percent: float | None, worth: Impact | None, cost: Effort | None, believed: Confidence, high: float, medium: float
) -> Score:
    reach, value, effort = _reach(percent), _worded("value", worth, IMPACT), _worded("effort", cost, EFFORT)
    confidence = Factor("confidence", believed, CONFIDENCE[believed])
    number = reach.number * value.number / 4 * confidence.number / effort.number
    working = f"{reach.number:g} × {value.number} ÷ 4 × {confidence.number} ÷ {effort.number}"
    return _score(number, high, medium, "rice", (reach, value, confidence, effort), working)


@lru_cache(maxsize=4096)
def _by_worth(worth: Impact | None, cost: Effort | None, believed: Confidence, high: float, medium: float) -> Score:
    value, effort = _worded("value", worth, IMPACT), _worded("effort", cost, EFFORT)
    confidence = Factor("confidence", believed, CONFIDENCE[believed])
    number = value.number / effort.number / 4 * 100 * confidence.number
    working = f"{value.number} ÷ {effort.number} ÷ 4 × 100 × {confidence.number}"
    return _score(number, high, medium, "value-effort", (value, effort, confidence), working)


def _worded(name: str, word: Word | None, scale: Mapping[Word, int]) -> Factor:
    """A factor from a scale of words; a missing one counts as the scale's second value."""
    if word is None:
        return Factor(name, None, sorted(scale.values())[1], assumed=True)
    return Factor(name, word, scale[word])


def _reach(percent: float | None) -> Factor:
    if percent is None:
        return Factor("reach", None, ASSUMED_REACH, assumed=True)
    return Factor("reach", f"{percent:g}%", percent)


def _score(
    value: float,
    high: float,
    medium: float,
    method: PainMethod | OpportunityMethod,
    factors: tuple[Factor, ...],
    working: str,
) -> Score:
    shown = rounded(value)
    band: Band = "high" if shown >= high else "medium" if shown >= medium else "low"
    return Score(value, band, method, factors, f"{working} = {shown}")
