"""A persona in full, as its page shows it, and the emotions and open pains of each persona across the atlas."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from zlib import crc32

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.coverage import Freshness, freshness_of
from mkdocs_journeys.insight.heatmap import lifecycle_numbers
from mkdocs_journeys.insight.scoring import ScoredPain, ranked_pains
from mkdocs_journeys.insight.selection import is_present, mean, rounded
from mkdocs_journeys.model import Empathy, Journey, Persona
from mkdocs_journeys.site.charts.spark import Spark, spark
from mkdocs_journeys.site.collection import thing_link
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    evidence_link,
    first_links,
    journey_link,
    segment_link,
    team_link,
)

DISC_COLOURS = 6
MOST_JOURNEYS, WORST_JOURNEYS = 24, 12
"""From how many journeys on only the worst are drawn with their curves, and how many these are."""
MOST_NAMES = 150
KINDS = {
    "persona": "Persona",
    "proto-persona": "Proto-persona",
    "segment": "Segment",
    "internal": "Colleague",
}


@dataclass(frozen=True, slots=True)
class Portrait:
    """A portrait; without a picture (`src` empty) the initials on a disc of one of six colours, from 1."""

    src: str
    alt: str
    initials: str
    colour: int


@dataclass(frozen=True, slots=True)
class TraitList:
    """A list of a person's goals, fears or habits; `icon` names its drawing."""

    title: str
    icon: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TraitSlider:
    """A trait between two words, 0 to 100; `words` says the same without the drawing."""

    name: str
    low: str
    high: str
    value: int
    words: str


@dataclass(frozen=True, slots=True)
class PersonaJourney:
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
    face: Portrait
    quote: str
    summary: Markup
    segment: NamedLink | None
    share: float | None
    believed: str
    owner: NamedLink | None
    freshness: Freshness
    contrasts: tuple[TraitList, ...]
    groups: tuple[TraitList, ...]
    sliders: tuple[TraitSlider, ...]
    quadrants: tuple[TraitList, ...]
    channels: tuple[NamedLink, ...]
    devices: tuple[str, ...]
    accessibility: tuple[str, ...]
    context: str
    demographics: tuple[tuple[str, str], ...]
    evidence: tuple[NamedLink, ...]
    journeys: tuple[PersonaJourney, ...]
    other_journeys: FirstLinks


def persona_view(context: PageContext, persona: Persona) -> PersonaView:
    """The view of this persona's page at `context`."""
    atlas, today = context.atlas, context.site.settings.today
    journeys, others = _journeys_of(context, persona)
    return PersonaView(
        name=persona.name,
        role=persona.role or "",
        kind=persona.kind,
        kind_words=KINDS[persona.kind],
        face=portrait_of(context, persona),
        quote=persona.quote or "",
        summary=context.rich(persona.summary),
        segment=segment_link(context, persona.segment),
        share=persona.share,
        believed=persona.believed,
        owner=team_link(context, persona.owner),
        freshness=freshness_of(persona.reviewed, atlas.catalog.review.max_age_days, today),
        contrasts=_lists(("Goals", "goal", persona.goals), ("Frustrations", "frustration", persona.frustrations)),
        groups=_lists(
            ("Needs", "need", persona.needs),
            ("Motivations", "motivation", persona.motivations),
            ("Behaviours", "behaviour", persona.behaviours),
            ("Skills", "skill", persona.skills),
        ),
        sliders=_sliders(persona),
        quadrants=_quadrants(persona.empathy),
        channels=tuple(thing_link(context, "channel", id) for id in persona.channels),
        devices=persona.devices,
        accessibility=persona.accessibility,
        context=persona.context or "",
        demographics=tuple(persona.demographics.items()),
        evidence=tuple(evidence_link(context, reference) for reference in persona.evidence),
        journeys=journeys,
        other_journeys=others,
    )


def portrait_of(context: PageContext, persona: Persona) -> Portrait:
    """The portrait of a persona; the colour depends on the id alone."""
    parts = [word[0].upper() for word in persona.name.split()]
    image = persona.image
    src = context.to(f"assets/journeys/pictures/{image.src.removeprefix('assets/')}") if image else ""
    return Portrait(
        src=src,
        alt=image.alt if image else "",
        initials="".join(parts[:1] + parts[-1:] if len(parts) > 1 else parts),
        colour=crc32(persona.id.encode()) % DISC_COLOURS + 1,
    )


