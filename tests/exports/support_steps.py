"""What a map says of its steps, whether it is an atlas or was read from another format."""

from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.model import Journey, Pain, SourcedQuote


class StepSaid(NamedTuple):
    """A step in names alone."""

    stage: str
    name: str
    touchpoints: tuple[str, ...]
    people: tuple[str, ...]
    emotions: dict[str, float]
    pains: tuple[str, ...]
    fields: dict[str, object]
    lanes: dict[str, str]


FIELDS = ("feelings", "thinks", "says", "gains", "ideas", "policy", "moment_of_truth")


def said_by_atlas(atlas: Atlas, journey: Journey) -> list[StepSaid]:
    """The steps of a journey of an atlas that tells no two actors apart but by what they feel."""
    lanes = {lane.id: lane.name for lane in atlas.catalog.lanes}
    found = []
    for place in atlas.places[journey.id]:
        step = place.step
        emotion = step.emotion
        felt = emotion if isinstance(emotion, dict) else {} if emotion is None else {"": emotion}
        says = [one.text if isinstance(one, SourcedQuote) else one for one in step.says]
        fields = {**{name: getattr(step, name) for name in FIELDS}, "says": says}
        found.append(
            StepSaid(
                atlas.stage_name(place.stage),
                step.name,
                tuple(atlas.touchpoints[id].name for id in step.touchpoint),
                tuple(atlas.personas[id].name for id in actors_of(journey, step)),
                {id and atlas.personas[id].name: float(value) for id, value in felt.items()},
                tuple(one.title if isinstance(one, Pain) else atlas.pains[one].pain.title for one in step.pains),
                {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items() if value},
                {lanes[id]: "\n".join(texts) for id, texts in step.lanes.items()},
            )
        )
    return found


def said_by_draft(draft: DraftJourney) -> list[StepSaid]:
    """The steps of a journey that was read from elsewhere."""
    return [
        StepSaid(
            stage.name,
            step.name,
            step.touchpoints,
            step.people,
            dict(step.emotions),
            tuple(pain.title for pain in step.pains),
            {name: value for name, value in step.fields.items() if name in FIELDS},
            dict(step.lanes),
        )
        for stage in draft.stages
        for step in stage.steps
    ]
