"""What the index of personas and the pages of each share: portraits, emotions and pains by persona."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.emotion import main_curve_of
from mkdocs_journeys.insight.scoring import ScoredPain, ranked_pains
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.site.assets import picture_uri
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.translation.messages import message

KINDS = {
    "persona": message("Persona"),
    "proto-persona": message("Proto-persona"),
    "segment": message("Segment"),
    "internal": message("Colleague"),
}


class Portrait(NamedTuple):
    """A portrait; without a picture (`src` empty) the initials on a disc of one of six colours, from 1."""

    src: str
    alt: str
    initials: str
    colour: int


def portrait_of(context: PageContext, persona: Persona) -> Portrait:
    """The portrait of a persona; the colour depends on the id alone."""
    parts = [word[0].upper() for word in persona.name.split()]
    initials = "".join(parts[:1] + parts[-1:] if len(parts) > 1 else parts)
    colour, image = crc32(persona.id.encode()) % 6 + 1, persona.image
    if image is None:
        return Portrait("", "", initials, colour)
    return Portrait(context.to(picture_uri(image.src.removeprefix("assets/"))), image.alt, initials, colour)


def open_pains_by_persona(atlas: Atlas) -> Mapping[str, Sequence[ScoredPain]]:
    """Persona id to the open pains of the steps where the persona acts, the most urgent first."""
    found: defaultdict[str, list[ScoredPain]] = defaultdict(list)
    for item in ranked_pains(atlas):
        actors = (actors_of(place.journey, place.step) for place in item.located.places)
        for persona in dict.fromkeys(actor for acting in actors for actor in acting):
            found[persona].append(item)
    return found


def emotions_by_persona(atlas: Atlas) -> Mapping[str, Mapping[str, list[float]]]:
    """Persona id, then journey id, to the known emotions of the persona there, step by step without the gaps."""
    return {
        persona: {one.id: [value for value in main_curve_of(one, persona) if value is not None] for one in journeys}
        for persona, journeys in atlas.journeys_of_persona.items()
    }
