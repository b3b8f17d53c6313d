"""How many changes mean what, in words."""

from collections import Counter
from collections.abc import Iterable

from mkdocs_journeys.diff.change import Change, Judgement

JUDGEMENT_WORDS = {
    Judgement.WORSE: "worse for the customer",
    Judgement.LOOK: "to look at",
    Judgement.BETTER: "better",
    Judgement.EDITORIAL: "editorial",
}


def counted(changes: Iterable[Change]) -> str:
    """`2 worse for the customer, 1 better`; "" where there are none."""
    counts = Counter(change.judgement for change in changes)
    return ", ".join(f"{counts[one]:,} {JUDGEMENT_WORDS[one]}" for one in Judgement if counts[one])


def changes_in_words(count: int) -> str:
    """`1 change`, `12 changes`."""
    return f"{count:,} change{'' if count == 1 else 's'}"
