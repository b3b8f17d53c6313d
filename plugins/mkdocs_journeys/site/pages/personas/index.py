"""The index of personas, and their pages."""

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journeys.insight.selection import is_present, mean
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import PainCard, index_page, pain_card, thing_page
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.personas.common import (
    KINDS,
    Portrait,
    emotions_by_persona,
    open_pains_by_persona,
    portrait_of,
)
from mkdocs_journeys.site.pages.personas.page import persona_sections
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext


def personas_pages(site: SiteContext) -> Iterator[Page]:
    """The index of personas and a page for each; nothing in an atlas without personas."""
    personas = site.atlas.personas
    if not personas:
        return
    description = ngettext("The %(num)s persona of this atlas.", "The %(num)s personas of this atlas.", len(personas))
    yield index_page(site, "personas", _index_sections, description)
    for one in personas.values():
        yield thing_page(site, ("persona", one.id), one.name, persona_sections, one.quote or one.role or "", one.path)


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
    personas = sorted(context.atlas.personas.values(), key=lambda one: -(one.share or 0))
    cards = [persona_card(context, persona) for persona in personas]
    html = context.render("personas.html.j2", cards=cards)
    yield Section("personas", _("Personas"), 1, html, _("Who takes the journeys"))


def persona_card(context: PageContext, persona: Persona) -> PersonaCard:
    """The card of a persona."""
    atlas = context.atlas
    scored = atlas.cached(open_pains_by_persona).get(persona.id, ())
    emotions = context.atlas.cached(emotions_by_persona).get(persona.id, {})
    of_today = (value for id, values in emotions.items() if is_present(atlas.journeys[id]) for value in values)
    return PersonaCard(
        name=persona.name,
        href=context.to_thing("persona", persona.id),
        anchor=f"persona-{persona.id}",
        role=persona.role or "",
        kind="" if persona.kind == "persona" else _(KINDS[persona.kind]),
        provisional=persona.kind == "proto-persona",
        face=portrait_of(context, persona),
        quote=persona.quote or "",
        share=persona.share,
        segment=atlas.segments[persona.segment].name if persona.segment else "",
        journeys=len(emotions),
        emotion=mean(of_today),
        open_pains=len(scored),
        worst=pain_card(context, scored[0]) if scored else None,
        badge=context.badge("persona", persona.id),
    )
