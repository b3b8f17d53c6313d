"""What a comparison calls its sides, and what becomes of steps and pains; signs stand beside words, never alone."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from mkdocs_journeys.insight.comparison.steps import StepChange, StepPart
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

PainChange = Literal["gone", "kept", "new"]
SIGNS: Mapping[StepChange, str] = {"gone": "−", "new": "+", "moved": "⇄", "changed": "≠", "same": "="}
PARTS: Mapping[StepPart, str] = {
    "name": message("name"),
    "emotion": message("emotion"),
    "touchpoint": message("touchpoint"),
    "team": message("team"),
    "time": message("time"),
    "pains": message("pains"),
}
"""What steps differ in, in English."""


class SideWords(NamedTuple):
    """The words of a comparison. `{number}` in those of moved steps is the step's number on the other side.

    `left` stands at a moved step of the one side, `right` at that of the other. `pains` are also titles of lists.
    """

    one: str
    other: str
    change: str
    steps: Mapping[StepChange, str]
    left: str
    right: str
    pains: Mapping[PainChange, str]
    lists: Mapping[PainChange, str]


def future_words() -> SideWords:
    """Those of a future journey against the one of today."""
    return SideWords(
        one=_("Today"),
        other=_("Tomorrow"),
        change=_("Change"),
        # What becomes of a step of a journey, beside a sign.
        steps={
            "gone": _("would go"),
            "new": _("new"),
            "changed": _("changes"),
            "moved": _("moves"),
            "same": _("stays"),
        },
        left=_("moves, then step {number}"),
        right=_("moved, today step {number}"),
        pains={"gone": _("would go"), "kept": _("stays"), "new": _("new")},
        lists={
            "gone": _("Pains that would be gone"),
            "kept": _("Pains that would stay"),
            "new": _("Pains that would be new"),
        },
    )


def plain_words() -> SideWords:
    """Those of any two sides, A and B."""
    return SideWords(
        one="A",
        other="B",
        change=_("Difference"),
        # Where a step is: on one side of a comparison alone, or on both.
        steps={
            "gone": _("only in A"),
            "new": _("only in B"),
            "changed": _("in both, not alike"),
            "moved": _("in both, elsewhere"),
            "same": _("in both, alike"),
        },
        left=_("in B as step {number}"),
        right=_("in A as step {number}"),
        pains={"gone": _("only in A"), "kept": _("in both"), "new": _("only in B")},
        lists={"gone": _("Pains only in A"), "kept": _("Pains in both"), "new": _("Pains only in B")},
    )
