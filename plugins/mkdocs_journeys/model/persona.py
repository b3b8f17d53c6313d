"""personas/ID.yml: somebody who takes journeys."""

from typing import Literal

from pydantic import Field

from mkdocs_journeys.model.base import (
    ChannelRef,
    Date,
    Document,
    EvidenceRef,
    Image,
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
    low: Text | None = None
    high: Text | None = None
    value: Percent


class Empathy(Model):
    """The four quadrants of an empathy map."""

    says: Texts = ()
    thinks: Texts = ()
    does: Texts = ()
    feels: Texts = ()


class Persona(Document):
    """A persona, with what is known of them and how well."""

    name: Text
    role: Text | None = None
    kind: Literal["persona", "proto-persona", "segment", "internal"] = "persona"
    quote: Text | None = None
    summary: Rich | None = None
    image: Image | None = None
    segment: SegmentRef | None = None
    share: Percent | None = None
    goals: Texts = ()
    needs: Texts = ()
    motivations: Texts = ()
    frustrations: Texts = ()
    behaviours: Texts = ()
    skills: Texts = ()
    channels: tuple[ChannelRef, ...] = ()
    devices: Texts = ()
    accessibility: Texts = ()
    context: Text | None = None
    demographics: dict[Text, Text] = Field(default_factory=dict)
    traits: tuple[Trait, ...] = ()
    empathy: Empathy | None = None
    evidence: tuple[EvidenceRef, ...] = ()
    confidence: Confidence | None = None
    owner: TeamRef | None = None
    reviewed: Date | None = None

    @property
    def believed(self) -> Confidence:
        """The confidence given, else `inferred` with evidence and `assumed` without."""
        return self.confidence or ("inferred" if self.evidence else "assumed")
