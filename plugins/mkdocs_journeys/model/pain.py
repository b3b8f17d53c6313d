"""A pain: what hurts at a step, how badly, and what is being done about it."""

from typing import Literal

from mkdocs_journeys.model.base import Date, EvidenceRef, Id, Model, Percent, Rich, RunningCost, TeamRef, Text, Url
from mkdocs_journeys.model.scales import (
    OPEN_PAIN_STATUSES,
    Confidence,
    Frequency,
    Impact,
    PainStatus,
    SeverityWord,
)


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
    issue: Url | None = None
    """The address of the ticket. Example: https://example.com/issues/41"""

    @property
    def is_open(self) -> bool:
        """Whether somebody still suffers from it as far as we know."""
        return self.status in OPEN_PAIN_STATUSES

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")
