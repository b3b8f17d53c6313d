"""How many changes mean what, in words."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from mkdocs_journeys.diff.change import Judgement

JUDGEMENT_WORDS = {
    Judgement.WORSE: "worse for the customer",
    Judgement.LOOK: "to look at",
    Judgement.BETTER: "better",
    Judgement.EDITORIAL: "editorial",
}
DOTS = {Judgement.WORSE: "🔴", Judgement.LOOK: "🟡", Judgement.BETTER: "🟢", Judgement.EDITORIAL: "⚪"}
ORDER = list(Judgement)
"""The weightiest first."""


class Judged(Protocol):
    """Whatever has a judgement."""

    @property
    def judgement(self) -> Judgement:
        """What it means for the customer."""


def counted(changes: Iterable[Judged]) -> str:
    """`2 worse for the customer, 1 better`; "" where there are none."""
    counts = Counter(change.judgement for change in changes)
    return ", ".join(f"{counts[one]:,} {JUDGEMENT_WORDS[one]}" for one in Judgement if counts[one])


def dotted(changes: Iterable[Judged]) -> str:
    """`🔴 2 worse · 🟢 1 better`, for where there is little room."""
    counts = Counter(change.judgement for change in changes)
    words = {**{one: one.value for one in Judgement}, Judgement.LOOK: JUDGEMENT_WORDS[Judgement.LOOK]}
    return " · ".join(f"{DOTS[one]} {counts[one]:,} {words[one]}" for one in Judgement if counts[one])


def weight(changes: Iterable[Judged]) -> tuple[int, ...]:
    """For sorting: whatever has more of what is weighty comes first."""
    counts = Counter(change.judgement for change in changes)
    return tuple(-counts[one] for one in Judgement)


def changes_in_words(count: int) -> str:
    """`1 change`, `12 changes`."""
    return f"{count:,} change{'' if count == 1 else 's'}"
