"""The heads of a map: stages with what is known of them as a whole, how long they take, and steps."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.durations import TimeTaken, time_in_words, time_of_stage, total_time
from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.model import Journey, JourneyStage, Step
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import job_in_words
from mkdocs_journeys.site.map.actors import Actor
from mkdocs_journeys.site.map.cells import Card, figure_cards
from mkdocs_journeys.site.map.ways import step_notes
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext


class StageHead(NamedTuple):
    """The head over a stage's columns; `id` is the lifecycle stage, which gives the colour, and `href` its page."""

    id: str
    name: str
    href: str
    number: int
    span: int
    emotion: float | None
    mark: Markup


class StageAbout(NamedTuple):
    """What is known of a stage as a whole, under its head; `facts` are labelled texts."""

    span: int
    goal: str
    facts: tuple[tuple[str, str], ...]
    figures: tuple[Card, ...]


class TimeBar(NamedTuple):
    """How long a stage takes, `share` percent of the longest stage; `note` says what the sum leaves out."""

    span: int
    text: str = ""
    note: str = ""
    share: float = 0.0


class StepHead(NamedTuple):
    """The head of a column; `looks` are the classes of its cell, `notes` say when and how often the step happens."""

    number: int
    name: str
    looks: str
    moment: bool
    believed: str
    actors: tuple[Actor, ...]
    notes: tuple[str, ...]
    mark: Markup


def stage_heads(context: PageContext, journey: Journey, marks: Sequence[Markup]) -> tuple[StageHead, ...]:
    """The head of each stage, with its mark of a preview."""
    return tuple(
        StageHead(
            id=stage.stage,
            name=context.atlas.stage_name(stage),
            href=context.to_thing("stage", stage.stage),
            number=number,
            span=len(stage.steps),
            emotion=mean_emotion(journey, stage),
            mark=mark,
        )
        for number, (stage, mark) in enumerate(zip(journey.stages, marks, strict=True), 1)
    )


def stages_about(context: PageContext, journey: Journey) -> tuple[StageAbout, ...]:
    """What is known of each stage as a whole; empty where that is nothing."""
    cells = [_about(context, stage) for stage in journey.stages]
    return tuple(cells) if any(cell.goal or cell.facts or cell.figures for cell in cells) else ()


def _about(context: PageContext, stage: JourneyStage) -> StageAbout:
    facts = [(_("Expects"), stage.expectation or ""), *((_("Job"), job_in_words(job)) for job in stage.jobs)]
    return StageAbout(
        span=len(stage.steps),
        goal=stage.goal or "",
        facts=tuple((label, text) for label, text in facts if text),
        figures=figure_cards(context, stage.metrics, stage.figures),
    )


def time_bars(journey: Journey) -> tuple[tuple[TimeBar, ...], str]:
    """How long each stage takes, and the whole journey in words; nothing where no stage tells."""
    times = [time_of_stage(journey, stage) for stage in journey.stages]
    if not any(times) and not any(stage.duration for stage in journey.stages):
        return (), ""
    longest = max((time.whole.high for time in times if time), default=0)
    bars = tuple(_time_bar(stage, time, longest) for stage, time in zip(journey.stages, times, strict=True))
    whole = total_time(times)
    return bars, time_in_words(whole) if whole else ""


def _time_bar(stage: JourneyStage, time: TimeTaken | None, longest: float) -> TimeBar:
    if time is None:
        return TimeBar(len(stage.steps), stage.duration or "")
    share = round(time.whole.high / longest * 100, 1) if longest else 0.0
    text = stage.duration if time.stated and stage.duration else str(time.whole)
    return TimeBar(len(stage.steps), text, separated(_time_notes(time)), share)


def _time_notes(time: TimeTaken) -> Iterator[str]:
    if time.known < time.parts:
        yield ngettext(
            "known of %(known)s of %(num)s step", "known of %(known)s of %(num)s steps", time.parts, known=time.known
        )
    if time.waiting.high:
        yield _("%(time)s of it waiting", time=time.waiting)


def step_heads(
    journey: Journey,
    actors: Sequence[Sequence[Actor]],
    opens: Sequence[bool],
    marks: Sequence[Markup],
) -> tuple[StepHead, ...]:
    """The head of each step; `actors` are those of each step, where several act on the map."""
    steps = journey.steps
    columns = zip(count(1), steps, opens, actors, step_notes(steps), marks)
    return tuple(
        [
            StepHead(n, step.name, _looks(step, first), step.moment_of_truth, step.believed, tuple(who), notes, mark)
            for n, step, first, who, notes, mark in columns
        ]
    )


def _looks(step: Step, opens: bool) -> str:
    """The classes of a step's head."""
    looks = ["journeys-opens"] if opens else []
    if step.believed != "inferred":
        looks.append(f"journeys-{step.believed}")
    if step.is_optional:
        looks.append("journeys-optional")
    if step.parallel:
        looks.append("journeys-parallel")
    return " ".join(looks)
