"""The map of a journey as one SVG: stages, steps, the curve and the lanes, without scripts, styles or references."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.exports.colours import (
    ACCENT,
    BAND,
    BAND_PALE,
    EMOTION,
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
from mkdocs_journeys.exports.printed.faces import colour_of, face_of, line_of
from mkdocs_journeys.exports.printed.lettering import escaped, height_of, lettered, width_of, wrapped_to
from mkdocs_journeys.insight.emotion import level, mean_emotion, signed, step_emotion
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.map.actors import people_of
from mkdocs_journeys.site.map.emotions.curve import COLUMN, EmotionCurve, curve_of

MARGIN, LABEL, PADDING, CARD_GAP = 28, 136, 10, 6
"""Pixels around the drawing, of the names of lanes, inside of cells, and between cards."""
SIZE, SMALL = 12.5, 11
FIGURES = 24
"""The room for figures below the curve."""
INNER = COLUMN - 2 * PADDING
SPOKEN = frozenset({"says", "thinks"})
CARDS = {"opportunities": ACCENT, "ideas": ACCENT, "gains": EMOTION[2]}
"""Lanes of cards, with the colour of their edge; that of a pain is that of its score."""


def drawing_of(atlas: Atlas, journey: Journey) -> bytes:
    """The SVG document of a map."""
    drawing = MapDrawing(atlas, journey, atlas.places[journey.id])
    drawing.head()
    drawing.grid()
    return svg_document(journey.title, [*drawing.grounds, *drawing.parts], drawing.right + MARGIN, drawing.y + MARGIN)


def svg_document(title: str, parts: Iterable[str], width: float, height: float) -> bytes:
    """A document of SVG on a white ground."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" font-family="Helvetica Neue, Arial, Liberation Sans, sans-serif" role="img">'
    )
    ground = f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>'
    called = f"<title>{escaped(' '.join(title.split()))}</title>"
    return "\n".join([head, called, ground, *filter(None, parts), "</svg>", ""]).encode()


