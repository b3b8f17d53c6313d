"""Who cites what: the way back from a study or a finding to everything that rests on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import SourcedQuote, Step
from mkdocs_journeys.site.addresses import page_uri, step_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import FirstLinks, NamedLink, first_links

KINDS = {"journey": "Journeys and steps", "pain": "Pains", "persona": "Personas", "opportunity": "Opportunities"}
"""What can cite evidence, in the order in which the page lists it."""
MOST = 40
"""How many things of one kind the page names."""


class Citation(NamedTuple):
    """A thing that cites `reference` (`study` or `study/finding`); a step is a journey's, with its name.

    `step` counts the journey's steps from 1; 0 where the thing itself cites.
    """

    reference: str
    kind: str
    id: str
    name: str
    step: int = 0


@dataclass(frozen=True, slots=True)
class Users:
    """The things of one kind that cite a study, each once."""

    title: str
    things: FirstLinks


def citations_by_study(atlas: Atlas) -> Mapping[str, list[Citation]]:
    """Study id to all that cites it or one of its findings, found in one pass over the atlas."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    study_of = lru_cache(maxsize=None)(_study_of)
    for citation in _citations(atlas):
        found[study_of(citation.reference)].append(citation)
    return found


def cited_by(citations: Iterable[Citation]) -> int:
    """How many things cite, each counted once."""
    return len({(one.kind, one.id, one.step) for one in citations})


def users_of(desk: PageContext, citations: Iterable[Citation]) -> tuple[Users, ...]:
    """Citations as links, grouped by kind; kinds that cite nothing do not appear."""
    groups: dict[str, dict[tuple[str, int], Citation]] = {kind: {} for kind in KINDS}
    for one in citations:
        groups[one.kind].setdefault((one.id, one.step), one)
    return tuple(
        Users(KINDS[kind], first_links(cited.values(), MOST, lambda one: _named(desk, one)))
        for kind, cited in groups.items()
        if cited
    )


def _named(desk: PageContext, one: Citation) -> NamedLink:
    if not one.step:
        return NamedLink(one.name, desk.to_thing(one.kind, one.id))
    href = desk.to(page_uri("journey", one.id), step_anchor(one.step))
    return NamedLink(one.name, href, desk.atlas.journeys[one.id].title)


def _study_of(reference: str) -> str:
    return reference.partition("/")[0]


def _citations(atlas: Atlas) -> Iterator[Citation]:
    for journey in atlas.journeys.values():
        yield from (Citation(ref, "journey", journey.id, journey.title) for ref in journey.evidence)
        for place in atlas.places[journey.id]:
            step = place.step
            if step.evidence or step.says:
                for reference in _cited_at(step):
                    yield Citation(reference, "journey", journey.id, step.name, place.number)
    for id, hurt in atlas.hurts.items():
        for reference in hurt.pain.evidence:
            yield Citation(reference, "pain", id, hurt.pain.title)
    for persona in atlas.personas.values():
        yield from (Citation(ref, "persona", persona.id, persona.name) for ref in persona.evidence)
    for item in atlas.opportunities.values():
        yield from (Citation(ref, "opportunity", item.id, item.title) for ref in item.evidence)


def _cited_at(step: Step) -> list[str]:
    quoted = [quote.evidence for quote in step.says if isinstance(quote, SourcedQuote) and quote.evidence]
    return [*step.evidence, *quoted]
