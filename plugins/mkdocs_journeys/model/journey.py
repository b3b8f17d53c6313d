"""maps/ID.yml: a journey and its stages."""

from typing import Annotated

from pydantic import Field

from mkdocs_journeys.model.base import (
    Date,
    Document,
    EvidenceRef,
    Figure,
    Id,
    Jobs,
    JourneyRef,
    Link,
    MetricRef,
    Model,
    OneOrMany,
    PersonaRef,
    Rich,
    SegmentRef,
    StageRef,
    TeamRef,
    Text,
    Texts,
    VolumeRef,
)
from mkdocs_journeys.model.scales import JourneyKind, JourneyState, JourneyStatus
from mkdocs_journeys.model.step import Step


class JourneyStage(Model):
    """A stage of this journey: a group of columns."""

    stage: StageRef
    """The id of a stage of the catalog. Example: consideration"""
    id: Id | None = None
    """Needed only where a stage of the catalog comes twice; else it is that stage's id. Example: second-look"""
    name: Text | None = None
    """What this journey calls the stage, in place of the catalog's name. Example: Choosing"""
    goal: Text | None = None
    """What the customer wants here. Example: Know the price and the catch"""
    expectation: Text | None = None
    """What the customer takes for granted here. Example: Prices are on the website"""
    duration: Text | None = None
    """How long this stage takes, where it is not the sum of its steps. Example: 7 d"""
    volume: VolumeRef | None = None
    """The id of a metric of kind count: how many customers reached this stage. Example: site-visits"""
    metrics: tuple[MetricRef, ...] = ()
    """The ids of the metrics that this stage is judged by. Example: [trial-conversion]"""
    figures: tuple[Figure, ...] = ()
    """Numbers that need no metric in the catalog. Example: [{name: Do not come back, value: 38, unit: "%"}]"""
    jobs: Jobs = ()
    """What the customer wants to get done here, whatever they use for it. Example: [Know what it will cost]"""
    steps: Annotated[list[Step], Field(min_length=1)]
    """What the customer does in this stage, in order. Example: [{name: Compares the plans}]"""

    @property
    def key(self) -> str:
        """What tells the stage from the others of its journey: its own id, else that of the catalog's stage."""
        return self.id or self.stage


class Scope(Model):
    """Where the journey starts and ends."""

    starts: Text | None = None
    """The first thing that belongs to the journey. Example: Hears of us from a peer"""
    ends: Text | None = None
    """The last thing that belongs to it. Example: Pays the first invoice"""


class Journey(Document):
    """A customer's journey; `group` is the folder under maps/ that holds it, "" at the top."""

    group: str = ""
    """The folder under maps/ that holds the file, "" at the top; never written in the file."""
    title: Text
    """What the customer wants to get done, in their words. Example: Find out whether the trial is worth paying for"""
    personas: Annotated[list[PersonaRef], OneOrMany, Field(min_length=1)]
    """The id of who takes the journey; of several, the first is the main one. Example: maya"""
    state: JourneyState = "current"
    """Whether this is what happens today or what should happen. Example: current"""
    baseline: JourneyRef | None = None
    """The id of the current journey that this future one would replace. Example: try-it"""
    kind: JourneyKind = "experience"
    """Whether the map shows what customers live through, or above all what we do for it. Example: blueprint"""
    status: JourneyStatus = "draft"
    """How far the map has come. Example: draft"""
    owner: TeamRef | None = None
    """The id of the team that answers for the journey. Example: growth"""
    reviewed: Date | None = None
    """The day on which somebody last checked that it is true. Example: 2026-10-02"""
    tags: Texts = ()
    """Words to find it by. Example: [self-service]"""
    segments: tuple[SegmentRef, ...] = ()
    """The ids of the segments that take it. Example: [small-firms]"""
    objective: Text | None = None
    """Why this map exists, with a figure if you can. Example: Raise trial to paid from 5% to 8%"""
    scenario: Text | None = None
    """The situation that the customer is in. Example: Forty people share files by mail"""
    expectation: Text | None = None
    """What the customer expects of it all. Example: To know within a week"""
    trigger: Text | None = None
    """What sets it off. Example: The old contract runs out"""
    success: Text | None = None
    """What good looks like for the customer. Example: The team works in it and nobody asks how"""
    jobs: Jobs = ()
    """What the customer wants to get done, whatever they use for it. Example: [Know what it will cost]"""
    scope: Scope | None = None
    """Where the journey starts and ends. Example: {starts: Hears of us from a peer, ends: Pays the first invoice}"""
    part_of: JourneyRef | None = None
    """The id of the larger journey that this one details. Example: whole-life"""
    metrics: tuple[MetricRef, ...] = ()
    """The ids of the metrics that the journey is judged by. Example: [nps]"""
    evidence: tuple[EvidenceRef, ...] = ()
    """The studies that it rests on, each as study or study/finding. Example: [interviews]"""
    links: tuple[Link, ...] = ()
    """Where to read more. Example: [{title: The recordings, url: "https://example.com/research"}]"""
    notes: Rich | None = None
    """Anything else, in Markdown. Example: Agreed with sales in October"""
    paths: dict[Id, Text] = Field(default_factory=dict)
    """The alternative ways that steps belong to: an id, then what it is called. Example: {refused: It is refused}"""
    stages: Annotated[list[JourneyStage], Field(min_length=1)]
    """The parts of the journey, in order: the columns of the map.
    Example: [{stage: consideration, steps: [{name: Compares the plans}]}]
    """

    @property
    def steps(self) -> list[Step]:
        """All steps, in order."""
        return [step for stage in self.stages for step in stage.steps]
