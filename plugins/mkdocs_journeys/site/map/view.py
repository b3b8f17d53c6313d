"""The journey map as values: heads of stages and steps, bars of teams, the curve, the lanes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.insight.emotion import emotion_word, step_emotion
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.map.actors import Actor, people_of
from mkdocs_journeys.site.map.cells import MapContext
from mkdocs_journeys.site.map.emotions.curve import EmotionCurve, curve_of
from mkdocs_journeys.site.map.emotions.former import with_former
from mkdocs_journeys.site.map.emotions.overview import OverviewStrip, overview_of
from mkdocs_journeys.site.map.heads import (
    StageAbout,
    StageHead,
    StepHead,
    TimeBar,
    stage_heads,
    stages_about,
    step_heads,
    time_bars,
)
from mkdocs_journeys.site.map.lanes import (
    BLUEPRINT_LANES,
    CUSTOMER_LANES,
    FEELINGS,
    FEELS,
    HEAD,
    TOUCHPOINT,
    WHOLE_ROWS,
    LaneKind,
    LaneView,
    in_our_words,
    own_lane,
    whole_row,
)
from mkdocs_journeys.site.map.layout import LanePreset, MapRows, blueprint_rows_of, hidden_lanes, presets_of, rows_of
from mkdocs_journeys.site.map.marks import STAGES, map_marks
from mkdocs_journeys.site.map.measured.funnel import Funnel, funnel_view
from mkdocs_journeys.site.map.spans import spanning_rows
from mkdocs_journeys.site.map.teams import TeamBar, team_bars
from mkdocs_journeys.site.map.ways import HeadBar, Passage, group_bars, in_words, path_bars
from mkdocs_journeys.site.map.words import looks_of
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import signed
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import ngettext

ACTORS = "macros/actors.html.j2"
EmotionScale = Mapping[int | None, tuple[str, str]]
"""The emotions of the scale, and None for an unknown one, to sign and word."""


class ActorEmotion(NamedTuple):
    """One persona's emotion at a step; `sign` and `word` are empty for an unknown one.

    `actor` is None where only one person acts on the map. `words` are the feelings of that persona, where the step
    tells them apart.
    """

    actor: Actor | None
    sign: str
    word: str
    words: str = ""


FeltStep = tuple[bool, tuple[ActorEmotion, ...], str, Markup]
"""The cell under the curve: whether a stage begins there, each actor's emotion, the words given, and the mark."""


class MapView(NamedTuple):
    """Everything that the map's template draws."""

    id: str
    title: str
    looks: str
    hidden: tuple[str, ...]
    presets: tuple[LanePreset, ...]
    overview: OverviewStrip | None
    stages: tuple[StageHead, ...]
    about: tuple[StageAbout, ...]
    takes: tuple[TimeBar, ...]
    takes_whole: str
    groups: tuple[HeadBar, ...]
    paths: tuple[HeadBar, ...]
    steps: tuple[StepHead, ...]
    rows: MapRows
    teams: tuple[TeamBar, ...]
    handoffs: int
    curve: EmotionCurve
    felt: tuple[FeltStep, ...]
    reached: Funnel
    words: tuple[Passage, ...]
    people: tuple[Actor, ...]


def map_view(context: PageContext, journey: Journey, scored: Iterable[ScoredPain]) -> MapView:
    """The map of a journey for its page; `scored` are its scored pains."""
    steps = journey.steps
    actors = [actors_of(journey, step) for step in steps]
    opens = tuple(chain.from_iterable([(True, *[False] * (len(stage.steps) - 1)) for stage in journey.stages]))
    people = {
        id: actor._replace(badge=context.macro(ACTORS, "badge", actor))
        for id, actor in people_of(context.atlas, journey, actors).items()
    }
    order = {id: actor.number for id, actor in people.items()}
    actors = [tuple(sorted(acting, key=order.__getitem__)) for acting in actors] if people else actors
    map_context = MapContext(context, {item.pain.id: item for item in scored}, steps, actors, people)
    filled = list(_filled_lanes(map_context, journey))
    marks = map_marks(context, journey, {lane.id for lane, _ in filled})
    about, teams = stages_about(context, journey), team_bars(context, journey)
    reached = funnel_view(context, journey, map_context.pains)
    takes, takes_whole = time_bars(journey)
    lanes = [
        *(_lane_view(lane, cells, opens, marks.row(lane.id, len(steps))) for lane, cells in filled),
        *(whole_row(id) for id, drawn in zip(WHOLE_ROWS, (about, takes, teams, reached.bars), strict=True) if drawn),
    ]
    named = [[people[id] for id in acting] for acting in actors] if people else [[]] * len(steps)
    stages = stage_heads(context, journey, marks.row(STAGES, len(journey.stages)))
    heads = step_heads(journey, named, opens, marks.row(HEAD, len(steps)))
    touchpoints = dict.fromkeys(id for step in steps for id in step.touchpoint)
    rows = (blueprint_rows_of if journey.kind == "blueprint" else rows_of)(context.atlas.catalog, lanes)
    curve = curve_of(context.atlas, journey, actors, people)
    sore = {id for id, item in map_context.pains.items() if item.pain.is_open}
    return MapView(
        id=journey.id,
        title=journey.title,
        looks=looks_of(stages, heads, [context.atlas.touchpoints[id].name for id in touchpoints]),
        hidden=hidden_lanes(context.atlas.catalog, lanes),
        stages=stages,
        presets=presets_of(rows),
        overview=overview_of(context.atlas, journey, actors, sore, people),
        about=about,
        takes=takes,
        takes_whole=takes_whole,
        groups=group_bars(journey),
        paths=path_bars(journey),
        steps=heads,
        rows=rows,
        teams=teams,
        handoffs=sum(1 for bar in teams if bar.handoff),
        curve=with_former(curve, context.atlas, journey, people, marks.previous),
        felt=_felt(map_context, actors, opens, marks.row(FEELS.id, len(steps))),
        reached=reached,
        words=in_words(journey),
        people=tuple(people.values()),
    )


