"""A pain point, written under the step where it hurts first."""

from typing import Literal

from mkdocs_journeys.model.base import Date, EvidenceRef, Id, Model, Percent, Rich, TeamRef, Text, Url
from mkdocs_journeys.model.scales import OPEN_PAIN_STATUSES, Confidence, Frequency, Impact, PainStatus, SeverityWord


class Pain(Model):
    """What hurts; its id is unique across the repository."""

    id: Id
    title: Text
    severity: SeverityWord | None = None
    frequency: Frequency | None = None
    impact: Impact | None = None
    reach: Percent | None = None
    kind: Literal["customer", "employee", "system"] = "customer"
    description: Rich | None = None
    cause: Text | None = None
    workaround: Text | None = None
    status: PainStatus = "open"
    owner: TeamRef | None = None
    confidence: Confidence | None = None
    evidence: tuple[EvidenceRef, ...] = ()
    since: Date | None = None
    resolved: Date | None = None
    issue: Url | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still suffers from it as far as we know."""
        return self.status in OPEN_PAIN_STATUSES

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")
