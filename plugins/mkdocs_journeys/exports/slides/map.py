"""The map of a journey on slides: some steps on each, below their stages, with the curve between the lanes."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import ceil
from typing import Any

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.exports.colours import (
    ACCENT,
    BAND,
    EMOTION,
    EMOTION_PALE,
    INK,
    LINE,
    SOFT,
    STRONG_LINE,
    SURFACE,
    dark,
    pale,
    stage_colours,
)
from mkdocs_journeys.exports.facts import emotion_shown
from mkdocs_journeys.exports.lanes import opportunities_at, pains_at
from mkdocs_journeys.exports.slides.page import INNER, MARGIN, SlideArea, SlidePage
from mkdocs_journeys.insight.emotion import level, step_emotion
from mkdocs_journeys.model import Journey, SourcedQuote
from mkdocs_journeys.model.step import by_actor

MOST_STEPS = 6
"""On a slide: more would be too small to read from the back of a room."""
NAMES_WIDTH, GAP = 1.15, 0.1
LANES = (("", 1.35, 0.42), ("Does", 1.82, 0.78), ("Where", 2.65, 0.4), ("Feels", 3.1, 1.3), ("Says", 4.45, 0.75),
         ("Pains", 5.25, 0.95), ("Ideas", 6.25, 0.72))  # fmt: skip
"""The names of the lanes, from above, with where they begin and how high they are."""
MOST_PAINS = 2


def map_slides(deck: Any, atlas: Atlas, journey: Journey) -> None:
    """Add the slides of the map."""
    places = atlas.places[journey.id]
    count = ceil(len(places) / MOST_STEPS)
    size = ceil(len(places) / count)
    for number in range(count):
        _slide(deck, atlas, journey, places[number * size : (number + 1) * size], (number + 1, count))


def _slide(deck: Any, atlas: Atlas, journey: Journey, places: Sequence[StepLocation], at: tuple[int, int]) -> None:
    first, last = places[0].number, places[-1].number
    steps = f"step {first}" if first == last else f"steps {first} to {last}"
    part = f"The map, {steps} of {len(journey.steps)}" if at[1] > 1 else "The map"
    page = SlidePage(deck, part, journey.title, f"Map {at[0]} of {at[1]}" if at[1] > 1 else "")
    width = (INNER - NAMES_WIDTH) / len(places)
    for name, y, height in LANES[1:]:
        page.box(
            SlideArea(MARGIN, y, INNER, height), SURFACE if name in ("Where", "Says") else "#ffffff", shape="RECTANGLE"
        )
        page.text(SlideArea(MARGIN + 0.08, y + 0.05, NAMES_WIDTH - 0.15, 0.3), [name], size=12, bold=True, colour=SOFT)
    _stages(page, atlas, places, width)
    points: list[tuple[float, float] | None] = []
    left_out: list[str] = []
    for column, place in enumerate(places):
        x = MARGIN + NAMES_WIDTH + column * width
        points.append(_column(page, atlas, place, x + GAP / 2, width - GAP, left_out))
    for one, other in pairwise(points):
        if one and other:
            page.line(one, other, ACCENT)
    for place, point in zip(places, points, strict=True):
        if point:
            _face(page, place, point)
    page.notes([f"Steps {first} to {last} of {journey.path}.", *left_out, *_quotes(places)])


def _stages(page: SlidePage, atlas: Atlas, places: Sequence[StepLocation], width: float) -> None:
    colours = stage_colours(atlas)
    _, y, height = LANES[0]
    for _, some in groupby(enumerate(places), key=lambda one: one[1].stage_number):
        found = list(some)
        x = MARGIN + NAMES_WIDTH + found[0][0] * width
        stage = found[0][1].stage
        colour, area = colours[stage.stage], SlideArea(x, y, len(found) * width - 0.04, height)
        page.box(area, pale(colour, 0.8), shape="PENTAGON")
        name, inside = atlas.stage_name(stage), SlideArea(area.x + 0.12, y, area.width - 0.4, height)
        page.text(inside, [name], size=14, smallest=9, bold=True, colour=dark(colour), anchor="middle")


def _column(
    page: SlidePage, atlas: Atlas, place: StepLocation, x: float, width: float, left_out: list[str]
) -> tuple[float, float] | None:
    """Draw a step but for its emotion; gives the middle of that, None where nobody knows it."""
    lanes = {name: SlideArea(x, y, width, height) for name, y, height in LANES}
    step = place.step

    def write(lane: str, lines: Sequence[str], **looks: Any) -> None:
        if not page.text(lanes[lane], lines, **looks):
            left_out.append(f"Step {place.number}, {lane.lower()}: {'; '.join(lines)}")

    truth = ["◆ moment of truth"] if step.moment_of_truth else []
    write("Does", [f"{place.number}. {step.name}", *truth], size=13, smallest=10, bold=True)
    names = [atlas.touchpoints[id].name for id in step.touchpoint] or [one.name for one in atlas.channels_of(step)]
    write("Where", [", ".join(names)] if names else [], size=11, smallest=9, colour=SOFT, anchor="middle")
    quotes = [f"“{text_of(quote)}”" for quote in step.quotes] or [f"“{text}”" for _, text in by_actor(step.thinks)]
    write("Says", quotes[:1], size=11, smallest=9, italic=True, anchor="middle")
    if quotes[1:]:
        left_out.append(f"Step {place.number}, says: {'; '.join(quotes[1:])}")
    pains = sorted(pains_at(atlas, place), key=lambda one: -one.score.value)
    shown = pains[:MOST_PAINS]
    each = lanes["Pains"].height / max(len(shown), 1)
    for number, scored in enumerate(shown):
        area = SlideArea(x, lanes["Pains"].y + number * each, width, each - 0.06)
        page.box(area, "#ffffff", LINE)
        page.box(SlideArea(x, area.y, 0.05, area.height), BAND[scored.score.band], shape="RECTANGLE")
        inside = SlideArea(x + 0.12, area.y + 0.02, width - 0.18, area.height - 0.04)
        text = f"{scored.score.shown} · {scored.pain.title}"
        if not page.text(inside, [text], size=11, smallest=9, anchor="middle"):
            left_out.append(f"Step {place.number}, pain: {text}")
    left_out += [f"Step {place.number}, pain: {one.score.shown} · {one.pain.title}" for one in pains[MOST_PAINS:]]
    ideas = [one.title for one in opportunities_at(atlas, place)] + list(step.ideas)
    more = [f"and {len(ideas) - 1} more"] if len(ideas) > 1 else []
    fits = not ideas or page.text(lanes["Ideas"], [ideas[0], *more], size=10, smallest=8, colour=INK)
    if more or not fits:
        left_out += [f"Step {place.number}, ideas: {'; '.join(ideas)}"]
    emotion = step_emotion(step)
    feels = lanes["Feels"]
    if emotion is None:
        page.text(feels, ["not known"], size=10, colour=SOFT, align="center", anchor="middle")
        return None
    return x + width / 2, feels.y + 0.22 + (2 - emotion) / 4 * (feels.height - 0.44)


def _face(page: SlidePage, place: StepLocation, point: tuple[float, float]) -> None:
    emotion = step_emotion(place.step) or 0
    area = SlideArea(point[0] - 0.29, point[1] - 0.17, 0.58, 0.34)
    edge = EMOTION[level(emotion)]
    page.box(area, EMOTION_PALE[level(emotion)], edge if not place.step.moment_of_truth else STRONG_LINE, "OVAL")
    page.text(area, [emotion_shown(emotion)], size=11, bold=True, colour=edge, align="center", anchor="middle")


def _quotes(places: Sequence[StepLocation]) -> list[str]:
    """Where the words of steps are written down."""
    return [
        f"“{quote.text}” – {quote.evidence}"
        for place in places
        for quote in place.step.quotes
        if isinstance(quote, SourcedQuote) and quote.evidence
    ]


def text_of(quote: SourcedQuote | str) -> str:
    """The words of a quote."""
    return quote if isinstance(quote, str) else quote.text
