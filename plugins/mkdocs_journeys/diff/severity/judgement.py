"""What a change means for the customer, in one word."""

from collections.abc import Iterable
from enum import StrEnum


class Judgement(StrEnum):
    """What a change means for the customer, the most severe first."""

    WORSE = "worse"
    REVIEW = "look"
    BETTER = "better"
    EDITORIAL = "editorial"

    @property
    def rank(self) -> int:
        """0 for the most severe judgement, 3 for the least."""
        return list(Judgement).index(self)


def severest(judgements: Iterable[Judgement]) -> Judgement:
    """The most severe of at least one judgement."""
    return min(judgements, key=lambda judgement: judgement.rank)
