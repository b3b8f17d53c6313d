"""Pains and opportunities in the order in which they call for attention."""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.insight.scoring import BANDS, Band, Score, score_opportunity, score_pain
from mkdocs_journeys.model import Opportunity, Pain
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.model.scales import OpportunityStatus

ENDED: frozenset[OpportunityStatus] = frozenset({"delivered", "parked", "rejected"})


@dataclass(frozen=True, slots=True)
class ScoredHurt:
    """A pain with its places and its score."""

    hurt: LocatedPain
    score: Score

    @property
    def pain(self) -> Pain:
        """The pain itself."""
        return self.hurt.pain


@dataclass(frozen=True, slots=True)
class ScoredOpportunity:
    """An opportunity with its score."""

    opportunity: Opportunity
    score: Score

    @property
    def active(self) -> bool:
        """Whether it is still to be won."""
        return self.opportunity.status not in ENDED


def scored(hurts: Iterable[LocatedPain], scoring: Scoring) -> list[ScoredHurt]:
    """Pains with their scores, the highest first; equal ones keep their order."""
    items = [ScoredHurt(hurt, score_pain(hurt.pain, scoring)) for hurt in hurts]
    return sorted(items, key=lambda item: -item.score.value)


def ranked(atlas: Atlas) -> list[ScoredHurt]:
    """The open pains of the atlas, the most urgent first."""
    return [item for item in backlog(atlas) if item.pain.is_open]


def backlog(atlas: Atlas) -> list[ScoredHurt]:
    """Every pain of the atlas: the open ones by score, then the closed ones by score. One list for all who ask."""
    return atlas.once(_backlog)


def _backlog(atlas: Atlas) -> list[ScoredHurt]:
    return sorted(scored(atlas.hurts.values(), atlas.catalog.scoring), key=lambda item: not item.pain.is_open)


def scored_opportunities(items: Iterable[Opportunity], scoring: Scoring) -> list[ScoredOpportunity]:
    """Opportunities with their scores, the highest first; equal ones keep their order."""
    found = [ScoredOpportunity(item, score_opportunity(item, scoring)) for item in items]
    return sorted(found, key=lambda item: -item.score.value)


def ranked_opportunities(atlas: Atlas) -> list[ScoredOpportunity]:
    """Every opportunity: those still to be won by score, then the ended ones by score."""
    items = scored_opportunities(atlas.opportunities.values(), atlas.catalog.scoring)
    return sorted(items, key=lambda item: not item.active)


def band_counts(items: Iterable[ScoredHurt]) -> dict[Band, int]:
    """How many stand in each band, high first; every band has its number."""
    counts = dict.fromkeys(BANDS, 0)
    for item in items:
        counts[item.score.band] += 1
    return counts