def _journeys_of(context: PageContext, persona: Persona) -> tuple[tuple[PersonaJourney, ...], FirstLinks]:
    """The journeys of a persona, those where the person leads first, in the order of the lifecycle.

    Of many only those that feel worst to the person are drawn with their curves, the others are named.
    """
    emotions = context.site.cached(persona_emotions).get(persona.id, {})
    order = context.site.cached(lifecycle_numbers)
    journeys = [context.atlas.journeys[id] for id in sorted(emotions, key=order.__getitem__)]
    journeys.sort(key=lambda journey: journey.personas[0] != persona.id)
    drawn = {journey.id for journey in journeys}
    if len(journeys) > MOST_JOURNEYS:
        known = [journey for journey in journeys if emotions[journey.id] and is_present(journey)]
        drawn = {one.id for one in sorted(known, key=lambda one: mean(emotions[one.id]) or 0)[:WORST_JOURNEYS]}
    rows = (_journey_row(context, one, persona.id, emotions[one.id]) for one in journeys if one.id in drawn)
    others = [journey for journey in journeys if journey.id not in drawn]
    return tuple(rows), first_links(others, MOST_NAMES, partial(journey_link, context))


def _journey_row(context: PageContext, journey: Journey, persona_id: str, emotions: list[int]) -> PersonaJourney:
    return PersonaJourney(
        title=journey.title,
        href=context.to_thing("journey", journey.id),
        role="main person" if journey.personas[0] == persona_id else "also acts",
        state=journey.state,
        status=journey.status,
        emotion=mean(emotions),
        spark=spark(journey, persona_id),
    )


def _lists(*given: tuple[str, str, tuple[str, ...]]) -> tuple[TraitList, ...]:
    return tuple(TraitList(title, icon, items) for title, icon, items in given if items)


def _quadrants(empathy: Empathy | None) -> tuple[TraitList, ...]:
    """The four quadrants, also empty ones; none without an empathy map."""
    if empathy is None:
        return ()
    return (
        TraitList("Says", "says", empathy.says),
        TraitList("Thinks", "thinks", empathy.thinks),
        TraitList("Does", "does", empathy.does),
        TraitList("Feels", "feels", empathy.feels),
    )


def _sliders(persona: Persona) -> tuple[TraitSlider, ...]:
    return tuple(
        TraitSlider(
            name=trait.name,
            low=trait.low or "Low",
            high=trait.high or "High",
            value=rounded(trait.value),
            words=f"{trait.name}: {rounded(trait.value)} of 100, from {trait.low or 'low'} to {trait.high or 'high'}",
        )
        for trait in persona.traits
    )


PersonaEmotions = Mapping[str, list[int]]
"""Journey id to the known emotions of one person there, step by step without the gaps."""


def open_pains_by_persona(atlas: Atlas) -> Mapping[str, Sequence[ScoredPain]]:
    """Persona id to the open pains of the steps where the persona acts, the most urgent first."""
    found: defaultdict[str, list[ScoredPain]] = defaultdict(list)
    for item in ranked_pains(atlas):
        actors = (actors_of(place.journey, place.step) for place in item.located.places)
        for persona in dict.fromkeys(actor for acting in actors for actor in acting):
            found[persona].append(item)
    return found


def persona_emotions(atlas: Atlas) -> Mapping[str, PersonaEmotions]:
    """Persona id to its emotions in each journey where it acts."""
    return {
        persona: {journey.id: _emotions_in(journey, persona) for journey in journeys}
        for persona, journeys in atlas.journeys_of_persona.items()
    }


def _emotions_in(journey: Journey, persona: str) -> list[int]:
    """The values of `insight.emotion.curve_of` without the gaps."""
    leads = journey.personas[0] == persona
    emotions: list[int] = []
    for step in journey.steps:
        emotion = step.emotion
        if isinstance(emotion, dict):
            emotions += [emotion[persona]] if persona in emotion else []
        elif emotion is not None and (persona in step.actors if step.actors else leads):
            emotions.append(emotion)
    return emotions
