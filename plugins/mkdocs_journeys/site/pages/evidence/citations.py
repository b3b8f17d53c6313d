"""Who cites what: the way back from a study or a finding to everything that rests on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, Place, places_of
from mkdocs_journeys.model import SourcedQuote
from mkdocs_journeys.site.anchors import step_anchor
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.world import Desk

KINDS = {"journey": "Journeys and steps", "pain": "Pains", "persona": "Personas", "opportunity": "Opportunities"}
"""What can cite evidence, in the order in which the page lists it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A thing that cites `reference` (`study` or `study/finding`); a step is a journey's with its place."""

    reference: str
    kind: str
    id: str
    name: str
    place: Place | None = None

    @property
    def study(self) -> str:
        """The id of the study."""
        return self.reference.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Users:
    """The things of one kind that cite a study, each once."""

    title: str
    things: tuple[Named, ...]


def citations_by_study(atlas: Atlas) -> Mapping[str, list[Citation]]:
    """Study id to all that cites it or one of its findings, found in one pass over the atlas."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in _citations(atlas):
        found[citation.study].append(citation)
    return found


def users_of(desk: Desk, citations: Iterable[Citation]) -> tuple[Users, ...]:
    """Citations as links, grouped by kind; kinds that cite nothing do not appear."""
    groups: dict[str, dict[tuple[str, int], Named]] = {kind: {} for kind in KINDS}
    for one in citations:
        key = (one.id, one.place.number if one.place else 0)
        groups[one.kind].setdefault(key, _named(desk, one))
    return tuple(Users(KINDS[kind], tuple(things.values())) for kind, things in groups.items() if things)


def _named(desk: Desk, one: Citation) -> Named:
    if one.place is None:
        return Named(one.name, desk.to_thing(one.kind, one.id))
    href = desk.to(f"journeys/{one.id}.md", step_anchor(one.place.number))
    return Named(one.place.step.name, href, one.name)


def _citations(atlas: Atlas) -> Iterator[Citation]:
    yield from _by_journeys(atlas)
    for id, hurt in atlas.hurts.items():
        yield from (Citation(ref, "pain", id, hurt.pain.title) for ref in hurt.pain.evidence)
    for persona in atlas.personas.values():
        yield from (Citation(ref, "persona", persona.id, persona.name) for ref in persona.evidence)
    for item in atlas.opportunities.values():
        yield from (Citation(ref, "opportunity", item.id, item.title) for ref in item.evidence)


def _by_journeys(atlas: Atlas) -> Iterator[Citation]:
    for journey in atlas.journeys.values():
        yield from (Citation(ref, "journey", journey.id, journey.title) for ref in journey.evidence)
        for place in places_of(journey):
            quotes = [quote for quote in place.step.says if isinstance(quote, SourcedQuote)]
            cited = [*place.step.evidence, *(quote.evidence for quote in quotes if quote.evidence)]
            yield from (Citation(ref, "journey", journey.id, journey.title, place) for ref in cited)
