"""The personas: an index that introduces them, and a page for each with everything that its file holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple
from zlib import crc32

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.coverage import Freshness, freshness_of
from mkdocs_journeys.insight.emotion import main_curve_of
from mkdocs_journeys.insight.heatmap import lifecycle_numbers
from mkdocs_journeys.insight.scoring import ScoredPain, ranked_pains
from mkdocs_journeys.insight.selection import is_present, mean, rounded
from mkdocs_journeys.model.persona import Persona, Trait
from mkdocs_journeys.site.assets import picture_uri
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.charts.spark import Spark, spark
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    PainCard,
    evidence_link,
    first_links,
    index_page,
    journey_link,
    pain_card,
    team_link,
    thing_link,
    thing_page,
)
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.wording import counted

MOST_JOURNEYS, WORST_JOURNEYS = 24, 12
"""From how many journeys on only the worst are drawn with their curves, and how many these are."""
KINDS = {"persona": "Persona", "proto-persona": "Proto-persona", "segment": "Segment", "internal": "Colleague"}
WORST, MOST_NAMES = 8, 150
"""How many pains of a persona the page shows, and how many journeys it names."""


def personas_pages(site: SiteContext) -> Iterator[Page]:
    """The index of personas and a page for each; nothing in an atlas without personas."""
    personas = site.atlas.personas
    if not personas:
        return
    description = f"The {counted(len(personas), 'persona')} of this atlas."
    yield index_page(site, "personas", _index_sections, description)
    for one in personas.values():
        yield thing_page(site, ("persona", one.id), one.name, _sections, one.quote or one.role or "", one.path)


class Portrait(NamedTuple):
    """A portrait; without a picture (`src` empty) the initials on a disc of one of six colours, from 1."""

    src: str
    alt: str
    initials: str
    colour: int


class TraitList(NamedTuple):
    """A list of a person's goals, fears or habits; `icon` names its drawing."""

    title: str
    icon: str
    items: tuple[str, ...]


class TraitSlider(NamedTuple):
    """A trait between two words, 0 to 100; `words` says the same without the drawing."""

    name: str
    low: str
    high: str
    value: int
    words: str


class PersonaJourney(NamedTuple):
    """A journey of this person: `emotion` is this person's own mean."""

    title: str
    href: str
    role: str
    state: str
    status: str
    emotion: float | None
    spark: Spark


class PersonaView(NamedTuple):
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


class PersonaCard(NamedTuple):
    """A persona on the index. `emotion` is the mean over today's journeys; `kind` is empty for a plain one."""

    name: str
    href: str
    anchor: str
    role: str
    kind: str
    provisional: bool
    face: Portrait
    quote: str
    share: float | None
    segment: str
    journeys: int
    emotion: float | None
    open_pains: int
    worst: PainCard | None
    badge: ChangeBadge | None


def _index_sections(context: PageContext) -> Iterator[Section]:
    scored = context.atlas.cached(_open_pains)
    personas = sorted(context.atlas.personas.values(), key=lambda one: -(one.share or 0))
    cards = [_card(context, persona, scored.get(persona.id, ())) for persona in personas]
    yield Section("personas", "Personas", 1, context.render("personas.html.j2", cards=cards), "Who takes the journeys")


def _card(context: PageContext, persona: Persona, scored: Sequence[ScoredPain]) -> PersonaCard:
    atlas = context.atlas
    emotions = context.atlas.cached(_emotions_by_persona).get(persona.id, {})
    of_today = (value for id, values in emotions.items() if is_present(atlas.journeys[id]) for value in values)
    return PersonaCard(
        name=persona.name,
        href=context.to_thing("persona", persona.id),
        anchor=f"persona-{persona.id}",
        role=persona.role or "",
        kind="" if persona.kind == "persona" else KINDS[persona.kind],
        provisional=persona.kind == "proto-persona",
        face=_portrait(context, persona),
        quote=persona.quote or "",
        share=persona.share,
        segment=atlas.segments[persona.segment].name if persona.segment else "",
        journeys=len(emotions),
        emotion=mean(of_today),
        open_pains=len(scored),
        worst=pain_card(context, scored[0]) if scored else None,
        badge=context.badge("persona", persona.id),
    )


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    persona = context.atlas.personas[id]
    view = _persona_view(context, persona)
    scored = context.atlas.cached(_open_pains).get(persona.id, ())
    html = context.render(
        "persona.html.j2",
        view=view,
        pains=[pain_card(context, item) for item in scored[:WORST]],
        open_pains=len(scored),
        backlog=f"{context.to('pains.md')}?persona={persona.id}#backlog",
    )
    traits = (*(text for pair in view.demographics for text in pair), *(one.name for one in view.sliders))
    lists = (*(group.items for group in view.groups), view.devices, view.accessibility)
    words = words_of(persona.role, persona.quote, persona.context, *traits, rich=persona.summary, lists=lists)
    yield Section("persona", persona.name, 1, html, words, headed=False)
    parts = (
        ("goals", "Goals and frustrations", words_of(lists=(persona.goals, persona.frustrations))),
        ("empathy-map", "Empathy map", words_of(lists=[quadrant.items for quadrant in view.quadrants])),
        ("journeys", "Journeys", words_of(*(row.title for row in view.journeys), *view.other_journeys.names)),
        ("pains", "Worst pains", words_of(*(item.pain.title for item in scored[:WORST]))),
    )
    for anchor, title, words in parts:
        if words:
            yield Section(anchor, title, 2, words=words, headed=False)


