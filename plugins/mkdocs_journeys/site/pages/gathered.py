"""What the pages that gather things have in common: links by name, small pain cards, plain words."""

from collections.abc import Iterable, Iterator

from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.map.cells import PainCard
from mkdocs_journeys.site.pages.pain_view import Named
from mkdocs_journeys.site.richtext import plain
from mkdocs_journeys.site.world import Desk


def pain_card(desk: Desk, item: ScoredHurt) -> PainCard:
    """A scored pain as a small card."""
    pain, score = item.pain, item.score
    return PainCard(
        title=pain.title,
        href=desk.to_thing("pain", pain.id),
        score=score.shown,
        band=score.band,
        status=pain.status,
        believed=pain.believed,
        shared=False,
    )


def journey_named(desk: Desk, journey: Journey) -> Named:
    """A journey by its title, with a note where it is no journey of today."""
    notes = ["future"] if journey.state == "future" else []
    notes += [journey.status] if journey.status != "live" else []
    return Named(journey.title, desk.to_thing("journey", journey.id), ", ".join(notes))


def team_named(desk: Desk, id: str | None) -> Named | None:
    """A team by its name; None where none is given."""
    return Named(desk.atlas.teams[id].name, desk.to_thing("team", id)) if id else None


def segment_named(desk: Desk, id: str | None) -> Named | None:
    """A segment by its name; None where none is given."""
    return Named(desk.atlas.segments[id].name, desk.to_thing("segment", id)) if id else None


def metrics_of_journey(journey: Journey) -> Iterator[str]:
    """Ids of the metrics that a journey, its stages and its steps name, volumes too; with repeats."""
    yield from journey.metrics
    for stage in journey.stages:
        yield from stage.metrics
        yield from [stage.volume] if stage.volume else []
        for step in stage.steps:
            yield from step.metrics


def words_of(*texts: str | None, rich: str | None = None, lists: Iterable[Iterable[str]] = ()) -> str:
    """Plain words for search: texts, a rich text without its marks, and lists."""
    given = [*texts, plain(rich) if rich else None, *(text for texts in lists for text in texts)]
    return " ".join(text for text in given if text)
