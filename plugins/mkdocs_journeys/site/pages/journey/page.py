"""The page of a journey: its head, the stage diagram, the map, and what follows from them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.heatmap import lifecycle_order
from mkdocs_journeys.insight.ranking import ScoredHurt, scored
from mkdocs_journeys.model import Journey, Pain
from mkdocs_journeys.site.addresses import page_uri, stage_anchor, step_anchor
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.history import history_section
from mkdocs_journeys.site.links import NamedLink, NeighbourIds, journey_titles, neighbours_of, pain_card
from mkdocs_journeys.site.map.lanes import words_of_step
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.journey.head import journey_head
from mkdocs_journeys.site.pages.journey.lists import evidence_rows, handoff_rows, metric_rows, opportunity_rows
from mkdocs_journeys.site.pages.journey.stage_diagram import stage_diagram
from mkdocs_journeys.site.pages.pains.view import pain_view
from mkdocs_journeys.site.richtext import plain

TEMPLATE = "journey.html.j2"


def journey_pages(world: SiteContext) -> Iterator[Page]:
    """One page per journey, in the order of the lifecycle."""
    for journey in world.cached(lifecycle_order):
        yield _page(world.at(page_uri("journey", journey.id)), journey)


def neighbours(atlas: Atlas) -> Mapping[str, NeighbourIds]:
    """The journeys before and after each one, in the order of the lifecycle."""
    return neighbours_of(journey.id for journey in lifecycle_order(atlas))


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


def _sections(desk: PageContext, id: str) -> list[Section]:
    atlas = desk.atlas
    journey = atlas.journeys[id]
    hurts = scored(atlas.hurts_of_journey.get(id, ()), atlas.catalog.scoring)
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
    head, diagram = journey_head(desk, journey), stage_diagram(desk, journey)
    html = desk.macro(TEMPLATE, "head", journey.title, head, diagram)
    texts = (journey.objective, journey.scenario, journey.expectation, journey.trigger, journey.success)
    words = " ".join(text for text in (*texts, *journey.tags) if text)
    return Section("journey", journey.title, 1, html, words, headed=False)


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


def _pains(desk: PageContext, journey: Journey, hurts: Sequence[ScoredHurt]) -> Iterator[Section]:
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
    before, after = (_named(desk, beside) for beside in desk.site.cached(neighbours)[id])
    return last._replace(html=last.html + desk.macro(TEMPLATE, "foot", before, after))


def _named(desk: PageContext, id: str | None) -> NamedLink | None:
    return NamedLink(desk.site.cached(journey_titles)[id], desk.to(page_uri("journey", id))) if id else None
