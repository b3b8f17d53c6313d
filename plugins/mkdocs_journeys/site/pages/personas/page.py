"""The pages of the personas, and the index that introduces them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.insight.ranking import ScoredPain
from mkdocs_journeys.insight.selection import is_present, mean
from mkdocs_journeys.model import Empathy, Persona
from mkdocs_journeys.site.named import PainCard, pain_card
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.personas.felt import feelings_of_personas, open_hurts_of_personas
from mkdocs_journeys.site.pages.personas.view import KINDS, Face, PersonaView, face_of, persona_view
from mkdocs_journeys.site.richtext import words_of
from mkdocs_journeys.site.world import Desk, World
from mkdocs_journeys.wording import counted

WORST = 8
"""How many of a persona's pains the page shows."""


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona on the index. `emotion` is the mean over today's journeys; `kind` is empty for a plain one."""

    name: str
    href: str
    anchor: str
    role: str
    kind: str
    provisional: bool
    face: Face
    quote: str
    share: float | None
    segment: str
    journeys: int
    emotion: float | None
    open_pains: int
    worst: PainCard | None


def personas_pages(world: World) -> Iterator[Page]:
    """The index of personas and a page for each; nothing in an atlas without personas."""
    atlas = world.atlas
    if not atlas.personas:
        return
    yield _index(world.at("personas.md"))
    for persona in atlas.personas.values():
        yield _page(world.at(f"personas/{persona.id}.md"), persona)


def _index(desk: Desk) -> Page:
    return Page(
        uri=desk.uri,
        title="Personas",
        draw=partial(_index_sections, desk),
        description=f"The {counted(len(desk.atlas.personas), 'persona')} of this atlas.",
        in_nav=True,
        wide=True,
    )


def _index_sections(desk: Desk) -> Iterator[Section]:
    hurts = desk.world.once(open_hurts_of_personas)
    personas = sorted(desk.atlas.personas.values(), key=lambda one: -(one.share or 0))
    cards = [_card(desk, persona, hurts.get(persona.id, ())) for persona in personas]
    yield Section("personas", "Personas", 1, desk.render("personas.html.j2", cards=cards), "Who takes the journeys")


def _card(desk: Desk, persona: Persona, hurts: Sequence[ScoredPain]) -> PersonaCard:
    atlas = desk.atlas
    feelings = desk.world.once(feelings_of_personas).get(persona.id, {})
    felt = (value for id, values in feelings.items() if is_present(atlas.journeys[id]) for value in values)
    return PersonaCard(
        name=persona.name,
        href=desk.to_thing("persona", persona.id),
        anchor=f"persona-{persona.id}",
        role=persona.role or "",
        kind="" if persona.kind == "persona" else KINDS[persona.kind],
        provisional=persona.kind == "proto-persona",
        face=face_of(desk, persona),
        quote=persona.quote or "",
        share=persona.share,
        segment=atlas.segments[persona.segment].name if persona.segment else "",
        journeys=len(feelings),
        emotion=mean(felt),
        open_pains=len(hurts),
        worst=pain_card(desk, hurts[0]) if hurts else None,
    )


def _page(desk: Desk, persona: Persona) -> Page:
    return Page(
        uri=desk.uri,
        title=persona.name,
        draw=partial(_sections, desk, persona.id),
        description=persona.quote or persona.role or "",
        source=persona.path,
        wide=True,
    )


def _sections(desk: Desk, id: str) -> Iterator[Section]:
    persona = desk.atlas.personas[id]
    view = persona_view(desk, persona)
    hurts = desk.world.once(open_hurts_of_personas).get(persona.id, ())
    html = desk.render(
        "persona.html.j2",
        view=view,
        pains=[pain_card(desk, item) for item in hurts[:WORST]],
        open_pains=len(hurts),
        backlog=f"{desk.to('pains.md')}?persona={persona.id}#backlog",
    )
    yield Section("persona", persona.name, 1, html, _words(persona), headed=False)
    yield from _entries(persona, view, hurts)


def _entries(persona: Persona, view: PersonaView, hurts: Sequence[ScoredPain]) -> Iterator[Section]:
    """Where search lands inside the page: parts that have their headings in the sheet."""
    empathy = persona.empathy or Empathy()
    journeys = (*(row.title for row in view.journeys), *(one.name for one in view.other_journeys.shown))
    parts = (
        ("goals", "Goals and frustrations", words_of(lists=(persona.goals, persona.frustrations))),
        ("empathy-map", "Empathy map", words_of(lists=(empathy.says, empathy.thinks, empathy.does, empathy.feels))),
        (
            "journeys",
            "Journeys",
            words_of(*journeys),
        ),
        ("pains", "Worst pains", words_of(*(item.pain.title for item in hurts[:WORST]))),
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
