"""The rows of the backlog: one for each pain of all journeys."""

from dataclasses import dataclass

from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.pages.pains.view import PlaceView, place_view
from mkdocs_journeys.site.pages.pains.working import Term, working_of
from mkdocs_journeys.site.world import Desk


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


@dataclass(frozen=True, slots=True)
class BacklogRow:
    """One pain as a row; empty words are what nobody gave, `evidence` counts references."""

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
    owner: Named | None
    places: tuple[PlaceView, ...]
    evidence: int
    since: str


def backlog_row(desk: Desk, scored: ScoredHurt) -> BacklogRow:
    """A scored pain as a row of the page at `desk`."""
    pain, score = scored.pain, scored.score
    owner = desk.atlas.teams.get(pain.owner or "")
    return BacklogRow(
        title=pain.title,
        href=desk.to_thing("pain", pain.id),
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
        owner=Named(owner.name, desk.to_thing("team", owner.id)) if owner else None,
        places=tuple(place_view(desk, place) for place in scored.hurt.places),
        evidence=len(pain.evidence),
        since=pain.since.isoformat() if pain.since else "",
    )
