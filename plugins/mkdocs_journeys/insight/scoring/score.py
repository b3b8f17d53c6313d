"""Scores with their arithmetic: the formula of each method, its bounds, and factors that nobody gave."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

from mkdocs_journeys.insight.selection import rounded
from mkdocs_journeys.model.catalog import OpportunityMethod, PainMethod
from mkdocs_journeys.model.scales import CONFIDENCE

Band = Literal["high", "medium", "low"]
BANDS: tuple[Band, ...] = ("high", "medium", "low")
Method = PainMethod | OpportunityMethod
ASSUMED_REACH = 50.0
"""Percent assumed where no reach is given: as far up its range as the second of four words is."""
ASSUMED_POINTS = 5.0
"""Points assumed where none are given, of ten or of a row of Fibonacci."""
MOST: Mapping[str, float] = MappingProxyType({"severity": 4, "frequency": 4, "impact": 4, "reach": 100})
"""The most that each factor of a pain may be, where that is not 1."""
EXTREME = 15
"""The Ulwick score above which a need is called extreme: important, and badly served."""
Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a score. Without a `word` from the author, the number is `assumed`."""

    name: str
    word: str | None
    number: float
    assumed: bool = False

    @property
    def share(self) -> float:
        """The number as a share of the most that it may be, from 0 to 1."""
        return self.number / MOST.get(self.name, 1)

    @property
    def is_counted(self) -> bool:
        """Whether the author gave a number of points and no word."""
        return self.word == f"{self.number:g}"

    @property
    def written(self) -> str:
        """The number as it stands in a calculation: `3`, `0.8`, `1.0`."""
        return f"{self.number:.1f}" if self.word in CONFIDENCE else f"{self.number:g}"


class Formula(NamedTuple):
    """How a score is written: the text `before` the first factor, and the operator after each but the last.

    `order` are the indexes of the factors as they are written, where one stands twice; `end` closes what is open.
    `bounds` are the scores from which it is high and medium, None where the catalog says. Scores have so many
    decimal `places`.
    """

    operators: tuple[str, ...]
    before: str = ""
    end: str = ""
    order: tuple[int, ...] = ()
    bounds: tuple[float, float] | None = None
    places: int = 0


FORMULAS: Mapping[Method, Formula] = MappingProxyType(
    {
        "severity-frequency-impact": Formula((" × ", " × ", " ÷ 64 × 100 × ")),
        "severity-reach": Formula((" ÷ 4 × ", " × ")),
        "value-effort": Formula((" ÷ ", " ÷ 4 × 100 × ")),
        "rice": Formula((" × ", " ÷ 4 × ", " ÷ ")),
        "ice": Formula((" × ", " × "), end=" ÷ 10"),
        "wsjf": Formula((" + ", " + ", ") ÷ "), before="(", bounds=(5, 2), places=1),
        "ulwick": Formula((" + max(", " − "), end=", 0)", order=(0, 0, 1), bounds=(12.1, 10), places=1),
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """A score with its factors; `working` is the calculation as a reader would write it.

    It runs from 0 to 100, of `wsjf` from 0.15 to 60 and of `ulwick` from 0 to 20.
    """

    value: float
    band: Band
    method: Method
    factors: tuple[Factor, ...]
    working: str

    @property
    def shown(self) -> int:
        """The rounded score for display; the band follows it, so that the two never contradict each other."""
        return rounded(self.value)

    @property
    def figure(self) -> float:
        """The score for display, with a decimal where the method has one."""
        return _displayed(self.value, FORMULAS[self.method].places)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the factors that nobody gave."""
        return tuple(factor.name for factor in self.factors if factor.assumed)

    @property
    def is_extreme(self) -> bool:
        """Whether it is a need that matters to nearly all and is met for few."""
        return self.method == "ulwick" and self.figure > EXTREME


def _displayed(value: float, places: int) -> float:
    """A score as it is shown: a whole number, or one with so many decimals; halves go up."""
    return rounded(value) if places == 0 else floor(value * 10**places + 0.5) / 10**places


def made_score(value: float, bands: tuple[float, float], method: Method, *factors: Factor) -> Score:
    """A score by the formula of its method; `bands` are the bounds of high and medium in the catalog."""
    formula = FORMULAS[method]
    shown = _displayed(value, formula.places)
    high, medium = formula.bounds or bands
    band: Band = "high" if shown >= high else "medium" if shown >= medium else "low"
    written = [factors[index].written for index in formula.order or range(len(factors))]
    terms = "".join(f"{number}{operator}" for number, operator in zip(written, (*formula.operators, ""), strict=False))
    return Score(value, band, method, factors, f"{formula.before}{terms}{formula.end} = {shown:g}")


def worded(name: str, word: Word | None, scale: Mapping[Word, float]) -> Factor:
    """A factor from a scale of words; a missing one counts as the scale's second value."""
    if word is None:
        return Factor(name, None, sorted(scale.values())[1], assumed=True)
    return Factor(name, word, scale[word])


def points(name: str, number: float | None) -> Factor:
    """A factor that is a number of points; a missing one counts as five."""
    return Factor(name, None, ASSUMED_POINTS, assumed=True) if number is None else Factor(name, f"{number:g}", number)


def reach_of(percent: float | None) -> Factor:
    """A share of the customers in percent; a missing one counts as half of them."""
    return (
        Factor("reach", None, ASSUMED_REACH, assumed=True)
        if percent is None
        else Factor("reach", f"{percent:g}%", percent)
    )
