"""The index of journeys: a card for each, by group, in the order of the lifecycle."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.insight.emotion import journey_emotion
from mkdocs_journeys.insight.freshness import journey_freshness
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.spark import Spark, spark
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "journeys.html.j2"


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey in short, with its curve."""

    title: str
    href: str
    persona: str
    objective: str
    state: str
    status: str
    owner: str
    freshness: str
    review_state: str
    emotion: float | None
    steps: int
    open_pains: int
    stages: tuple[str, ...]
    spark: Spark


def journeys_pages(world: World) -> Iterator[Page]:
    """The index page."""
    desk = world.at("journeys.md")
    yield Page(
        uri=desk.uri,
        title="Journeys",
        draw=partial(_sections, desk),
        description=f"All journeys of {world.atlas.catalog.name}",
        in_nav=True,
        wide=True,
    )


def _sections(desk: Desk) -> Iterator[Section]:
    journeys = desk.world.journeys
    groups: dict[str, list[Journey]] = {}
    for journey in sorted(journeys, key=lambda journey: journey.group != ""):
        groups.setdefault(journey.group, []).append(journey)
    yield Section("journeys", "Journeys", 1, desk.render(TEMPLATE, part="head", count=len(journeys)))
    for group, members in groups.items():
        yield _section(desk, group, members)


def _section(desk: Desk, group: str, journeys: list[Journey]) -> Section:
    cards = [_card(desk, journey) for journey in journeys]
    title = group.replace("-", " ").replace("/", " › ").capitalize() if group else "Across the lifecycle"
    anchor = f"group-{group.replace('/', '-')}" if group else "all"
    return Section(anchor, title, 2, desk.render(TEMPLATE, part="cards", cards=cards))


def _card(desk: Desk, journey: Journey) -> JourneyCard:
    atlas = desk.atlas
    age = journey_freshness(journey, atlas.catalog, desk.world.settings.today)
    return JourneyCard(
        title=journey.title,
        href=desk.to_thing("journey", journey.id),
        persona=", ".join(atlas.personas[id].name for id in journey.personas),
        objective=journey.objective or "",
        state=journey.state,
        status=journey.status,
        owner=atlas.teams[journey.owner].name if journey.owner else "",
        freshness=age.words,
        review_state=age.state,
        emotion=journey_emotion(journey),
        steps=len(journey.steps),
        open_pains=sum(hurt.pain.is_open for hurt in atlas.hurts_of_journey.get(journey.id, ())),
        stages=tuple(dict.fromkeys(atlas.stage_name(stage) for stage in journey.stages)),
        spark=spark(journey, journey.personas[0]),
    )
