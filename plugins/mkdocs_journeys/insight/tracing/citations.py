"""Everything that cites a study or a finding."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.things.occurrences import citations_of


class Citation(NamedTuple):
    """A thing that cites `reference` (`study` or `study/finding`); a step is a journey's, with its name.

    `step` counts the journey's steps from 1, `stage` its stages where the figure of one cites; both are 0 where the
    thing itself does.
    """

    reference: str
    kind: str
    id: str
    name: str
    step: int = 0
    stage: int = 0


def citations_by_study(atlas: Atlas) -> Mapping[str, list[Citation]]:
    """Study id to everything that cites it or one of its findings, found in one pass over the atlas."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in _citations(atlas):
        found[citation.reference.partition("/")[0]].append(citation)
    return found


def _citations(atlas: Atlas) -> Iterator[Citation]:
    for journey in atlas.journeys.values():
        yield from (Citation(ref, "journey", journey.id, journey.title) for ref in journey.evidence)
        for number, stage in enumerate(journey.stages, 1):
            for figure in stage.figures:
                if figure.evidence:
                    yield Citation(figure.evidence, "journey", journey.id, journey.title, stage=number)
        for place in atlas.places[journey.id]:
            if place.step.evidence or place.step.says or place.step.figures:
                for reference in citations_of(place.step):
                    yield Citation(reference, "journey", journey.id, place.step.name, place.number)
    for id, located in atlas.pains.items():
        for reference in located.pain.evidence:
            yield Citation(reference, "pain", id, located.pain.title)
    for persona in atlas.personas.values():
        yield from (Citation(ref, "persona", persona.id, persona.name) for ref in persona.evidence)
    for item in atlas.opportunities.values():
        yield from (Citation(ref, "opportunity", item.id, item.title) for ref in item.evidence)
