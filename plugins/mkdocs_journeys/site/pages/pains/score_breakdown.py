"""How a score comes about, in words: `major 3 × often 3 × … = 42`, with missing factors marked."""

from functools import lru_cache
from typing import NamedTuple

from mkdocs_journeys.insight.scoring import Factor, Score
from mkdocs_journeys.model.scales import FREQUENCY, IMPACT, SEVERITY

_WORDS: dict[str, dict[int, str]] = {
    "severity": {number: word for word, number in SEVERITY.items()},
    "frequency": {number: word for word, number in FREQUENCY.items()},
    "impact": {number: word for word, number in IMPACT.items()},
}
_OPERATORS: dict[str, tuple[str, ...]] = {
    "severity-frequency-impact": (" × ", " × ", " ÷ 64 × 100 × "),
    "severity-reach": (" ÷ 4 × ", " × "),
    "value-effort": (" ÷ ", " ÷ 4 × 100 × "),
    "rice": (" × ", " ÷ 4 × ", " ÷ "),
}
"""Scoring methods to the operators between their factors."""


class ScoreTerm(NamedTuple):
    """A factor of the score: `words` such as "major 3", then the operator `after` it, "= 42" after the last.

    `missing` marks a factor that was not given: its words say what it was taken as.
    """

    name: str
    words: str
    missing: bool
    after: str


@lru_cache(maxsize=4096)
def pain_breakdown(score: Score) -> tuple[ScoreTerm, ...]:
    """The terms of a pain's score in the order of the formula."""
    return _terms(score, [_pain_words(factor) for factor in score.factors])


def opportunity_breakdown(score: Score) -> tuple[ScoreTerm, ...]:
    """The terms of an opportunity's score in the order of the formula."""
    return _terms(score, [_opportunity_words(factor) for factor in score.factors])


def _terms(score: Score, words: list[str]) -> tuple[ScoreTerm, ...]:
    after = (*_OPERATORS[score.method], f" = {score.shown}")
    return tuple(
        ScoreTerm(factor.name, text, factor.assumed, operator)
        for factor, text, operator in zip(score.factors, words, after, strict=True)
    )


def _pain_words(factor: Factor) -> str:
    number = f"{factor.number:g}"
    if factor.name == "reach":
        return f"not given, taken as {number}%" if factor.assumed else f"{number}%"
    if factor.assumed:
        return f"not given, taken as {_WORDS[factor.name][int(factor.number)]} {number}"
    return f"{factor.word} {number}"


def _opportunity_words(factor: Factor) -> str:
    if factor.assumed:
        return f"not given, taken as {factor.number:g}"
    return f"{factor.word}" if factor.name == "reach" else f"{factor.word} {factor.number:g}"
