"""The journey map as values: heads of stages and steps, bars of teams, the curve, the lanes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, count, pairwise
from typing import Any, NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.insight.emotion import emotion_word, mean_emotion, signed
from mkdocs_journeys.insight.metrics import FunnelStage, funnel_of
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Journey, Step, Team
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.map.cells import MapContext
from mkdocs_journeys.site.map.curve import EmotionCurve, curve_of
from mkdocs_journeys.site.map.lanes import (
    BLUEPRINT_LANES,
    CUSTOMER_LANES,
    FEELS,
    HEAD,
    TOUCHPOINT,
    LaneKind,
    LaneView,
    own_lane,
)
from mkdocs_journeys.site.map.marks import STAGES, map_marks
from mkdocs_journeys.site.rendering.numbers import number

TEAM_COLOURS = 8
"""Teams have them in the order of the catalogue."""
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
    mark: Markup


class StepHead(NamedTuple):
    """The head of a column; `opens` is true for the first step of a stage."""

    number: int
    name: str
    opens: bool
    moment: bool
    believed: str
    actors: str
    mark: Markup


class TeamBar(NamedTuple):
    """A run of steps of one team; `handoff` names both teams of a hand-off at its start."""

    span: int
    name: str
    href: str | None
    colour: int
    handoff: str


class ActorEmotion(NamedTuple):
    """One persona's emotion at a step; `sign` and `word` are empty for an unknown one."""

    name: str
    sign: str
    word: str


FeltStep = tuple[bool, tuple[ActorEmotion, ...], str, Markup]
"""The cell under the curve: whether a stage begins there, each actor's emotion, the words given, and the mark."""


class FunnelBar(NamedTuple):
    """How many reached a stage: `share` is the length of its bar in percent of the first; no `figure`, no bar."""

    span: int
    figure: str = ""
    metric: str = ""
    note: str = ""
    share: float = 0.0


class MapView(NamedTuple):
    """Everything that the map's template draws."""

    id: str
    title: str
    stages: tuple[StageHead, ...]
    steps: tuple[StepHead, ...]
    touchpoints: LaneView | None
    teams: tuple[TeamBar, ...]
    handoffs: int
    curve: EmotionCurve
    felt: tuple[FeltStep, ...]
    lanes: tuple[LaneView, ...]
    behind: tuple[LaneView, ...]
    reached: tuple[FunnelBar, ...]


def map_view(context: PageContext, journey: Journey, scored: Iterable[ScoredPain]) -> MapView:
    """The map of a journey for its page; `scored` are its scored pains."""
    steps = journey.steps
    actors = [actors_of(journey, step) for step in steps]
    opens = tuple(chain.from_iterable([(True, *[False] * (len(stage.steps) - 1)) for stage in journey.stages]))
    map_context = MapContext(context, {item.pain.id: item for item in scored}, steps)
    filled = list(_filled_lanes(map_context))
    marks = map_marks(context, journey, {FEELS.id, *(lane.id for lane, _ in filled)})
    views = [
        (lane, LaneView(lane.id, lane.title, lane.draw, cells, opens, marks.row(lane.id, len(steps)), lane.hint))
        for lane, cells in filled
    ]
    below = [(lane.behind, view) for lane, view in views if lane is not TOUCHPOINT]
    teams = _team_bars(context, steps)
    return MapView(
        id=journey.id,
        title=journey.title,
        stages=_stage_heads(context, journey, marks.row(STAGES, len(journey.stages))),
        steps=_step_heads(map_context, (journey.personas[0],), actors, opens, marks.row(HEAD, len(steps))),
        touchpoints=next((view for lane, view in views if lane is TOUCHPOINT), None),
        teams=teams,
        handoffs=sum(1 for bar in teams if bar.handoff),
        curve=curve_of(context.atlas, journey, actors, marks.previous),
        felt=_felt(map_context, actors, opens, marks.row(FEELS.id, len(steps))),
        lanes=tuple([view for behind, view in below if not behind]),
        behind=tuple([view for behind, view in below if behind]),
        reached=_reached(context, journey),
    )


def _filled_lanes(map_context: MapContext) -> Iterator[tuple[LaneKind, tuple[Any, ...]]]:
    """The lanes that are not empty everywhere, with their cells."""
    own = map(own_lane, map_context.page.atlas.catalog.lanes)
    for lane in (TOUCHPOINT, *CUSTOMER_LANES, *own, *BLUEPRINT_LANES):
        cells = lane.cells(map_context)
        if any(cells):
            if lane.id == "pains":
                lane = lane._replace(hint=f"{sum(item.pain.is_open for item in map_context.pains.values())} open")
            yield lane, cells


