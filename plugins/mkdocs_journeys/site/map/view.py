"""The whole journey map as values: heads of stages and steps, bars of teams, the curve, the lanes."""

from dataclasses import dataclass

from mkdocs_journeys.atlas import actors_of, emotion_of
from mkdocs_journeys.insight.emotion import stage_emotion
from mkdocs_journeys.insight.funnel import FunnelStage, funnel_of
from mkdocs_journeys.insight.handoffs import handoffs_of
from mkdocs_journeys.model import Journey, Step, Team
from mkdocs_journeys.site.figures import number
from mkdocs_journeys.site.map.curve import COLUMN, Curve, curve_of
from mkdocs_journeys.site.map.lanes import Lane, lanes_of, touchpoint_lane
from mkdocs_journeys.site.world import Desk

TEAM_COLOURS = 8


@dataclass(frozen=True, slots=True)
class StageHead:
    """The head over a stage's columns; `id` is the lifecycle stage, which gives the colour."""

    id: str
    name: str
    number: int
    span: int
    goal: str
    note: str
    emotion: float | None


@dataclass(frozen=True, slots=True)
class StepHead:
    """The head of a column; `opens` is true for the first step of a stage."""

    number: int
    name: str
    opens: bool
    moment: bool
    believed: str
    actors: tuple[str, ...]
    id: str | None


@dataclass(frozen=True, slots=True)
class TeamBar:
    """A run of steps of one team; `handoff` says who handed over, when somebody did."""

    span: int
    name: str
    href: str | None
    colour: int
    handoff: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Feeling:
    """What one persona feels at a step, in words under the curve."""

    name: str
    shape: int
    value: int | None


@dataclass(frozen=True, slots=True)
class FeltStep:
    """The cell under the curve: the words given, and each actor's value."""

    words: tuple[str, ...]
    feelings: tuple[Feeling, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """How many reached a stage: `share` is the length of its bar, 0 to 100 of the first."""

    span: int
    count: str
    metric: str
    note: str
    share: float


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything that the map's template draws."""

    id: str
    title: str
    column: int
    stages: tuple[StageHead, ...]
    steps: tuple[StepHead, ...]
    touchpoints: Lane | None
    teams: tuple[TeamBar, ...]
    handoffs: int
    curve: Curve
    felt: tuple[FeltStep, ...]
    lanes: tuple[Lane, ...]
    behind: tuple[Lane, ...]
    reached: tuple[Reached | int, ...]

    @property
    def switches(self) -> list[tuple[str, str]]:
        """Id and title of every lane that can be switched off."""
        shown = [("touchpoint", "Touchpoint")] if self.touchpoints else []
        shown += [("team", "Team")] if self.teams else []
        shown += [("feels", "Feels")]
        shown += [(lane.id, lane.title) for lane in (*self.lanes, *self.behind)]
        return shown + ([("reached", "Reached")] if self.reached else [])


def map_view(desk: Desk, journey: Journey) -> MapView:
    """The map of a journey as seen from its page."""
    lanes = lanes_of(desk, journey)
    steps = tuple(_step_head(desk, journey, n, step) for n, step in enumerate(journey.steps, 1))
    return MapView(
        id=journey.id,
        title=journey.title,
        column=COLUMN,
        stages=tuple(_stage_heads(desk, journey)),
        steps=steps,
        touchpoints=touchpoint_lane(desk, journey),
        teams=_team_bars(desk, journey),
        handoffs=len(handoffs_of(desk.atlas, journey)),
        curve=curve_of(desk.atlas, journey),
        felt=tuple(_felt(desk, journey, step) for step in journey.steps),
        lanes=tuple(lane for lane in lanes if not lane.behind),
        behind=tuple(lane for lane in lanes if lane.behind),
        reached=_reached(desk, journey),
    )


def _stage_heads(desk: Desk, journey: Journey) -> list[StageHead]:
    return [
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
    ]


def _step_head(desk: Desk, journey: Journey, number: int, step: Step) -> StepHead:
    actors = actors_of(journey, step)
    others = actors if actors != (journey.personas[0],) else ()
    return StepHead(
        number=number,
        name=step.name,
        opens=any(step is stage.steps[0] for stage in journey.stages),
        moment=step.moment_of_truth,
        believed=step.believed,
        actors=tuple(desk.atlas.personas[id].name for id in others),
        id=step.id,
    )


def _team_bars(desk: Desk, journey: Journey) -> tuple[TeamBar, ...]:
    teams = [desk.atlas.team_of(step) for step in journey.steps]
    if not any(teams):
        return ()
    order = {id: n % TEAM_COLOURS for n, id in enumerate(desk.atlas.teams)}
    starts = [i for i, team in enumerate(teams) if i == 0 or team is not teams[i - 1]]
    bars, last = [], None
    for start, end in zip(starts, [*starts[1:], len(teams)], strict=True):
        team = teams[start]
        bars.append(_team_bar(desk, team, end - start, last, order, start == 0))
        last = team or last
    return tuple(bars)


def _team_bar(
    desk: Desk, team: Team | None, span: int, before: Team | None, order: dict[str, int], opens: bool
) -> TeamBar:
    if team is None:
        return TeamBar(span, "", None, 0, "", opens)
    handed = f"Hand-off from {before.name} to {team.name}" if before and before is not team else ""
    return TeamBar(span, team.name, desk.to_thing("team", team.id), order[team.id], handed, opens)


def _felt(desk: Desk, journey: Journey, step: Step) -> FeltStep:
    names = dict.fromkeys(actors_of(journey, step))
    order = list(dict.fromkeys([*journey.personas[:1], *(a for s in journey.steps for a in actors_of(journey, s))]))
    feelings = tuple(
        Feeling(desk.atlas.personas[id].name, order.index(id), emotion_of(journey, step, id)) for id in names
    )
    return FeltStep(step.feelings, feelings)


def _reached(desk: Desk, journey: Journey) -> tuple[Reached | int, ...]:
    funnel = funnel_of(desk.atlas, journey)
    if funnel is None:
        return ()
    by_stage = {item.stage_number: item for item in funnel.stages}
    return tuple(
        _bar(item, len(stage.steps)) if (item := by_stage.get(n)) and item.value is not None else len(stage.steps)
        for n, stage in enumerate(journey.stages, 1)
    )


def _bar(item: FunnelStage, span: int) -> Reached:
    note = f"{number(item.conversion)}% go on" if item.conversion is not None else ""
    share = item.of_first if item.of_first is not None else 100.0
    return Reached(span, number(item.value or 0), item.metric.name, note, min(100.0, share))
