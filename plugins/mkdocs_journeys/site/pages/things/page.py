"""The pages of touchpoints, channels, stages, teams and segments: one shape for all, filled by kind."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import emotion_counts
from mkdocs_journeys.insight.things.occurrences import Occurrences, occurrences_at
from mkdocs_journeys.insight.things.places import places_of_kind
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.heatmap_view import feeling
from mkdocs_journeys.site.links import catalog_pager, thing_page
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.things.facts import (
    ThingFact,
    channel_facts,
    segment_facts,
    stage_facts,
    team_facts,
    touchpoint_facts,
)
from mkdocs_journeys.site.pages.things.parts import (
    TEMPLATE,
    ThingFigure,
    ThingHead,
    list_sections,
    occurrence_figures,
    pains_section,
    where_section,
)
from mkdocs_journeys.site.pages.things.reach import reach_section
from mkdocs_journeys.site.pages.things.segment import segment_figures, segment_sections
from mkdocs_journeys.site.pages.things.team import team_figures, team_sections
from mkdocs_journeys.site.pages.tracing.findings import learned_section
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message
from mkdocs_journeys.vocabulary import BY_NAME


class ThingKind(NamedTuple):
    """A kind of thing of the catalog that has pages: its `word` in English, and what is known of one of them.

    `where` is the heading over the steps at which it occurs, "" for a kind that occurs at none.
    """

    word: str
    facts: Callable[[PageContext, Any], Iterator[ThingFact]]
    where: str = ""


KINDS: Mapping[str, ThingKind] = {
    "stage": ThingKind(message("Stage of the lifecycle"), stage_facts, message("What happens here")),
    "touchpoint": ThingKind(message("Touchpoint"), touchpoint_facts, message("What happens here")),
    "channel": ThingKind(message("Channel"), channel_facts, message("What happens here")),
    "team": ThingKind(message("Team"), team_facts, message("Where it meets customers")),
    "segment": ThingKind(message("Segment"), segment_facts),
}


def things_pages(site: SiteContext, kind: str) -> Iterator[Page]:
    """A page for each thing of a kind, in the catalog's order."""
    catalog, word = site.atlas.catalog, _(KINDS[kind].word)
    for one in getattr(catalog, BY_NAME[kind].catalog_list):
        description = getattr(one, "description", None) or f"{word}: {one.name}"
        draw = partial(_sections, kind=kind)
        yield thing_page(site, (kind, one.id), one.name, draw, description, catalog.path)


def _sections(context: PageContext, id: str, *, kind: str) -> Iterator[Section]:
    one = getattr(context.atlas, BY_NAME[kind].plural)[id]
    of_kind = KINDS[kind]
    found = _occurrences(context.atlas, kind, id) if of_kind.where else None
    facts = tuple(of_kind.facts(context, one))
    head = ThingHead(
        word=_(of_kind.word),
        name=one.name,
        description=getattr(one, "description", None) or "",
        facts=facts,
        figures=_figures(context, kind, one, found),
        felt=feeling(found.emotion) if found else None,
        counts=emotion_counts(found.emotions) if found else None,
        badge=context.badge(kind, id),
        beside=catalog_pager(context, kind, id),
    )
    words = words_of(head.description, *(value.name for fact in facts for value in fact.values))
    yield Section(kind, one.name, 1, context.macro(TEMPLATE, "head", kind, head), words, headed=False)
    if kind == "team":
        yield from team_sections(context, one)
    elif kind == "segment":
        yield from segment_sections(context, one)
    if found and (found.journeys or found.planned):
        yield where_section(context, found, _(of_kind.where))
    if found and kind != "team":
        yield from pains_section(context, found.pains, found.closed, ("stage", id) if kind == "stage" else None)
        yield from list_sections(context, found)
    yield from learned_section(context, kind, id)
    yield from reach_section(context, kind, id)
    foot = context.macro(TEMPLATE, "foot", head.beside)
    yield Section("others", "", 2, foot, listed=False, headed=False, searched=False)


def _occurrences(atlas: Atlas, kind: str, id: str) -> Occurrences:
    return occurrences_at(atlas, atlas.cached(places_of_kind, kind).get(id, ()))


def _figures(context: PageContext, kind: str, one: Any, found: Occurrences | None) -> tuple[ThingFigure, ...]:
    if kind == "team":
        return team_figures(context, one)
    return occurrence_figures(found) if found else segment_figures(context, one)
