"""Slides of journeys, one after the other."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.archive import MissingLibraryError, without_times, writable
from mkdocs_journeys.exports.colours import ACCENT, INK, SOFT, dark, pale, stage_colours
from mkdocs_journeys.exports.facts import facts_of
from mkdocs_journeys.exports.slides.curve import curve_slide
from mkdocs_journeys.exports.slides.findings import evidence_slides, opportunity_slides, pain_slides
from mkdocs_journeys.exports.slides.map import map_slides
from mkdocs_journeys.exports.slides.page import HEIGHT, INNER, MARGIN, WIDTH, SlideArea, SlidePage, emu
from mkdocs_journeys.insight.coverage import journey_confidence
from mkdocs_journeys.model import Journey
from mkdocs_journeys.wording import counted


def slides(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """The content of a .pptx file, for screens of 16 to 9. Raises MissingLibraryError."""
    try:
        from pptx import Presentation
    except ImportError:
        raise MissingLibraryError("Slides", "python-pptx", "slides") from None
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)
    deck.core_properties.title = writable(journeys[0].title if len(journeys) == 1 else atlas.catalog.name)[:255]
    deck.core_properties.author = writable(atlas.catalog.name)[:255]
    for journey in journeys:
        _title(deck, atlas, journey)
        map_slides(deck, atlas, journey)
        curve_slide(deck, atlas, journey)
        pain_slides(deck, atlas, journey)
        opportunity_slides(deck, atlas, journey)
        evidence_slides(deck, atlas, journey)
    content = io.BytesIO()
    deck.save(content)
    return without_times(content.getvalue())


def _title(deck: Any, atlas: Atlas, journey: Journey) -> None:
    page = SlidePage(deck, "")
    page.retitle(journey.title, SlideArea(MARGIN + 0.3, 1.35, INNER - 0.6, 1.7), 40)
    page.box(SlideArea(MARGIN, 1.45, 0.1, 1.5), ACCENT, shape="RECTANGLE")
    page.text(SlideArea(MARGIN + 0.3, 0.85, INNER, 0.35), [atlas.catalog.name], size=16, colour=ACCENT, bold=True)
    facts = [(name, text) for name, text in facts_of(atlas, journey) if name != "Objective"]
    if journey.objective:
        page.text(
            SlideArea(MARGIN + 0.3, 3.15, INNER - 0.6, 0.85), [journey.objective], size=20, smallest=14, colour=SOFT
        )
    width = INNER / max(len(facts), 4)
    for number, (name, text) in enumerate(facts):
        x = MARGIN + 0.3 + number * width
        page.text(SlideArea(x, 4.3, width - 0.2, 0.3), [name], size=12, colour=SOFT)
        page.text(SlideArea(x, 4.6, width - 0.2, 0.75), [text], size=16, smallest=11, bold=True, colour=INK)
    _strip(page, atlas, journey)
    page.notes(list(_sources(atlas, journey)))


def _strip(page: SlidePage, atlas: Atlas, journey: Journey) -> None:
    """The stages as a row of arrows, each as wide as its steps."""
    colours, total = stage_colours(atlas), len(journey.steps)
    x = MARGIN + 0.3
    for _, places in groupby(atlas.places[journey.id], key=lambda place: place.stage_number):
        found = list(places)
        width = (INNER - 0.6) * len(found) / total
        colour, stage = colours[found[0].stage.stage], found[0].stage
        page.box(SlideArea(x, 5.75, max(width - 0.05, 0.1), 0.62), pale(colour, 0.8), shape="PENTAGON")
        inside = SlideArea(x + 0.12, 5.75, max(width - 0.3, 0.1), 0.62)
        if inside.width > 0.5:
            name = atlas.stage_name(stage)
            page.text(inside, [name], size=14, smallest=7, bold=True, colour=dark(colour), anchor="middle")
        x += width


def _sources(atlas: Atlas, journey: Journey) -> Iterator[str]:
    shares = journey_confidence(atlas, journey)
    yield f"Journey {journey.id}, from {journey.path}."
    yield f"{counted(len(journey.steps), 'step')} in {counted(len(journey.stages), 'stage')}."
    if (validated := shares.percent("validated")) is not None:
        yield f"{validated:.0f} % of what it says of steps and pains is validated."
    for name, text in (("Scenario", journey.scenario), ("What they expect", journey.expectation)):
        if text:
            yield f"{name}: {text}"
