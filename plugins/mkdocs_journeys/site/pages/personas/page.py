"""The pages of the personas, and the index that introduces them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.insight.selection import is_present, mean
from mkdocs_journeys.model import Empathy, Persona
from mkdocs_journeys.site.addresses import page_uri
from mkdocs_journeys.site.collection import index_page, thing_page
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import PainCard, pain_card
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.personas.persona_view import (
    KINDS,
    PersonaView,
    Portrait,
    open_pains_by_persona,
    persona_emotions,
    persona_view,
    portrait_of,
)
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.wording import counted

WORST = 8
"""How many of a persona's pains the page shows."""


def personas_pages(site: SiteContext) -> Iterator[Page]:
    """The index of personas and a page for each; nothing in an atlas without personas."""
    personas = site.atlas.personas
    if not personas:
        return
    description = f"The {counted(len(personas), 'persona')} of this atlas."
    yield index_page(site.at("personas.md"), "personas", _index_sections, description)
    for persona in personas.values():
        context = site.at(page_uri("persona", persona.id))
        yield thing_page(
            context, ("persona", persona.id), persona.name, _sections, persona.quote or persona.role or "", persona.path
        )


@dataclass(frozen=True, slots=True)
class PersonaCard:
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


def _index_sections(context: PageContext) -> Iterator[Section]:
    scored = context.site.cached(open_pains_by_persona)
    personas = sorted(context.atlas.personas.values(), key=lambda one: -(one.share or 0))
    cards = [_card(context, persona, scored.get(persona.id, ())) for persona in personas]
    yield Section("personas", "Personas", 1, context.render("personas.html.j2", cards=cards), "Who takes the journeys")


def _card(context: PageContext, persona: Persona, scored: Sequence[ScoredPain]) -> PersonaCard:
    atlas = context.atlas
    emotions = context.site.cached(persona_emotions).get(persona.id, {})
    of_today = (value for id, values in emotions.items() if is_present(atlas.journeys[id]) for value in values)
    return PersonaCard(
        name=persona.name,
        href=context.to_thing("persona", persona.id),
        anchor=f"persona-{persona.id}",
        role=persona.role or "",
        kind="" if persona.kind == "persona" else KINDS[persona.kind],
        provisional=persona.kind == "proto-persona",
        face=portrait_of(context, persona),
        quote=persona.quote or "",
        share=persona.share,
        segment=atlas.segments[persona.segment].name if persona.segment else "",
        journeys=len(emotions),
        emotion=mean(of_today),
        open_pains=len(scored),
        worst=pain_card(context, scored[0]) if scored else None,
    )


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    persona = context.atlas.personas[id]
    view = persona_view(context, persona)
    scored = context.site.cached(open_pains_by_persona).get(persona.id, ())
    html = context.render(
        "persona.html.j2",
        view=view,
        pains=[pain_card(context, item) for item in scored[:WORST]],
        open_pains=len(scored),
        backlog=f"{context.to('pains.md')}?persona={persona.id}#backlog",
    )
    yield Section("persona", persona.name, 1, html, _words(persona), headed=False)
    yield from _entries(persona, view, scored)


def _entries(persona: Persona, view: PersonaView, scored: Sequence[ScoredPain]) -> Iterator[Section]:
    """Where search lands inside the page: parts with their headings in the sheet."""
    empathy = persona.empathy or Empathy()
    journeys = (*(row.title for row in view.journeys), *(one.name for one in view.other_journeys.shown))
    parts = (
        ("goals", "Goals and frustrations", words_of(lists=(persona.goals, persona.frustrations))),
        ("empathy-map", "Empathy map", words_of(lists=(empathy.says, empathy.thinks, empathy.does, empathy.feels))),
        ("journeys", "Journeys", words_of(*journeys)),
        ("pains", "Worst pains", words_of(*(item.pain.title for item in scored[:WORST]))),
    )
    for anchor, title, words in parts:
        if words:
            yield Section(anchor, title, 2, words=words, headed=False)


def _words(persona: Persona) -> str:
    return words_of(
        persona.role,
        persona.quote,
        persona.context,
        *(text for pair in persona.demographics.items() for text in pair),
        *(trait.name for trait in persona.traits),
        rich=persona.summary,
        lists=(
            persona.needs,
            persona.motivations,
            persona.behaviours,
            persona.skills,
            persona.devices,
            persona.accessibility,
        ),
    )
