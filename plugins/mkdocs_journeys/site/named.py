"""Things of the atlas by their names, with the way to them: what every page writes many times."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.ranking import ScoredPain
from mkdocs_journeys.model import Evidence, Journey
from mkdocs_journeys.site.world import Desk

Thing = TypeVar("Thing")


class Named(NamedTuple):
    """A thing by name, with a link to it and a few words on it."""

    name: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Some:
    """The first of many things, and how many more there are."""

    shown: tuple[Named, ...] = ()
    more: int = 0

    @property
    def total(self) -> int:
        """How many there are altogether."""
        return len(self.shown) + self.more


def some(things: Collection[Thing], most: int, named: Callable[[Thing], Named]) -> Some:
    """At most so many of these things by name; the others are only counted."""
    shown = tuple(map(named, islice(things, most)))
    return Some(shown, len(things) - len(shown))


class PainCard(NamedTuple):
    """A pain in short; `shared` when it is defined in another place."""

    title: str
    href: str
    score: int
    band: str
    status: str
    believed: str
    shared: bool


def pain_card(desk: Desk, item: ScoredPain, *, shared: bool = False) -> PainCard:
    """A scored pain as a small card."""
    pain, score = item.pain, item.score
    href = desk.to_thing("pain", pain.id)
    return PainCard(pain.title, href, score.shown, score.band, pain.status, pain.believed, shared)


def titles(atlas: Atlas) -> Mapping[str, str]:
    """The title of every journey by its id: all that a page needs of a journey that it only links to."""
    return {id: journey.title for id, journey in atlas.journeys.items()}


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


def evidence_named(desk: Desk, reference: str) -> Named:
    """A study, or what one of its findings says, for a reference `study` or `study/finding`."""
    study_id, _, finding_id = reference.partition("/")
    cited = desk.same(_cited, desk.atlas.evidence[study_id])
    return cited.get(finding_id) or cited[""]._replace(href=desk.to_thing("evidence", reference))


def _cited(desk: Desk, study: Evidence) -> dict[str, Named]:
    """What each finding of a study says, by its id, and under "" the study itself."""
    source = f"{study.kind.replace('-', ' ')}, {study.date}" if study.kind else f"{study.date}"
    whole = Named(study.title, desk.to_thing("evidence", study.id), source)
    note = f"{study.title}, {source}"
    return {"": whole} | {
        finding.id: Named(finding.text, desk.to_thing("evidence", f"{study.id}/{finding.id}"), note)
        for finding in study.findings
    }
