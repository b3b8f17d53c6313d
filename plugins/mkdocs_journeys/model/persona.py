"""personas/ID.yml: somebody who takes journeys."""

from typing import Literal

from pydantic import Field

from mkdocs_journeys.model.base import (
    ChannelRef,
    Date,
    Document,
    EvidenceRef,
    Image,
    Jobs,
    Link,
    Model,
    Percent,
    Rich,
    SegmentRef,
    TeamRef,
    Text,
    Texts,
)
from mkdocs_journeys.model.scales import Confidence


class Trait(Model):
    """A slider between two words; `value` runs from 0 (all `low`) to 100 (all `high`)."""

    name: Text
    """What the slider is about. Example: Say in the purchase"""
    low: Text | None = None
    """The word at the left end. Example: Is asked"""
    high: Text | None = None
    """The word at the right end. Example: Decides"""
    value: Percent
    """Where the persona stands, from 0 (left end) to 100 (right end). Example: 35"""


class Empathy(Model):
    """The four quadrants of an empathy map."""

    says: Texts = ()
    """What they say out loud. Example: [Does it do single sign-on?]"""
    thinks: Texts = ()
    """What they keep to themselves. Example: [Not another tool]"""
    does: Texts = ()
    """What they can be seen doing. Example: [Asks a peer first]"""
    feels: Texts = ()
    """What they feel. Example: [Passed over]"""


class Persona(Document):
    """A persona, with what is known of them and how well."""

    name: Text
    """A name that people will remember. Example: "Maya, operations lead" """
    role: Text | None = None
    """What they do, in a few words. Example: Leads operations in a firm of forty"""
    kind: Literal["persona", "proto-persona", "segment", "internal"] = "persona"
    """How well the persona is founded. Example: proto-persona"""
    quote: Text | None = None
    """One sentence that only they would say. Example: Just tell me what it costs."""
    summary: Rich | None = None
    """Who they are, in Markdown. Example: Chooses the tools that others have to use"""
    image: Image | None = None
    """A portrait. Example: {src: maya.png, alt: Maya at her desk}"""
    segment: SegmentRef | None = None
    """The id of the segment that they stand for. Example: small-firms"""
    share: Percent | None = None
    """Their part of the customer base, in percent without the sign. Example: 30"""
    jobs: Jobs = ()
    """What they want to get done, whatever they use for it. Example: [Get home by six]"""
    goals: Texts = ()
    """What they want to reach. Example: [Nothing new to log in to]"""
    needs: Texts = ()
    """What they cannot do without. Example: [A price that can be shown to the boss]"""
    motivations: Texts = ()
    """Why they want it. Example: [Be home by six]"""
    frustrations: Texts = ()
    """What stands in their way. Example: [Hears of purchases when they arrive]"""
    behaviours: Texts = ()
    """What they usually do. Example: [Asks a peer before reading a website]"""
    skills: Texts = ()
    """What they are good at. Example: [Spreadsheets]"""
    channels: tuple[ChannelRef, ...] = ()
    """The ids of the channels that they like to use. Example: [web]"""
    devices: Texts = ()
    """What they work with. Example: [Laptop, Phone]"""
    accessibility: Texts = ()
    """What they need to see, hear, read or use things. Example: [Large text]"""
    context: Text | None = None
    """Where and how they work. Example: Between meetings and on the train"""
    demographics: dict[Text, Text] = Field(default_factory=dict)
    """Facts such as age or place: a label, then a text. Example: {Age: "41", Place: Leeds}"""
    traits: tuple[Trait, ...] = ()
    """Sliders between two words. Example: [{name: Say in the purchase, low: Is asked, high: Decides, value: 35}]"""
    empathy: Empathy | None = None
    """The four quadrants of an empathy map.
    Example: {says: [Show me the price], feels: [Passed over]}
    """
    evidence: tuple[EvidenceRef, ...] = ()
    """The studies that the persona rests on, each as study or study/finding. Example: [interviews]"""
    confidence: Confidence | None = None
    """How sure you are of the persona; left out, it is inferred with evidence and assumed without. Example: inferred"""
    links: tuple[Link, ...] = ()
    """Where to read more. Example: [{title: The recordings, url: "https://example.com/research"}]"""
    owner: TeamRef | None = None
    """The id of the team that keeps the persona. Example: research"""
    reviewed: Date | None = None
    """The day on which somebody last checked that it is true. Example: 2026-10-02"""

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")
