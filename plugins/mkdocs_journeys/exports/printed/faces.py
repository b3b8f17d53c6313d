"""What people feel, as parts of a drawing: their lines, and a face at each known feeling."""

from collections.abc import Iterator

from mkdocs_journeys.exports.colours import ACCENT, EMOTION, EMOTION_PALE, INK
from mkdocs_journeys.exports.printed.lettering import escaped, lettered
from mkdocs_journeys.site.map.actors import LOOKS
from mkdocs_journeys.site.map.emotions.curve import CurvePoint, CurveSeries

MOUTHS = {
    1: "M-6 7.5q6-8 12 0",
    2: "M-5 6.5q5-4.4 10 0",
    3: "M-4.5 5h9",
    4: "M-5 4q5 4.4 10 0",
    5: "M-6 3q6 8 12 0",
}
"""The mouth of a face by the level of its emotion, as on the site."""


def colour_of(series: CurveSeries) -> str:
    """The colour of a person's line."""
    return LOOKS[series.actor.look].light if series.actor else ACCENT


def line_of(series: CurveSeries) -> Iterator[str]:
    """The lines of a person: known runs, gaps between them, and ways beside the main one."""
    looks = f'fill="none" stroke="{colour_of(series)}"'
    dashes = LOOKS[series.actor.look].dashes if series.actor else "none"
    dashed = f' stroke-dasharray="{dashes}"' if dashes != "none" else ""
    yield from (f'<path d="{d}" {looks} stroke-width="2.5"{dashed}/>' for d in series.lines)
    yield from (f'<path d="{d}" {looks} stroke-width="1.5" stroke-dasharray="2 6"/>' for d in series.gaps)
    for side in series.sides:
        yield from (f'<path d="{d}" {looks} stroke-width="1.5" stroke-dasharray="5 4"/>' for d in side.lines)


def face_of(series: CurveSeries, point: CurvePoint) -> Iterator[str]:
    """A face at a known feeling, dashed where it is a guess, with a ring at a moment of truth."""
    outline = series.actor.outline if series.actor else LOOKS[0].outline
    edge = colour_of(series) if series.actor else EMOTION[point.level - 3]
    dashed = ' stroke-dasharray="3 3"' if point.assumed else ""
    yield f'<g transform="translate({point.x} {point.y})"><title>{escaped(point.title)}</title>'
    if point.moment:
        yield f'<circle r="22" fill="none" stroke="{ACCENT}" stroke-width="1.6" stroke-dasharray="3 3"/>'
    yield f'<path d="{outline}" fill="{EMOTION_PALE[point.level - 3]}" stroke="{edge}" stroke-width="2"{dashed}/>'
    yield f'<circle cx="-4.4" cy="-3" r="1.6" fill="{INK}"/><circle cx="4.4" cy="-3" r="1.6" fill="{INK}"/>'
    yield f'<path d="{MOUTHS[point.level]}" fill="none" stroke="{INK}" stroke-width="1.8" stroke-linecap="round"/>'
    if series.actor:
        yield lettered([series.actor.initials], 0, 16, 10, bold=True, anchor="middle")
    yield "</g>"