def rectangle(x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> str:
    """A rectangle of SVG."""
    stroke = f' stroke="{edge}"' if edge else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3" fill="{fill}"{stroke}/>'


class MapRow(NamedTuple):
    """A row that was drawn: its upper edge, its height, and what it says in each column."""

    top: float
    height: float
    said: Sequence[Sequence[str]]


class MapDrawing:
    """A drawing of a map that grows downwards: `y` is the lower edge of what is there.

    `columns` are the steps that are drawn, from the left; None leaves a column empty. What lies behind all `parts`
    are the `grounds`. `rows` are those of its grid, by their names.
    """

    def __init__(
        self, atlas: Atlas, journey: Journey, columns: Sequence[StepLocation | None], y: float = MARGIN
    ) -> None:
        self.atlas, self.journey = atlas, journey
        self.columns = columns
        self.left = MARGIN + LABEL
        self.right = self.left + COLUMN * len(columns)
        self.y = self.top = y
        self.grounds: list[str] = []
        self.parts: list[str] = []
        self.rows: dict[str, MapRow] = {}

    def grid(self) -> None:
        """The stages, the steps, the curve and the lanes, in a frame."""
        self.top = self.y
        self.stages()
        self.steps()
        self.curve()
        is_behind = False
        for lane in lanes_of(self.atlas, self.journey):
            cells = [[] if place is None else lane.cells[place.number - 1] for place in self.columns]
            if not any(cells):
                continue
            if lane.name in BEHIND and not is_behind:
                is_behind = True
                self.boundary("Line of visibility")
            self.lane(lane._replace(cells=cells))
        self.parts.append(rectangle(MARGIN, self.top, self.right - MARGIN, self.y - self.top, "none", LINE))

    def head(self) -> None:
        """The title, and the line of facts."""
        room = max(self.right - MARGIN, 480) - MARGIN
        title = wrapped_to(self.journey.title, room, 24, bold=True)
        self.parts.append(lettered(title, MARGIN, self.y, 24, bold=True))
        self.y += height_of(title, 24) + 4
        facts = [f"{name}: {text}" for name, text in facts_of(self.atlas, self.journey) if name != "Objective"]
        said = wrapped_to(" · ".join(facts), room, SIZE)
        self.parts.append(lettered(said, MARGIN, self.y, SIZE, colour=SOFT))
        self.y += height_of(said, SIZE) + 14

    def stages(self) -> None:
        """The heads of the stages, each above its steps."""
        colours = stage_colours(self.atlas)
        runs = list(self._runs(by_stage=True))
        names = []
        for _, run in runs:
            mean = mean_emotion(self.journey, run[0].stage)
            said = self.atlas.stage_name(run[0].stage) + (f" {signed(mean)}" if mean is not None else "")
            names.append(wrapped_to(said, COLUMN * len(run) - 40, 15, bold=True))
        height = max(height_of(name, 15) for name in names) + 18
        for (x, run), name in zip(runs, names, strict=True):
            colour, width = colours[run[0].stage.stage], COLUMN * len(run)
            middle, notch = self.y + height / 2, 12 if x > self.left else 0
            points = f"{x:g},{self.y:g} {x + width - 12:g},{self.y:g} {x + width:g},{middle:g} "
            points += f"{x + width - 12:g},{self.y + height:g} {x:g},{self.y + height:g} {x + notch:g},{middle:g}"
            self.parts.append(f'<polygon points="{points}" fill="{pale(colour, 0.88)}"/>')
            self.parts.append(lettered(name, x + 20, self.y + 8, 15, bold=True, colour=dark(colour)))
        self._label("Stage", self.y, height)
        self.y += height

    def steps(self) -> None:
        """The names of the steps, with what else is said of them there."""
        height: float = 0
        for x, place in self._places():
            text, note = wrapped_to(place.step.name, INNER - 28, 13, bold=True), _notes(place)
            height = max(height, height_of(text, 13) + height_of(note, SMALL))
            middle, y = x + PADDING + 10, self.y + PADDING
            self.parts.append(f'<circle cx="{middle:g}" cy="{y + 9:g}" r="10" fill="{SURFACE}" stroke="{LINE}"/>')
            self.parts.append(lettered([str(place.number)], middle, y + 2, SMALL, colour=SOFT, anchor="middle"))
            self.parts.append(lettered(text, x + PADDING + 28, y, 13, bold=True))
            self.parts.append(
                lettered(note, x + PADDING + 28, y + height_of(text, 13) + 2, SMALL, colour=SOFT, italic=True)
            )
        said = [[] if place is None else [place.step.name, *_notes(place)] for place in self.columns]
        self._row("Does", height + 2 * PADDING + 2, said)

    def curve(self) -> None:
        """The curves of all people, and in figures how each step feels."""
        acting = [actors_of(self.journey, step) for step in self.journey.steps]
        people = people_of(self.atlas, self.journey, acting)
        curve = curve_of(self.atlas, self.journey, acting, people)
        inside = [f'<path d="M{x} 0V{curve.height}" stroke="{LINE}"/>' for x in curve.borders]
        inside.append(f'<path d="M0 {curve.neutral}H{curve.width}" stroke="{STRONG_LINE}" stroke-dasharray="4 5"/>')
        inside += [part for one in curve.series for part in line_of(one)]
        inside += [part for one in curve.series for point in one.points for part in face_of(one, point)]
        inside += [lettered(["?"], x, curve.neutral - 8, SIZE, colour=SOFT, anchor="middle") for x in curve.unknown]
        for x, run in self._runs():
            first, width = COLUMN * (run[0].number - 1), COLUMN * len(run)
            window = f'width="{width:g}" height="{curve.height}" viewBox="{first:g} 0 {width:g} {curve.height}"'
            self.parts += [f'<svg x="{x:g}" y="{self.y:g}" {window}>', *inside, "</svg>"]
        self._legend(curve)
        said = [[] if place is None else [str(place.step.emotion)] for place in self.columns]
        self._row("Feels", curve.height + FIGURES, said)
        for x, place in self._places():
            value = step_emotion(place.step)
            colour = SOFT if value is None else EMOTION[level(value)]
            words = ["not known" if value is None else emotion_shown(value)]
            self.parts.append(
                lettered(words, x + COLUMN / 2, self.y - FIGURES, SIZE, bold=True, colour=colour, anchor="middle")
            )

    def _legend(self, curve: EmotionCurve) -> None:
        """Who is who, in the names of lanes."""
        y = self.y + 30
        for one in curve.series if len(curve.series) > 1 else ():
            self.parts.append(f'<path d="M{MARGIN + 8} {y + 7:g}h18" stroke="{colour_of(one)}" stroke-width="3"/>')
            name = wrapped_to(one.name, LABEL - 40, SMALL)[:2]
            self.parts.append(lettered(name, MARGIN + 32, y, SMALL, colour=INK))
            y += height_of(name, SMALL) + 4

    def lane(self, lane: MapLane) -> None:
        """A row of what is said at the steps."""
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
            ground = rectangle(self.left, self.y, self.right - self.left, height + 2 * PADDING, SURFACE)
            self.grounds.append(ground)
        for number, cell in enumerate(cells):
            x = self.left + COLUMN * number + PADDING
            self.parts.append(lettered(cell, x, self.y + PADDING, size, italic=italic))
        self._row(lane.title, height + 2 * PADDING, lane.cells)

    def _cards(self, lane: MapLane) -> None:
        """A lane of notes with an edge of colour; a pain has its score."""
        lowest, said = self.y + PADDING, []
        for number, (place, cell) in enumerate(zip(self.columns, lane.cells, strict=True)):
            x, y = self.left + COLUMN * number, self.y + PADDING
            notes = list(self._notes_of(lane, place, cell)) if place else []
            said.append([f"{text} {score}" for text, score, _ in notes])
            for text, score, band in notes:
                lines = wrapped_to(text, INNER - 22 - (34 if score else 0), SMALL)
                height = height_of(lines, SMALL) + 12
                edge = BAND[band] if band else CARDS[lane.name]
                self.parts.append(rectangle(x + PADDING, y, INNER, height, "#ffffff", LINE))
                self.parts.append(rectangle(x + PADDING, y, 3, height, edge))
                self.parts.append(lettered(lines, x + PADDING + 11, y + 5, SMALL))
                if band:
                    width, right = width_of(score, SMALL, bold=True) + 10, x + COLUMN - PADDING - 5
                    self.parts.append(rectangle(right - width, y + 5, width, 17, BAND_PALE[band]))
                    middle = right - width / 2
                    self.parts.append(lettered([score], middle, y + 6, SMALL, bold=True, colour=edge, anchor="middle"))
                y += height + CARD_GAP
            lowest = max(lowest, y)
        self._row(lane.title, lowest - self.y + PADDING - CARD_GAP, said)

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
        """A dashed line with its name."""
        self.parts.append(
            f'<path d="M{MARGIN} {self.y + 12:g}H{self.right:g}" stroke="{STRONG_LINE}" stroke-width="2" '
            'stroke-dasharray="6 5"/>'
        )
        width = width_of(name, SMALL, bold=True) + 16
        self.parts.append(rectangle(MARGIN + 8, self.y + 3, width, 18, "#ffffff", STRONG_LINE))
        self.parts.append(lettered([name], MARGIN + 16, self.y + 4.5, SMALL, bold=True, colour=SOFT))
        self.y += 24

    def _places(self) -> Iterator[tuple[float, StepLocation]]:
        """The left edge of each step that is drawn."""
        for number, place in enumerate(self.columns):
            if place is not None:
                yield self.left + COLUMN * number, place

    def _runs(self, *, by_stage: bool = False) -> Iterator[tuple[float, list[StepLocation]]]:
        """The left edge of each row of steps that follow each other in the journey, or in one of its stages."""

        def key(item: tuple[float, StepLocation]) -> tuple[float, int]:
            x, place = item
            return x - COLUMN * place.number, place.stage_number if by_stage else 0

        for _, run in groupby(self._places(), key=key):
            (x, first), *others = run
            yield x, [first, *(place for _, place in others)]

    def _row(self, title: str, height: float, said: Sequence[Sequence[str]]) -> None:
        """End a row: its name, and a line below."""
        self._label(title, self.y, height)
        self.rows[title] = MapRow(self.y, height, said)
        self.y += height
        self.parts.append(f'<path d="M{MARGIN} {self.y:g}H{self.right:g}" stroke="{LINE}"/>')

    def _label(self, title: str, y: float, height: float) -> None:
        name = wrapped_to(title, LABEL - 18, SIZE, bold=True)
        self.grounds.append(rectangle(MARGIN, y, LABEL, height, SURFACE))
        self.parts.append(lettered(name, MARGIN + 9, y + PADDING, SIZE, bold=True))


def _notes(place: StepLocation) -> list[str]:
    truth = ["◆ moment of truth"] if place.step.moment_of_truth else []
    return [*truth, *([place.step.believed] if place.step.believed else [])]
