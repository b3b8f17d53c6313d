"""Pieces of journeys around the steps where something occurs: a small curve with the step before and the one after."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_journeys.atlas import StepLocation
from mkdocs_journeys.insight.emotion import known_emotions, step_emotion
from mkdocs_journeys.insight.selection import mean
from mkdocs_journeys.insight.things.places import StepRun, runs_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import page_uri, stage_anchor
from mkdocs_journeys.site.charts.pieces import curve_pieces, height_of
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import MeanEmotion, feeling
from mkdocs_journeys.site.links import NamedLink, journey_link, step_link
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.site.rendering.numbers import signed
from mkdocs_journeys.translation.messages import ngettext

MOST_RUNS, MOST_STEPS = 4, 12
"""How many pieces of a journey are drawn, and how many steps of each."""


class ExcerptStep(NamedTuple):
    """A step with its piece of the curve; `height` is where its dot lies, in percent from the top.

    `around`: the thing does not occur at it; it comes before or after.
    """

    step: NamedLink
    felt: MeanEmotion
    curve: str
    height: float
    around: bool


class Excerpt(NamedTuple):
    """Neighbouring steps under the stage in which they begin; `more` counts those that are left out."""

    stage: NamedLink
    steps: tuple[ExcerptStep, ...]
    more: int


class JourneyExcerpts(NamedTuple):
    """A journey with the pieces of it where something occurs; `more` counts those that are not drawn."""

    journey: NamedLink
    people: str
    felt: MeanEmotion
    size: str
    pieces: tuple[Excerpt, ...]
    more: int


def excerpts_of(
    context: PageContext, journeys: Iterable[tuple[Journey, Sequence[StepLocation]]]
) -> tuple[JourneyExcerpts, ...]:
    """The pieces of each of these journeys; its steps are those where the thing occurs."""
    return tuple(_of_journey(context, journey, places) for journey, places in journeys)


def _of_journey(context: PageContext, journey: Journey, places: Sequence[StepLocation]) -> JourneyExcerpts:
    runs = runs_of(context.atlas, places)
    return JourneyExcerpts(
        journey=journey_link(context, journey),
        people=listed([context.atlas.personas[id].name for id in journey.personas]),
        felt=feeling(mean(known_emotions(place.step for place in places))),
        size=ngettext("%(num)s step", "%(num)s steps", len(places)),
        pieces=tuple(_excerpt(context, run) for run in runs[:MOST_RUNS]),
        more=max(0, len(runs) - MOST_RUNS),
    )


def _excerpt(context: PageContext, run: StepRun) -> Excerpt:
    shown = run.steps[:MOST_STEPS]
    after = run.after if len(shown) == len(run.steps) else None
    row = [place for place in (run.before, *shown, after) if place]
    numbers = {place.number for place in shown}
    emotions = [step_emotion(place.step) for place in row]
    curves = curve_pieces([None if felt is None else (felt,) for felt in emotions])
    first = shown[0]
    href = context.to(page_uri("journey", first.journey.id), stage_anchor(first.stage_number))
    return Excerpt(
        NamedLink(context.atlas.stage_name(first.stage), href),
        tuple(
            ExcerptStep(
                step_link(context, place), _felt(felt), curve, height_of(felt or 0), place.number not in numbers
            )
            for place, felt, curve in zip(row, emotions, curves, strict=True)
        ),
        len(run.steps) - len(shown),
    )


def _felt(value: float | None) -> MeanEmotion:
    """An emotion at one step, as it is on the map: without decimals where it is a whole number."""
    found = feeling(value)
    return found._replace(text=signed(int(value))) if value is not None and value.is_integer() else found
