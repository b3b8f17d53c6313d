"""The whole journey map as values: heads of stages and steps, bars of teams, the curve, the lanes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, count, pairwise, repeat
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.emotion import emotion_word, signed, stage_emotion
from mkdocs_journeys.insight.funnel import FunnelStage, funnel_of
from mkdocs_journeys.insight.ranking import ScoredPain, scored_pains
from mkdocs_journeys.model import Journey, Step, Team
from mkdocs_journeys.model.journey import believed
from mkdocs_journeys.site.figures import number
from mkdocs_journeys.site.map.cells import Sight
from mkdocs_journeys.site.map.columns import columns_of
from mkdocs_journeys.site.map.curve import Curve, curve_from
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


_step_head: Callable[[tuple[Any, ...]], StepHead] = partial(tuple.__new__, StepHead)


class TeamBar(NamedTuple):
    """A run of steps of one team; `handoff` says who handed over, when somebody did."""

    span: int
    name: str
    href: str | None
    colour: int
    handoff: str


_team_bar: Callable[[tuple[int, str, str | None, int, str]], TeamBar] = partial(tuple.__new__, TeamBar)


class Feeling(NamedTuple):
    """What one persona feels at a step, in words under the curve; both are empty where it is not known."""

    name: str
    sign: str
    word: str


FeltStep = tuple[bool, tuple[Feeling, ...], str]
"""The cell under the curve: whether a stage begins there, each actor's feeling, and the words given."""


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


def map_view(desk: Desk, journey: Journey, hurts: Sequence[ScoredPain] | None = None) -> MapView:
    """The map of a journey as seen from its page; `hurts` are the pains felt in it, where they are scored already."""
    steps = journey.steps
    actors = [actors_of(journey, step) for step in steps]
    opens = tuple(chain.from_iterable([(True, *[False] * (len(stage.steps) - 1)) for stage in journey.stages]))
    sight = _sight(desk, journey, steps, hurts)
    lanes = lanes_of(sight, opens)
    teams = _team_bars(desk, steps)
    return MapView(
        id=journey.id,
        title=journey.title,
        stages=_stage_heads(desk, journey),
        steps=_step_heads(sight, (journey.personas[0],), actors, opens),
        touchpoints=touchpoint_lane(sight, opens),
        teams=teams,
        handoffs=sum(1 for bar in teams if bar.handoff),
        curve=curve_from(desk.atlas, journey, sight.columns, actors),
        felt=_felt(sight, actors, opens),
        lanes=tuple([lane for lane in lanes if not lane.behind]),
        behind=tuple([lane for lane in lanes if lane.behind]),
        reached=_reached(desk, journey),
    )


def _sight(desk: Desk, journey: Journey, steps: Sequence[Step], hurts: Sequence[ScoredPain] | None) -> Sight:
    if hurts is None:
        hurts = scored_pains(desk.atlas.hurts_of_journey.get(journey.id, ()), desk.atlas.catalog.scoring)
    return Sight(desk, {item.pain.id: item for item in hurts}, columns_of(steps))


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
    sight: Sight, main: tuple[str], actors: Sequence[tuple[str, ...]], opens: Sequence[bool]
) -> tuple[StepHead, ...]:
    personas, columns = sight.desk.atlas.personas, sight.columns
    named = ["" if acting == main else ", ".join([personas[id].name for id in acting]) for acting in actors]
    known = map(believed, columns["confidence"], columns["evidence"])
    return tuple(map(_step_head, zip(count(1), columns["name"], opens, columns["moment_of_truth"], known, named)))


def team_colours(atlas: Atlas) -> Mapping[str, int]:
    """The colour of each team, by the order of the catalogue."""
    return {id: n % TEAM_COLOURS for n, id in enumerate(atlas.teams)}


def _team_bars(desk: Desk, steps: Sequence[Step]) -> tuple[TeamBar, ...]:
    teams = [desk.atlas.team_of(step) for step in steps]
    if not any(teams):
        return ()
    signs = {id: _sign_of(desk, team) for id, team in {team.id: team for team in teams if team}.items()}
    starts = [0, *[i for i, (before, team) in enumerate(pairwise(teams), 1) if team is not before]]
    bars: list[TeamBar] = []
    last: Team | None = None
    for start, end in pairwise([*starts, len(teams)]):
        team = teams[start]
        if team is None:
            bars.append(TeamBar(end - start, "", None, 0, ""))
            continue
        name, href, colour = signs[team.id]
        handed = f"Hand-off from {last.name} to {name}" if last and last is not team else ""
        bars.append(_team_bar((end - start, name, href, colour, handed)))
        last = team
    return tuple(bars)


def _sign_of(desk: Desk, team: Team) -> tuple[str, str, int]:
    return team.name, desk.to_thing("team", team.id), desk.world.once(team_colours)[team.id]


def _felt(sight: Sight, actors: Sequence[tuple[str, ...]], opens: Sequence[bool]) -> tuple[FeltStep, ...]:
    personas = sight.desk.atlas.personas
    said = {id: _feelings_of(personas[id].name) for id in dict.fromkeys(chain.from_iterable(actors))}
    felt = map(_feelings_at, repeat(said), actors, sight.columns["emotion"])
    return tuple(zip(opens, felt, map(", ".join, sight.columns["feelings"]), strict=True))


@lru_cache(maxsize=4_096)
def _feelings_of(name: str) -> Mapping[int | None, Feeling]:
    """All that somebody of this name may feel."""
    return {value: Feeling(name, *words) for value, words in _FELT.items()}


def _feelings_at(
    said: Mapping[str, Mapping[int | None, Feeling]], acting: Iterable[str], emotion: dict[str, int] | int | None
) -> tuple[Feeling, ...]:
    """What those who act in a step feel at it, each once."""
    if isinstance(emotion, dict):
        return tuple([said[id][emotion.get(id)] for id in dict.fromkeys(acting)])
    return tuple([said[id][emotion] for id in dict.fromkeys(acting)])


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
