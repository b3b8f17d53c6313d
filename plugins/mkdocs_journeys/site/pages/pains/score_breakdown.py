"""How a score comes about, in words: `major 3 × often 3 × … = 42`, with missing factors marked."""

from functools import lru_cache
from typing import NamedTuple

from mkdocs_journeys.insight.scoring import FORMULAS, Factor, Score
from mkdocs_journeys.model.scales import FREQUENCY, IMPACT, SEVERITY
from mkdocs_journeys.site.rendering.numbers import exact, measured
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, speaking, spoken_language

_WORDS: dict[str, dict[int, str]] = {
    "severity": {number: word for word, number in SEVERITY.items()},
    "frequency": {number: word for word, number in FREQUENCY.items()},
    "impact": {number: word for word, number in IMPACT.items()},
}
_NAMES: dict[str, str] = {
    "severity": message("severity"),
    "frequency": message("frequency"),
    "impact": message("impact"),
    "reach": message("reach"),
    "confidence": message("confidence"),
    "value": message("value"),
    "effort": message("effort"),
    "ease": message("ease"),
    "business value": message("business value"),
    "urgency": message("urgency"),
    "risk reduced": message("risk reduced"),
    "job size": message("job size"),
    "importance": message("importance"),
    "satisfaction": message("satisfaction"),
}


class ScoreTerm(NamedTuple):
    """A factor of the score: `words` such as "major 3", then the operator `after` it, "= 42" after the last.

    `missing` marks a factor that was not given: its words say what it was taken as.
    """

    name: str
    words: str
    missing: bool
    after: str


def pain_breakdown(score: Score) -> tuple[ScoreTerm, ...]:
    """The terms of a pain's score in the order of the formula."""
    return _pain_terms(score, spoken_language().code)


@lru_cache(maxsize=4096)
def _pain_terms(score: Score, language: str) -> tuple[ScoreTerm, ...]:
    with speaking(language):
        return _terms(score, [_pain_words(factor) for factor in score.factors])


def opportunity_breakdown(score: Score) -> tuple[ScoreTerm, ...]:
    """The terms of an opportunity's score in the order of the formula."""
    return _terms(score, [_opportunity_words(factor) for factor in score.factors])


def _terms(score: Score, words: list[str]) -> tuple[ScoreTerm, ...]:
    formula = FORMULAS[score.method]
    result = f"{formula.end} = {exact(score.figure)}"
    if score.is_extreme:
        result = _("%(result)s, an extreme need", result=result)
    order = formula.order or range(len(words))
    names = [_(_NAMES[factor.name]) for factor in score.factors]
    terms = [
        ScoreTerm(names[index], words[index], score.factors[index].assumed, operator)
        for index, operator in zip(order, (*formula.operators, result), strict=True)
    ]
    return (terms[0]._replace(name=f"{formula.before}{terms[0].name}"), *terms[1:])


def _pain_words(factor: Factor) -> str:
    number = exact(factor.number)
    if factor.name == "reach":
        return _("not given, taken as %(number)s%%", number=number) if factor.assumed else _percent(factor)
    if factor.assumed:
        word = term(_WORDS[factor.name][int(factor.number)])
        return _("not given, taken as %(word)s %(number)s", word=word, number=number)
    return f"{term(factor.word or '')} {number}"


def _opportunity_words(factor: Factor) -> str:
    if factor.assumed:
        return _("not given, taken as %(number)s", number=exact(factor.number))
    if factor.name == "reach":
        return _percent(factor)
    return exact(factor.number) if factor.is_counted else f"{term(factor.word or '')} {exact(factor.number)}"


def _percent(factor: Factor) -> str:
    return measured(exact(factor.number), "%")
