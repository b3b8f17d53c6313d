"""What the backlog can be narrowed to, and the figures above it that do so with one click."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.ranking import ScoredPain, band_counts
from mkdocs_journeys.insight.scoring import BANDS
from mkdocs_journeys.model import Persona, Stage, Team
from mkdocs_journeys.model.scales import FREQUENCY, IMPACT, SEVERITY
from mkdocs_journeys.site.pages.pains.chart import OPEN, query

RECENT_DAYS = 90
MOST_OPTIONS = 100
Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice among options, each a value for the address and a label; `further` ones stand folded away.

    The options of a `fetched` one are too many for the page: the browser takes them from the index.
    """

    name: str
    label: str
    any: str
    options: tuple[Option, ...]
    further: bool = False
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with a link that shows what was counted; `band` colours it."""

    label: str
    count: int
    href: str
    band: str = ""


def filters_of(atlas: Atlas, backlog: Iterable[ScoredPain]) -> tuple[Filter, ...]:
    """The filters with the options that can find something."""
    personas, journeys, stages, teams = _in_use(backlog)
    nobody = (("-", "Nobody"),)
    many = len(journeys) > MOST_OPTIONS
    return (
        Filter("band", "Band", "Any band", tuple((band, band.capitalize()) for band in BANDS)),
        Filter("status", "Status", "Any status", _STATUSES),
        Filter("team", "Owner", "Any owner", (*_named(atlas.teams, teams), *nobody)),
        Filter("persona", "Persona", "Any persona", _named(atlas.personas, personas)),
        Filter("journey", "Journey", "Any journey", () if many else _titled(atlas, journeys), fetched=many),
        Filter("stage", "Lifecycle stage", "Any stage", _named(atlas.stages, stages)),
        Filter("severity", "Severity", "Any severity", _words(SEVERITY), further=True),
        Filter("frequency", "Frequency", "Any frequency", _words(FREQUENCY), further=True),
        Filter("impact", "Impact", "Any impact", _words(IMPACT), further=True),
        Filter("evidence", "Evidence", "With or without", _EVIDENCE, further=True),
    )


def figures_of(backlog: Sequence[ScoredPain], today: date) -> tuple[Figure, ...]:
    """What a planner wants to know first, about the open pains and about those resolved lately."""
    still = [item for item in backlog if item.pain.is_open]
    bands = band_counts(still)
    unowned = sum(not item.pain.owner for item in still)
    unproven = sum(not item.pain.evidence for item in still)
    started = sum(item.pain.status == "in-progress" for item in still)
    lately = sum(_resolved_lately(item, today) for item in backlog)
    return (
        *(Figure(f"open, {band}", bands[band], query(("band", band), OPEN), band) for band in BANDS),
        Figure("open, owned by nobody", unowned, query(("team", "-"), OPEN)),
        Figure("open, without evidence", unproven, query(("evidence", "none"), OPEN)),
        Figure("in progress", started, query(("status", "in-progress"))),
        Figure(f"resolved in the last {RECENT_DAYS} days", lately, query(("status", "resolved"))),
    )


_STATUSES: tuple[Option, ...] = (
    ("not-closed", "Not closed"),
    ("open", "Open"),
    ("accepted", "Accepted"),
    ("in-progress", "In progress"),
    ("resolved", "Resolved"),
    ("wont-fix", "Won’t fix"),
)
_EVIDENCE: tuple[Option, ...] = (("some", "With evidence"), ("none", "Without evidence"))


def _words(scale: Iterable[str]) -> tuple[Option, ...]:
    return (*((word, word.capitalize()) for word in reversed([*scale])), ("-", "Not given"))


def _named(things: Mapping[str, Team | Persona | Stage], ids: set[str]) -> tuple[Option, ...]:
    return tuple((id, thing.name) for id, thing in things.items() if id in ids)


def _titled(atlas: Atlas, ids: set[str]) -> tuple[Option, ...]:
    found = ((id, journey.title) for id, journey in atlas.journeys.items() if id in ids)
    return tuple(sorted(found, key=lambda option: option[1].casefold()))


def _in_use(backlog: Iterable[ScoredPain]) -> tuple[set[str], set[str], set[str], set[str]]:
    """Ids of the personas, journeys, stages and teams that some pain concerns."""
    personas, journeys, stages, teams = set[str](), set[str](), set[str](), set[str]()
    for item in backlog:
        teams |= {item.pain.owner} if item.pain.owner else set()
        for place in item.hurt.places:
            journeys.add(place.journey.id)
            stages.add(place.stage.stage)
            personas.update(actors_of(place.journey, place.step))
    return personas, journeys, stages, teams


def _resolved_lately(item: ScoredPain, today: date) -> bool:
    if item.pain.status != "resolved" or item.pain.resolved is None:
        return False
    return 0 <= (today - item.pain.resolved).days <= RECENT_DAYS
