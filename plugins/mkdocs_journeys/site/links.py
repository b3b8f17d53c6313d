"""Links to things of the atlas by name, cards of pains, and the pager of a thing's page."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Evidence, Journey
from mkdocs_journeys.site.context import PageContext

Thing = TypeVar("Thing")


class NamedLink(NamedTuple):
    """A link to a thing by its name, with a few words on it."""

    name: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FirstLinks:
    """Links to the first of many things; `more` counts the others."""

    shown: tuple[NamedLink, ...] = ()
    more: int = 0

    @property
    def total(self) -> int:
        """The number of all things."""
        return len(self.shown) + self.more


def first_links(things: Collection[Thing], most: int, link: Callable[[Thing], NamedLink]) -> FirstLinks:
    """Links to at most `most` of the things."""
    shown = tuple(map(link, islice(things, most)))
    return FirstLinks(shown, len(things) - len(shown))


NeighbourIds = tuple[str | None, str | None]
"""The ids of the things before and after one, None at the ends."""


@dataclass(frozen=True, slots=True)
class Pager:
    """The links at the foot of a thing's page: to the index, and to the things before and after."""

    index: NamedLink
    before: NamedLink | None
    after: NamedLink | None


def neighbours_of(ids: Iterable[str]) -> Mapping[str, NeighbourIds]:
    """Each id with its neighbours in the given order."""
    row = list(ids)
    return {id: (before, after) for before, id, after in zip([None, *row], row, [*row[1:], None], strict=False)}


class PainCard(NamedTuple):
    """A pain in short; `shared` if it is defined in another place."""

    title: str
    href: str
    score: int
    band: str
    status: str
    believed: str
    shared: bool


def pain_card(context: PageContext, item: ScoredPain, *, shared: bool = False) -> PainCard:
    """The card of a scored pain."""
    pain, score = item.pain, item.score
    href = context.to_thing("pain", pain.id)
    return PainCard(pain.title, href, score.shown, score.band, pain.status, pain.believed, shared)


def journey_titles(atlas: Atlas) -> Mapping[str, str]:
    """The title of every journey by its id."""
    return {id: journey.title for id, journey in atlas.journeys.items()}


def journey_link(context: PageContext, journey: Journey) -> NamedLink:
    """A journey by its title; the note says if it is a future one, or not live."""
    notes = ["future"] if journey.state == "future" else []
    notes += [journey.status] if journey.status != "live" else []
    return NamedLink(journey.title, context.to_thing("journey", journey.id), ", ".join(notes))


def team_link(context: PageContext, id: str | None) -> NamedLink | None:
    """A team by its name; None for None."""
    return NamedLink(context.atlas.teams[id].name, context.to_thing("team", id)) if id else None


def segment_link(context: PageContext, id: str | None) -> NamedLink | None:
    """A segment by its name; None for None."""
    return NamedLink(context.atlas.segments[id].name, context.to_thing("segment", id)) if id else None


def evidence_link(context: PageContext, reference: str) -> NamedLink:
    """A study by its title, or a finding by its text, for a reference `study` or `study/finding`."""
    study_id, _, finding_id = reference.partition("/")
    cited = context.cached_fragment(_links_of_study, context.atlas.evidence[study_id])
    return cited.get(finding_id) or cited[""]._replace(href=context.to_thing("evidence", reference))


def _links_of_study(context: PageContext, study: Evidence) -> dict[str, NamedLink]:
    """The links of a study's findings by id; under "" that of the study itself."""
    source = f"{study.kind.replace('-', ' ')}, {study.date}" if study.kind else f"{study.date}"
    whole = NamedLink(study.title, context.to_thing("evidence", study.id), source)
    note = f"{study.title}, {source}"
    return {"": whole} | {
        finding.id: NamedLink(finding.text, context.to_thing("evidence", f"{study.id}/{finding.id}"), note)
        for finding in study.findings
    }
