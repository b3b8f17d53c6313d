"""The page of a journey: its head, the stage diagram, the map, and what follows from them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.heatmap import lifecycle_order
from mkdocs_journeys.insight.ranking import ScoredPain, scored_pains
from mkdocs_journeys.model import Journey, Pain, SourcedQuote, Step
from mkdocs_journeys.site.anchors import stage_anchor, step_anchor
from mkdocs_journeys.site.history import history_section
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.named import Named, pain_card, titles
from mkdocs_journeys.site.neighbours import Beside, in_a_row
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.journey.head import journey_head
from mkdocs_journeys.site.pages.journey.lists import evidence_rows, handoff_rows, metric_rows, opportunity_rows
from mkdocs_journeys.site.pages.journey.stage_diagram import stage_diagram
from mkdocs_journeys.site.pages.pains.view import pain_view
from mkdocs_journeys.site.richtext import plain
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "journey.html.j2"


def journey_pages(world: World) -> Iterator[Page]:
    """One page per journey, in the order of the lifecycle."""
    for journey in world.once(lifecycle_order):
        yield _page(world.at(f"journeys/{journey.id}.md"), journey)


def neighbours(atlas: Atlas) -> Mapping[str, Beside]:
    """The journeys before and after each one, in the order of the lifecycle."""
    return in_a_row(journey.id for journey in lifecycle_order(atlas))


def _page(desk: Desk, journey: Journey) -> Page:
    return Page(
        uri=desk.uri,
        title=journey.title,
        draw=partial(_sections, desk, journey.id),
        description=journey.objective or journey.scenario or "",
        source=journey.path,
        wide=True,
        tags=journey.tags,
    )


def _sections(desk: Desk, id: str) -> list[Section]:
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


def _head(desk: Desk, journey: Journey) -> Section:
    head, diagram = journey_head(desk, journey), stage_diagram(desk, journey)
    html = desk.macro(TEMPLATE, "head", journey.title, head, diagram)
    texts = (journey.objective, journey.scenario, journey.expectation, journey.trigger, journey.success)
    words = " ".join(text for text in (*texts, *journey.tags) if text)
    return Section("journey", journey.title, 1, html, words, headed=False)


def _stage_entries(desk: Desk, journey: Journey) -> Iterator[Section]:
    for number, stage in enumerate(journey.stages, 1):
        words = " ".join(text for text in (stage.goal, stage.expectation) if text)
        name = desk.atlas.stage_name(stage)
        yield Section(stage_anchor(number), name, 3, words=words, headed=False, listed=False)


def _step_entries(desk: Desk, journey: Journey) -> Iterator[Section]:
    for number, step in enumerate(journey.steps, 1):
        yield Section(step_anchor(number), step.name, 3, words=_words_of(desk, step), headed=False, listed=False)


def _words_of(desk: Desk, step: Step) -> str:
    said = [quote.text if isinstance(quote, SourcedQuote) else quote for quote in step.says] if step.says else ()
    words = (
        desk.atlas.touchpoints[step.touchpoint].name if step.touchpoint else "",
        *step.feelings,
        step.thinks,
        *said,
        step.expects,
        *step.gains,
        *step.ideas,
        *step.frontstage,
        *step.backstage,
        *step.support,
        *step.systems,
        step.policy,
    )
    return " ".join(filter(None, words))


def _pains(desk: Desk, journey: Journey, hurts: Sequence[ScoredPain]) -> Iterator[Section]:
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


def _lists(desk: Desk, journey: Journey) -> Iterator[Section]:
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


def _with_foot(desk: Desk, id: str, last: Section) -> Section:
    before, after = (_named(desk, beside) for beside in desk.world.once(neighbours)[id])
    return last._replace(html=last.html + desk.macro(TEMPLATE, "foot", before, after))


def _named(desk: Desk, id: str | None) -> Named | None:
    return Named(desk.world.once(titles)[id], desk.to(f"journeys/{id}.md")) if id else None
