"""The page of a persona: everything that its file holds, and where the persona acts and hurts."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import Freshness, freshness_of
from mkdocs_journeys.insight.lifecycles import lifecycle_numbers
from mkdocs_journeys.insight.selection import is_present, mean, rounded
from mkdocs_journeys.model import Job, Journey, Persona
from mkdocs_journeys.model.persona import Trait
from mkdocs_journeys.site.charts.spark import Spark, spark
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import (
    BLUEPRINT,
    FirstLinks,
    NamedLink,
    evidence_link,
    first_links,
    job_in_words,
    journey_link,
    outside_links,
    pain_card,
    team_link,
    thing_link,
)
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.personas.common import (
    KINDS,
    Portrait,
    emotions_by_persona,
    open_pains_by_persona,
    portrait_of,
)
from mkdocs_journeys.site.pages.tracing.findings import learned_html
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.site.rendering.terms import term, term_as_title
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

MOST_JOURNEYS, WORST_JOURNEYS = 24, 12
"""From how many journeys on only the worst are drawn with their curves, and how many these are."""
WORST, MOST_NAMES = 8, 150
"""How many pains of a persona the page shows, and how many journeys it names."""
LISTS = {
    "goals": message("Goals"),
    "frustrations": message("Frustrations"),
    "needs": message("Needs"),
    "motivations": message("Motivations"),
    "behaviours": message("Behaviours"),
    "skills": message("Skills"),
    "says": message("Says"),
    "thinks": message("Thinks"),
    "does": message("Does"),
    "feels": message("Feels"),
}
"""Lists that a persona's file may hold, those of its empathy map last, and what the page calls them."""


class TraitList(NamedTuple):
    """A list of a person's goals, fears or habits; `icon` names its drawing."""

    title: str
    icon: str
    items: tuple[str, ...]


class PersonaJob(NamedTuple):
    """A job to be done; the situation and the gain are empty where they are not given."""

    when: str
    job: str
    so_that: str


class TraitSlider(NamedTuple):
    """A trait between two words, 0 to 100; `words` says the same without the drawing."""

    name: str
    low: str
    high: str
    value: int
    words: str


class PersonaJourney(NamedTuple):
    """A journey of this person: `emotion` is this person's own mean; `kind` is empty for a usual journey.

    A blueprint of which no emotion is known has no curve.
    """

    title: str
    href: str
    role: str
    state: str
    status: str
    kind: str
    emotion: float | None
    spark: Spark | None


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
    jobs: tuple[PersonaJob, ...]
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
    links: tuple[NamedLink, ...]
    journeys: tuple[PersonaJourney, ...]
    other_journeys: FirstLinks


def persona_sections(context: PageContext, id: str) -> Iterator[Section]:
    """The sheet, then where search finds its parts."""
    persona = context.atlas.personas[id]
    view = _persona_view(context, persona)
    scored = context.atlas.cached(open_pains_by_persona).get(persona.id, ())
    html = context.render(
        "persona.html.j2",
        view=view,
        pains=[pain_card(context, item) for item in scored[:WORST]],
        open_pains=len(scored),
        backlog=f"{context.to('pains.md')}?persona={persona.id}#backlog",
        learned=learned_html(context, "persona", id)[0],
    )
    traits = (*(text for pair in view.demographics for text in pair), *(one.name for one in view.sliders))
    lists = (*(group.items for group in view.groups), view.devices, view.accessibility)
    words = words_of(persona.role, persona.quote, persona.context, *traits, rich=persona.summary, lists=lists)
    yield Section("persona", persona.name, 1, html, words, headed=False)
    parts = (
        ("jobs", _("Jobs to be done"), words_of(*map(job_in_words, persona.jobs))),
        ("goals", _("Goals and frustrations"), words_of(lists=(persona.goals, persona.frustrations))),
        ("empathy-map", _("Empathy map"), words_of(lists=[quadrant.items for quadrant in view.quadrants])),
        ("journeys", _("Journeys"), words_of(*(row.title for row in view.journeys), *view.other_journeys.names)),
        ("pains", _("Worst pains"), words_of(*(item.pain.title for item in scored[:WORST]))),
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
        kind_words=_(KINDS[persona.kind]),
        face=portrait_of(context, persona),
        quote=persona.quote or "",
        summary=context.rich(persona.summary),
        segment=thing_link(context, "segment", persona.segment) if persona.segment else None,
        share=persona.share,
        believed=persona.believed,
        owner=team_link(context, persona.owner),
        freshness=freshness_of(persona.reviewed, context.atlas.catalog.review.max_age_days, today),
        jobs=tuple(_job(one) for one in persona.jobs),
        contrasts=_trait_lists(persona, "goals", "frustrations"),
        groups=_trait_lists(persona, "needs", "motivations", "behaviours", "skills"),
        sliders=tuple(map(_slider, persona.traits)),
        quadrants=tuple(TraitList(_(LISTS[name]), name, getattr(persona.empathy, name)) for name in quadrants),
        channels=tuple(thing_link(context, "channel", id) for id in persona.channels),
        devices=persona.devices,
        accessibility=persona.accessibility,
        context=persona.context or "",
        demographics=tuple(persona.demographics.items()),
        evidence=tuple(evidence_link(context, reference) for reference in persona.evidence),
        links=outside_links(persona.links),
        journeys=journeys,
        other_journeys=others,
    )


