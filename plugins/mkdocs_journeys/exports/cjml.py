"""Journeys as XML of CJML 2, the customer journey modelling language."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.imports.documents.cjml_steps import NO_TEAM, PAIN, TOUCHPOINT
from mkdocs_journeys.imports.text import cleaned
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.model import Journey, Pain

NOBODY = "provider"
"""The id of the service provider of steps that no team serves."""


def cjml(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """A document with each journey: phases, actors, and a touchpoint for each step and each line behind it."""
    root = Element("CJML", version="2.0")
    for journey in journeys:
        _journey(root, atlas, journey)
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _journey(root: Element, atlas: Atlas, journey: Journey) -> None:
    kind = "planned" if journey.state == "future" else "actual"
    element = SubElement(root, f"{kind}Journey")
    _add(element, "journeyID", journey.id)
    _add(element, "journeyTitle", journey.title)
    phases = SubElement(element, "journeyPhases")
    for stage in journey.stages:
        phase = SubElement(phases, "journeyPhase", phaseID=stage.key)
        _add(phase, "phaseName", atlas.stage_name(stage))
        _add(phase, "phaseDescription", stage.goal or "")
    if journey.scenario:
        _add(element, "journeyShortSummary", journey.scenario)
    actors = SubElement(element, "actors")
    places = atlas.places[journey.id]
    for id in dict.fromkeys([*journey.personas, *(_actor(journey, place) for place in places)]):
        _add(SubElement(actors, "endUser", actorID=_user(id)), "actorName", atlas.personas[id].name)
    for id in dict.fromkeys(_provider(atlas, place) for place in places if _has_provider(atlas, place)):
        name = atlas.teams[id].name if id in atlas.teams else NO_TEAM
        _add(SubElement(actors, "serviceProvider", actorID=_team(id)), "companyName", name)
    points = SubElement(element, "touchpoints")
    for number, place in enumerate(places, 1):
        _point(points, atlas, kind, f"T{number}", place)


def _point(points: Element, atlas: Atlas, kind: str, id: str, place: StepLocation) -> None:
    """The touchpoint of a step, and after it an action of the provider for each line of its backstage."""
    step = place.step
    user, team = _user(_actor(place.journey, place)), _team(_provider(atlas, place))
    is_communication = _is_communication(atlas, place)
    element = SubElement(points, f"{kind}{'CommunicationPoint' if is_communication else 'Action'}")
    _add(element, "touchpointID", id)
    SubElement(element, "belongsTo", phaseIDref=place.stage.key)
    if is_communication:
        ends = [(user, step.name), (team, "\n".join(map(cleaned, step.frontstage)))]
        if all(atlas.touchpoints[one].initiator == "company" for one in step.touchpoint) and step.touchpoint:
            ends.reverse()
        for role, (actor, label) in zip(("initiator", "receiver"), ends, strict=True):
            _end(element, role, actor, label)
        channel = SubElement(element, "channel")
        for one in atlas.channels_of(step):
            _add(channel, "channelName", one.name)
    else:
        _end(element, "initiator", user, step.name)
    if step.duration:
        _add(element, "touchpointDuration", step.duration)
    pains = [one if isinstance(one, Pain) else atlas.pains[one].pain for one in step.pains]
    comment = [f"{TOUCHPOINT}{cleaned(atlas.touchpoints[one].name)}" for one in step.touchpoint]
    comment += [f"{PAIN}{cleaned(pain.title)}" for pain in pains]
    if comment:
        _add(element, "comment", "\n".join(comment))
    _experience(element, place)
    for number, line in enumerate(step.backstage, 1):
        action = SubElement(points, f"{kind}Action")
        _add(action, "touchpointID", f"{id}-{number}")
        SubElement(action, "belongsTo", phaseIDref=place.stage.key)
        _end(action, "initiator", team, line)


def _experience(element: Element, place: StepLocation) -> None:
    emotion, thinks = step_emotion(place.step), place.step.thinks
    if emotion is None and not isinstance(thinks, str):
        return
    experience = SubElement(element, "touchpointExperience")
    _add(experience, "experienceDescription", thinks if isinstance(thinks, str) else "")
    _add(experience, "experienceRating", "" if emotion is None else f"{round(emotion, 1):g}")


def _is_communication(atlas: Atlas, place: StepLocation) -> bool:
    return bool(atlas.teams_of(place.step) or atlas.channels_of(place.step) or place.step.frontstage)


def _has_provider(atlas: Atlas, place: StepLocation) -> bool:
    return _is_communication(atlas, place) or bool(place.step.backstage)


def _actor(journey: Journey, place: StepLocation) -> str:
    """The persona who acts at a step: CJML has one at each end of a touchpoint."""
    return actors_of(journey, place.step)[0]


def _provider(atlas: Atlas, place: StepLocation) -> str:
    return next((team.id for team in atlas.teams_of(place.step)), NOBODY)


def _user(persona: str) -> str:
    return f"user-{persona}"


def _team(team: str) -> str:
    return f"team-{team}" if team != NOBODY else NOBODY


def _end(element: Element, role: str, actor: str, label: str) -> None:
    end = SubElement(element, role)
    SubElement(end, "refersTo", actorIDref=actor)
    _add(end, f"{role}Label", label)


def _add(element: Element, tag: str, text: str) -> None:
    """An element with a text, line by line without what XML cannot carry."""
    SubElement(element, tag).text = "\n".join(cleaned(line) for line in text.splitlines() if line.strip())
