"""The head of a journey page: who, whose, how fresh, what for."""

from dataclasses import dataclass

from mkdocs_journeys.insight.coverage import journey_confidence, journey_freshness
from mkdocs_journeys.insight.emotion import journey_emotion, moments_of_truth
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.world import Desk


@dataclass(frozen=True, slots=True)
class JourneyHead:
    """What stands above the map. `facts` are (label, text) pairs that the author gave."""

    crumbs: tuple[Named, ...]
    group: str
    people: tuple[Named, ...]
    state: str
    status: str
    owner: Named | None
    freshness: str
    review_state: str
    emotion: float | None
    validated: str
    open_pains: int
    moments: int
    sore_moments: int
    facts: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, tuple[Named, ...]], ...]
    segments: tuple[str, ...]
    tags: tuple[str, ...]
    links: tuple[Named, ...]


def journey_head(desk: Desk, journey: Journey) -> JourneyHead:
    """The head of this journey's page."""
    atlas = desk.atlas
    owner = atlas.teams.get(journey.owner or "")
    age = journey_freshness(journey, atlas.catalog, desk.world.settings.today)
    moments = moments_of_truth(atlas, journey)
    return JourneyHead(
        crumbs=(Named("Journeys", desk.to("journeys.md")),),
        group=journey.group,
        people=tuple([_person(desk, id, main=n == 0) for n, id in enumerate(journey.personas)]),
        state=journey.state,
        status=journey.status,
        owner=Named(owner.name, desk.to_thing("team", owner.id)) if owner else None,
        freshness=age.words,
        review_state=age.state,
        emotion=journey_emotion(journey),
        validated=_validated(desk, journey),
        open_pains=sum([hurt.pain.is_open for hurt in atlas.hurts_of_journey.get(journey.id, ())]),
        moments=len(moments),
        sore_moments=sum([moment.painful for moment in moments]),
        facts=tuple(_facts(journey)),
        relations=tuple(_relations(desk, journey)),
        segments=tuple([atlas.segments[id].name for id in journey.segments]),
        tags=journey.tags,
        links=tuple([Named(link.title, link.url) for link in journey.links]),
    )


def _person(desk: Desk, id: str, main: bool) -> Named:
    persona = desk.atlas.personas[id]
    return Named(persona.name, desk.to_thing("persona", id), "" if main else "also")


def _validated(desk: Desk, journey: Journey) -> str:
    shares = journey_confidence(desk.atlas, journey)
    return f"{shares.validated} of {shares.total} claims validated"


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


def _relations(desk: Desk, journey: Journey) -> list[tuple[str, tuple[Named, ...]]]:
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
        (label, tuple([Named(j.title, desk.to_thing("journey", j.id)) for j in journeys]))
        for label, journeys in related
        if journeys
    ]
