"""A persona as its page shows it."""

from dataclasses import dataclass
from zlib import crc32

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import Freshness, freshness_of
from mkdocs_journeys.insight.heatmap import lifecycle_numbers
from mkdocs_journeys.insight.selection import is_present, mean, rounded
from mkdocs_journeys.model import Empathy, Journey, Persona
from mkdocs_journeys.site.named import Named, Some, evidence_named, journey_named, segment_named, some, team_named
from mkdocs_journeys.site.pages.personas.felt import feelings_of_personas
from mkdocs_journeys.site.spark import Spark, spark
from mkdocs_journeys.site.world import Desk

DISC_COLOURS = 6
MOST_JOURNEYS, WORST_JOURNEYS = 24, 12
"""From how many journeys on only the worst stand there with their curves, and how many these are."""
MOST_NAMES = 150
KINDS = {
    "persona": "Persona",
    "proto-persona": "Proto-persona",
    "segment": "Segment",
    "internal": "Colleague",
}


@dataclass(frozen=True, slots=True)
class Face:
    """A portrait; without a picture (`src` empty) the initials on a disc of one of six colours, from 1."""

    src: str
    alt: str
    initials: str
    colour: int


@dataclass(frozen=True, slots=True)
class Group:
    """A list of what a person wants, does or fears; `icon` names its drawing."""

    title: str
    icon: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slider:
    """A trait between two words, 0 to 100; `words` says the same without the drawing."""

    name: str
    low: str
    high: str
    value: int
    words: str


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """A journey of this person: `emotion` is this person's own mean."""

    title: str
    href: str
    role: str
    state: str
    status: str
    emotion: float | None
    spark: Spark


@dataclass(frozen=True, slots=True)
class PersonaView:
    """Everything that the persona file holds, and the person's journeys; empty parts are empty."""

    name: str
    role: str
    kind: str
    kind_words: str
    face: Face
    quote: str
    summary: Markup
    segment: Named | None
    share: float | None
    believed: str
    owner: Named | None
    freshness: Freshness
    contrasts: tuple[Group, ...]
    groups: tuple[Group, ...]
    sliders: tuple[Slider, ...]
    quadrants: tuple[Group, ...]
    channels: tuple[Named, ...]
    devices: tuple[str, ...]
    accessibility: tuple[str, ...]
    context: str
    demographics: tuple[tuple[str, str], ...]
    evidence: tuple[Named, ...]
    journeys: tuple[JourneyRow, ...]
    other_journeys: Some


def persona_view(desk: Desk, persona: Persona) -> PersonaView:
    """The view of this persona's page at `desk`."""
    atlas, today = desk.atlas, desk.world.settings.today
    journeys, others = journeys_of(desk, persona)
    return PersonaView(
        name=persona.name,
        role=persona.role or "",
        kind=persona.kind,
        kind_words=KINDS[persona.kind],
        face=face_of(desk, persona),
        quote=persona.quote or "",
        summary=desk.rich(persona.summary),
        segment=segment_named(desk, persona.segment),
        share=persona.share,
        believed=persona.believed,
        owner=team_named(desk, persona.owner),
        freshness=freshness_of(persona.reviewed, atlas.catalog.review.max_age_days, today),
        contrasts=_groups(("Goals", "goal", persona.goals), ("Frustrations", "frustration", persona.frustrations)),
        groups=_groups(
            ("Needs", "need", persona.needs),
            ("Motivations", "motivation", persona.motivations),
            ("Behaviours", "behaviour", persona.behaviours),
            ("Skills", "skill", persona.skills),
        ),
        sliders=_sliders(persona),
        quadrants=_quadrants(persona.empathy),
        channels=tuple(Named(atlas.channels[id].name, desk.to_thing("channel", id)) for id in persona.channels),
        devices=persona.devices,
        accessibility=persona.accessibility,
        context=persona.context or "",
        demographics=tuple(persona.demographics.items()),
        evidence=tuple(evidence_named(desk, reference) for reference in persona.evidence),
        journeys=journeys,
        other_journeys=others,
    )


def face_of(desk: Desk, persona: Persona) -> Face:
    """The portrait of a persona; the colour stays the same whoever else joins."""
    parts = [word[0].upper() for word in persona.name.split()]
    image = persona.image
    src = desk.to(f"assets/journeys/pictures/{image.src.removeprefix('assets/')}") if image else ""
    return Face(
        src=src,
        alt=image.alt if image else "",
        initials="".join(parts[:1] + parts[-1:] if len(parts) > 1 else parts),
        colour=crc32(persona.id.encode()) % DISC_COLOURS + 1,
    )


def journeys_of(desk: Desk, persona: Persona) -> tuple[tuple[JourneyRow, ...], Some]:
    """The journeys of a persona, those where the person leads first, in the order of the lifecycle.

    Of many only those that feel worst to the person stand there with their curves, the others by name.
    """
    feelings = desk.world.once(feelings_of_personas).get(persona.id, {})
    order = desk.world.once(lifecycle_numbers)
    journeys = [desk.atlas.journeys[id] for id in sorted(feelings, key=order.__getitem__)]
    journeys.sort(key=lambda journey: journey.personas[0] != persona.id)
    drawn = {journey.id for journey in journeys}
    if len(journeys) > MOST_JOURNEYS:
        known = [journey for journey in journeys if feelings[journey.id] and is_present(journey)]
        drawn = {one.id for one in sorted(known, key=lambda one: mean(feelings[one.id]) or 0)[:WORST_JOURNEYS]}
    rows = (_journey_row(desk, one, persona.id, feelings[one.id]) for one in journeys if one.id in drawn)
    others = [journey for journey in journeys if journey.id not in drawn]
    return tuple(rows), some(others, MOST_NAMES, lambda journey: journey_named(desk, journey))


def _journey_row(desk: Desk, journey: Journey, persona_id: str, felt: list[int]) -> JourneyRow:
    return JourneyRow(
        title=journey.title,
        href=desk.to_thing("journey", journey.id),
        role="main person" if journey.personas[0] == persona_id else "also acts",
        state=journey.state,
        status=journey.status,
        emotion=mean(felt),
        spark=spark(journey, persona_id),
    )


def _groups(*given: tuple[str, str, tuple[str, ...]]) -> tuple[Group, ...]:
    return tuple(Group(title, icon, items) for title, icon, items in given if items)


def _quadrants(empathy: Empathy | None) -> tuple[Group, ...]:
    """The four quadrants, also those of which nothing is known; none where there is no empathy map."""
    if empathy is None:
        return ()
    return (
        Group("Says", "says", empathy.says),
        Group("Thinks", "thinks", empathy.thinks),
        Group("Does", "does", empathy.does),
        Group("Feels", "feels", empathy.feels),
    )


def _sliders(persona: Persona) -> tuple[Slider, ...]:
    return tuple(
        Slider(
            name=trait.name,
            low=trait.low or "Low",
            high=trait.high or "High",
            value=rounded(trait.value),
            words=f"{trait.name}: {rounded(trait.value)} of 100, from {trait.low or 'low'} to {trait.high or 'high'}",
        )
        for trait in persona.traits
    )
