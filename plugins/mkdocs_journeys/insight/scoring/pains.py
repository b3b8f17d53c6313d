"""Scores of pains, 0 to 100, and their ranking."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_journeys.atlas import Atlas, LocatedPain, once_per_atlas
from mkdocs_journeys.insight.scoring.score import BANDS, Band, Score, made_score, reach_of, worded
from mkdocs_journeys.model import Pain
from mkdocs_journeys.model.catalog import PainMethod, Scoring
from mkdocs_journeys.model.scales import (
    CONFIDENCE,
    FREQUENCY,
    IMPACT,
    SEVERITY,
    Confidence,
    Frequency,
    Impact,
    SeverityWord,
)


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
    severity, confidence = worded("severity", severe, SEVERITY), worded("confidence", believed, CONFIDENCE)
    if method == "severity-reach":
        reach = reach_of(percent)
        value = severity.number / 4 * reach.number * confidence.number
        return made_score(value, bands, method, severity, reach, confidence)
    frequency, impact = worded("frequency", often, FREQUENCY), worded("impact", harm, IMPACT)
    value = severity.number * frequency.number * impact.number / 64 * 100 * confidence.number
    return made_score(value, bands, method, severity, frequency, impact, confidence)


@dataclass(frozen=True, slots=True)
class ScoredPain:
    """A pain with its locations and its score."""

    located: LocatedPain
    score: Score

    @property
    def pain(self) -> Pain:
        """The pain itself."""
        return self.located.pain


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


def band_counts(items: Iterable[ScoredPain]) -> dict[Band, int]:
    """The number of pains in each band, high first, zeros included."""
    counts = dict.fromkeys(BANDS, 0)
    for item in items:
        counts[item.score.band] += 1
    return counts