def _persona_view(context: PageContext, persona: Persona) -> PersonaView:
    today = context.site.settings.today
    journeys, others = _journeys_of(context, persona)
    quadrants = ("says", "thinks", "does", "feels") if persona.empathy else ()
    return PersonaView(
        name=persona.name,
        role=persona.role or "",
        kind=persona.kind,
        kind_words=KINDS[persona.kind],
        face=_portrait(context, persona),
        quote=persona.quote or "",
        summary=context.rich(persona.summary),
        segment=thing_link(context, "segment", persona.segment) if persona.segment else None,
        share=persona.share,
        believed=persona.believed,
        owner=team_link(context, persona.owner),
        freshness=freshness_of(persona.reviewed, context.atlas.catalog.review.max_age_days, today),
        contrasts=_trait_lists(persona, "goals", "frustrations"),
        groups=_trait_lists(persona, "needs", "motivations", "behaviours", "skills"),
        sliders=tuple(map(_slider, persona.traits)),
        quadrants=tuple(TraitList(name.capitalize(), name, getattr(persona.empathy, name)) for name in quadrants),
        channels=tuple(thing_link(context, "channel", id) for id in persona.channels),
        devices=persona.devices,
        accessibility=persona.accessibility,
        context=persona.context or "",
        demographics=tuple(persona.demographics.items()),
        evidence=tuple(evidence_link(context, reference) for reference in persona.evidence),
        journeys=journeys,
        other_journeys=others,
    )


def _portrait(context: PageContext, persona: Persona) -> Portrait:
    """The portrait of a persona; the colour depends on the id alone."""
    parts = [word[0].upper() for word in persona.name.split()]
    initials = "".join(parts[:1] + parts[-1:] if len(parts) > 1 else parts)
    colour, image = crc32(persona.id.encode()) % 6 + 1, persona.image
    if image is None:
        return Portrait("", "", initials, colour)
    return Portrait(context.to(picture_uri(image.src.removeprefix("assets/"))), image.alt, initials, colour)


def _journeys_of(context: PageContext, persona: Persona) -> tuple[tuple[PersonaJourney, ...], FirstLinks]:
    """The journeys of a persona, those where the person leads first, in the order of the lifecycle.

    Of many only those that feel worst to the person are drawn with their curves, the others are named.
    """
    emotions = context.atlas.cached(_emotions_by_persona).get(persona.id, {})
    order = context.atlas.cached(lifecycle_numbers)
    journeys = [context.atlas.journeys[id] for id in emotions]
    journeys.sort(key=lambda journey: (journey.personas[0] != persona.id, order[journey.id]))
    drawn = {journey.id for journey in journeys}
    if len(journeys) > MOST_JOURNEYS:
        known = [journey for journey in journeys if emotions[journey.id] and is_present(journey)]
        drawn = {one.id for one in sorted(known, key=lambda one: mean(emotions[one.id]) or 0)[:WORST_JOURNEYS]}
    rows = tuple(
        PersonaJourney(
            title=one.title,
            href=context.to_thing("journey", one.id),
            role="main person" if one.personas[0] == persona.id else "also acts",
            state=one.state,
            status=one.status,
            emotion=mean(emotions[one.id]),
            spark=spark(one, persona.id),
        )
        for one in journeys
        if one.id in drawn
    )
    others = [journey for journey in journeys if journey.id not in drawn]
    return rows, first_links(others, MOST_NAMES, partial(journey_link, context))


def _trait_lists(persona: Persona, *names: str) -> tuple[TraitList, ...]:
    """The lists of these fields that hold anything."""
    given = ((name, getattr(persona, name)) for name in names)
    return tuple(TraitList(name.capitalize(), name.removesuffix("s"), items) for name, items in given if items)


def _slider(trait: Trait) -> TraitSlider:
    low, high, value = trait.low or "Low", trait.high or "High", rounded(trait.value)
    words = f"{trait.name}: {value} of 100, from {trait.low or 'low'} to {trait.high or 'high'}"
    return TraitSlider(trait.name, low, high, value, words)


def _open_pains(atlas: Atlas) -> Mapping[str, Sequence[ScoredPain]]:
    """Persona id to the open pains of the steps where the persona acts, the most urgent first."""
    found: defaultdict[str, list[ScoredPain]] = defaultdict(list)
    for item in ranked_pains(atlas):
        actors = (actors_of(place.journey, place.step) for place in item.located.places)
        for persona in dict.fromkeys(actor for acting in actors for actor in acting):
            found[persona].append(item)
    return found


def _emotions_by_persona(atlas: Atlas) -> Mapping[str, Mapping[str, list[float]]]:
    """Persona id, then journey id, to the known emotions of the persona there, step by step without the gaps."""
    return {
        persona: {one.id: [value for value in main_curve_of(one, persona) if value is not None] for one in journeys}
        for persona, journeys in atlas.journeys_of_persona.items()
    }
