"""The pages of touchpoints, channels, stages, teams, segments, systems and tags: one shape for all, filled by kind."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import emotion_counts
from mkdocs_journeys.insight.things.occurrences import Occurrences, occurrences_at
from mkdocs_journeys.insight.things.places import journeys_by_tag, places_of_kind
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.heatmap_view import feeling
from mkdocs_journeys.site.links import catalog_pager, thing_page
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.things.facts import (
    ThingFact,
    channel_facts,
    name_facts,
    segment_facts,
    stage_facts,
    system_facts,
    team_facts,
    touchpoint_facts,
)
from mkdocs_journeys.site.pages.things.journeys import (
    journeys_section,
    segment_figures,
    segment_sections,
    tag_figures,
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
from mkdocs_journeys.site.pages.things.team import team_figures, team_sections
from mkdocs_journeys.site.pages.tracing.findings import learned_section
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message
from mkdocs_journeys.vocabulary import BY_NAME


class ThingKind(NamedTuple):
    """A kind of thing that has pages of this shape: its `word` in English, and what is known of one of them.

    `where` is the heading over the steps at which it occurs, "" for a kind that belongs to whole journeys.
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
    "system": ThingKind(message("System"), system_facts, message("What happens here")),
    "tag": ThingKind(message("Tag"), name_facts),
}


def things_pages(site: SiteContext, kind: str) -> Iterator[Page]:
    """A page for each thing of a kind, in the order of the catalogue; systems and tags have no file of their own."""
    word, source = _(KINDS[kind].word), None if kind in ("system", "tag") else site.atlas.catalog.path
    for one in getattr(site.atlas, BY_NAME[kind].plural).values():
        description = getattr(one, "description", None) or f"{word}: {one.name}"
        draw = partial(_sections, kind=kind)
        yield thing_page(site, (kind, one.id), one.name, draw, description, source)


def _sections(context: PageContext, id: str, *, kind: str) -> Iterator[Section]:
    one = getattr(context.atlas, BY_NAME[kind].plural)[id]
    of_kind = KINDS[kind]
    found = None if kind == "segment" else _occurrences(context.atlas, kind, id)
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
    elif kind == "tag":
        yield from journeys_section(context, context.atlas.cached(journeys_by_tag)[id])
    if found and of_kind.where and (found.journeys or found.planned):
        yield where_section(context, found, _(of_kind.where))
    if found and kind != "team":
        yield from pains_section(context, found.pains, found.closed, ("stage", id) if kind == "stage" else None)
        yield from list_sections(context, found)
    yield from learned_section(context, kind, id)
    if kind != "tag":
        yield from reach_section(context, kind, id)
    foot = context.macro(TEMPLATE, "foot", head.beside)
    yield Section("others", "", 2, foot, listed=False, headed=False, searched=False)


def _occurrences(atlas: Atlas, kind: str, id: str) -> Occurrences:
    return occurrences_at(atlas, atlas.cached(places_of_kind, kind).get(id, ()))


def _figures(context: PageContext, kind: str, one: Any, found: Occurrences | None) -> tuple[ThingFigure, ...]:
    if kind == "team":
        return team_figures(context, one)
    if kind == "tag" and found:
        return tag_figures(context, one.id, found)
    return occurrence_figures(found) if found else segment_figures(context, one)
