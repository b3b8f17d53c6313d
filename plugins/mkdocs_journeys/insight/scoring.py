"""Scores of pains and opportunities, 0 to 100, with their arithmetic shown, and their ranking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from mkdocs_journeys.atlas import Atlas, LocatedPain, once_per_atlas
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
    Frequency,
    Impact,
    OpportunityStatus,
    SeverityWord,
)

Band = Literal["high", "medium", "low"]
BANDS: tuple[Band, ...] = ("high", "medium", "low")
ASSUMED_REACH = 50.0
"""Percent assumed where no reach is given: as far up its range as the second of four words is."""
Word = TypeVar("Word", bound=str)
ENDED: frozenset[OpportunityStatus] = frozenset({"delivered", "parked", "rejected"})


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
    bands = scoring.bands.high, scoring.bands.medium
    # What a method leaves out is no part of the key: equal scores are one object, which the backlog writes once.
    if scoring.pain == "severity-reach":
        return _pain_score(scoring.pain, pain.severity, None, None, pain.reach, pain.believed, bands)
    return _pain_score(scoring.pain, pain.severity, pain.frequency, pain.impact, None, pain.believed, bands)


@lru_cache(maxsize=4096)
def _pain_score(
    method: PainMethod,
    severe: SeverityWord | None,
    often: Frequency | None,
    harm: Impact | None,
    percent: float | None,
    believed: Confidence,
    bands: tuple[float, float],
) -> Score:
    severity, confidence = _worded("severity", severe, SEVERITY), _worded("confidence", believed, CONFIDENCE)
    if method == "severity-reach":
        reach = _reach(percent)
        value = severity.number / 4 * reach.number * confidence.number
        working = f"{severity.number} ÷ 4 × {reach.number:g} × {confidence.number}"
        return _score(value, bands, method, (severity, reach, confidence), working)
    frequency, impact = _worded("frequency", often, FREQUENCY), _worded("impact", harm, IMPACT)
    value = severity.number * frequency.number * impact.number / 64 * 100 * confidence.number
    working = f"{severity.number} × {frequency.number} × {impact.number} ÷ 64 × 100 × {confidence.number}"
    return _score(value, bands, method, (severity, frequency, impact, confidence), working)


def score_opportunity(opportunity: Opportunity, scoring: Scoring) -> Score:
    """Value ÷ effort, or RICE (reach × value ÷ effort), weighted by confidence."""
    value, effort = _worded("value", opportunity.value, IMPACT), _worded("effort", opportunity.effort, EFFORT)
    confidence = _worded("confidence", opportunity.believed, CONFIDENCE)
    bands = scoring.bands.high, scoring.bands.medium
    if scoring.opportunity == "rice":
        reach = _reach(opportunity.reach)
        number = reach.number * value.number / 4 * confidence.number / effort.number
        working = f"{reach.number:g} × {value.number} ÷ 4 × {confidence.number} ÷ {effort.number}"
        return _score(number, bands, "rice", (reach, value, confidence, effort), working)
    number = value.number / effort.number / 4 * 100 * confidence.number
    working = f"{value.number} ÷ {effort.number} ÷ 4 × 100 × {confidence.number}"
    return _score(number, bands, "value-effort", (value, effort, confidence), working)


def _worded(name: str, word: Word | None, scale: Mapping[Word, float]) -> Factor:
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
    bands: tuple[float, float],
    method: PainMethod | OpportunityMethod,
    factors: tuple[Factor, ...],
    working: str,
) -> Score:
    shown, (high, medium) = rounded(value), bands
    band: Band = "high" if shown >= high else "medium" if shown >= medium else "low"
    return Score(value, band, method, factors, f"{working} = {shown}")


@dataclass(frozen=True, slots=True)
class ScoredPain:
    """A pain with its locations and its score."""

    located: LocatedPain
    score: Score

    @property
    def pain(self) -> Pain:
        """The pain itself."""
        return self.located.pain


@dataclass(frozen=True, slots=True)
class ScoredOpportunity:
    """An opportunity with its score."""

    opportunity: Opportunity
    score: Score

    @property
    def active(self) -> bool:
        """True unless it was delivered, parked or rejected."""
        return self.opportunity.status not in ENDED


def scored_pains(pains: Iterable[LocatedPain], scoring: Scoring) -> list[ScoredPain]:
    """Pains with their scores, the highest first; equal ones keep their order."""
    items = [ScoredPain(located, score_pain(located.pain, scoring)) for located in pains]
    return sorted(items, key=lambda item: -item.score.value)


def ranked_pains(atlas: Atlas) -> list[ScoredPain]:
    """The open pains of the atlas, the most urgent first."""
    return [item for item in backlog(atlas) if item.pain.is_open]


@once_per_atlas
def backlog(atlas: Atlas) -> list[ScoredPain]:
    """Every pain of the atlas: the open ones by score, then the closed ones by score; one cached list."""
    return sorted(scored_pains(atlas.pains.values(), atlas.catalog.scoring), key=lambda item: not item.pain.is_open)


def ranked_opportunities(atlas: Atlas) -> list[ScoredOpportunity]:
    """Every opportunity: the active ones, then the ended ones, each by score; equal ones keep their order."""
    scoring = atlas.catalog.scoring
    items = [ScoredOpportunity(item, score_opportunity(item, scoring)) for item in atlas.opportunities.values()]
    return sorted(items, key=lambda item: (not item.active, -item.score.value))


def band_counts(items: Iterable[ScoredPain]) -> dict[Band, int]:
    """The number of pains in each band, high first, zeros included."""
    counts = dict.fromkeys(BANDS, 0)
    for item in items:
        counts[item.score.band] += 1
    return counts
