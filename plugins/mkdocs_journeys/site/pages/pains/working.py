"""How a pain's score came about, in words: `major 3 × often 3 × … = 42`, with missing factors marked."""

from functools import lru_cache
from typing import NamedTuple

from mkdocs_journeys.insight.scoring import Factor, Score
from mkdocs_journeys.model.scales import FREQUENCY, IMPACT, SEVERITY

_SCALES: dict[str, dict[int, str]] = {
    "severity": {number: word for word, number in SEVERITY.items()},
    "frequency": {number: word for word, number in FREQUENCY.items()},
    "impact": {number: word for word, number in IMPACT.items()},
}
_BETWEEN: dict[str, tuple[str, ...]] = {
    "severity-frequency-impact": (" × ", " × ", " ÷ 64 × 100 × "),
    "severity-reach": (" ÷ 4 × ", " × "),
}


class Term(NamedTuple):
    """A factor of the score: `words` such as "major 3", then what stands before the next one in the sum.

    `missing` marks a factor that nobody gave: its words say what it was taken as.
    """

    name: str
    words: str
    missing: bool
    after: str


@lru_cache(maxsize=4096)
def working_of(score: Score) -> tuple[Term, ...]:
    """The terms of a pain's score in the order of the sum; the last one is followed by "= score"."""
    between = (*_BETWEEN[score.method], f" = {score.shown}")
    return tuple(
        Term(factor.name, _words(factor), factor.assumed, after)
        for factor, after in zip(score.factors, between, strict=True)
    )


def _words(factor: Factor) -> str:
    number = f"{factor.number:g}"
    if factor.name == "reach":
        return f"not given, taken as {number}%" if factor.assumed else f"{number}%"
    if factor.assumed:
        return f"not given, taken as {_SCALES[factor.name][int(factor.number)]} {number}"
    return f"{factor.word} {number}"
