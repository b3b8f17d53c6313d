"""The whole journey map as values: heads of stages and steps, bars of teams, the curve, the lanes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.emotion import emotion_word, signed, stage_emotion
from mkdocs_journeys.insight.funnel import FunnelStage, funnel_of
from mkdocs_journeys.insight.ranking import ScoredHurt, scored
from mkdocs_journeys.model import Journey, Step, Team
from mkdocs_journeys.site.figures import number
from mkdocs_journeys.site.map.cells import Sight
from mkdocs_journeys.site.map.curve import Curve, curve_of
from mkdocs_journeys.site.map.lanes import Lane, lanes_of, touchpoint_lane
from mkdocs_journeys.site.world import Desk

TEAM_COLOURS = 8
_FELT = {None: ("", "")} | {value: (signed(value), emotion_word(value)) for value in range(-2, 3)}


class StageHead(NamedTuple):
    """The head over a stage's columns; `id` is the lifecycle stage, which gives the colour."""

    id: str
    name: str
    number: int
    span: int
    goal: str
    note: str
    emotion: float | None


class StepHead(NamedTuple):
    """The head of a column; `opens` is true for the first step of a stage."""

    number: int
    name: str
    opens: bool
    moment: bool
    believed: str
    actors: str


class TeamBar(NamedTuple):
    """A run of steps of one team; `handoff` says who handed over, when somebody did."""

    span: int
    name: str
    href: str | None
    colour: int
    handoff: str


class Feeling(NamedTuple):
    """What one persona feels at a step, in words under the curve; both are empty where it is not known."""

    name: str
    sign: str
    word: str


class FeltStep(NamedTuple):
    """The cell under the curve: each actor's feeling, and the words given."""

    opens: bool
    feelings: tuple[Feeling, ...]
    words: str


class Reached(NamedTuple):
    """How many reached a stage: `share` is the length of its bar, 0 to 100 of the first; no `figure`, no bar."""

    span: int
    figure: str = ""
    metric: str = ""
    note: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything that the map's template draws."""

    id: str
    title: str
    stages: tuple[StageHead, ...]
    steps: tuple[StepHead, ...]
    touchpoints: Lane | None
    teams: tuple[TeamBar, ...]
    handoffs: int
    curve: Curve
    felt: tuple[FeltStep, ...]
    lanes: tuple[Lane, ...]
    behind: tuple[Lane, ...]
    reached: tuple[Reached, ...]


def map_view(desk: Desk, journey: Journey, hurts: Sequence[ScoredHurt] | None = None) -> MapView:
    """The map of a journey as seen from its page; `hurts` are the pains felt in it, where they are scored already."""
    steps = journey.steps
    actors = [actors_of(journey, step) for step in steps]
    opens = tuple(n == 0 for stage in journey.stages for n in range(len(stage.steps)))
    sight = _sight(desk, journey, steps, hurts)
    lanes = lanes_of(sight, steps, opens)
    teams = _team_bars(desk, steps)
    return MapView(
        id=journey.id,
        title=journey.title,
        stages=_stage_heads(desk, journey),
        steps=_step_heads(desk, journey, actors, opens),
        touchpoints=touchpoint_lane(sight, steps, opens),
        teams=teams,
        handoffs=sum(1 for bar in teams if bar.handoff),
        curve=curve_of(desk.atlas, journey),
        felt=_felt(desk, steps, actors, opens),
        lanes=tuple(lane for lane in lanes if not lane.behind),
        behind=tuple(lane for lane in lanes if lane.behind),
        reached=_reached(desk, journey),
    )


def _sight(desk: Desk, journey: Journey, steps: Sequence[Step], hurts: Sequence[ScoredHurt] | None) -> Sight:
    if hurts is None:
        hurts = scored(desk.atlas.hurts_of_journey.get(journey.id, ()), desk.atlas.catalog.scoring)
    numbers = {step.id: (n, step.name) for n, step in enumerate(steps, 1) if step.id}
    return Sight(desk, {item.pain.id: item for item in hurts}, numbers)


