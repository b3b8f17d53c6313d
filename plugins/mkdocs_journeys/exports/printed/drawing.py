"""The map of a journey as one SVG: stages, steps, the curve and the lanes, without scripts, styles or references."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.exports.colours import (
    ACCENT,
    BAND,
    BAND_PALE,
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
from mkdocs_journeys.exports.facts import emotion_shown, facts_of
from mkdocs_journeys.exports.lanes import BEHIND, MapLane, lanes_of, pains_at
from mkdocs_journeys.exports.printed.lettering import escaped, height_of, lettered, width_of, wrapped_to
from mkdocs_journeys.insight.emotion import level, mean_emotion, signed, step_emotion
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.map.actors import LOOKS, people_of
from mkdocs_journeys.site.map.emotions.curve import COLUMN, CurvePoint, CurveSeries, EmotionCurve, curve_of

MARGIN, LABEL, PADDING, CARD_GAP = 28, 136, 10, 6
"""Pixels around the drawing, of the names of lanes, inside of cells, and between cards."""
SIZE, SMALL = 12.5, 11
FIGURES = 24
"""The room for figures below the curve."""
INNER = COLUMN - 2 * PADDING
MOUTHS = {
    1: "M-6 7.5q6-8 12 0",
    2: "M-5 6.5q5-4.4 10 0",
    3: "M-4.5 5h9",
    4: "M-5 4q5 4.4 10 0",
    5: "M-6 3q6 8 12 0",
}
"""The mouth of a face by the level of its emotion, as on the site."""
SPOKEN = frozenset({"says", "thinks"})
CARDS = {"opportunities": ACCENT, "ideas": ACCENT, "gains": EMOTION[2]}
"""Lanes of cards, with the colour of their edge; that of a pain is that of its score."""


def drawing_of(atlas: Atlas, journey: Journey) -> bytes:
    """The SVG document of a map."""
    drawing = _Drawing(atlas, journey)
    drawing.head()
    drawing.stages()
    drawing.steps()
    drawing.curve()
    is_behind = False
    for lane in lanes_of(atlas, journey):
        if lane.name in BEHIND and not is_behind:
            is_behind = True
            drawing.boundary("Line of visibility")
        drawing.lane(lane)
    return drawing.document()


class _Drawing:
    """A drawing that grows downwards: `y` is the lower edge of what is there."""

    def __init__(self, atlas: Atlas, journey: Journey) -> None:
        self.atlas, self.journey = atlas, journey
        self.places = atlas.places[journey.id]
        self.left = MARGIN + LABEL
        self.right = self.left + COLUMN * len(self.places)
        self.y: float = MARGIN
        self.parts: list[str] = []

    def document(self) -> bytes:
        width, height = self.right + MARGIN, self.y + MARGIN
        title = escaped(" ".join(self.journey.title.split()))
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" font-family="Helvetica Neue, Arial, Liberation Sans, sans-serif" role="img">'
        )
        ground = f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>'
        frame = self._rect(MARGIN, self.top, self.right - MARGIN, self.y - self.top, "none", LINE)
        lines = [head, f"<title>{title}</title>", ground, *filter(None, self.parts), frame, "</svg>", ""]
        return "\n".join(lines).encode()

    def head(self) -> None:
        room = max(self.right - MARGIN, 480) - MARGIN
        title = wrapped_to(self.journey.title, room, 24, bold=True)
        self.parts.append(lettered(title, MARGIN, self.y, 24, bold=True))
        self.y += height_of(title, 24) + 4
        facts = [f"{name}: {text}" for name, text in facts_of(self.atlas, self.journey) if name != "Objective"]
        said = wrapped_to(" · ".join(facts), room, SIZE)
        self.parts.append(lettered(said, MARGIN, self.y, SIZE, colour=SOFT))
        self.y += height_of(said, SIZE) + 14
        self.top = self.y

    def stages(self) -> None:
        colours = stage_colours(self.atlas)
        runs = [list(run) for _, run in groupby(self.places, key=lambda place: place.stage_number)]
        names = []
        for run in runs:
            mean = mean_emotion(self.journey, run[0].stage)
            said = self.atlas.stage_name(run[0].stage) + (f" {signed(mean)}" if mean is not None else "")
            names.append(wrapped_to(said, COLUMN * len(run) - 40, 15, bold=True))
        height = max(height_of(name, 15) for name in names) + 18
        x: float = self.left
        for run, name in zip(runs, names, strict=True):
            colour, width = colours[run[0].stage.stage], COLUMN * len(run)
            middle, notch = self.y + height / 2, 12 if x > self.left else 0
            points = f"{x:g},{self.y:g} {x + width - 12:g},{self.y:g} {x + width:g},{middle:g} "
            points += f"{x + width - 12:g},{self.y + height:g} {x:g},{self.y + height:g} {x + notch:g},{middle:g}"
            self.parts.append(f'<polygon points="{points}" fill="{pale(colour, 0.88)}"/>')
            self.parts.append(lettered(name, x + 20, self.y + 8, 15, bold=True, colour=dark(colour)))
            x += width
        self._label("Stage", self.y, height)
        self.y += height

    def steps(self) -> None:
        texts = [wrapped_to(place.step.name, INNER - 28, 13, bold=True) for place in self.places]
        notes = [_notes(place) for place in self.places]
        height = max(height_of(text, 13) + height_of(note, SMALL) for text, note in zip(texts, notes, strict=True))
        for (x, place), text, note in zip(self._columns(), texts, notes, strict=True):
            middle, y = x + PADDING + 10, self.y + PADDING
            self.parts.append(f'<circle cx="{middle:g}" cy="{y + 9:g}" r="10" fill="{SURFACE}" stroke="{LINE}"/>')
            self.parts.append(lettered([str(place.number)], middle, y + 2, SMALL, colour=SOFT, anchor="middle"))
            self.parts.append(lettered(text, x + PADDING + 28, y, 13, bold=True))
            self.parts.append(
                lettered(note, x + PADDING + 28, y + height_of(text, 13) + 2, SMALL, colour=SOFT, italic=True)
            )
        self._row("Does", height + 2 * PADDING + 2)

    def curve(self) -> None:
        acting = [actors_of(self.journey, step) for step in self.journey.steps]
        people = people_of(self.atlas, self.journey, acting)
        curve = curve_of(self.atlas, self.journey, acting, people)
        inside = [f'<g transform="translate({self.left:g} {self.y:g})">']
        inside += [f'<path d="M{x} 0V{curve.height}" stroke="{LINE}"/>' for x in curve.borders]
        inside.append(f'<path d="M0 {curve.neutral}H{curve.width}" stroke="{STRONG_LINE}" stroke-dasharray="4 5"/>')
        inside += [part for one in curve.series for part in _line(one)]
        inside += [part for one in curve.series for point in one.points for part in _face(one, point)]
        inside += [lettered(["?"], x, curve.neutral - 8, SIZE, colour=SOFT, anchor="middle") for x in curve.unknown]
        self.parts += [*inside, "</g>"]
        self._legend(curve)
        self._row("Feels", curve.height + FIGURES)
        values = [step_emotion(place.step) for place in self.places]
        for (x, _), value in zip(self._columns(), values, strict=True):
            said = "not known" if value is None else emotion_shown(value)
            colour = SOFT if value is None else EMOTION[level(value)]
            self.parts.append(
                lettered([said], x + COLUMN / 2, self.y - FIGURES, SIZE, bold=True, colour=colour, anchor="middle")
            )

    def _legend(self, curve: EmotionCurve) -> None:
        """Who is who, in the names of lanes."""
        y = self.y + 30
        for one in curve.series if len(curve.series) > 1 else ():
            self.parts.append(f'<path d="M{MARGIN + 8} {y + 7:g}h18" stroke="{_colour(one)}" stroke-width="3"/>')
            name = wrapped_to(one.name, LABEL - 40, SMALL)[:2]
            self.parts.append(lettered(name, MARGIN + 32, y, SMALL, colour=INK))
            y += height_of(name, SMALL) + 4

    def lane(self, lane: MapLane) -> None:
        if lane.name == "pains" or lane.name in CARDS:
            self._cards(lane)
            return
        size, italic = (SIZE, True) if lane.name in SPOKEN else (SIZE, False)
        cells = [
            [line for text in cell for line in wrapped_to(f"“{text}”" if italic else text, INNER, size)]
            for cell in lane.cells
        ]
        height = max(height_of(cell, size) for cell in cells)
        if lane.name in BEHIND:
            self._ground(height + 2 * PADDING)
        for (x, _), cell in zip(self._columns(), cells, strict=True):
            self.parts.append(lettered(cell, x + PADDING, self.y + PADDING, size, italic=italic))
        self._row(lane.title, height + 2 * PADDING)

    def _cards(self, lane: MapLane) -> None:
        """A lane of notes with an edge of colour; a pain has its score."""
        heights = []
        for (x, place), cell in zip(self._columns(), lane.cells, strict=True):
            y = self.y + PADDING
            for text, score, band in self._notes_of(lane, place, cell):
                lines = wrapped_to(text, INNER - 22 - (34 if score else 0), SMALL)
                height = height_of(lines, SMALL) + 12
                edge = BAND[band] if band else CARDS[lane.name]
                self.parts.append(self._rect(x + PADDING, y, INNER, height, "#ffffff", LINE))
                self.parts.append(self._rect(x + PADDING, y, 3, height, edge))
                self.parts.append(lettered(lines, x + PADDING + 11, y + 5, SMALL))
                if band:
                    width, right = width_of(score, SMALL, bold=True) + 10, x + COLUMN - PADDING - 5
                    self.parts.append(self._rect(right - width, y + 5, width, 17, BAND_PALE[band]))
                    middle = right - width / 2
                    self.parts.append(lettered([score], middle, y + 6, SMALL, bold=True, colour=edge, anchor="middle"))
                y += height + CARD_GAP
            heights.append(y - self.y)
        self._row(lane.title, max(heights) + PADDING - CARD_GAP)

    def _notes_of(
        self, lane: MapLane, place: StepLocation, cell: Sequence[str]
    ) -> Iterator[tuple[str, str, Band | None]]:
        """The text of each note, with the score and the band of a pain."""
        if lane.name != "pains":
            yield from ((text, "", None) for text in cell)
            return
        for one in pains_at(self.atlas, place):
            yield one.pain.title, str(one.score.shown), one.score.band

    def boundary(self, name: str) -> None:
        self.parts.append(
            f'<path d="M{MARGIN} {self.y + 12:g}H{self.right:g}" stroke="{STRONG_LINE}" stroke-width="2" '
            'stroke-dasharray="6 5"/>'
        )
        width = width_of(name, SMALL, bold=True) + 16
        self.parts.append(self._rect(MARGIN + 8, self.y + 3, width, 18, "#ffffff", STRONG_LINE))
        self.parts.append(lettered([name], MARGIN + 16, self.y + 4.5, SMALL, bold=True, colour=SOFT))
        self.y += 24

    def _columns(self) -> Iterator[tuple[float, StepLocation]]:
        """The left edge of each step."""
        yield from ((self.left + COLUMN * number, place) for number, place in enumerate(self.places))

    def _row(self, title: str, height: float) -> None:
        """End a row: its name, and a line below."""
        self._label(title, self.y, height)
        self.y += height
        self.parts.append(f'<path d="M{MARGIN} {self.y:g}H{self.right:g}" stroke="{LINE}"/>')

    def _ground(self, height: float) -> None:
        self.parts.append(self._rect(self.left, self.y, self.right - self.left, height, SURFACE))

    def _label(self, title: str, y: float, height: float) -> None:
        name = wrapped_to(title, LABEL - 18, SIZE, bold=True)
        self.parts.insert(0, self._rect(MARGIN, y, LABEL, height, SURFACE))
        self.parts.append(lettered(name, MARGIN + 9, y + PADDING, SIZE, bold=True))

    def _rect(self, x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> str:
        stroke = f' stroke="{edge}"' if edge else ""
        return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3" fill="{fill}"{stroke}/>'


def _notes(place: StepLocation) -> list[str]:
    truth = ["◆ moment of truth"] if place.step.moment_of_truth else []
    return [*truth, *([place.step.believed] if place.step.believed else [])]


def _colour(series: CurveSeries) -> str:
    return LOOKS[series.actor.look].light if series.actor else ACCENT


def _line(series: CurveSeries) -> Iterator[str]:
    """The lines of a person: known runs, gaps between them, and ways beside the main one."""
    looks = f'fill="none" stroke="{_colour(series)}"'
    dashes = LOOKS[series.actor.look].dashes if series.actor else "none"
    dashed = f' stroke-dasharray="{dashes}"' if dashes != "none" else ""
    yield from (f'<path d="{d}" {looks} stroke-width="2.5"{dashed}/>' for d in series.lines)
    yield from (f'<path d="{d}" {looks} stroke-width="1.5" stroke-dasharray="2 6"/>' for d in series.gaps)
    for side in series.sides:
        yield from (f'<path d="{d}" {looks} stroke-width="1.5" stroke-dasharray="5 4"/>' for d in side.lines)


def _face(series: CurveSeries, point: CurvePoint) -> Iterator[str]:
    """A face at a known feeling, dashed where it is a guess, with a ring at a moment of truth."""
    outline = series.actor.outline if series.actor else LOOKS[0].outline
    edge = _colour(series) if series.actor else EMOTION[point.level - 3]
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
