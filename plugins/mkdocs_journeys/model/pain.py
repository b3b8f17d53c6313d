"""A pain: what hurts at a step, how badly, and what is being done about it."""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_journeys.model.base import (
    Date,
    EvidenceRef,
    Id,
    Model,
    Number,
    Percent,
    Rich,
    RunningCost,
    TeamRef,
    Text,
    Url,
    is_block,
)
from mkdocs_journeys.model.scales import (
    OPEN_PAIN_STATUSES,
    Confidence,
    Frequency,
    Impact,
    PainStatus,
    SeverityWord,
)

NotNegative = Annotated[Number, Field(ge=0)]


class Range(Model):
    """A number that nobody knows exactly: from a low guess to a high one."""

    low: NotNegative
    """The lowest that it may be. Example: 5"""
    high: NotNegative
    """The highest that it may be. Example: 15"""

    @model_validator(mode="after")
    def _check_ends(self) -> Self:
        if self.high < self.low:
            raise PydanticCustomError("range", "is lower at its high end than at its low end")
        return self


Estimate = Annotated[Annotated[Range, Tag("mapping")] | Annotated[NotNegative, Tag("plain")], Discriminator(is_block)]
"""A number, or a range from low to high."""


class CostFactors(Model):
    """What the cost of a pain is worked out from: people × times × what each time loses.

    That is minutes × what a minute costs, or the share that gives up × what a conversion is worth, or both.
    """

    people: Estimate | None = None
    """How many people meet it in the period. Example: {low: 800, high: 1200}"""
    times: Estimate = 1
    """How often each of them meets it in the period. Example: 2"""
    minutes: Estimate | None = None
    """How many minutes each time takes from them, or from you. Example: {low: 5, high: 15}"""
    minute_cost: Estimate | None = None
    """What such a minute costs. Example: 0.8"""
    drop_off: Estimate | None = None
    """How many of them give up because of it, in percent without the sign. Example: {low: 2, high: 4}"""
    conversion_value: Estimate | None = None
    """What is lost with each who gives up. Example: 300"""
    per: Text | None = None
    """The period. Example: month"""
    unit: Text | None = None
    """The currency, where it is not that of the catalog. Example: EUR"""

    @model_validator(mode="after")
    def _check_share(self) -> Self:
        if self.drop_off is not None and ends_of(self.drop_off)[1] > 100:
            raise PydanticCustomError("share", "has a drop_off of more than 100 percent")
        return self


def ends_of(estimate: Range | float) -> tuple[float, float]:
    """The low and the high end of an estimate, which are the same for a single number."""
    return (estimate.low, estimate.high) if isinstance(estimate, Range) else (estimate, estimate)


class Pain(Model):
    """What hurts; its id is unique across the repository."""

    id: Id
    """How other steps and opportunities name this pain; unique in the whole atlas. Example: hidden-fees"""
    title: Text
    """What hurts, in one sentence. Example: The full price shows only at checkout"""
    severity: SeverityWord | None = None
    """How bad it is when it happens. Example: major"""
    frequency: Frequency | None = None
    """How often it happens to those who take this step. Example: often"""
    impact: Impact | None = None
    """What it does to the business. Example: high"""
    reach: Percent | None = None
    """How many of the persona's customers meet it, in percent without the sign. Example: 40"""
    kind: Literal["customer", "employee", "system"] = "customer"
    """Whose pain it is. Example: customer"""
    description: Rich | None = None
    """More about it, in Markdown. Example: VAT and seats are added on the last page"""
    cause: Text | None = None
    """Why it happens. Example: Prices are shown before tax"""
    workaround: Text | None = None
    """What people do in the meantime. Example: Asks for a quote by mail"""
    status: PainStatus = "open"
    """What is being done about it. Example: open"""
    owner: TeamRef | None = None
    """The id of the team that answers for it. Example: marketing"""
    confidence: Confidence | None = None
    """How sure you are that it is so; left out, it is inferred with evidence and assumed without. Example: inferred"""
    evidence: tuple[EvidenceRef, ...] = ()
    """The studies that show it, each as study or study/finding. Example: [interviews/fees-surprise]"""
    since: Date | None = None
    """The day on which it was first known. Example: 2026-03-01"""
    resolved: Date | None = None
    """The day on which it was mended. Example: 2026-09-30"""
    cost: RunningCost | None = None
    """What leaving it as it is costs. Example: {low: 2000, high: 5000, unit: EUR, per: month}"""
    cost_factors: CostFactors | None = None
    """What that cost is worked out from, where it is not written down as such.
    Example: {people: {low: 800, high: 1200}, minutes: {low: 5, high: 15}, minute_cost: 0.8, per: month, unit: EUR}
    """
    issue: Url | None = None
    """The address of the ticket. Example: https://example.com/issues/41"""

    @model_validator(mode="after")
    def _check_cost(self) -> Self:
        if self.cost and self.cost_factors:
            raise PydanticCustomError("cost", "has a cost and the factors of one: one of them is enough")
        return self

    @property
    def is_open(self) -> bool:
        """Whether somebody still suffers from it as far as we know."""
        return self.status in OPEN_PAIN_STATUSES

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")