def _stage_heads(context: PageContext, journey: Journey, marks: Sequence[Markup]) -> tuple[StageHead, ...]:
    return tuple(
        StageHead(
            id=stage.stage,
            name=context.atlas.stage_name(stage),
            number=number,
            span=len(stage.steps),
            goal=stage.goal or "",
            note=" · ".join(filter(None, (stage.expectation and f"Expects: {stage.expectation}", stage.duration))),
            emotion=mean_emotion(stage),
            mark=mark,
        )
        for number, (stage, mark) in enumerate(zip(journey.stages, marks, strict=True), 1)
    )


def _step_heads(
    map_context: MapContext,
    main: tuple[str],
    actors: Sequence[tuple[str, ...]],
    opens: Sequence[bool],
    marks: Sequence[Markup],
) -> tuple[StepHead, ...]:
    personas = map_context.page.atlas.personas
    named = ["" if acting == main else ", ".join([personas[id].name for id in acting]) for acting in actors]
    columns = zip(count(1), map_context.steps, opens, named, marks)
    return tuple(
        [
            StepHead(number, step.name, first, step.moment_of_truth, step.believed, who, mark)
            for number, step, first, who, mark in columns
        ]
    )


def _team_bars(context: PageContext, steps: Sequence[Step]) -> tuple[TeamBar, ...]:
    teams = [context.atlas.team_of(step) for step in steps]
    if not any(teams):
        return ()
    colours = {id: number % TEAM_COLOURS for number, id in enumerate(context.atlas.teams)}
    starts = [0, *[i for i, (before, team) in enumerate(pairwise(teams), 1) if team is not before]]
    bars: list[TeamBar] = []
    last: Team | None = None
    for start, end in pairwise([*starts, len(teams)]):
        team = teams[start]
        if team is None:
            bars.append(TeamBar(end - start, "", None, 0, ""))
            continue
        handed = f"Hand-off from {last.name} to {team.name}" if last and last is not team else ""
        bars.append(TeamBar(end - start, team.name, context.to_thing("team", team.id), colours[team.id], handed))
        last = team
    return tuple(bars)


def _felt(
    map_context: MapContext, actors: Sequence[tuple[str, ...]], opens: Sequence[bool], marks: Sequence[Markup]
) -> tuple[FeltStep, ...]:
    personas = map_context.page.atlas.personas
    said = {id: _feelings_of(personas[id].name) for id in dict.fromkeys(chain.from_iterable(actors))}
    cells = zip(opens, actors, map_context.steps, marks, strict=True)
    return tuple(
        [
            (first, _feelings_at(said, acting, step.emotion), ", ".join(step.feelings), mark)
            for first, acting, step, mark in cells
        ]
    )


@lru_cache(maxsize=4_096)
def _feelings_of(name: str) -> Mapping[int | None, ActorEmotion]:
    """The emotions of a persona by value."""
    return {value: ActorEmotion(name, *words) for value, words in _FELT.items()}


def _feelings_at(
    said: Mapping[str, Mapping[int | None, ActorEmotion]], acting: Iterable[str], emotion: dict[str, int] | int | None
) -> tuple[ActorEmotion, ...]:
    """The emotion of each actor of a step."""
    by_actor = emotion if isinstance(emotion, dict) else dict.fromkeys(acting, emotion)
    return tuple([said[id][by_actor.get(id)] for id in dict.fromkeys(acting)])


def _reached(context: PageContext, journey: Journey) -> tuple[FunnelBar, ...]:
    funnel = funnel_of(context.atlas, journey)
    if not funnel:
        return ()
    counted = {item.stage_number: item for item in funnel if item.value is not None}
    return tuple(
        _bar(counted[n], len(stage.steps)) if n in counted else FunnelBar(len(stage.steps))
        for n, stage in enumerate(journey.stages, 1)
    )


def _bar(item: FunnelStage, span: int) -> FunnelBar:
    note = f"{number(item.conversion)}% go on" if item.conversion is not None else ""
    share = item.of_first if item.of_first is not None else 100.0
    return FunnelBar(span, number(item.value or 0), item.metric.name, note, round(min(100.0, share), 1))
