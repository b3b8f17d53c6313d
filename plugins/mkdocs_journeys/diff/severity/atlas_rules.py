"""Rows on what is known of it, who answers for it and by what it is measured."""

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.severity import conditions as when
from mkdocs_journeys.diff.severity.conditions import ALWAYS, Condition
from mkdocs_journeys.diff.severity.judgement import Judgement
from mkdocs_journeys.diff.severity.rule import SeverityRule

WORSE, REVIEW, BETTER, EDITORIAL = Judgement
ADDED, REMOVED, CHANGED, MOVED, RENAMED = ChangeKind
ADDRESSED = "journey persona pain opportunity evidence finding metric catalog-stage touchpoint team channel segment"
"""Kinds of entities whose id is part of an address on the site."""

ATLAS: dict[str, tuple[SeverityRule, ...]] = {
    "What customers do and meet": (
        SeverityRule(
            REVIEW,
            "step",
            (CHANGED,),
            "touchpoint channel actors leads_to",
            ALWAYS,
            "Customers meet us elsewhere, others meet us, or they go another way.",
        ),
        SeverityRule(
            REVIEW,
            "step",
            (CHANGED,),
            "optional when path parallel repeats",
            ALWAYS,
            "Other customers take the step, or at another time.",
        ),
        SeverityRule(REVIEW, "stage", (CHANGED,), "stage", ALWAYS, "It belongs to another part of the lifecycle."),
        SeverityRule(REVIEW, "step", (CHANGED,), "policy", ALWAYS, "A rule that customers run into is another one."),
        SeverityRule(REVIEW, "journey", (CHANGED,), "paths", when.COMES_OR_GOES, "There is one way more, or less."),
        SeverityRule(
            REVIEW,
            "touchpoint",
            (CHANGED,),
            "status channel",
            when.NOT_LIVE,
            "Customers cannot meet us there, or meet us through another channel.",
        ),
        SeverityRule(
            REVIEW,
            "persona",
            (ADDED, REMOVED),
            "",
            when.BECAME_ONE_OR_TWO,
            "Two became one, or one became two. All that only follows from it is not told again.",
        ),
        SeverityRule(
            REVIEW,
            "journey",
            (CHANGED,),
            "personas",
            ALWAYS,
            "Others take the journey. The first of them is the main one: steps without actors are that person's.",
        ),
        SeverityRule(
            REVIEW,
            "journey",
            (CHANGED,),
            "state status baseline part_of kind",
            when.NOT_LIVE,
            "The map says something of another time, or for another purpose.",
        ),
    ),
    "Figures": (
        SeverityRule(REVIEW, "figure", (ADDED, CHANGED), "", when.RECOUNTED, "What moved may be the counting."),
        SeverityRule(
            WORSE,
            "figure",
            (ADDED,),
            "",
            when.FELL,
            "Its `better`, else its kind, says which way is good. Earlier figures that are filled in are history.",
        ),
        SeverityRule(REVIEW, "figure", (ADDED,), "", when.FELL_BY_CHANCE, "It is worth an eye, but nothing is proven."),
        SeverityRule(BETTER, "figure", (ADDED,), "", when.ROSE, "The metric moves the right way."),
        SeverityRule(
            WORSE,
            "figure",
            (CHANGED,),
            "value",
            when.CORRECTED_DOWN,
            "Things are worse than all thought. A correction to the better is to look at: the past does not improve.",
        ),
        SeverityRule(REVIEW, "figure", (CHANGED, REMOVED), "", ALWAYS, "The past does not change by itself."),
        SeverityRule(REVIEW, "stage step", (CHANGED,), "volume figures", ALWAYS, "No metric says which way is good."),
        SeverityRule(
            REVIEW,
            "metric",
            (CHANGED,),
            "kind unit better baseline target by",
            ALWAYS,
            "What is wanted changed, not what is.",
        ),
        SeverityRule(
            REVIEW,
            "measure source definition observed-journey",
            (ADDED, REMOVED, CHANGED),
            "",
            ALWAYS,
            "Figures are counted in another way.",
        ),
    ),
    "Owners, proof and rules": (
        SeverityRule(REVIEW, ADDRESSED, (RENAMED,), "id", ALWAYS, "Links to the old address break."),
        SeverityRule(REVIEW, "finding", (MOVED,), "", ALWAYS, "Links to it break."),
        SeverityRule(REVIEW, "", (CHANGED,), "owner team", when.FEWER, "Nobody may answer for it."),
        SeverityRule(REVIEW, "team", (CHANGED,), "codeowner", ALWAYS, "Others are asked to review, or nobody is."),
        SeverityRule(REVIEW, "", (CHANGED,), "evidence", when.LOST_ITEMS, "It rests on less than before."),
        SeverityRule(REVIEW, "", (CHANGED,), "confidence", when.LOWER_CONFIDENCE, "It is less sure than before."),
        SeverityRule(
            REVIEW, "", (CHANGED,), "reviewed", when.UNEARNED_REVIEW, "A review that changes nothing else may be none."
        ),
        SeverityRule(
            REVIEW,
            "atlas",
            (CHANGED,),
            "scoring review lint lifecycles",
            ALWAYS,
            "All is measured by it: what looks better may only be judged more mildly.",
        ),
        SeverityRule(REVIEW, "finding", (CHANGED,), "text sentiment type", ALWAYS, "Other things rest on it."),
        SeverityRule(REVIEW, "evidence", (CHANGED,), "date n method expires", ALWAYS, "Other things rest on it."),
    ),
    "Opportunities and experiments": (
        SeverityRule(REVIEW, "opportunity", (CHANGED,), "ice wsjf ulwick", ALWAYS, "Its rank changes."),
        SeverityRule(
            BETTER, "opportunity solution", (CHANGED,), "status", when.becomes("delivered"), "Customers have it."
        ),
        SeverityRule(
            REVIEW,
            "opportunity solution",
            (CHANGED,),
            "status",
            when.becomes("parked", "rejected"),
            "Customers will not have it soon.",
        ),
        SeverityRule(REVIEW, "opportunity", (CHANGED,), "pains", when.LOST_ITEMS, "A pain may have no answer now."),
        SeverityRule(
            REVIEW,
            "experiment",
            (CHANGED,),
            "baseline target result decision metric arms",
            ALWAYS,
            "What was learned, or was to be learned, changes.",
        ),
    ),
    "All other things that go": (
        SeverityRule(
            REVIEW,
            "",
            (REMOVED,),
            "",
            Condition("it is no pain", lambda case: case.difference.entity.kind != "pain"),
            "Others may count on it, and its address breaks.",
        ),
    ),
}
"""The rows by topic, in the order in which they are tried."""
