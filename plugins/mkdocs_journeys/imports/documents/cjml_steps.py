"""The touchpoints of CJML, between people and those who serve them, as steps of a journey."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from mkdocs_journeys.imports.draft import DraftPain, DraftStage, DraftStep
from mkdocs_journeys.imports.tables.emotions import EmotionScale
from mkdocs_journeys.imports.tables.rows import WITHOUT_STAGES
from mkdocs_journeys.yamlfile.writing import YamlValue

NO_TEAM = "(no team)"
"""The name of the service provider of a step that has a channel and no team."""
TOUCHPOINT, PAIN = "Touchpoint: ", "Pain: "
"""How lines of a comment begin that say more of a step than CJML has elements for."""
NO_LABELS = frozenset({"", "sending", "receiving", "undefined"})
"""Labels that programs write where nobody gave one."""


class CjmlActor(NamedTuple):
    """Somebody by the name that is shown; who is no end user is a provider of the service."""

    name: str
    is_user: bool


class CjmlPoint(NamedTuple):
    """An action of one, or a communication between two."""

    id: str
    phase: str
    sender: CjmlActor
    sent: str
    receiver: CjmlActor | None
    received: str
    channels: Sequence[str]
    rating: str = ""
    thinks: str = ""
    comment: str = ""
    duration: str = ""
    compliance: str = ""
    times: Sequence[str] = ()


class CjmlSteps(NamedTuple):
    """Steps as they are found, with what has no place."""

    steps: list[tuple[str, DraftStep]]
    unplaced: list[str]


def steps_of(points: Sequence[CjmlPoint]) -> CjmlSteps:
    """The steps of touchpoints, each with its phase. What no customer has a part in is backstage of the step before."""
    scale = EmotionScale(one.rating for one in points)
    reading = CjmlSteps([], [])
    waiting: list[str] = []
    for point in points:
        is_customer_s = point.sender.is_user or (point.receiver is not None and point.receiver.is_user)
        if is_customer_s:
            step = _step(point, scale, reading.unplaced)
            if waiting:
                step = _with_backstage(step, waiting)
                waiting = []
            reading.steps.append((point.phase, step))
        elif reading.steps:
            phase, before = reading.steps[-1]
            reading.steps[-1] = (phase, _with_backstage(before, [_unseen(point)]))
        else:
            waiting.append(_unseen(point))
    return reading


def _step(point: CjmlPoint, scale: EmotionScale, unplaced: list[str]) -> DraftStep:
    begins = point.sender.is_user
    own, other = (point.sent, point.received) if begins else (point.received, point.sent)
    actors = [one for one in (point.sender, point.receiver) if one]
    name, remark = (
        (own, "") if own.casefold() not in NO_LABELS else (other, "the customer's part has no words of its own")
    )
    fields: dict[str, YamlValue] = {}
    if other.casefold() not in NO_LABELS and name != other:
        if all(actor.is_user for actor in actors):
            unplaced.append(f"{actors[-1].name}, at {name!r}: {other}")
        else:
            fields["frontstage"] = other.splitlines()
    if point.thinks:
        fields["thinks"] = point.thinks
    if point.duration:
        fields["duration"] = point.duration
    touchpoints, pains = [], []
    for line in point.comment.splitlines():
        if line.startswith(TOUCHPOINT):
            touchpoints.append(line.removeprefix(TOUCHPOINT))
        elif line.startswith(PAIN):
            pains.append(DraftPain(line.removeprefix(PAIN)))
        elif line.strip():
            unplaced.append(f"Comment on {name!r}: {line.strip()}")
    said = (
        [f"the rating {point.rating!r} is not on its scale"]
        if point.rating and scale.emotion(point.rating) is None
        else []
    )
    said += [f"the source calls it {point.compliance!r}"] if point.compliance not in ("", "completed") else []
    said += [scale.said] if point.rating and scale.said and not said else []
    unplaced += [f"Times of {name!r}: {', '.join(point.times)}"] if point.times else []
    emotion = scale.emotion(point.rating) if point.rating else None
    return DraftStep(
        name,
        tuple(dict.fromkeys(one.name for one in actors if one.is_user)),
        {} if emotion is None else {"": emotion},
        tuple(touchpoints),
        tuple(filter(None, point.channels)),
        tuple(one.name for one in actors if not one.is_user and one.name != NO_TEAM),
        tuple(pains),
        fields,
        "; ".join(filter(None, [remark, *said])),
    )


def _unseen(point: CjmlPoint) -> str:
    """What providers do among themselves, on one line."""
    who = "" if point.sender.name == NO_TEAM else f"{point.sender.name}: "
    to = f" (to {point.receiver.name})" if point.receiver else ""
    return f"{who}{point.sent or point.received}{to}"


def _with_backstage(step: DraftStep, lines: Sequence[str]) -> DraftStep:
    there = step.fields.get("backstage", [])
    own = f"{step.teams[0]}: " if step.teams else ""
    more = [line.removeprefix(own) for line in lines]
    return replace(step, fields={**step.fields, "backstage": [*(there if isinstance(there, list) else []), *more]})


def by_phase(steps: Sequence[tuple[str, DraftStep]], names: Mapping[str, str]) -> Iterator[tuple[str, list[DraftStep]]]:
    """The steps in runs of one phase; those without belong to the phase before."""
    phase, placed = "", []
    for own, step in steps:
        phase = own or phase
        placed.append((names.get(phase, phase) or WITHOUT_STAGES, step))
    for name, some in groupby(placed, key=lambda one: one[0]):
        yield name, [step for _, step in some]


def acting_people(stages: Sequence[DraftStage]) -> tuple[str, ...]:
    """Those who act, whoever does so most first."""
    acting = [name for stage in stages for step in stage.steps for name in step.people]
    return tuple(sorted(dict.fromkeys(acting), key=lambda name: (-acting.count(name), acting.index(name))))
