"""A journey as a card in an index."""

from dataclasses import dataclass

from mkdocs_journeys.insight.coverage import journey_freshness
from mkdocs_journeys.insight.emotion import journey_emotion
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.spark import Spark, spark
from mkdocs_journeys.site.world import Desk


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
    emotion: float | None
    steps: int
    open_pains: int
    stages: tuple[str, ...]
    spark: Spark


def journey_card(desk: Desk, journey: Journey) -> JourneyCard:
    """The card of a journey."""
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
        emotion=journey_emotion(journey),
        steps=len(journey.steps),
        open_pains=sum(hurt.pain.is_open for hurt in atlas.hurts_of_journey.get(journey.id, ())),
        stages=tuple(dict.fromkeys(atlas.stage_name(stage) for stage in journey.stages)),
        spark=spark(journey, journey.personas[0]),
    )
