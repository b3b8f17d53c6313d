"""Scores of opportunities by the method of the catalog, and their ranking."""

from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring.score import Score, made_score, points, reach_of, worded
from mkdocs_journeys.model import Opportunity
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.model.opportunity import IceFactors, UlwickFactors, WsjfFactors
from mkdocs_journeys.model.scales import CONFIDENCE, EFFORT, IMPACT, OpportunityStatus

ENDED: frozenset[OpportunityStatus] = frozenset({"delivered", "parked", "rejected"})


def score_opportunity(opportunity: Opportunity, scoring: Scoring) -> Score:
    """Value ÷ effort, RICE, ICE, WSJF or Ulwick's opportunity score, as the catalog says."""
    bands = scoring.bands.high, scoring.bands.medium
    match scoring.opportunity:
        case "ice":
            return _ice(opportunity.ice or IceFactors(), bands)
        case "wsjf":
            return _wsjf(opportunity.wsjf or WsjfFactors(), bands)
        case "ulwick":
            return _ulwick(opportunity.ulwick or UlwickFactors(), bands)
    value, effort = worded("value", opportunity.value, IMPACT), worded("effort", opportunity.effort, EFFORT)
    confidence = worded("confidence", opportunity.believed, CONFIDENCE)
    if scoring.opportunity == "rice":
        reach = reach_of(opportunity.reach)
        number = reach.number * value.number / 4 * confidence.number / effort.number
        return made_score(number, bands, "rice", reach, value, confidence, effort)
    number = value.number / effort.number / 4 * 100 * confidence.number
    return made_score(number, bands, "value-effort", value, effort, confidence)


def _ice(given: IceFactors, bands: tuple[float, float]) -> Score:
    impact, confidence = points("impact", given.impact), points("confidence", given.confidence)
    ease = points("ease", given.ease)
    return made_score(impact.number * confidence.number * ease.number / 10, bands, "ice", impact, confidence, ease)


def _wsjf(given: WsjfFactors, bands: tuple[float, float]) -> Score:
    value, urgency = points("business value", given.value), points("urgency", given.urgency)
    risk, size = points("risk reduced", given.risk), points("job size", given.size)
    delay = value.number + urgency.number + risk.number
    return made_score(delay / size.number, bands, "wsjf", value, urgency, risk, size)


def _ulwick(given: UlwickFactors, bands: tuple[float, float]) -> Score:
    importance, satisfaction = points("importance", given.importance), points("satisfaction", given.satisfaction)
    unmet = max(importance.number - satisfaction.number, 0)
    return made_score(importance.number + unmet, bands, "ulwick", importance, satisfaction)


@dataclass(frozen=True, slots=True)
class ScoredOpportunity:
    """An opportunity with its score."""

    opportunity: Opportunity
    score: Score

    @property
    def active(self) -> bool:
        """True unless it was delivered, parked or rejected."""
        return self.opportunity.status not in ENDED


def ranked_opportunities(atlas: Atlas) -> list[ScoredOpportunity]:
    """Every opportunity: the active ones, then the ended ones, each by score; equal ones keep their order."""
    scoring = atlas.catalog.scoring
    items = [ScoredOpportunity(item, score_opportunity(item, scoring)) for item in atlas.opportunities.values()]
    return sorted(items, key=lambda item: (not item.active, -item.score.value))
