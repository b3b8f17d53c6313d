"""CJML, the customer journey modelling language, in the two forms of XML that programs write."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from mkdocs_journeys.imports.documents.cjml_steps import (
    CjmlActor,
    CjmlPoint,
    acting_people,
    by_phase,
    steps_of,
)
from mkdocs_journeys.imports.documents.xmltext import parsed_xml
from mkdocs_journeys.imports.draft import DraftJourney, DraftStage, Understood
from mkdocs_journeys.imports.tables.rows import WITHOUT_STAGES
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile.writing import YamlValue

HINT = "It has to be XML of CJML: a <CJML> with journeys, or a <cjml> with actors and touchpoints."
_KINDS = {"plannedJourney": "future", "actualJourney": "current"}


def understood(data: bytes, file: str, _: Mapping[str, str]) -> Understood:
    """The journeys of a file of CJML."""
    text = decoded(data, file)
    if isinstance(text, Problem):
        return Understood((), (text,))
    root = parsed_xml(text, file, HINT)
    if isinstance(root, Problem):
        return Understood((), (root,))
    name = PurePosixPath(file).stem.replace("_", " ").replace("-", " ").strip() or "Journey"
    found = []
    actors: dict[str, CjmlActor] = {}
    for number, one in enumerate((child for child in root if child.tag in _KINDS), 1):
        actors |= _actors(one.find("actors"), actors)
        if journey := _journey(one, f"{file}, journey {number}", name, actors):
            found.append(journey)
    if root.tag == "cjml" and (journey := _swimlanes(root, file, name)):
        found.append(journey)
    if not found:
        is_other = root.tag.lower() != "cjml"
        message = (
            f"This is XML of <{root.tag[:40]}>, and no CJML." if is_other else "No journey in it has a touchpoint."
        )
        return Understood((), (Problem("import", Position(file, 1, 1), message, HINT),))
    return Understood(tuple(found))


def _journey(element: Element, origin: str, name: str, actors: Mapping[str, CjmlActor]) -> DraftJourney | None:
    """A planned or an actual journey of CJML 2."""
    phases = {_attribute(one, "phaseID"): one for one in element.iterfind("journeyPhases/journeyPhase")}
    elements = element.findall("touchpoints/*")
    points = [_point(one, actors) for one in elements]
    reading = steps_of([one for one in points if one])
    reading.unplaced.extend(_nobody_s(one) for one, point in zip(elements, points, strict=True) if point is None)
    if not reading.steps:
        return None
    names = {id: _text(one, "phaseName") or id for id, one in phases.items()}
    goals = {names[id]: _text(one, "phaseDescription") for id, one in phases.items()}
    stages = [
        DraftStage(phase, tuple(steps), {"goal": goal} if (goal := goals.get(phase)) else {})
        for phase, steps in by_phase(reading.steps, names)
    ]
    fields: dict[str, YamlValue] = {"state": "future"} if _KINDS[element.tag] == "future" else {}
    if summary := _text(element, "journeyShortSummary"):
        fields["scenario"] = summary
    unplaced = [
        *(f"{label}: {text}" for label, tag in _ASIDE.items() if (text := _text(element, tag))),
        *reading.unplaced,
    ]
    title = _text(element, "journeyTitle") or _text(element, "journeyID") or name
    is_planned = "It is a planned journey: what should happen." if fields.get("state") else ""
    people = acting_people(stages)
    return DraftJourney(
        title, origin, tuple(stages), people, fields, tuple(unplaced), tuple(filter(None, [is_planned]))
    )


_ASIDE = {
    "Summary": "journeyLongSummary",
    "Status": "journeyStatus",
    "Planned as": "plannedReference",
    "Comment": "comment",
}
"""What is said of a journey and has no field of its own."""


def _swimlanes(root: Element, file: str, name: str) -> DraftJourney | None:
    """The simpler form: actors and touchpoints beside each other, who is who by their ids or names."""
    named: dict[str, CjmlActor] = {}
    for one in root.iterfind("actor"):
        title, role = _text(one, "actorName"), _text(one, "actorRole").casefold()
        actor = CjmlActor(title or one.get("id", ""), "user" in role or "customer" in role)
        named |= {one.get("id", ""): actor, title: actor}
    if named and not any(actor.is_user for actor in named.values()):
        first = next(iter(named.values()))
        named = {key: actor._replace(is_user=actor == first) for key, actor in named.items()}
    points, left = [], []
    for one in root.iterfind("touchpoint"):
        sender, receiver = (named.get(_text(one, tag)) for tag in ("initiator", "receiver"))
        times = [f"time {time}"] if (time := _text(one, "time")) else []
        if sender:
            said = (_text(one, "initiatorDescription"), receiver, _text(one, "receiverDescription"))
            points.append(CjmlPoint(one.get("id", ""), "", sender, *said, [_text(one, "channel")], times=times))
        else:
            left.append(_nobody_s(one))
    reading = steps_of(points)
    reading.unplaced.extend(left)
    if not reading.steps:
        return None
    stage = DraftStage(WITHOUT_STAGES, tuple(step for _, step in reading.steps))
    return DraftJourney(name, file, (stage,), acting_people([stage]), {}, tuple(reading.unplaced))


def _actors(element: Element | None, known: Mapping[str, CjmlActor]) -> dict[str, CjmlActor]:
    """The actors of a journey by id. A name may stand in an earlier one, which then gives the id alone."""
    found = {}
    for one in element if element is not None else ():
        id = _attribute(one, "actorID") or _attribute(one, "actorIDref")
        name = _text(one, "actorName") or _text(one, "companyName") or (known[id].name if id in known else id)
        found[id] = CjmlActor(name, one.tag == "endUser")
    return found


def _point(element: Element, actors: Mapping[str, CjmlActor]) -> CjmlPoint | None:
    """A touchpoint; None where nobody begins it."""
    ends = []
    for tag in ("initiator", "receiver"):
        one = element.find(f"{tag}/refersTo")
        id = _attribute(one, "actorIDref") if one is not None else ""
        ends.append(actors.get(id) or (CjmlActor(id, is_user=False) if id else None))
    sender, receiver = ends
    if sender is None:
        return None
    phase = element.find("belongsTo")
    times = [
        f"{one.tag.removeprefix('time').lower()} {one.text.strip()}"
        for one in element.iterfind("timestamps/*")
        if one.text
    ]
    return CjmlPoint(
        _text(element, "touchpointID"),
        _attribute(phase, "phaseIDref") if phase is not None else "",
        sender,
        _text(element, "initiator/initiatorLabel"),
        receiver,
        _text(element, "receiver/receiverLabel"),
        [(one.text or "").strip() for one in element.iterfind("channel/channelName")],
        _text(element, "touchpointExperience/experienceRating"),
        _text(element, "touchpointExperience/experienceDescription"),
        _text(element, "comment"),
        _text(element, "touchpointDuration"),
        _text(element, "compliance"),
        times,
    )


def _nobody_s(element: Element) -> str:
    """What a touchpoint says that nobody known begins."""
    said = " ".join(" ".join(element.itertext()).split())
    return f"A touchpoint that nobody begins: {said or 'without words'}"


def _text(element: Element, path: str) -> str:
    found = element.findtext(path, "").strip()
    return "" if found == "undefined" else found


def _attribute(element: Element, name: str) -> str:
    return element.get(name, "").strip()
