"""The table of judgements: the first row that fits counts."""

from mkdocs_journeys.diff.severity.atlas_rules import ATLAS
from mkdocs_journeys.diff.severity.cases import Case
from mkdocs_journeys.diff.severity.experience_rules import EXPERIENCE
from mkdocs_journeys.diff.severity.judgement import Judgement
from mkdocs_journeys.diff.severity.rule import SeverityRule

RULES_BY_TOPIC: dict[str, tuple[SeverityRule, ...]] = {**EXPERIENCE, **ATLAS}
"""The rows by topic."""
RULES = tuple(rule for rules in RULES_BY_TOPIC.values() for rule in rules)


def classify(case: Case) -> Judgement:
    """The judgement of the first row that applies; editorial if none does."""
    return next((rule.judgement for rule in RULES if rule.matches(case)), Judgement.EDITORIAL)
