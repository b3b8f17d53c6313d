"""The page of a journey: its head, the stage diagram, the map, and the lists below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import journey_confidence, journey_freshness
from mkdocs_journeys.insight.emotion import journey_emotion, moments_of_truth
from mkdocs_journeys.insight.heatmap import lifecycle_order
from mkdocs_journeys.insight.ranking import ScoredPain, scored_pains
from mkdocs_journeys.model import Journey, Pain
from mkdocs_journeys.site.addresses import page_uri, stage_anchor, step_anchor
from mkdocs_journeys.site.collection import neighbours, thing_link
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.history import history_section
from mkdocs_journeys.site.links import NamedLink, journey_titles, pain_card, team_link
from mkdocs_journeys.site.map.lanes import words_of_step
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.journey.lists import evidence_rows, handoff_rows, metric_rows, opportunity_rows
from mkdocs_journeys.site.pages.journey.stage_diagram import stage_diagram
from mkdocs_journeys.site.pages.pains.pain_view import pain_view
from mkdocs_journeys.site.rendering.richtext import plain

TEMPLATE = "journey.html.j2"


def journey_pages(world: SiteContext) -> Iterator[Page]:
    """One page per journey, in the order of the lifecycle."""
    for journey in world.cached(lifecycle_order):
        yield _page(world.at(page_uri("journey", journey.id)), journey)


def _page(desk: PageContext, journey: Journey) -> Page:
    return Page(
        uri=desk.uri,
        title=journey.title,
        kind="journey",
        thing=("journey", journey.id),
        draw=partial(_sections, desk, journey.id),
        description=journey.objective or journey.scenario or "",
        source=journey.path,
        wide=True,
        tags=journey.tags,
    )


@dataclass(frozen=True, slots=True)
class JourneyHead:
    """The part above the map. `facts` are (label, text) pairs that the author gave."""

    crumbs: tuple[NamedLink, ...]
    group: str
    people: tuple[NamedLink, ...]
    state: str
    status: str
    owner: NamedLink | None
    freshness: str
    review_state: str
    emotion: float | None
    validated: str
    open_pains: int
    moments: int
    sore_moments: int
    facts: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, tuple[NamedLink, ...]], ...]
    segments: tuple[str, ...]
    tags: tuple[str, ...]
    links: tuple[NamedLink, ...]


def _sections(desk: PageContext, id: str) -> list[Section]:
    atlas = desk.atlas
    journey = atlas.journeys[id]
    hurts = scored_pains(atlas.hurts_of_journey.get(id, ()), atlas.catalog.scoring)
    sections = [
        _head(desk, journey),
        Section("journey-map", "Journey map", 2, desk.macro(TEMPLATE, "map", map_view(desk, journey, hurts))),
        *_stage_entries(desk, journey),
        *_step_entries(desk, journey),
        *_pains(desk, journey, hurts),
        *_lists(desk, journey),
        *history_section(desk, journey),
    ]
    sections[-1] = _with_foot(desk, id, sections[-1])
    return sections


def _head(desk: PageContext, journey: Journey) -> Section:
    head, diagram = _journey_head(desk, journey), stage_diagram(desk, journey)
    html = desk.macro(TEMPLATE, "head", journey.title, head, diagram)
    texts = (journey.objective, journey.scenario, journey.expectation, journey.trigger, journey.success)
    words = " ".join(text for text in (*texts, *journey.tags) if text)
    return Section("journey", journey.title, 1, html, words, headed=False)


def _journey_head(desk: PageContext, journey: Journey) -> JourneyHead:
    atlas = desk.atlas
    age = journey_freshness(journey, atlas.catalog, desk.site.settings.today)
    moments = moments_of_truth(atlas, journey)
    claims = journey_confidence(atlas, journey)
    return JourneyHead(
        crumbs=(NamedLink("Journeys", desk.to("journeys.md")),),
        group=journey.group,
        people=tuple([thing_link(desk, "persona", id, "also" if n else "") for n, id in enumerate(journey.personas)]),
        state=journey.state,
        status=journey.status,
        owner=team_link(desk, journey.owner),
        freshness=age.words,
        review_state=age.state,
        emotion=journey_emotion(journey),
        validated=f"{claims.validated} of {claims.total} claims validated",
        open_pains=sum([hurt.pain.is_open for hurt in atlas.hurts_of_journey.get(journey.id, ())]),
        moments=len(moments),
        sore_moments=sum([moment.painful for moment in moments]),
        facts=tuple(_facts(journey)),
        relations=tuple(_relations(desk, journey)),
        segments=tuple([atlas.segments[id].name for id in journey.segments]),
        tags=journey.tags,
        links=tuple([NamedLink(link.title, link.url) for link in journey.links]),
    )


def _facts(journey: Journey) -> list[tuple[str, str]]:
    scope = journey.scope
    reach = (scope and scope.starts and f"From: {scope.starts}", scope and scope.ends and f"To: {scope.ends}")
    given = (
        ("Objective", journey.objective),
        ("Scenario", journey.scenario),
        ("Scope", ". ".join(text for text in reach if text)),
        ("Trigger", journey.trigger),
        ("Expectation", journey.expectation),
        ("Success", journey.success),
    )
    return [(label, text) for label, text in given if text]


def _relations(desk: PageContext, journey: Journey) -> list[tuple[str, tuple[NamedLink, ...]]]:
    atlas = desk.atlas
    above = (atlas.journeys[journey.part_of],) if journey.part_of else ()
    before = (atlas.journeys[journey.baseline],) if journey.baseline else ()
    related = (
        ("Part of", above),
        ("In detail", atlas.details_of.get(journey.id, ())),
        ("Would replace", before),
        ("Future version", atlas.futures_of.get(journey.id, ())),
    )
    return [
        (label, tuple([thing_link(desk, "journey", one.id) for one in journeys]))
        for label, journeys in related
        if journeys
    ]


def _stage_entries(desk: PageContext, journey: Journey) -> Iterator[Section]:
    for number, stage in enumerate(journey.stages, 1):
        words = " ".join(text for text in (stage.goal, stage.expectation) if text)
        name = desk.atlas.stage_name(stage)
        yield Section(stage_anchor(number), name, 3, words=words, headed=False, listed=False)


def _step_entries(desk: PageContext, journey: Journey) -> Iterator[Section]:
    for number, step in enumerate(journey.steps, 1):
        yield Section(
            step_anchor(number), step.name, 3, words=words_of_step(desk.atlas, step), headed=False, listed=False
        )


def _pains(desk: PageContext, journey: Journey, hurts: Sequence[ScoredPain]) -> Iterator[Section]:
    """Pains that the journey defines in full, each with an entry of its own; those defined elsewhere as badges."""
    if not hurts:
        return
    defined = {item.id for step in journey.steps for item in step.pains if isinstance(item, Pain)}
    own = [pain_view(desk, item) for item in hurts if item.pain.id in defined]
    elsewhere = [pain_card(desk, item) for item in hurts if item.pain.id not in defined]
    html = desk.macro(TEMPLATE, "pains", own, elsewhere, desk.to("pains.md"))
    yield Section("pains", "Pains", 2, html)
    for view in own:
        yield Section(view.anchor, view.title, 3, words=view.words, headed=False)


def _lists(desk: PageContext, journey: Journey) -> Iterator[Section]:
    lists = (
        ("opportunities", "Opportunities", opportunity_rows(desk, journey)),
        ("metrics", "Metrics", metric_rows(desk, journey)),
        ("evidence", "Evidence", evidence_rows(desk, journey)),
        ("hand-offs", "Hand-offs", handoff_rows(desk, journey)),
    )
    for anchor, title, rows in lists:
        if rows:
            yield Section(anchor, title, 2, desk.macro(TEMPLATE, anchor.replace("-", ""), rows))
    if journey.notes:
        html = desk.macro(TEMPLATE, "notes", desk.rich(journey.notes))
        yield Section("notes", "Notes", 2, html, plain(journey.notes))


def _with_foot(desk: PageContext, id: str, last: Section) -> Section:
    before, after = (_named(desk, other) for other in desk.site.cached(neighbours, _ids_in_order)[id])
    return last._replace(html=last.html + desk.macro(TEMPLATE, "foot", before, after))


def _named(desk: PageContext, id: str | None) -> NamedLink | None:
    return NamedLink(desk.site.cached(journey_titles)[id], desk.to(page_uri("journey", id))) if id else None


def _ids_in_order(atlas: Atlas) -> list[str]:
    return [journey.id for journey in lifecycle_order(atlas)]
