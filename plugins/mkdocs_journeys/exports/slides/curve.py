"""The curve of emotions as a chart of its own, that programs for slides can edit."""

from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.csvcell import guarded
from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.colours import ACCENT, LINE, SOFT
from mkdocs_journeys.exports.facts import emotion_shown
from mkdocs_journeys.exports.slides.page import FONT, INNER, MARGIN, SlideArea, SlidePage, emu, in_points, rgb
from mkdocs_journeys.exports.workbook.map_sheet import CURVE_COLOURS, people_of
from mkdocs_journeys.insight.emotion import curve_of, mean_emotion, signed, step_emotion
from mkdocs_journeys.model import Journey

LONGEST_CATEGORY = 28


def curve_slide(deck: Any, atlas: Atlas, journey: Journey) -> None:
    """Add the slide of the curve, if any emotion is known."""
    curves = {id: curve_of(journey, id) for id in people_of(atlas, journey)}
    known = {id: curve for id, curve in curves.items() if any(value is not None for value in curve)}
    if not known:
        return
    mean = mean_emotion(journey)
    page = SlidePage(deck, "How it feels, step by step", journey.title)
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    data = CategoryChartData()
    data.categories = [_category(place.number, place.step.name) for place in atlas.places[journey.id]]
    for id, curve in known.items():
        data.add_series(writable(guarded(atlas.personas[id].name)), curve)
    area = SlideArea(MARGIN, 1.75, INNER, 4.55)
    frame = page.slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *map(emu, area), data)
    _dress(frame.chart, several=len(known) > 1)
    page.text(
        SlideArea(MARGIN, 1.35, INNER, 0.3), ["+2 very positive, 0 neutral, −2 very negative"], size=12, colour=SOFT
    )
    felt = [(step_emotion(place.step), place) for place in atlas.places[journey.id]]
    low = min((value, place.number, place.step.name) for value, place in felt if value is not None)
    high = max((value, -place.number, place.step.name) for value, place in felt if value is not None)
    gaps = sum(value is None for value, _ in felt)
    ends = [
        f"Lowest: {emotion_shown(low[0])} at {low[1]}. {low[2]}",
        f"Highest: {emotion_shown(high[0])} at {-high[1]}. {high[2]}",
    ]
    lines = [*ends, *([f"Not known at {gaps} of {len(felt)} steps: the curve has gaps there."] if gaps else [])]
    page.text(SlideArea(MARGIN, 6.35, INNER, 0.75), lines, size=13, smallest=10)
    told = [] if mean is None else [f"The mean along the main way is {signed(mean)}."]
    page.notes([f"Emotions of {journey.path}, from −2 to 2.", *told])


def _category(number: int, name: str) -> str:
    text = " ".join(writable(name).split())
    short = text if len(text) <= LONGEST_CATEGORY else f"{text[:LONGEST_CATEGORY].rstrip()}…"
    return f"{number}. {short}"


def _dress(chart: Any, *, several: bool) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
    from pptx.enum.dml import MSO_LINE

    chart.font.name, chart.font.size = FONT, in_points(11)
    chart.has_title, chart.has_legend = False, several
    if several:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    marks = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND)
    dashes = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.LONG_DASH, MSO_LINE.ROUND_DOT)
    for number, series in enumerate(chart.plots[0].series):
        colour = rgb(CURVE_COLOURS[number % len(CURVE_COLOURS)] if several else ACCENT)
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = colour, in_points(2.5)
        series.format.line.dash_style = dashes[number % len(dashes)]
        series.marker.style, series.marker.size = marks[number % len(marks)], 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour
        series.marker.format.line.color.rgb = colour
    values, steps = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = -2, 2, 1
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "+0;−0;0", False
    values.major_gridlines.format.line.color.rgb = rgb(LINE)
    values.format.line.fill.background()
    steps.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    steps.format.line.color.rgb = rgb(LINE)
    steps.tick_labels.font.size = in_points(10)
