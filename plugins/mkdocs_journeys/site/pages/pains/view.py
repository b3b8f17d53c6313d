"""Everything that the page of a journey says of one pain."""

from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import StepLocation
from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.model import Pain
from mkdocs_journeys.site.anchors import stage_anchor, step_anchor
from mkdocs_journeys.site.named import Named, evidence_named
from mkdocs_journeys.site.pages.pains.working import Term, working_of
from mkdocs_journeys.site.richtext import plain
from mkdocs_journeys.site.world import Desk


class PlaceView(NamedTuple):
    """A step where a pain is felt, with its stage and journey."""

    journey: Named
    stage: Named
    step: Named


class Fact(NamedTuple):
    """A labelled value; `missing` where nobody gave one and `value` says so."""

    label: str
    value: str
    href: str = ""
    missing: bool = False


class PainView(NamedTuple):
    """One pain for its section: `anchor` is its id on the page, `href` its permanent address.

    `places` starts with the place that defines it; `words` is what search should find.
    """

    anchor: str
    href: str
    title: str
    kind: str
    status: str
    is_open: bool
    believed: str
    score: int
    band: Band
    working: tuple[Term, ...]
    facts: tuple[Fact, ...]
    description: Markup
    cause: str
    workaround: str
    evidence: tuple[Named, ...]
    opportunities: tuple[Named, ...]
    issue: str
    places: tuple[PlaceView, ...]
    words: str


def pain_view(desk: Desk, scored: ScoredHurt) -> PainView:
    """A scored pain as the page at `desk` shows it."""
    pain = scored.pain
    return PainView(
        anchor=f"pain-{pain.id}",
        href=desk.to_thing("pain", pain.id),
        title=pain.title,
        kind=pain.kind,
        status=pain.status,
        is_open=pain.is_open,
        believed=pain.believed,
        score=scored.score.shown,
        band=scored.score.band,
        working=working_of(scored.score),
        facts=tuple(_facts(desk, pain)),
        description=desk.rich(pain.description),
        cause=pain.cause or "",
        workaround=pain.workaround or "",
        evidence=tuple([evidence_named(desk, reference) for reference in pain.evidence]),
        opportunities=tuple(_opportunities(desk, pain)),
        issue=pain.issue or "",
        places=tuple([place_view(desk, place) for place in scored.hurt.places]),
        words=_words(pain),
    )


def place_view(desk: Desk, place: StepLocation) -> PlaceView:
    """A place with links to its journey, its stage and its step."""
    journey = place.journey
    uri = f"journeys/{journey.id}.md"
    href = desk.to(uri)
    page = "" if uri == desk.uri else href
    stage = Named(desk.atlas.stage_name(place.stage), f"{page}#{stage_anchor(place.stage_number)}")
    return PlaceView(Named(journey.title, href), stage, Named(place.step.name, f"{page}#{step_anchor(place.number)}"))


def _opportunities(desk: Desk, pain: Pain) -> list[Named]:
    answers = desk.atlas.opportunities_of_pain.get(pain.id, [])
    return [Named(item.title, desk.to_thing("opportunity", item.id), item.status.replace("-", " ")) for item in answers]


def _facts(desk: Desk, pain: Pain) -> list[Fact]:
    owner = desk.atlas.teams[pain.owner] if pain.owner else None
    facts = [
        _given("Severity", pain.severity),
        _given("Frequency", pain.frequency),
        _given("Impact", pain.impact),
        Fact("Reach", f"{pain.reach:g}% of customers") if pain.reach is not None else None,
        Fact("Owner", owner.name, desk.to_thing("team", owner.id)) if owner else _given("Owner", None),
        Fact("Since", pain.since.isoformat()) if pain.since else None,
        Fact("Resolved", pain.resolved.isoformat()) if pain.resolved else None,
    ]
    return [fact for fact in facts if fact is not None]


@lru_cache(maxsize=256)
def _given(label: str, word: str | None) -> Fact:
    return Fact(label, word or ("nobody yet" if label == "Owner" else "not given"), missing=word is None)


def _words(pain: Pain) -> str:
    texts = (plain(pain.description) if pain.description else "", pain.cause, pain.workaround)
    return " ".join([text for text in texts if text])
