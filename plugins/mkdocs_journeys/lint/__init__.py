"""Rules for journeys that load but could be truer, fresher, clearer or better owned."""

from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint import action, clarity, freshness, honesty, ownership, references, truth
from mkdocs_journeys.lint.levels import Settings, settings_of
from mkdocs_journeys.lint.rule import Finding, Rule
from mkdocs_journeys.lint.runner import run, unknown_in_catalog
from mkdocs_journeys.problem import Problem, Severity, in_order

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_REFERENCES = "references and structure"

RULES: tuple[Rule, ...] = (
    Rule("catalog-entry-unused", _REFERENCES, _INFO, references.catalog_entry_unused),
    Rule("persona-without-journey", _REFERENCES, _INFO, references.persona_without_journey),
    Rule("evidence-unused", _REFERENCES, _INFO, references.evidence_unused),
    Rule("opportunity-orphaned", _REFERENCES, _WARNING, references.opportunity_orphaned),
    Rule("future-without-baseline", _REFERENCES, _WARNING, references.future_without_baseline),
    Rule("leads-nowhere", _REFERENCES, _WARNING, references.leads_nowhere, "minimal"),
    Rule("touchpoint-not-live", _REFERENCES, _WARNING, references.touchpoint_not_live),
    Rule("journey-without-owner", "ownership", _WARNING, ownership.journey_without_owner),
    Rule("touchpoint-without-team", "ownership", _WARNING, ownership.touchpoint_without_team),
    Rule("high-pain-without-owner", "ownership", _WARNING, ownership.high_pain_without_owner),
    Rule("high-pain-without-answer", "ownership", _WARNING, ownership.high_pain_without_answer),
    Rule("review-overdue", "freshness", _WARNING, freshness.review_overdue),
    Rule("evidence-expired", "freshness", _WARNING, freshness.evidence_expired),
    Rule("metric-silent", "freshness", _WARNING, freshness.metric_silent),
    Rule("resolved-without-date", "freshness", _WARNING, freshness.resolved_without_date),
    Rule("resolved-but-open", "freshness", _WARNING, freshness.resolved_but_open, "minimal"),
    Rule("date-ahead", "freshness", _WARNING, freshness.date_ahead),
    Rule("dates-reversed", "freshness", _ERROR, freshness.dates_reversed, "minimal"),
    Rule("validated-without-evidence", "truth", _ERROR, truth.validated_without_evidence, "minimal"),
    Rule("quote-without-source", "truth", _WARNING, truth.quote_without_source, "strict"),
    Rule("persona-without-evidence", "truth", _WARNING, truth.persona_without_evidence),
    Rule("moment-assumed", "truth", _WARNING, truth.moment_assumed),
    Rule("journey-without-evidence", "truth", _WARNING, truth.journey_without_evidence),
    Rule("no-low-point", "honesty", _WARNING, honesty.no_low_point),
    Rule("flat-emotion", "honesty", _WARNING, honesty.flat_emotion),
    Rule("emotions-missing", "honesty", _WARNING, honesty.emotions_missing),
    Rule("company-voice", "clarity", _WARNING, clarity.company_voice),
    Rule("name-too-long", "clarity", _WARNING, clarity.name_too_long),
    Rule("stages-out-of-order", "clarity", _WARNING, clarity.stages_out_of_order),
    Rule("too-many-steps", "clarity", _WARNING, clarity.too_many_steps),
    Rule("channel-contradicts", "clarity", _WARNING, clarity.channel_contradicts),
    Rule("emotion-of-stranger", "clarity", _WARNING, clarity.emotion_of_stranger),
    Rule("step-name-repeated", "clarity", _INFO, clarity.step_name_repeated),
    Rule("opportunity-without-metric", "action", _WARNING, action.opportunity_without_metric),
    Rule("experiment-without-decision", "action", _WARNING, action.experiment_without_decision),
    Rule("delivery-unmeasured", "action", _WARNING, action.delivery_unmeasured),
    Rule("target-missed", "action", _INFO, action.target_missed),
)
"""Every rule, by group; adding one means a function, a line here and a case in the tests."""

BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}


def lint(atlas: Atlas, today: date, settings: Settings | None = None) -> list[Problem]:
    """What the rules find in an atlas on a day, in the order of files and lines.

    Without settings, those of the catalog hold. Rules that the catalog names and that do not exist are errors.
    """
    chosen = settings or settings_of(atlas.catalog.lint)
    return in_order([*unknown_in_catalog(RULES, atlas), *run(RULES, atlas, today, chosen)])


__all__ = ["BY_ID", "RULES", "Finding", "Rule", "Settings", "lint", "settings_of"]
