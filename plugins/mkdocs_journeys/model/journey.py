"""maps/ID.yml: a journey, its stages, its steps, and the pains that they define."""

from collections.abc import Iterable
from typing import Annotated, Literal

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
    Percent,
    PersonaRef,
    Rich,
    SegmentRef,
    StageRef,
    TeamRef,
    Text,
    Texts,
    TouchpointRef,
    Url,
    VolumeRef,
)
from mkdocs_journeys.model.scales import (
    OPEN_PAIN_STATUSES,
    Confidence,
    Frequency,
    Impact,
    JourneyState,
    JourneyStatus,
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


def _is_mapping(value: object) -> str:
    return "mapping" if isinstance(value, dict | Model) else "plain"


class SourcedQuote(Model):
    """Words that somebody said, and where that is written down."""

    text: Text
    """The words, as they were said. Example: Just tell me what it costs."""
    evidence: EvidenceRef | None = None
    """Where they are written down, as study or study/finding. Example: interviews/fees-surprise"""


Quote = Annotated[Annotated[SourcedQuote, Tag("mapping")] | Annotated[Text, Tag("plain")], Discriminator(_is_mapping)]
PainOrId = Annotated[Annotated[Pain, Tag("mapping")] | Annotated[PainRef, Tag("plain")], Discriminator(_is_mapping)]
EmotionOrPerActor = Annotated[
    Annotated[dict[PersonaRef, Emotion], Tag("mapping")] | Annotated[Emotion, Tag("plain")], Discriminator(_is_mapping)
]


class Step(Model):
    """One thing that the customer does: a column of the map."""

    id: Id | None = None
    """Needed only when another step leads here; unique in this journey. Example: start-trial"""
    name: Text
    """What the customer does, in their voice. Example: Compares the plans"""
    touchpoint: TouchpointRef | None = None
    """The id of the touchpoint where it happens. Example: pricing-page"""
    channel: ChannelRef | None = None
    """The id of a channel, where there is no touchpoint; else it is the touchpoint's. Example: web"""
    team: TeamRef | None = None
    """The id of the team that serves the customer; else it is the touchpoint's. Example: growth"""
    actors: Annotated[tuple[PersonaRef, ...], OneOrMany] = ()
    """The ids of the personas who act, where it is not the journey's main one alone. Example: [maya]"""
    emotion: EmotionOrPerActor | None = None
    """How it feels, from -2 to 2, or one figure for each actor; leave it out where nobody knows. Example: -1"""
    feelings: Texts = ()
    """What the customer feels, a word each. Example: [sceptical]"""
    thinks: Text | None = None
    """What goes through their head. Example: Which plan has single sign-on?"""
    says: tuple[Quote, ...] = ()
    """What customers said here, word for word, with where it is written down if you know.
    Example: [Just tell me what it costs.]
    """
    expects: Text | None = None
    """What the customer takes for granted here. Example: One price for everything"""
    gains: Texts = ()
    """What is good about it. Example: [Sees all plans on one page]"""
    moment_of_truth: Flag = False
    """Whether the relationship is won or lost here. Example: true"""
    pains: tuple[PainOrId, ...] = ()
    """What hurts here: a pain in full, or the id of one that stands elsewhere.
    Example: [{id: hidden-fees, title: The full price shows only at checkout}]
    """
    ideas: Texts = ()
    """Opportunities as they come up, before anybody frames one. Example: [Show prices with tax]"""
    opportunities: tuple[OpportunityRef, ...] = ()
    """The ids of opportunities that would change this step. Example: [one-honest-price]"""
    metrics: tuple[MetricRef, ...] = ()
    """The ids of the metrics that are measured here. Example: [trial-conversion]"""
    evidence: tuple[EvidenceRef, ...] = ()
    """The studies that show this step, each as study or study/finding. Example: [interviews]"""
    confidence: Confidence | None = None
    """How well the step is known; left out, it is inferred with evidence and assumed without. Example: validated"""
    frontstage: Texts = ()
    """What the customer sees us do. Example: [Answers in the chat]"""
    backstage: Texts = ()
    """What we do unseen by the customer. Example: [Creates the workspace]"""
    support: Texts = ()
    """What carries it from behind. Example: [Data protection checks the contract]"""
    systems: Texts = ()
    """The software behind it. Example: [CRM]"""
    policy: Text | None = None
    """The rule that shapes the step. Example: No trial without a company address"""
    duration: Text | None = None
    """How long it takes. Example: 5 min"""
    wait: Text | None = None
    """How long the customer waits. Example: 2 d"""
    image: Image | None = None
    """A picture of it. Example: {src: price-list.png, alt: The price list}"""
    leads_to: tuple[NextRef, ...] = ()
    """What can come next, if it is not simply the next step: ids of steps, or journey:ID.
    Example: [journey:renew-it]
    """
    lanes: dict[LaneRef, Annotated[Texts, OneOrMany]] = Field(default_factory=dict)
    """What stands in lanes of your own: the lane's id, then a text or a list of texts.
    Example: {regulation: Prices have to include VAT}
    """

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return believed(self.confidence, self.evidence)


def believed(confidence: Confidence | None, evidence: Iterable[str]) -> Confidence:
    """How well a step is known: as it says, else `inferred` with evidence and `assumed` without."""
    return confidence or ("inferred" if evidence else "assumed")


class JourneyStage(Model):
    """A stage of this journey: a group of columns."""

    stage: StageRef
    """The id of a stage of the catalog; each may come once in a journey. Example: consideration"""
    name: Text | None = None
    """What this journey calls the stage, in place of the catalog's name. Example: Choosing"""
    goal: Text | None = None
    """What the customer wants here. Example: Know the price and the catch"""
    expectation: Text | None = None
    """What the customer takes for granted here. Example: Prices are on the website"""
    duration: Text | None = None
    """How long this stage takes. Example: 7 d"""
    volume: VolumeRef | None = None
    """The id of a metric of kind count: how many customers reached this stage. Example: site-visits"""
    metrics: tuple[MetricRef, ...] = ()
    """The ids of the metrics that this stage is judged by. Example: [trial-conversion]"""
    steps: Annotated[list[Step], Field(min_length=1)]
    """What the customer does in this stage, in order. Example: [{name: Compares the plans}]"""


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
    stages: Annotated[list[JourneyStage], Field(min_length=1)]
    """The parts of the journey, in order: the columns of the map.
    Example: [{stage: consideration, steps: [{name: Compares the plans}]}]
    """

    @property
    def steps(self) -> list[Step]:
        """All steps, in order."""
        return [step for stage in self.stages for step in stage.steps]
