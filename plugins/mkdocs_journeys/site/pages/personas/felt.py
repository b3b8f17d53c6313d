"""What each persona feels and suffers, found in one pass over the atlas for all pages."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.ranking import ScoredPain, ranked_pains
from mkdocs_journeys.model import Journey

Feelings = Mapping[str, list[int]]
"""Journey id to what is known of a person's feelings there, step by step without the gaps."""


def open_hurts_of_personas(atlas: Atlas) -> Mapping[str, Sequence[ScoredPain]]:
    """Persona id to the open pains of the steps where the persona acts, the most urgent first."""
    found: defaultdict[str, list[ScoredPain]] = defaultdict(list)
    for item in ranked_pains(atlas):
        actors = (actors_of(place.journey, place.step) for place in item.hurt.places)
        for persona in dict.fromkeys(actor for acting in actors for actor in acting):
            found[persona].append(item)
    return found


def feelings_of_personas(atlas: Atlas) -> Mapping[str, Feelings]:
    """Persona id to what the person feels in each journey where it acts."""
    return {
        persona: {journey.id: _felt_by(persona, journey) for journey in journeys}
        for persona, journeys in atlas.journeys_of_persona.items()
    }


def _felt_by(persona: str, journey: Journey) -> list[int]:
    """What `curve_of` draws, without the gaps."""
    leads = journey.personas[0] == persona
    felt: list[int] = []
    for step in journey.steps:
        emotion = step.emotion
        if isinstance(emotion, dict):
            felt += [emotion[persona]] if persona in emotion else []
        elif emotion is not None and (persona in step.actors if step.actors else leads):
            felt.append(emotion)
    return felt