def _filled_lanes(map_context: MapContext, journey: Journey) -> Iterator[tuple[LaneKind, tuple[Any, ...]]]:
    """The lanes that are not empty everywhere, with their cells; the curve is drawn wherever emotions are asked for."""
    own = map(own_lane, map_context.page.atlas.catalog.lanes)
    drawn = journey.kind != "blueprint" or any(step_emotion(step) is not None for step in map_context.steps)
    if drawn:
        yield in_our_words(FEELS), ()
    customers = map(in_our_words, (TOUCHPOINT, *(() if drawn else (FEELINGS,)), *CUSTOMER_LANES))
    for lane in (*customers, *own, *map(in_our_words, BLUEPRINT_LANES)):
        cells = lane.cells(map_context)
        if any(cells):
            if lane.id == "pains":
                found = sum(item.pain.is_open for item in map_context.pains.values())
                lane = lane._replace(hint=ngettext("%(num)s open", "%(num)s open", found))
            yield lane, cells


def _lane_view(lane: LaneKind, cells: tuple[Any, ...], opens: tuple[bool, ...], marks: tuple[Markup, ...]) -> LaneView:
    """The row of a lane; marks of a preview belong to single steps, so that nothing stands across several there."""
    layers = spanning_rows(cells, opens) if lane.shared and not any(marks) else ()
    return LaneView(lane.id, lane.title, lane.draw, cells, opens, marks, lane.hint, layers)


def _felt(
    map_context: MapContext, actors: Sequence[tuple[str, ...]], opens: Sequence[bool], marks: Sequence[Markup]
) -> tuple[FeltStep, ...]:
    scale = _scale_in_words()
    said = {id: _feelings_of(map_context.people.get(id), scale) for id in dict.fromkeys(chain.from_iterable(actors))}
    cells = zip(opens, actors, map_context.steps, marks, strict=True)
    return tuple(
        [
            (first, _told_apart(map_context, acting, step, scale), "", mark)
            if isinstance(step.feelings, dict)
            else (first, _feelings_at(said, acting, step.emotion), separated(step.feelings), mark)
            for first, acting, step, mark in cells
        ]
    )


def _told_apart(
    map_context: MapContext, acting: Iterable[str], step: Step, scale: EmotionScale
) -> tuple[ActorEmotion, ...]:
    """The emotion of each actor of a step, with the words for it."""
    feelings = step.feelings if isinstance(step.feelings, dict) else {}
    everybody = dict.fromkeys([*acting, *feelings])
    said = {id: _feelings_of(map_context.people.get(id), scale) for id in everybody}
    felt = _feelings_at(said, everybody, step.emotion)
    return tuple([one._replace(words=separated(feelings.get(id, ()))) for id, one in zip(everybody, felt, strict=True)])


def _scale_in_words() -> EmotionScale:
    known = {value: (signed(value), term(emotion_word(value))) for value in range(-2, 3)}
    return {None: ("", "")} | known


def _feelings_of(actor: Actor | None, scale: EmotionScale) -> Mapping[int | None, ActorEmotion]:
    """The emotions of a persona by value, of those on the scale."""
    return {value: ActorEmotion(actor, *words) for value, words in scale.items()}


def _feelings_at(
    said: Mapping[str, Mapping[int | None, ActorEmotion]],
    acting: Iterable[str],
    emotion: dict[str, float] | float | None,
) -> tuple[ActorEmotion, ...]:
    """The emotion of each actor of a step."""
    by_actor = emotion if isinstance(emotion, dict) else dict.fromkeys(acting, emotion)
    return tuple([_feeling_of(said[id], by_actor.get(id)) for id in dict.fromkeys(acting)])


def _feeling_of(known: Mapping[int | None, ActorEmotion], emotion: float | None) -> ActorEmotion:
    if isinstance(emotion, float):
        return known[None]._replace(sign=signed(emotion), word=term(emotion_word(emotion)))
    return known[emotion]
