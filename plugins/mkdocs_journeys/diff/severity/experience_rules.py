"""Rows on what customers live through: steps, emotions, time, pains."""

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.severity import conditions as when
from mkdocs_journeys.diff.severity.conditions import ALWAYS
from mkdocs_journeys.diff.severity.judgement import Judgement
from mkdocs_journeys.diff.severity.rule import SeverityRule

WORSE, REVIEW, BETTER, EDITORIAL = Judgement
ADDED, REMOVED, CHANGED, MOVED, RENAMED = ChangeKind
PAIN_FACTORS = "severity frequency impact reach cost"

EXPERIENCE: dict[str, tuple[SeverityRule, ...]] = {
    "Retired journeys": (
        SeverityRule(
            EDITORIAL,
            "journey stage step pain",
            (ADDED, REMOVED, CHANGED),
            "",
            when.RETIRED,
            "Nobody goes through it any more: its map is a record. A pain counts if it is felt in no other journey.",
        ),
    ),
    "Steps, stages and journeys that come and go": (
        SeverityRule(
            WORSE,
            "step stage journey",
            (ADDED,),
            "",
            when.TRUTH_HURTS,
            "The relationship is won or lost there, and it is being lost.",
        ),
        SeverityRule(
            WORSE, "step stage", (ADDED,), "", when.NEW_LOWEST, "The lowest point is what customers remember."
        ),
        SeverityRule(
            WORSE, "step stage", (ADDED,), "", when.FEELS_WORSE, "All in all, the journey feels worse than before."
        ),
        SeverityRule(
            WORSE,
            "step stage",
            (ADDED,),
            "",
            when.SHARES_PAIN,
            "It hurts at one more place. Pains that are described there are judged by themselves.",
        ),
        SeverityRule(WORSE, "journey", (ADDED,), "", when.MEAN_IS_NEGATIVE, "All in all, customers are unhappy in it."),
        SeverityRule(WORSE, "step stage", (REMOVED,), "", when.TRUTH_PLEASED, "The relationship was won there."),
        SeverityRule(
            WORSE, "step stage", (REMOVED,), "", when.WAS_HIGHEST, "The highest point is what customers remember."
        ),
        SeverityRule(
            WORSE, "step stage", (REMOVED,), "", when.FELT_BETTER, "All in all, the journey feels worse than before."
        ),
        SeverityRule(
            REVIEW,
            "step stage journey",
            (ADDED,),
            "",
            ALWAYS,
            "It asks something of the customer, however it feels: somebody should know that it does.",
        ),
        SeverityRule(
            REVIEW,
            "step stage journey",
            (REMOVED,),
            "",
            ALWAYS,
            "What is no longer on the map may still happen: that something bad is gone from it makes nothing better.",
        ),
        SeverityRule(
            REVIEW,
            "step stage catalog-stage",
            (MOVED,),
            "",
            ALWAYS,
            "Customers go another way, or the map is right at last: only a reader can tell.",
        ),
    ),
    "Emotions and moments of truth": (
        SeverityRule(
            WORSE,
            "step",
            (CHANGED,),
            "emotion",
            when.moves(-1, "it falls"),
            "It feels worse than before, for all or for one of those who act.",
        ),
        SeverityRule(BETTER, "step", (CHANGED,), "emotion", when.moves(1, "it rises"), "It feels better than before."),
        SeverityRule(
            WORSE,
            "step",
            (CHANGED,),
            "emotion",
            when.BECAME_BAD,
            "A step that is new and feels so is judged in the same way.",
        ),
        SeverityRule(
            REVIEW,
            "step",
            (CHANGED,),
            "emotion",
            ALWAYS,
            "Nothing says that customers feel worse. But what nobody knows any more cannot be seen to fall.",
        ),
        SeverityRule(
            REVIEW,
            "step",
            (CHANGED,),
            "moment_of_truth",
            when.becomes(False),
            "What was decisive is not watched any more.",
        ),
        SeverityRule(
            REVIEW,
            "step",
            (CHANGED,),
            "moment_of_truth",
            when.MARKED_BAD,
            "The relationship is lost where it is decided.",
        ),
    ),
    "Time": (
        SeverityRule(
            WORSE,
            "step stage",
            (CHANGED,),
            "duration wait",
            when.moves(1, "it gets longer"),
            "It takes more of the customer's time.",
        ),
        SeverityRule(
            BETTER,
            "step stage",
            (CHANGED,),
            "duration wait",
            when.moves(-1, "it gets shorter"),
            "It takes less of the customer's time.",
        ),
        SeverityRule(
            EDITORIAL,
            "step stage",
            (CHANGED,),
            "duration wait",
            when.moves(0, "it is as long as before"),
            "An hour may be written as 60 minutes.",
        ),
        SeverityRule(
            WORSE,
            "step",
            (CHANGED,),
            "wait",
            when.WAITS_NOW,
            "Customers wait where the map did not say so. A duration that is new is another matter: all takes time.",
        ),
        SeverityRule(
            REVIEW,
            "step stage",
            (CHANGED,),
            "duration wait",
            ALWAYS,
            "It comes, goes, or is no length that can be compared, such as *until noon*.",
        ),
    ),
    "Pains": (
        SeverityRule(
            WORSE, "pain", (ADDED,), "", when.IS_OPEN, "Something hurts that did not, or that nobody knew of."
        ),
        SeverityRule(
            WORSE,
            "pain",
            (REMOVED,),
            "",
            when.IS_CRITICAL,
            "It hurts as before, and nobody will mend what is not written down. To close it, give it a status.",
        ),
        SeverityRule(
            REVIEW,
            "pain",
            (REMOVED,),
            "",
            when.IS_OPEN,
            "It may hurt as before: what is mended has the status `resolved`.",
        ),
        SeverityRule(
            EDITORIAL,
            "pain",
            (CHANGED,),
            f"{PAIN_FACTORS} cost_factors",
            when.STAYS_RESOLVED,
            "It hurts nobody any more: how much it hurt is a record.",
        ),
        SeverityRule(
            REVIEW,
            "pain",
            (CHANGED,),
            f"{PAIN_FACTORS} cost_factors",
            when.STAYS_CLOSED,
            "The decision not to mend it rested on the old value.",
        ),
        SeverityRule(
            WORSE, "pain", (CHANGED,), PAIN_FACTORS, when.moves(1, "it rises"), "It hurts more, or more people."
        ),
        SeverityRule(
            BETTER, "pain", (CHANGED,), PAIN_FACTORS, when.moves(-1, "it falls"), "It hurts less, or fewer people."
        ),
        SeverityRule(
            REVIEW,
            "pain",
            (CHANGED,),
            f"{PAIN_FACTORS} cost_factors",
            ALWAYS,
            "It comes, goes, or cannot be compared, such as euros that become hours.",
        ),
        SeverityRule(WORSE, "pain", (CHANGED,), "status", when.REOPENED, "It hurts again."),
        SeverityRule(BETTER, "pain", (CHANGED,), "status", when.becomes("resolved"), "It hurts no longer."),
        SeverityRule(
            REVIEW, "pain", (CHANGED,), "status", when.becomes("wont-fix"), "It goes on hurting, and that is wanted."
        ),
        SeverityRule(WORSE, "step", (CHANGED,), "pains", when.FELT_ALSO, "It hurts at one more place."),
        SeverityRule(BETTER, "step", (CHANGED,), "pains", when.FELT_NO_MORE, "It hurts at one place less."),
        SeverityRule(REVIEW, "pain", (MOVED,), "journey", ALWAYS, "Links to it break, and it hurts elsewhere."),
    ),
}
"""The rows by topic, in the order in which they are tried."""
