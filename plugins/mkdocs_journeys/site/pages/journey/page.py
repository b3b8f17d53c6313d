"""The page of a journey: a line of facts and the map, then what explains it, and the lists below."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import journey_confidence, journey_freshness
from mkdocs_journeys.insight.emotion import mean_emotion, moments_of_truth
from mkdocs_journeys.insight.lifecycles import lifecycle_order
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.insight.ways import has_ways, left_out
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import page_uri, stage_anchor, step_anchor
from mkdocs_journeys.site.assets import cards_of
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.diagrams.stages import StageDiagram, stage_diagram
from mkdocs_journeys.site.links import (
    BLUEPRINT,
    NamedLink,
    free_link,
    job_in_words,
    outside_links,
    pager,
    team_link,
    thing_link,
)
from mkdocs_journeys.site.lists import LISTS, evidence_rows, metric_tiles, opportunity_rows
from mkdocs_journeys.site.map.lanes import words_of_step
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.compare.page import comparisons_with
from mkdocs_journeys.site.pages.journey.embed import EmbedLink, embed_link
from mkdocs_journeys.site.pages.journey.history import history_section
from mkdocs_journeys.site.pages.journey.lists import (
    figure_rows,
    handoff_rows,
    metrics_beside_the_funnel,
    studies_of,
)
from mkdocs_journeys.site.pages.journey.observed import observed_section
from mkdocs_journeys.site.pages.journey.tomorrow import emotion_today, plans_for, time_today, tomorrow_section
from mkdocs_journeys.site.pages.pains.pain_view import pain_summary
from mkdocs_journeys.site.pages.personas.common import Portrait, portrait_of
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.site.rendering.richtext import plain, words_of
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

TEMPLATE = "journey.html.j2"
MOST_PEOPLE = 3
"""Persons in the line of facts."""
MOST_TILES = 4
"""Metrics with a tile: the lists share the width of the page, and its weight."""


def journey_pages(site: SiteContext) -> Iterator[Page]:
    """One page per journey, in the order of the lifecycle."""
    cards = cards_of(site.atlas)
    for journey in site.atlas.cached(lifecycle_order):
        context = site.at(page_uri("journey", journey.id))
        yield Page(
            context.uri,
            journey.title,
            partial(_sections, context, journey.id),
            journey.objective or journey.scenario or "",
            journey.path,
            wide=True,
            tags=journey.tags,
            kind="journey",
            thing=("journey", journey.id),
            card=cards.get(journey.id, ""),
        )


class JourneyHead(NamedTuple):
    """What is known of a journey as a whole. `facts` are (label, text) pairs that the author gave.

    `people` are the first persons with their portraits, `others` those for whom the line of facts has no room. `plans`
    are journeys that would replace it; `felt` is the emotion and `took` the time of the one that it would replace, ""
    where nobody knows. `kind` is empty for a usual journey; `takes` says how long the journey takes.
    """

    crumbs: tuple[NamedLink, ...]
    group: str
    kind: str
    people: tuple[tuple[NamedLink, Portrait], ...]
    others: tuple[NamedLink, ...]
    state: str
    status: str
    plans: tuple[NamedLink, ...]
    owner: NamedLink | None
    freshness: str
    review_state: str
    emotion: float | None
    felt: str
    without: str
    takes: str
    took: str
    validated: str
    open_pains: int
    has_pains: bool
    moments: int
    sore_moments: int
    facts: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, tuple[NamedLink, ...]], ...]
    segments: tuple[NamedLink, ...]
    tags: tuple[NamedLink, ...]
    links: tuple[NamedLink, ...]
    embed: EmbedLink | None


def _sections(context: PageContext, id: str) -> list[Section]:
    atlas = context.atlas
    journey = atlas.journeys[id]
    scored = scored_pains(atlas.pains_of_journey.get(id, ()), atlas.catalog.scoring)
    map = map_view(context, journey, scored)
    head = _journey_head(context, journey, map.takes_whole)
    diagram = stage_diagram(context, journey)
    below = [
        *_stages(context, diagram),
        *tomorrow_section(context, journey),
        *_pains(context, scored),
        *observed_section(context, journey),
        *_lists(context, journey),
        *history_section(context, journey),
    ]
    sections = [
        _head(context, journey, head),
        Section("journey-map", _("Journey map"), 2, context.macro(TEMPLATE, "map", map), headed=False),
        *_entries(atlas, journey),
        _about(context, journey, head, None if diagram.tells_more else diagram, below),
        *below,
    ]
    beside = pager(context, "journey", id, lifecycle_order)
    foot = context.macro(TEMPLATE, "foot", beside.before, beside.after)
    return [*sections, Section("foot", "", 2, foot, listed=False, headed=False, searched=False)]


def _head(context: PageContext, journey: Journey, head: JourneyHead) -> Section:
    html = context.macro(TEMPLATE, "head", journey.title, head)
    texts = (journey.objective, journey.scenario, journey.expectation, journey.trigger, journey.success)
    words = words_of(*texts, *journey.tags, *map(job_in_words, journey.jobs), *journey.paths.values())
    return Section("journey", journey.title, 1, html, words, headed=False)


def _stages(context: PageContext, diagram: StageDiagram) -> Iterator[Section]:
    """The stage diagram where it tells more than the map; any other stands in the fold that explains the journey."""
    if diagram.tells_more:
        yield Section("stages", _("Stages"), 2, context.macro(TEMPLATE, "stages", diagram), searched=False)


def _about(
    context: PageContext, journey: Journey, head: JourneyHead, diagram: StageDiagram | None, below: Sequence[Section]
) -> Section:
    """What explains the journey, after the links to all parts of the page."""
    places = [NamedLink(_("Map"), "#journey-map"), NamedLink(_("About"), "#about")]
    places += [NamedLink(part.title, f"#{part.anchor}", part.counted) for part in below if part.level == 2]
    html = context.macro(TEMPLATE, "about", journey.title, head, diagram, places)
    return Section("about", _("About this journey"), 2, html, headed=False, searched=False)


def _journey_head(context: PageContext, journey: Journey, takes: str) -> JourneyHead:
    atlas = context.atlas
    age = journey_freshness(journey, atlas.catalog, context.site.settings.today)
    moments = moments_of_truth(atlas, journey)
    claims = journey_confidence(atlas, journey)
    guests = dict.fromkeys(id for step in journey.steps for id in step.actors if id not in journey.personas)
    return JourneyHead(
        crumbs=(NamedLink(_("Journeys"), context.to("journeys.md")),),
        group=journey.group,
        kind=_(BLUEPRINT) if journey.kind == "blueprint" else "",
        people=tuple(
            [
                (thing_link(context, "persona", id), portrait_of(context, atlas.personas[id]))
                for id in journey.personas[:MOST_PEOPLE]
            ]
        ),
        others=tuple([thing_link(context, "persona", id) for id in (*journey.personas[MOST_PEOPLE:], *guests)]),
        state=journey.state,
        status=journey.status,
        plans=plans_for(context, journey),
        owner=team_link(context, journey.owner),
        freshness=age.words,
        review_state=age.state,
        emotion=mean_emotion(journey),
        felt=emotion_today(atlas, journey),
        without=_left_out(journey),
        takes=takes,
        took=time_today(atlas, journey),
        validated=ngettext(
            "%(validated)s of %(num)s statement backed by research",
            "%(validated)s of %(num)s statements backed by research",
            claims.total,
            validated=claims.validated,
        ),
        open_pains=sum([located.pain.is_open for located in atlas.pains_of_journey.get(journey.id, ())]),
        has_pains=bool(atlas.pains_of_journey.get(journey.id)),
        moments=len(moments),
        sore_moments=sum([moment.painful for moment in moments]),
        facts=tuple(_facts(journey)),
        relations=tuple(_relations(context, journey)),
        segments=tuple([thing_link(context, "segment", id) for id in journey.segments]),
        tags=tuple([free_link(context, "tag", tag) for tag in journey.tags]),
        links=outside_links(journey.links),
        embed=embed_link(context),
    )


def _left_out(journey: Journey) -> str:
    """What the mean emotion and the time it takes leave out, in words."""
    if not has_ways(journey.steps):
        return ""
    paths, optional = left_out(journey)
    said = [_("the path “%(name)s”", name=path) for path in paths]
    if optional:
        said.append(ngettext("%(num)s optional step", "%(num)s optional steps", optional))
    return listed(said)


def _facts(journey: Journey) -> list[tuple[str, str]]:
    scope = journey.scope
    reach = (
        scope and scope.starts and _("From: %(step)s", step=scope.starts),
        scope and scope.ends and _("To: %(step)s", step=scope.ends),
    )
    given = (
        (_("Objective"), journey.objective),
        (_("Scenario"), journey.scenario),
        (_("Scope"), ". ".join(text for text in reach if text)),
        (_("Trigger"), journey.trigger),
        (_("Expectation"), journey.expectation),
        (_("Success"), journey.success),
        *((_("Job to be done"), job_in_words(job)) for job in journey.jobs),
    )
    return [(label, text) for label, text in given if text]


def _relations(context: PageContext, journey: Journey) -> list[tuple[str, tuple[NamedLink, ...]]]:
    atlas = context.atlas
    related = (
        (_("Part of"), [journey.part_of] if journey.part_of else []),
        (_("In detail"), [one.id for one in atlas.details_of.get(journey.id, ())]),
        (_("Would replace"), [journey.baseline] if journey.baseline else []),
        (_("Future version"), [one.id for one in atlas.futures_of.get(journey.id, ())]),
    )
    found = [(label, tuple([thing_link(context, "journey", id) for id in ids])) for label, ids in related if ids]
    compared = tuple(comparisons_with(context, journey))
    return [*found, *([(_("Compare with"), compared)] if compared else [])]


def _entries(atlas: Atlas, journey: Journey) -> Iterator[Section]:
    """Where search finds the stages and the steps on the map."""
    for number, stage in enumerate(journey.stages, 1):
        jobs, figures = map(job_in_words, stage.jobs), (figure.name for figure in stage.figures)
        words, name = words_of(stage.goal, stage.expectation, *jobs, *figures), atlas.stage_name(stage)
        yield Section(stage_anchor(number), name, 3, words=words, headed=False, listed=False)
    for number, step in enumerate(journey.steps, 1):
        words = words_of_step(atlas, step)
        yield Section(step_anchor(number), step.name, 3, words=words, headed=False, listed=False)


def _pains(context: PageContext, scored: Sequence[ScoredPain]) -> Iterator[Section]:
    """A card for each pain that is felt on the journey; search finds them on pages of their own."""
    if not scored:
        return
    cards = [pain_summary(context, item, anchor=f"pain-{item.pain.id}") for item in scored]
    html = context.macro(TEMPLATE, "pains", cards, context.to("pains.md"))
    yield Section("pains", _("Pains"), 2, html, counted=str(len(scored)))
    for card in cards:
        yield Section(card.anchor, card.title, 3, headed=False, searched=False)


def _lists(context: PageContext, journey: Journey) -> Iterator[Section]:
    figures = figure_rows(context, journey)
    opportunities = context.atlas.opportunities_of_journey.get(journey.id, ())
    lists = (
        (
            "opportunities",
            _("Opportunities"),
            opportunity_rows(context, opportunities),
        ),
        (
            "metrics",
            _("Metrics"),
            metric_tiles(context, metrics_beside_the_funnel(context.atlas, journey), MOST_TILES),
        ),
        ("figures", _("Figures"), figures),
        ("evidence", _("Evidence"), evidence_rows(context, studies_of(journey))),
        ("hand-offs", _("Hand-offs"), handoff_rows(context, journey)),
    )
    for anchor, title, rows in lists:
        if rows:
            words = words_of(*(text for row in figures for text in (row.name, row.value))) if rows is figures else ""
            html = context.macro(LISTS, anchor.replace("-", ""), rows)
            yield Section(anchor, title, 2, html, words, counted=str(len(rows)), narrow=True)
    if journey.notes:
        html = context.macro(TEMPLATE, "notes", context.rich(journey.notes))
        yield Section("notes", _("Notes"), 2, html, plain(journey.notes), narrow=True)
