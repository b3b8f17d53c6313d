"""A step of a journey: what the customer does, where, how it feels, and what stands behind it."""

from collections.abc import Iterable, Mapping
from typing import Annotated, TypeVar

from pydantic import Discriminator, Field, Tag

from mkdocs_journeys.model.base import (
    ChannelRef,
    Emotion,
    EvidenceRef,
    Figure,
    Flag,
    Id,
    Image,
    LaneRef,
    MetricRef,
    Model,
    NextRef,
    OneOrMany,
    OpportunityRef,
    PainRef,
    PathRef,
    PersonaRef,
    TeamRef,
    Text,
    Texts,
    TouchpointRef,
    is_block,
)
from mkdocs_journeys.model.pain import Pain
from mkdocs_journeys.model.scales import Confidence

Said = TypeVar("Said")


class SourcedQuote(Model):
    """Words that somebody said, and where that is written down."""

    text: Text
    """The words, as they were said. Example: Just tell me what it costs."""
    evidence: EvidenceRef | None = None
    """Where they are written down, as study or study/finding. Example: interviews/fees-surprise"""
    image: Image | None = None
    """A picture that belongs to them. Example: {src: note.jpg, alt: The note on her screen}"""


Quote = Annotated[Annotated[SourcedQuote, Tag("mapping")] | Annotated[Text, Tag("plain")], Discriminator(is_block)]
PainOrId = Annotated[Annotated[Pain, Tag("mapping")] | Annotated[PainRef, Tag("plain")], Discriminator(is_block)]
EmotionOrPerActor = Annotated[
    Annotated[dict[PersonaRef, Emotion], Tag("mapping")] | Annotated[Emotion, Tag("plain")], Discriminator(is_block)
]
TextOrPerActor = Annotated[
    Annotated[dict[PersonaRef, Text], Tag("mapping")] | Annotated[Text, Tag("plain")], Discriminator(is_block)
]
TextsOrPerActor = Annotated[
    Annotated[dict[PersonaRef, Texts], Tag("mapping")] | Annotated[Texts, Tag("plain")], Discriminator(is_block)
]
QuotesOrPerActor = Annotated[
    Annotated[dict[PersonaRef, tuple[Quote, ...]], Tag("mapping")] | Annotated[tuple[Quote, ...], Tag("plain")],
    Discriminator(is_block),
]


class Step(Model):
    """One thing that the customer does: a column of the map."""

    id: Id | None = None
    """Needed only when another step leads here; unique in this journey. Example: start-trial"""
    name: Text
    """What the customer does, in their voice. Example: Compares the plans"""
    touchpoint: Annotated[tuple[TouchpointRef, ...], OneOrMany] = ()
    """The id of the touchpoint where it happens, or of several at once. Example: pricing-page"""
    channel: Annotated[tuple[ChannelRef, ...], OneOrMany] = ()
    """The id of a channel, where there is no touchpoint; else it is the touchpoint's. Example: web"""
    team: Annotated[tuple[TeamRef, ...], OneOrMany] = ()
    """The id of the team that serves the customer; else it is the touchpoint's. Example: growth"""
    actors: Annotated[tuple[PersonaRef, ...], OneOrMany] = ()
    """The ids of the personas who act, where it is not the journey's main one alone. Example: [maya]"""
    emotion: EmotionOrPerActor | None = None
    """How it feels, from -2 to 2, or one figure for each actor; leave it out where nobody knows. Example: -1"""
    feelings: TextsOrPerActor = ()
    """What the customer feels, a word each, or such a list for each actor. Example: [sceptical]"""
    thinks: TextOrPerActor | None = None
    """What goes through their head, or through that of each actor. Example: Which plan has single sign-on?"""
    says: QuotesOrPerActor = ()
    """What customers said here, word for word, with where it is written down if you know, or such a list for each
    actor. Example: [Just tell me what it costs.]
    """
    expects: TextOrPerActor | None = None
    """What the customer takes for granted here, or each actor. Example: One price for everything"""
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
    figures: tuple[Figure, ...] = ()
    """Numbers that need no metric in the catalog. Example: [{name: Give up here, value: 38, unit: "%"}]"""
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
    """How long it takes, such as 5 min, 2–5 d, 3 weeks or PT20M. Example: 5 min"""
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
    group: Text | None = None
    """Steps in a row with the same words here stand under one heading. Example: At the counter"""
    optional: Flag = False
    """Whether only some customers do it. Example: true"""
    when: Text | None = None
    """The condition under which it happens; the step is optional then. Example: If the claim is refused"""
    path: PathRef | None = None
    """The id of an alternative way, one of the journey's `paths`; its steps follow each other. Example: refused"""
    parallel: Flag = False
    """Whether it happens at the same time as the step before it. Example: true"""
    repeats: Text | None = None
    """How often it comes again: a loop that is no mistake. Example: Every two weeks"""

    @property
    def is_optional(self) -> bool:
        """Whether some customers go without it."""
        return self.optional or self.when is not None

    @property
    def quotes(self) -> tuple[SourcedQuote | str, ...]:
        """All quotes, whoever said them."""
        says = self.says
        return tuple([quote for quotes in says.values() for quote in quotes]) if isinstance(says, dict) else says

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return believed(self.confidence, self.evidence)


def believed(confidence: Confidence | None, evidence: Iterable[str]) -> Confidence:
    """How well a step is known: as it says, else `inferred` with evidence and `assumed` without."""
    return confidence or ("inferred" if evidence else "assumed")


def feelings_of(step: Step, persona: str) -> Texts:
    """The words for how a persona feels at a step."""
    return step.feelings.get(persona, ()) if isinstance(step.feelings, dict) else step.feelings


def by_actor(value: Mapping[str, Said] | Said | None) -> Iterable[tuple[str, Said]]:
    """What a field holds for each actor: persona id, "" where it holds for all, and the value."""
    if not value:
        return ()
    return value.items() if isinstance(value, Mapping) else (("", value),)
