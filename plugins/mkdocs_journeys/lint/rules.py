"""The table of rules, with the group, default level and smallest preset of each, and their documentation."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.groups import (
    action,
    clarity,
    figures,
    freshness,
    honesty,
    measuring,
    ownership,
    privacy,
    references,
    truth,
    ways,
    wording,
)
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model.settings.lint import Preset
from mkdocs_journeys.problem import Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_REFERENCES = "references and structure"
LOADING_RULES: dict[str, str] = {
    "baseline-state": "A baseline stands at a current journey, or names a future one.",
    "csv-duplicate": "A day has two figures.",
    "csv-encoding": "A file of figures is not UTF-8.",
    "csv-header": "The first line of a file of figures does not name the columns that its metric needs.",
    "csv-row": "A line of figures has too many or too few cells.",
    "csv-size": "A file of figures has more lines than are read.",
    "csv-syntax": "A file of figures cannot be read as CSV.",
    "csv-value": "A cell holds no date or no number, or one that cannot be.",
    "field-empty": "A field has no value.",
    "field-missing": "A field that has to be there is not.",
    "field-type": "A field holds a list, a block or a text where something else belongs.",
    "field-unknown": "The format has no such field.",
    "field-value": "A field's value is not one that it can have.",
    "file-depth": "Folders are nested too deep.",
    "file-kind": "A file is a folder or a device, or a folder a file.",
    "file-link": "A file is a symbolic link, and links are not followed.",
    "file-missing": "There is no catalog, or no folder of journeys.",
    "file-name": "A file's name cannot be an id.",
    "file-place": "A file stands where none of its kind is read.",
    "file-size": "A file is too large to be read.",
    "file-unreadable": "A file cannot be read.",
    "id-duplicate": "Two things of a kind have the same id.",
    "ignore-unused": "A comment ignores a rule that finds no fault there.",
    "ignore-without-reason": "A comment ignores a rule and does not say why.",
    "merge-conflict": "A file holds the marks of a merge that is not settled.",
    "more": "A file has more mistakes than are shown.",
    "part-of-itself": "A journey is part of itself.",
    "reference-ambiguous": "A reference names more than one thing.",
    "reference-kind": "A reference names a thing of another kind.",
    "reference-unknown": "A reference names nothing that is there.",
    "rich-link": "A link or a picture in rich text leads where none may.",
    "rule-unknown": "The settings of the lint, or a comment, name a rule that does not exist.",
    "yaml-ambiguous-text": "A text is read as something else by other readers of YAML.",
    "yaml-anchor": "A file uses anchors or aliases.",
    "yaml-bidi-character": "A text holds a character that turns the direction of writing.",
    "yaml-control-character": "A text holds a control character.",
    "yaml-cut-text": "A text ends where YAML sees a comment begin: at a # behind a space.",
    "yaml-depth": "A file is nested too deep.",
    "yaml-document": "A file holds more than one document.",
    "yaml-duplicate-key": "A field is given twice.",
    "yaml-empty": "A file is empty.",
    "yaml-encoding": "A file is not UTF-8.",
    "yaml-invisible-character": "A text holds a character that nobody can see.",
    "yaml-key": "A field's name is no text.",
    "yaml-line-break": "A line ends in a way that editors and readers count differently.",
    "yaml-merge-key": "A file uses `<<`.",
    "yaml-number": "A number is too large, or no number.",
    "yaml-size": "A file, a text or a list is larger than is read.",
    "yaml-syntax": "A file cannot be read as YAML.",
    "yaml-tag": "A file uses tags.",
    "yaml-top-level": "A file does not hold fields at its top.",
}
"""Rules that the loader applies, id to summary: always on, errors but for a few, and none of them can be configured."""
_HEADING = re.compile(r"(?m)^(Why|To mend|Bad|Good):\s")
_CSV_HEADER = "date,"


@dataclass(frozen=True, slots=True)
class Rule:
    """A lint rule: id, group, default level, check function, and the smallest preset that contains it.

    `check` takes the atlas and the date from which ages are counted; its docstring documents the rule for users.
    """

    id: str
    group: str
    severity: Severity
    check: Callable[[Atlas, date], Iterator[Violation]]
    preset: Preset = "recommended"

    @property
    def text(self) -> str:
        """The rule's documentation as Markdown: summary, reason, remedy, a bad and a good example."""
        lines = (self.check.__doc__ or "").strip().split("\n")
        return "\n".join(line.removeprefix("    ") for line in lines)

    @property
    def summary(self) -> str:
        """The first line of the documentation: what is wrong, in one sentence."""
        return self.text.partition("\n")[0]


