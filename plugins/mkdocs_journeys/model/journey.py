"""maps/ID.yml: a journey, its stages and its steps."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from mkdocs_journeys.model.base import (
    ChannelRef,
    Date,
    Document,
    Emotion,
    EvidenceRef,
    Flag,
    Id,
    Image,
    JourneyRef,
    LaneRef,
    Link,
    MetricRef,
    Model,
    NextRef,
    OneOrMany,
    OpportunityRef,
    PainRef,
    PersonaRef,
    Rich,
    SegmentRef,
    StageRef,
    TeamRef,
    Text,
    Texts,
    TouchpointRef,
    VolumeRef,
)
from mkdocs_journeys.model.pain import Pain
from mkdocs_journeys.model.scales import Confidence, JourneyState, JourneyStatus


def _is_mapping(value: object) -> str:
    return "mapping" if isinstance(value, dict | Model) else "plain"


class SourcedQuote(Model):
    """Words that somebody said, and where that is written down."""

    text: Text
    evidence: EvidenceRef | None = None


Quote = Annotated[Annotated[SourcedQuote, Tag("mapping")] | Annotated[Text, Tag("plain")], Discriminator(_is_mapping)]
PainOrId = Annotated[Annotated[Pain, Tag("mapping")] | Annotated[PainRef, Tag("plain")], Discriminator(_is_mapping)]
EmotionOrPerActor = Annotated[
    Annotated[dict[PersonaRef, Emotion], Tag("mapping")] | Annotated[Emotion, Tag("plain")],
    Discriminator(_is_mapping),
]


class Step(Model):
    """One thing that the customer does: a column of the map."""

    id: Id | None = None
    name: Text
    touchpoint: TouchpointRef | None = None
    channel: ChannelRef | None = None
    team: TeamRef | None = None
    actors: Annotated[tuple[PersonaRef, ...], OneOrMany] = ()
    emotion: EmotionOrPerActor | None = None
    feelings: Texts = ()
    thinks: Text | None = None
    says: tuple[Quote, ...] = ()
    expects: Text | None = None
    gains: Texts = ()
    moment_of_truth: Flag = False
    pains: tuple[PainOrId, ...] = ()
    ideas: Texts = ()
    opportunities: tuple[OpportunityRef, ...] = ()
    metrics: tuple[MetricRef, ...] = ()
    evidence: tuple[EvidenceRef, ...] = ()
    confidence: Confidence | None = None
    frontstage: Texts = ()
    backstage: Texts = ()
    support: Texts = ()
    systems: Texts = ()
    policy: Text | None = None
    duration: Text | None = None
    wait: Text | None = None
    image: Image | None = None
    leads_to: tuple[NextRef, ...] = ()
    lanes: dict[LaneRef, Annotated[Texts, OneOrMany]] = Field(default_factory=dict)

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")


class JourneyStage(Model):
    """A stage of this journey: a group of columns."""

    stage: StageRef
    name: Text | None = None
    goal: Text | None = None
    expectation: Text | None = None
    duration: Text | None = None
    volume: VolumeRef | None = None
    metrics: tuple[MetricRef, ...] = ()
    steps: Annotated[list[Step], Field(min_length=1)]


class Scope(Model):
    """Where the journey starts and ends."""

    starts: Text | None = None
    ends: Text | None = None


class Journey(Document):
    """A customer's journey; `group` is the folder under maps/ that holds it, "" at the top."""

    group: str = ""
    title: Text
    personas: Annotated[list[PersonaRef], OneOrMany, Field(min_length=1)]
    state: JourneyState = "current"
    baseline: JourneyRef | None = None
    status: JourneyStatus = "draft"
    owner: TeamRef | None = None
    reviewed: Date | None = None
    tags: Texts = ()
    segments: tuple[SegmentRef, ...] = ()
    objective: Text | None = None
    scenario: Text | None = None
    expectation: Text | None = None
    trigger: Text | None = None
    success: Text | None = None
    scope: Scope | None = None
    part_of: JourneyRef | None = None
    metrics: tuple[MetricRef, ...] = ()
    evidence: tuple[EvidenceRef, ...] = ()
    links: tuple[Link, ...] = ()
    notes: Rich | None = None
    stages: Annotated[list[JourneyStage], Field(min_length=1)]

    @property
    def steps(self) -> list[Step]:
        """All steps, in order."""
        return [step for stage in self.stages for step in stage.steps]
