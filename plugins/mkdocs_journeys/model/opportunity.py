"""opportunities/ID.yml: what could be made better, by what, and what trying it showed."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_journeys.model.base import (
    Cost,
    Count,
    Date,
    Document,
    EvidenceRef,
    Id,
    JourneyRef,
    Link,
    MetricRef,
    Model,
    Number,
    PainRef,
    Percent,
    Rich,
    TeamRef,
    Text,
    Url,
)
from mkdocs_journeys.model.scales import Confidence, Effort, Impact, OpportunityStatus


def _fibonacci(points: int) -> int:
    if points not in (1, 2, 3, 5, 8, 13, 20):
        raise PydanticCustomError("fibonacci", "is none of 1, 2, 3, 5, 8, 13 and 20")
    return points


Points = Annotated[Count, Field(ge=1, le=10)]
Fibonacci = Annotated[Count, Field(ge=1, le=20), AfterValidator(_fibonacci)]
TenPoints = Annotated[Number, Field(ge=0, le=10)]


class Arm(Model):
    """A group of the people in an experiment, who all got the same."""

    name: Text
    """What these people got. Example: Price with VAT"""
    n: Annotated[Count, Field(ge=1)]
    """How many people were in it. Example: 4000"""
    converted: Count
    """How many of them did what the metric counts. Example: 250"""
    planned: Annotated[Count, Field(ge=1)] | None = None
    """Its share of the people as planned, relative to the other arms; left out, 1. Example: 50"""

    @model_validator(mode="after")
    def _check_counts(self) -> Self:
        if self.converted > self.n:
            raise PydanticCustomError("counts", "has more who converted than people")
        return self


class Experiment(Model):
    """A test of a solution with real customers."""

    hypothesis: Text | None = None
    """What you believe will happen. Example: Those who see the whole price stay"""
    kind: Literal["ab-test", "survey", "usability", "pilot"] | None = None
    """How it is tried. Example: ab-test"""
    metric: MetricRef | None = None
    """The id of the metric that it should move. Example: trial-conversion"""
    baseline: Number | None = None
    """The metric's figure before. Example: 5.4"""
    target: Number | None = None
    """The figure that would count as success. Example: 8"""
    result: Number | None = None
    """The figure that came out. Example: 7.1"""
    decision: Literal["adopt", "iterate", "drop"] | None = None
    """What you decided when it ended. Example: iterate"""
    started: Date | None = None
    """The day on which it started. Example: 2026-09-01"""
    ended: Date | None = None
    """The day on which it ended. Example: 2026-10-15"""
    arms: tuple[Arm, ...] = ()
    """The groups that were compared, first the one for which nothing changed.
    Example: [{name: Price as it was, n: 4000, converted: 200}, {name: Price with VAT, n: 4000, converted: 250}]
    """
    checked: Annotated[Count, Field(ge=1)] | None = None
    """How many times somebody looked at the result: each look before the end makes it less sure. Example: 1"""


class Solution(Model):
    """One way to answer the opportunity."""

    id: Id
    """A short name, unique in this opportunity. Example: price-counter"""
    name: Text
    """What you would build or change. Example: "A counter that shows seats, add-ons and VAT" """
    status: OpportunityStatus | None = None
    """How far it has come. Example: in-progress"""
    link: Url | None = None
    """Where more is written about it. Example: https://example.com/specs/price-counter"""
    experiment: Experiment | None = None
    """The test of this solution with real customers.
    Example: {hypothesis: Those who see the whole price stay, kind: ab-test}
    """


class IceFactors(Model):
    """What the score by ICE is made of: impact × confidence × ease."""

    impact: Points | None = None
    """How much it would change, from 1 to 10. Example: 8"""
    confidence: Points | None = None
    """How sure you are that it works, from 1 to 10. Example: 6"""
    ease: Points | None = None
    """How easily it is done, from 1 to 10. Example: 7"""


class WsjfFactors(Model):
    """What the score by WSJF is made of: what waiting costs ÷ the size of the job.

    Each is relative to the smallest of the list, which is 1.
    """

    value: Fibonacci | None = None
    """What it is worth to customers and business: 1, 2, 3, 5, 8, 13 or 20. Example: 8"""
    urgency: Fibonacci | None = None
    """How much of that is lost by waiting: 1, 2, 3, 5, 8, 13 or 20. Example: 5"""
    risk: Fibonacci | None = None
    """How much risk it takes away, or what it makes possible: 1, 2, 3, 5, 8, 13 or 20. Example: 3"""
    size: Fibonacci | None = None
    """How large the job is: 1, 2, 3, 5, 8, 13 or 20. Example: 5"""


class UlwickFactors(Model):
    """What customers said of the need in a survey: how much it matters, and how well it is met.

    Each is the share of answers 4 and 5 on a scale of five, times ten.
    """

    importance: TenPoints | None = None
    """How many say that it matters, from 0 to 10. Example: 8.6"""
    satisfaction: TenPoints | None = None
    """How many say that it is met today, from 0 to 10. Example: 3.1"""
    n: Annotated[Count, Field(ge=1)] | None = None
    """How many people answered. Example: 180"""


class Opportunity(Document):
    """A "How might we …" question that pains ask."""

    title: Text
    """A question that starts with How might we. Example: How might we say the whole price before anyone asks?"""
    pains: tuple[PainRef, ...] = ()
    """The ids of the pains that it would mend. Example: [hidden-fees]"""
    journeys: tuple[JourneyRef, ...] = ()
    """The ids of journeys where it belongs, beyond those of its pains. Example: [try-it]"""
    value: Impact | None = None
    """What mending it is worth to the business. Example: high"""
    effort: Effort | None = None
    """How much work it is. Example: medium"""
    cost: Cost | None = None
    """What doing it costs. Example: {low: 20000, high: 35000, unit: EUR}"""
    reach: Percent | None = None
    """How many customers it would touch, in percent without the sign. Example: 40"""
    confidence: Confidence | None = None
    """How sure you are of value and effort; left out, it is inferred with evidence and assumed without.
    Example: inferred
    """
    ice: IceFactors | None = None
    """What its score is made of where the catalog scores by ICE. Example: {impact: 8, confidence: 6, ease: 7}"""
    wsjf: WsjfFactors | None = None
    """What its score is made of where the catalog scores by WSJF. Example: {value: 8, urgency: 5, risk: 3, size: 5}"""
    ulwick: UlwickFactors | None = None
    """What its score is made of where the catalog scores by Ulwick's method.
    Example: {importance: 8.6, satisfaction: 3.1, n: 180}
    """
    status: OpportunityStatus = "new"
    """How far it has come. Example: framed"""
    owner: TeamRef | None = None
    """The id of the team that answers for it. Example: growth"""
    metrics: tuple[MetricRef, ...] = ()
    """The ids of the metrics that it should move. Example: [trial-conversion]"""
    evidence: tuple[EvidenceRef, ...] = ()
    """The studies that speak for it, each as study or study/finding. Example: [interviews/fees-surprise]"""
    issue: Url | None = None
    """The address of the ticket. Example: https://example.com/issues/41"""
    links: tuple[Link, ...] = ()
    """Where to read more. Example: [{title: The sketch, url: "https://example.com/sketch"}]"""
    description: Rich | None = None
    """More about it, in Markdown. Example: The price page is left by half of its visitors"""
    solutions: tuple[Solution, ...] = ()
    """The ways to answer the question, each with its own status and experiment.
    Example: [{id: price-counter, name: A counter that shows the whole price}]
    """

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")
