"""Pains and opportunities ranked by score."""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.insight.scoring import BANDS, Band, Score, score_opportunity, score_pain
from mkdocs_journeys.model import Opportunity, Pain
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.model.scales import OpportunityStatus

ENDED: frozenset[OpportunityStatus] = frozenset({"delivered", "parked", "rejected"})


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


def backlog(atlas: Atlas) -> list[ScoredPain]:
    """Every pain of the atlas: the open ones by score, then the closed ones by score; one cached list."""
    return atlas.once(_backlog)


def _backlog(atlas: Atlas) -> list[ScoredPain]:
    return sorted(scored_pains(atlas.pains.values(), atlas.catalog.scoring), key=lambda item: not item.pain.is_open)


def scored_opportunities(items: Iterable[Opportunity], scoring: Scoring) -> list[ScoredOpportunity]:
    """Opportunities with their scores, the highest first; equal ones keep their order."""
    found = [ScoredOpportunity(item, score_opportunity(item, scoring)) for item in items]
    return sorted(found, key=lambda item: -item.score.value)


def ranked_opportunities(atlas: Atlas) -> list[ScoredOpportunity]:
    """Every opportunity: the active ones by score, then the ended ones by score."""
    items = scored_opportunities(atlas.opportunities.values(), atlas.catalog.scoring)
    return sorted(items, key=lambda item: not item.active)


def band_counts(items: Iterable[ScoredPain]) -> dict[Band, int]:
    """The number of pains in each band, high first, zeros included."""
    counts = dict.fromkeys(BANDS, 0)
    for item in items:
        counts[item.score.band] += 1
    return counts
