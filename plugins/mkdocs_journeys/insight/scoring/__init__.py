"""Scores of pains and opportunities by the methods of the catalog, their ranking, and what a pain costs."""

from mkdocs_journeys.insight.scoring.cost import PainCost, cost_of
from mkdocs_journeys.insight.scoring.opportunities import (
    ENDED,
    ScoredOpportunity,
    ranked_opportunities,
    score_opportunity,
)
from mkdocs_journeys.insight.scoring.pains import (
    ScoredPain,
    backlog,
    band_counts,
    ranked_pains,
    score_pain,
    scored_pains,
)
from mkdocs_journeys.insight.scoring.score import (
    ASSUMED_POINTS,
    ASSUMED_REACH,
    BANDS,
    FORMULAS,
    Band,
    Factor,
    Method,
    Score,
)

__all__ = [
    "ASSUMED_POINTS",
    "ASSUMED_REACH",
    "BANDS",
    "ENDED",
    "FORMULAS",
    "Band",
    "Factor",
    "Method",
    "PainCost",
    "Score",
    "ScoredOpportunity",
    "ScoredPain",
    "backlog",
    "band_counts",
    "cost_of",
    "ranked_opportunities",
    "ranked_pains",
    "score_opportunity",
    "score_pain",
    "scored_pains",
]