RULES: tuple[Rule, ...] = (
    Rule("catalog-entry-unused", _REFERENCES, _INFO, references.catalog_entry_unused),
    Rule("persona-without-journey", _REFERENCES, _INFO, references.persona_without_journey),
    Rule("evidence-unused", _REFERENCES, _INFO, references.evidence_unused),
    Rule("opportunity-orphaned", _REFERENCES, _WARNING, references.opportunity_orphaned),
    Rule("future-without-baseline", _REFERENCES, _WARNING, references.future_without_baseline),
    Rule("leads-nowhere", _REFERENCES, _WARNING, references.leads_nowhere, "minimal"),
    Rule("touchpoint-not-live", _REFERENCES, _WARNING, references.touchpoint_not_live),
    Rule("journey-in-no-lifecycle", _REFERENCES, _INFO, references.journey_in_no_lifecycle),
    Rule("pain-likely-duplicate", _REFERENCES, _INFO, references.pain_likely_duplicate),
    Rule("path-unused", _REFERENCES, _INFO, ways.path_unused),
    Rule("path-interrupted", _REFERENCES, _WARNING, ways.path_interrupted),
    Rule("parallel-alone", _REFERENCES, _WARNING, ways.parallel_alone),
    Rule("journey-without-owner", "ownership", _WARNING, ownership.journey_without_owner),
    Rule("touchpoint-without-team", "ownership", _WARNING, ownership.touchpoint_without_team),
    Rule("high-pain-without-owner", "ownership", _WARNING, ownership.high_pain_without_owner),
    Rule("high-pain-without-answer", "ownership", _WARNING, ownership.high_pain_without_answer),
    Rule("review-overdue", "freshness", _WARNING, freshness.review_overdue),
    Rule("evidence-expired", "freshness", _WARNING, freshness.evidence_expired),
    Rule("metric-silent", "freshness", _WARNING, freshness.metric_silent),
    Rule("definition-without-rows", "freshness", _WARNING, measuring.definition_without_rows),
    Rule("resolved-without-date", "freshness", _WARNING, freshness.resolved_without_date),
    Rule("resolved-but-open", "freshness", _WARNING, freshness.resolved_but_open, "minimal"),
    Rule("acknowledgement-expired", "freshness", _WARNING, freshness.acknowledgement_expired, "minimal"),
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
    Rule("blueprint-without-service", "honesty", _WARNING, honesty.blueprint_without_service),
    Rule("emotion-against-funnel", "honesty", _INFO, figures.emotion_against_funnel),
    Rule("figure-jumped", "honesty", _WARNING, figures.figure_jumped),
    Rule("step-unreached", "honesty", _WARNING, measuring.step_unreached),
    Rule("steps-unmeasured", "honesty", _INFO, measuring.steps_unmeasured),
    Rule("rate-without-n", "honesty", _WARNING, figures.rate_without_n),
    Rule("personal-data", "honesty", _WARNING, privacy.personal_data),
    Rule("company-voice", "clarity", _WARNING, wording.company_voice),
    Rule("name-too-long", "clarity", _WARNING, wording.name_too_long),
    Rule("duration-unclear", "clarity", _INFO, wording.duration_unclear),
    Rule("stages-out-of-order", "clarity", _WARNING, clarity.stages_out_of_order),
    Rule("too-many-steps", "clarity", _WARNING, clarity.too_many_steps),
    Rule("channel-contradicts", "clarity", _WARNING, clarity.channel_contradicts),
    Rule("emotion-of-stranger", "clarity", _WARNING, clarity.emotion_of_stranger),
    Rule("step-name-repeated", "clarity", _INFO, clarity.step_name_repeated),
    Rule("opportunity-without-metric", "action", _WARNING, action.opportunity_without_metric),
    Rule("experiment-without-decision", "action", _WARNING, action.experiment_without_decision),
    Rule("decision-unsupported", "action", _WARNING, action.decision_unsupported),
    Rule("delivery-unmeasured", "action", _WARNING, action.delivery_unmeasured),
    Rule("target-missed", "action", _INFO, action.target_missed),
)
"""Rules that run on a loaded atlas, by group. Adding one takes a function, a line here and a case in the tests."""

BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """A line of an example; `marked` if it is at fault or, in a good example, new."""

    indent: str
    code: str
    comment: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Example:
    """Lines of a YAML file, or of a CSV file of figures."""

    lines: tuple[ExampleLine, ...]


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """The parts of a rule's documentation; `why` and `mend` are Markdown."""

    why: str
    mend: str
    bad: Example
    good: Example


def parse_rule_doc(rule: Rule) -> RuleDoc:
    """The docstring of a rule, split by its headings."""
    _, *parts = _HEADING.split(rule.text)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    bad, good = (
        [line.removeprefix("    ") for line in sections[name].strip("\n").split("\n")] for name in ("Bad", "Good")
    )
    faults, fixed = _marks(bad, good)
    why, mend = (text[:1].upper() + text[1:] for text in (sections["Why"].strip(), sections["To mend"].strip()))
    return RuleDoc(why, mend, _example(bad, faults), _example(good, fixed))


def _example(lines: list[str], marks: set[int]) -> Example:
    found = []
    for number, line in enumerate(lines):
        code, sign, comment = line.partition("    # ")
        bare = code.lstrip()
        found.append(ExampleLine(code[: len(code) - len(bare)], bare, f"{sign}{comment}", number in marks))
    return Example(tuple(found))


def _marks(bad: list[str], good: list[str]) -> tuple[set[int], set[int]]:
    """Indices of the lines at fault in the bad example, and of the lines of the good one that fix them.

    At fault are lines with a comment or, if there are none, lines that the good example does not contain.
    """
    opcodes = SequenceMatcher(None, bad, good, autojunk=False).get_opcodes()
    changes = [opcode for opcode in opcodes if opcode[0] != "equal"]
    commented = {number for number, line in enumerate(bad) if "    # " in line}
    faults = commented or {number for _, start, end, _, _ in changes for number in range(start, end)}
    fixed = {number for _, _, _, start, end in changes for number in range(start, end)}
    return faults, fixed if bad[0].startswith(_CSV_HEADER) == good[0].startswith(_CSV_HEADER) else set()
