"""evidence/ID.yml: research that claims rest on."""

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journeys.model.base import Count, Date, Document, Id, Model, Rich, SegmentRef, TeamRef, Text, Url


class Finding(Model):
    """One thing that a study found; referred to as `study-id/finding-id`."""

    id: Id
    text: Text
    type: Literal["quote", "observation", "trend", "need"] = "observation"
    sentiment: Annotated[int, Field(strict=True, ge=-1, le=1)] | None = None


class Evidence(Document):
    """A study: what was asked, of whom, when, and what came out."""

    title: Text
    kind: (
        Literal[
            "interview",
            "survey",
            "usability",
            "support-tickets",
            "analytics",
            "sales-calls",
            "desk",
            "workshop",
        ]
        | None
    ) = None
    date: Date
    method: Text | None = None
    n: Count | None = None
    segment: SegmentRef | None = None
    link: Url | None = None
    owner: TeamRef | None = None
    expires: Date | None = None
    summary: Rich | None = None
    findings: tuple[Finding, ...] = ()
