"""One page of each kind in the example atlas, and what a reader must see on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A page of the example atlas: its address, its own words and what is drawn on it."""

    path: str
    says: str
    shows: str
    stages: int = 0


KINDS: dict[str, Kind] = {
    "home": Kind("", "Brackenboard customer atlas", ".journeys-heat-cell"),
    "journeys": Kind("journeys/", "Journeys", ".journeys-journey-cards .journeys-spark"),
    "short journey": Kind(
        "journeys/learn-from-the-handbook/", "Learn it from the handbook", ".journeys-curve", stages=1
    ),
    "long journey": Kind(
        "journeys/small-firm-end-to-end/", "Run my studio's projects in one place", ".journeys-curve", stages=10
    ),
    "journey of several": Kind(
        "journeys/buy-and-clear-security/",
        "Buy it without losing sleep over it",
        "ul.journeys-legend .journeys-outline",
        stages=3,
    ),
    "future journey": Kind("journeys/first-week-guided/", "future state", ".journeys-curve", stages=2),
    "personas": Kind("personas/", "Personas", ".journeys-person .journeys-portrait"),
    "persona with a picture": Kind("personas/noemie-studio-lead/", "Noémie Castellan", "img.journeys-portrait-large"),
    "proto-persona": Kind("personas/ines-invited-guest/", "Inês Valadão", ".journeys-persona-head"),
    "hand-offs": Kind("hand-offs/", "Where they happen", ".journeys-handoff-matrix td a"),
    "compare": Kind("compare/", "Choose two journeys", "[data-journeys-compare] select"),
    "comparison": Kind("compare/first-week/first-week-guided/", "Promised and measured", ".journeys-pair-felt use"),
    "what changed": Kind("what-changed/", "What changed", ".journeys-recent .journeys-lead"),
    "pains": Kind("pains/", "Pain-point backlog", ".journeys-backlog-row .journeys-score"),
    "board": Kind("board/", "Pains by status", ".journeys-board .journeys-score"),
    "outcomes": Kind("outcomes/", "What was done", ".journeys-outcome .journeys-bullet"),
    "opportunities": Kind("opportunities/", "Opportunities", ".journeys-matrix-dot"),
    "opportunity": Kind("opportunities/invite-with-a-task/", "2 solutions", ".journeys-bullet"),
    "evidence": Kind("evidence/", "Evidence", ".journeys-row-expired"),
    "study": Kind("evidence/interviews-2026-06/", "8 findings", ".journeys-finding"),
    "findings": Kind("findings/", "What we learned", ".journeys-learned-study"),
    "traceability": Kind("traceability/", "From what people said", ".journeys-threads .journeys-lack"),
    "metrics": Kind("metrics/", "Metrics", ".journeys-mini"),
    "metric": Kind("metrics/trial-conversion/", "Trial to paid", ".journeys-chart"),
    "catalogue": Kind("catalog/", "Catalogue", "#touchpoint-board"),
    "stage": Kind("stages/consideration/", "Stage of the lifecycle", ".journeys-excerpt-step circle"),
    "touchpoint": Kind("touchpoints/pricing-page/", "Pricing page", ".journeys-excerpt-around circle"),
    "channel": Kind("channels/web/", "digital", ".journeys-levels rect"),
    "team": Kind("teams/customer-success/", "Where it meets customers", "#hand-offs ~ .journeys-gathered td"),
    "segment": Kind("segments/small-firm/", "Small firms", ".journeys-trip .journeys-spark"),
    "system": Kind("systems/crm/", "CRM", ".journeys-excerpt-step circle"),
    "tag": Kind("tags/onboarding/", "onboarding", ".journeys-trip .journeys-spark"),
    "pain": Kind("pains/empty-board/", "How the score comes about", ".journeys-thing-score"),
    "health": Kind("health/", "What to mend first", ".journeys-health-items > li"),
    "rules": Kind("health/rules/", "References and structure", ".journeys-example mark"),
    "not found": Kind("404.html", "404 - Not found", "h1"),
}