def _journeys_of(context: PageContext, persona: Persona) -> tuple[tuple[PersonaJourney, ...], FirstLinks]:
    """The journeys of a persona, those where the person leads first, in the order of the lifecycle.

    Of many only those that feel worst to the person are drawn with their curves, the others are named.
    """
    emotions = context.atlas.cached(emotions_by_persona).get(persona.id, {})
    order = context.atlas.cached(lifecycle_numbers)
    journeys = [context.atlas.journeys[id] for id in emotions]
    journeys.sort(key=lambda journey: (journey.personas[0] != persona.id, order[journey.id]))
    drawn = {journey.id for journey in journeys}
    if len(journeys) > MOST_JOURNEYS:
        known = [journey for journey in journeys if emotions[journey.id] and is_present(journey)]
        drawn = {one.id for one in sorted(known, key=lambda one: mean(emotions[one.id]) or 0)[:WORST_JOURNEYS]}
    rows = tuple(journey_row(context, one, persona, emotions[one.id]) for one in journeys if one.id in drawn)
    others = [journey for journey in journeys if journey.id not in drawn]
    return rows, first_links(others, MOST_NAMES, partial(journey_link, context))


def journey_row(context: PageContext, journey: Journey, persona: Persona, emotions: list[float]) -> PersonaJourney:
    """A journey of a persona, from the known emotions of its steps."""
    is_blueprint = journey.kind == "blueprint"
    return PersonaJourney(
        title=journey.title,
        href=context.to_thing("journey", journey.id),
        role=_("main person") if journey.personas[0] == persona.id else _("also acts"),
        state=journey.state,
        status=journey.status,
        kind=_(BLUEPRINT) if is_blueprint else "",
        emotion=mean(emotions),
        spark=spark(journey, persona.id) if emotions or not is_blueprint else None,
    )


def _job(job: Job | str) -> PersonaJob:
    return PersonaJob("", job, "") if isinstance(job, str) else PersonaJob(job.when or "", job.job, job.so_that or "")


def _trait_lists(persona: Persona, *names: str) -> tuple[TraitList, ...]:
    """The lists of these fields that hold anything."""
    given = ((name, getattr(persona, name)) for name in names)
    return tuple(TraitList(_(LISTS[name]), name.removesuffix("s"), items) for name, items in given if items)


def _slider(trait: Trait) -> TraitSlider:
    low, high, value = trait.low or term("low"), trait.high or term("high"), rounded(trait.value)
    words = _(
        "%(trait)s: %(value)s of 100, from %(low)s to %(high)s", trait=trait.name, value=value, low=low, high=high
    )
    return TraitSlider(trait.name, trait.low or term_as_title("low"), trait.high or term_as_title("high"), value, words)
