"""opportunities/ID.yml: what could be made better, by what, and what trying it showed."""

from typing import Literal

from mkdocs_journeys.model.base import (
    Date,
    Document,
    EvidenceRef,
    Id,
    JourneyRef,
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


class Experiment(Model):
    """A test of a solution with real customers."""

    hypothesis: Text | None = None
    kind: Literal["ab-test", "survey", "usability", "pilot"] | None = None
    metric: MetricRef | None = None
    baseline: Number | None = None
    target: Number | None = None
    result: Number | None = None
    decision: Literal["adopt", "iterate", "drop"] | None = None
    started: Date | None = None
    ended: Date | None = None


class Solution(Model):
    """One way to answer the opportunity."""

    id: Id
    name: Text
    status: OpportunityStatus | None = None
    link: Url | None = None
    experiment: Experiment | None = None


class Opportunity(Document):
    """A "How might we …" question that pains ask."""

    title: Text
    pains: tuple[PainRef, ...] = ()
    journeys: tuple[JourneyRef, ...] = ()
    value: Impact | None = None
    effort: Effort | None = None
    reach: Percent | None = None
    confidence: Confidence | None = None
    status: OpportunityStatus = "new"
    owner: TeamRef | None = None
    metrics: tuple[MetricRef, ...] = ()
    evidence: tuple[EvidenceRef, ...] = ()
    description: Rich | None = None
    solutions: tuple[Solution, ...] = ()

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")
