"""The page of a journey: its head, the stage diagram, the map, and what follows from them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from mkdocs_journeys.atlas import Place, places_of
from mkdocs_journeys.insight.handoffs import handoffs_of
from mkdocs_journeys.insight.ranking import scored
from mkdocs_journeys.model import Journey, Pain, SourcedQuote, Step
from mkdocs_journeys.site.anchors import stage_anchor, step_anchor
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.journey.head import journey_head
from mkdocs_journeys.site.pages.journey.lists import evidence_rows, metric_rows, opportunity_rows
from mkdocs_journeys.site.pages.journey.stage_diagram import StageDiagram, stage_diagram
from mkdocs_journeys.site.pages.pains.view import pain_view
from mkdocs_journeys.site.richtext import plain
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "journey.html.j2"


def journey_pages(world: World) -> Iterator[Page]:
    """One page per journey, each knowing its neighbours in the order of the lifecycle."""
    journeys = world.journeys
    neighbours = zip((None, *journeys), journeys, (*journeys[1:], None), strict=False)
    for before, journey, after in neighbours:
        if journey is not None:
            yield _page(world.at(f"journeys/{journey.id}.md"), journey, before, after)


def _page(desk: Desk, journey: Journey, before: Journey | None, after: Journey | None) -> Page:
    return Page(
        uri=desk.uri,
        title=journey.title,
        draw=partial(_sections, desk, journey, before, after),
        description=journey.objective or journey.scenario or "",
        source=journey.path,
        wide=True,
        tags=journey.tags,
    )


def _sections(desk: Desk, journey: Journey, before: Journey | None, after: Journey | None) -> tuple[Section, ...]:
    sections = (
        _head(desk, journey, stage_diagram(desk, journey)),
        _map(desk, journey),
        *_stage_entries(desk, journey),
        *_step_entries(desk, journey),
        *_pains(desk, journey),
        *_lists(desk, journey),
    )
    return (*sections[:-1], _with_foot(sections[-1], desk, before, after))


def _head(desk: Desk, journey: Journey, diagram: StageDiagram) -> Section:
    head = journey_head(desk, journey)
    html = desk.render(TEMPLATE, part="head", title=journey.title, head=head, diagram=diagram)
    texts = (journey.objective, journey.scenario, journey.expectation, journey.trigger, journey.success)
    words = " ".join(text for text in (*texts, *journey.tags) if text)
    return Section("journey", journey.title, 1, html, words, headed=False)


def _map(desk: Desk, journey: Journey) -> Section:
    html = desk.render(TEMPLATE, part="map", map=map_view(desk, journey))
    return Section("journey-map", "Journey map", 2, html)


def _stage_entries(desk: Desk, journey: Journey) -> Iterator[Section]:
    for number, stage in enumerate(journey.stages, 1):
        words = " ".join(text for text in (stage.goal, stage.expectation) if text)
        name = desk.atlas.stage_name(stage)
        yield Section(stage_anchor(number), name, 3, words=words, headed=False, listed=False)


def _step_entries(desk: Desk, journey: Journey) -> Iterator[Section]:
    for place in places_of(journey):
        words = " ".join(filter(None, _words_of(desk, place)))
        yield Section(step_anchor(place.number), place.step.name, 3, words=words, headed=False, listed=False)


def _words_of(desk: Desk, place: Place) -> Iterator[str]:
    step: Step = place.step
    touchpoint = desk.atlas.touchpoints.get(step.touchpoint or "")
    yield touchpoint.name if touchpoint else ""
    yield from step.feelings
    yield step.thinks or ""
    yield from (quote.text if isinstance(quote, SourcedQuote) else quote for quote in step.says)
    yield step.expects or ""
    yield from (*step.gains, *step.ideas, *step.frontstage, *step.backstage, *step.support, *step.systems)
    yield step.policy or ""


def _pains(desk: Desk, journey: Journey) -> Iterator[Section]:
    """Pains that the journey defines as sections of their own; those defined elsewhere as a list."""
    hurts = scored(desk.atlas.hurts_of_journey.get(journey.id, ()), desk.atlas.catalog.scoring)
    own = {item.id for step in journey.steps for item in step.pains if isinstance(item, Pain)}
    elsewhere = [pain_view(desk, hurt) for hurt in hurts if hurt.pain.id not in own]
    if not hurts:
        return
    html = desk.render(TEMPLATE, part="pains", elsewhere=elsewhere, own=len(own), backlog=desk.to("pains.md"))
    yield Section("pains", "Pains", 2, html)
    for hurt in hurts:
        if hurt.pain.id in own:
            view = pain_view(desk, hurt)
            article = desk.render(TEMPLATE, part="pain", view=view)
            yield Section(view.anchor, view.title, 3, article, view.words, headed=False)


def _lists(desk: Desk, journey: Journey) -> Iterator[Section]:
    lists = (
        ("opportunities", "Opportunities", opportunity_rows(desk, journey)),
        ("metrics", "Metrics", metric_rows(desk, journey)),
        ("evidence", "Evidence", evidence_rows(desk, journey)),
        ("hand-offs", "Hand-offs", handoffs_of(desk.atlas, journey)),
    )
    for anchor, title, rows in lists:
        if rows:
            yield Section(anchor, title, 2, desk.render(TEMPLATE, part=anchor, rows=rows))
    if journey.notes:
        html = desk.render(TEMPLATE, part="notes", notes=journey.notes)
        yield Section("notes", "Notes", 2, html, plain(journey.notes))


def _with_foot(last: Section, desk: Desk, before: Journey | None, after: Journey | None) -> Section:
    def link(journey: Journey | None) -> Named | None:
        return Named(journey.title, desk.to_thing("journey", journey.id)) if journey else None

    foot = desk.render(TEMPLATE, part="foot", before=link(before), after=link(after))
    return replace(last, html=last.html + foot)
