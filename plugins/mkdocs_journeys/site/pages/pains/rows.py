"""The rows of the backlog: one for each pain of all journeys."""

from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.atlas import StepLocation
from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.site.anchors import stage_anchor, step_anchor
from mkdocs_journeys.site.pages.pains.working import Term, working_of
from mkdocs_journeys.site.world import Desk

MOST_PLACES = 20
"""How many further places of a pain a row links to."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the backlog; `key` stands in the address, `falling` tells which way a first click sorts."""

    key: str
    label: str
    falling: bool = False


COLUMNS = (
    Column("score", "Score", falling=True),
    Column("title", "Pain"),
    Column("severity", "Severity", falling=True),
    Column("frequency", "Frequency", falling=True),
    Column("impact", "Impact", falling=True),
    Column("confidence", "Confidence", falling=True),
    Column("status", "Status"),
    Column("owner", "Owner"),
    Column("where", "Where it hurts"),
    Column("evidence", "Evidence", falling=True),
    Column("since", "Since"),
)


class PlaceLinks(NamedTuple):
    """A step where it hurts, by names and links."""

    journey: str
    journey_href: str
    stage: str
    stage_href: str
    step: str
    step_href: str


class BacklogRow(NamedTuple):
    """One pain as a row; empty words are what nobody gave, `evidence` counts references.

    `others` are further places, at most MOST_PLACES; `more` says how many there are of them altogether.
    """

    title: str
    href: str
    kind: str
    score: int
    band: Band
    working: tuple[Term, ...]
    severity: str
    frequency: str
    impact: str
    believed: str
    status: str
    is_open: bool
    owner: str
    owner_href: str
    where: PlaceLinks
    others: tuple[PlaceLinks, ...]
    more: int
    evidence: int
    since: str


def backlog_row(desk: Desk, scored: ScoredHurt) -> BacklogRow:
    """A scored pain as a row of the page at `desk`."""
    pain, score, places = scored.pain, scored.score, scored.hurt.places
    owner = desk.atlas.teams[pain.owner] if pain.owner else None
    return BacklogRow(
        title=pain.title,
        href=desk.to(f"journeys/{places[0].journey.id}.md", f"pain-{pain.id}"),
        kind=pain.kind,
        score=score.shown,
        band=score.band,
        working=working_of(score),
        severity=pain.severity or "",
        frequency=pain.frequency or "",
        impact=pain.impact or "",
        believed=pain.believed,
        status=pain.status,
        is_open=pain.is_open,
        owner=owner.name if owner else "",
        owner_href=desk.to_thing("team", owner.id) if owner else "",
        where=_links(desk, places[0]),
        others=tuple(_links(desk, place) for place in places[1 : MOST_PLACES + 1]),
        more=len(places) - 1,
        evidence=len(pain.evidence),
        since=pain.since.isoformat() if pain.since else "",
    )


def _links(desk: Desk, place: StepLocation) -> PlaceLinks:
    journey = desk.to(f"journeys/{place.journey.id}.md")
    return PlaceLinks(
        place.journey.title,
        journey,
        desk.atlas.stage_name(place.stage),
        f"{journey}#{stage_anchor(place.stage_number)}",
        place.step.name,
        f"{journey}#{step_anchor(place.number)}",
    )
