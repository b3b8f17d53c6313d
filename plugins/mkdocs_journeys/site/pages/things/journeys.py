"""Parts of the pages of segments and tags, which belong to whole journeys: these with their curves, and figures."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.insight.metrics import series_of
from mkdocs_journeys.insight.scoring import ScoredPain, ranked_pains
from mkdocs_journeys.insight.selection import is_present
from mkdocs_journeys.insight.things.occurrences import Occurrences
from mkdocs_journeys.insight.things.places import journeys_by_tag
from mkdocs_journeys.insight.tracing.reach import journeys_of_segment
from mkdocs_journeys.model import Journey, Segment
from mkdocs_journeys.site.charts.spark import spark
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import (
    BLUEPRINT,
    FirstLinks,
    first_links,
    journey_link,
    thing_link,
)
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.personas.page import PersonaJourney
from mkdocs_journeys.site.pages.things.parts import (
    MOST_JOURNEYS,
    MOST_NAMES,
    TEMPLATE,
    ThingFigure,
    figure,
    pains_section,
)
from mkdocs_journeys.site.rendering.listing import listed, separated
from mkdocs_journeys.site.rendering.numbers import day, with_unit
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext


def segment_figures(context: PageContext, segment: Segment) -> tuple[ThingFigure, ...]:
    """The counts at the head of the page."""
    journeys, pains = len(journeys_of_segment(context.atlas, segment.id)), len(_pains(context, segment))
    return (
        figure(ngettext("%(num)s journey", "%(num)s journeys", journeys), journeys, "#journeys"),
        figure(ngettext("%(num)s open pain", "%(num)s open pains", pains), pains, "#pains"),
    )


def segment_sections(context: PageContext, segment: Segment) -> Iterator[Section]:
    """The journeys of a segment, what hurts in those of today, its figures and the studies about it."""
    atlas = context.atlas
    yield from journeys_section(context, journeys_of_segment(context.atlas, segment.id))
    yield from pains_section(context, _pains(context, segment), closed=0, backlog=None)
    figures = [
        thing_link(context, "metric", metric.id, separated([with_unit(metric, series[-1].value), day(series[-1].date)]))
        for metric in atlas.catalog.metrics
        if (series := series_of(atlas, metric.id, segment.id))
    ]
    if figures:
        html = context.macro(TEMPLATE, "named", FirstLinks(tuple(figures)))
        yield Section("metrics", _("Metrics"), 2, html, searched=False, counted=str(len(figures)))
    studies = [
        thing_link(context, "evidence", study.id, day(study.date))
        for study in atlas.evidence.values()
        if study.segment == segment.id
    ]
    if studies:
        html = context.macro(TEMPLATE, "named", FirstLinks(tuple(studies)))
        yield Section("evidence", _("Evidence"), 2, html, searched=False, counted=str(len(studies)))


def tag_figures(context: PageContext, id: str, found: Occurrences) -> tuple[ThingFigure, ...]:
    """The counts at the head of the page of a tag."""
    journeys, pains = len(context.atlas.cached(journeys_by_tag)[id]), len(found.pains)
    return (
        figure(ngettext("%(num)s journey", "%(num)s journeys", journeys), journeys, "#journeys"),
        figure(ngettext("%(num)s open pain", "%(num)s open pains", pains), pains, "#pains"),
    )


def journeys_section(context: PageContext, journeys: Sequence[Journey]) -> Iterator[Section]:
    """Journeys with their curves, of many the others by name; nothing for none."""
    if journeys:
        rows = [_row(context, journey) for journey in journeys[:MOST_JOURNEYS]]
        others = first_links(
            journeys[MOST_JOURNEYS:], MOST_NAMES, lambda one: context.cached_fragment(journey_link, one)
        )
        html = context.macro(TEMPLATE, "journeys", rows, others)
        yield Section("journeys", _("Journeys"), 2, html, searched=False, counted=str(len(journeys)))


def _pains(context: PageContext, segment: Segment) -> list[ScoredPain]:
    today = {journey.id for journey in journeys_of_segment(context.atlas, segment.id) if is_present(journey)}
    pains = context.atlas.cached(ranked_pains)
    return [item for item in pains if any(place.journey.id in today for place in item.located.places)]


def _row(context: PageContext, journey: Journey) -> PersonaJourney:
    emotion = mean_emotion(journey)
    is_blueprint = journey.kind == "blueprint"
    return PersonaJourney(
        title=journey.title,
        href=context.to_thing("journey", journey.id),
        role=listed([context.atlas.personas[id].name for id in journey.personas]),
        state=journey.state,
        status=journey.status,
        kind=_(BLUEPRINT) if is_blueprint else "",
        emotion=emotion,
        spark=None if is_blueprint and emotion is None else spark(journey, journey.personas[0]),
    )
