"""evidence/ID.yml: research that claims rest on."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mkdocs_journeys.model.base import (
    MONTH_PATTERN,
    Count,
    Date,
    Document,
    Id,
    Link,
    Model,
    Number,
    Rich,
    SegmentRef,
    TeamRef,
    Text,
    Url,
)


class Finding(Model):
    """One thing that a study found; referred to as `study-id/finding-id`."""

    id: Id
    """How others name this finding, as study/finding. Example: fees-surprise"""
    text: Text
    """What was found; a quote word for word. Example: Just tell me what it costs."""
    type: Literal["quote", "observation", "trend", "need"] = "observation"
    """What sort of finding it is. Example: quote"""
    sentiment: Annotated[int, Field(strict=True, ge=-1, le=1)] | None = None
    """Whether it is good or bad news. Example: -1"""
    month: Annotated[str, StringConstraints(pattern=MONTH_PATTERN)] | None = None
    """The month in which somebody said it. Example: "2026-09" """
    score: Number | None = None
    """The score that somebody gave beside it. Example: 3"""


class Evidence(Document):
    """A study: what was asked, of whom, when, and what came out."""

    title: Text
    """What was studied, and with whom. Example: Eleven small firms on choosing a tool"""
    kind: (
        Literal["interview", "survey", "usability", "support-tickets", "analytics", "sales-calls", "desk", "workshop"]
        | None
    ) = None
    """How the study was done. Example: interview"""
    date: Date
    """The day on which the study ended. Example: 2026-06-18"""
    method: Text | None = None
    """How it was done, in a sentence. Example: "Remote, 45 minutes each" """
    n: Count | None = None
    """How many people, tickets or sessions it rests on. Example: 11"""
    segment: SegmentRef | None = None
    """The id of the segment that was asked. Example: small-firms"""
    link: Url | None = None
    """Where the full study can be read. Example: https://example.com/research/11-firms"""
    owner: TeamRef | None = None
    """The id of the team that keeps it. Example: research"""
    expires: Date | None = None
    """The day from which on nobody should rest a claim on it. Example: 2027-06-30"""
    links: tuple[Link, ...] = ()
    """Where to read more. Example: [{title: The recordings, url: "https://example.com/research"}]"""
    summary: Rich | None = None
    """What came out, in Markdown. Example: Everyone looked for the full price first"""
    findings: tuple[Finding, ...] = ()
    """What was found, one by one, so that steps and pains can point to it.
    Example: [{id: fees-surprise, text: Just tell me what it costs., type: quote}]
    """