def _stage_heads(desk: Desk, journey: Journey) -> tuple[StageHead, ...]:
    return tuple(
        StageHead(
            id=stage.stage,
            name=desk.atlas.stage_name(stage),
            number=number,
            span=len(stage.steps),
            goal=stage.goal or "",
            note=" · ".join(filter(None, (stage.expectation and f"Expects: {stage.expectation}", stage.duration))),
            emotion=stage_emotion(stage),
        )
        for number, stage in enumerate(journey.stages, 1)
    )


def _step_heads(
    desk: Desk, journey: Journey, actors: Sequence[tuple[str, ...]], opens: Sequence[bool]
) -> tuple[StepHead, ...]:
    main = (journey.personas[0],)
    named = ["" if acting == main else ", ".join(desk.atlas.personas[id].name for id in acting) for acting in actors]
    heads = zip(journey.steps, opens, named, strict=True)
    return tuple(
        StepHead(number, step.name, first, step.moment_of_truth, step.believed, names)
        for number, (step, first, names) in enumerate(heads, 1)
    )


def team_colours(atlas: Atlas) -> Mapping[str, int]:
    """The colour of each team, by the order of the catalogue."""
    return {id: n % TEAM_COLOURS for n, id in enumerate(atlas.teams)}


def _team_bars(desk: Desk, steps: Sequence[Step]) -> tuple[TeamBar, ...]:
    teams = [desk.atlas.team_of(step) for step in steps]
    if not any(teams):
        return ()
    starts = [i for i, team in enumerate(teams) if i == 0 or team is not teams[i - 1]]
    bars, last = [], None
    for start, end in zip(starts, [*starts[1:], len(teams)], strict=True):
        team = teams[start]
        bars.append(_team_bar(desk, team, end - start, last))
        last = team or last
    return tuple(bars)


def _team_bar(desk: Desk, team: Team | None, span: int, before: Team | None) -> TeamBar:
    if team is None:
        return TeamBar(span, "", None, 0, "")
    handed = f"Hand-off from {before.name} to {team.name}" if before and before is not team else ""
    colour = desk.world.once(team_colours)[team.id]
    return TeamBar(span, team.name, desk.to_thing("team", team.id), colour, handed)


def _felt(
    desk: Desk, steps: Sequence[Step], actors: Sequence[tuple[str, ...]], opens: Sequence[bool]
) -> tuple[FeltStep, ...]:
    names = {id: desk.atlas.personas[id].name for id in {id: None for acting in actors for id in acting}}
    said = {id: {value: Feeling(name, *words) for value, words in _FELT.items()} for id, name in names.items()}
    return tuple(
        [
            FeltStep(
                first, tuple([said[id][_felt_by(step, id)] for id in dict.fromkeys(acting)]), ", ".join(step.feelings)
            )
            for step, acting, first in zip(steps, actors, opens, strict=True)
        ]
    )


def _felt_by(step: Step, id: str) -> int | None:
    """What one who acts in a step feels at it."""
    return step.emotion.get(id) if isinstance(step.emotion, dict) else step.emotion


def _reached(desk: Desk, journey: Journey) -> tuple[Reached, ...]:
    funnel = funnel_of(desk.atlas, journey)
    if not funnel:
        return ()
    counted = {item.stage_number: item for item in funnel if item.value is not None}
    return tuple(
        _bar(counted[n], len(stage.steps)) if n in counted else Reached(len(stage.steps))
        for n, stage in enumerate(journey.stages, 1)
    )


def _bar(item: FunnelStage, span: int) -> Reached:
    note = f"{number(item.conversion)}% go on" if item.conversion is not None else ""
    share = item.of_first if item.of_first is not None else 100.0
    return Reached(span, number(item.value or 0), item.metric.name, note, round(min(100.0, share), 1))
