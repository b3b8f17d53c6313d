"""Where everything of a journey lies on a board: a column for each step, a row for each lane, stages above steps."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.colours import ACCENT_PALE, EMOTION_PALE, pale, stage_colours
from mkdocs_journeys.exports.tables import Value, lines_of, step_table
from mkdocs_journeys.insight.emotion import level, step_emotion
from mkdocs_journeys.model import Journey

GAP, LANE_GAP, MARGIN, BETWEEN = 24, 44, 48, 60
"""The room between two notes, between two lanes, around the board, and beside the names of lanes; in pixels."""
LABEL_WIDTH, STAGE_HEIGHT, CURVE_HEIGHT = 170, 60, 280
NOTE_COLOURS = {
    "step": "#fff3bf",
    "pains": "#ffc9c9",
    "gains": "#b2f2bb",
    "ideas": "#a5d8ff",
    "thinks": "#f1f3f5",
    "says": "#f1f3f5",
    "touchpoint": "#c5f6fa",
    "moment of truth": "#d0bfff",
}
OTHER_COLOUR = "#ffffff"
NAMES = {"group": "substage"}
"""The names of lanes that the import would not know by those of their columns."""


class NoteSize(NamedTuple):
    """How large notes are in a program, in pixels: `letters` fit on a line, `padding` is above and below the lines."""

    width: int
    letters: int
    line_height: int
    padding: int
    point: tuple[int, int]
    """The width and height of an emotion on the curve."""

    def height_of(self, text: str) -> int:
        """How high a note has to be for a text."""
        return self.padding + self.line_height * max(2, len(wrapped(text, self.letters)))


USUAL = NoteSize(200, 20, 20, 24, (76, 48))


class Spot(NamedTuple):
    """A rectangle by its top left corner."""

    x: int
    y: int
    width: int
    height: int


class BoardPiece(NamedTuple):
    """Something on the board. `kind` is one of stage, lane, note, step and point; `colour` is `#rrggbb`."""

    id: str
    kind: str
    text: str
    spot: Spot
    colour: str


class BoardPlan(NamedTuple):
    """The board of a journey. `curve` are the runs of points that the line of emotions goes through."""

    title: str
    id: str
    spot: Spot
    pieces: Sequence[BoardPiece]
    arrows: Sequence[tuple[str, str]]
    curve: Sequence[Sequence[BoardPiece]]


def plan_of(atlas: Atlas, journey: Journey, top: int = 0, size: NoteSize = USUAL) -> BoardPlan:
    """The board of a journey, whose upper edge is at `top`. A note has one text, also where a step says several."""
    return _Planner(atlas, journey, top, size).plan()


def plans_of(atlas: Atlas, journeys: Sequence[Journey], between: int, size: NoteSize = USUAL) -> Iterator[BoardPlan]:
    """Boards of journeys, one below the other."""
    top = 0
    for journey in journeys:
        plan = plan_of(atlas, journey, top, size)
        yield plan
        top = plan.spot.y + plan.spot.height + between


class _Planner:
    def __init__(self, atlas: Atlas, journey: Journey, top: int, size: NoteSize) -> None:
        self.atlas, self.journey, self.top, self.size = atlas, journey, top, size
        self.places = atlas.places[journey.id]
        self.pieces: list[BoardPiece] = []
        self.curve: list[list[BoardPiece]] = [[]]

    def plan(self) -> BoardPlan:
        title = " ".join(self.journey.title.split())
        y = self.top + MARGIN
        self._stages(y)
        y += STAGE_HEIGHT + LANE_GAP // 2
        table = step_table(self.atlas, self.journey)
        columns = [(at, name, name if at < len(table.columns) else "") for at, name in enumerate(table.names)]
        lanes = [column for column in columns if column[2] != "stage"]
        for lane, (at, name, field) in enumerate(lanes):
            if field == "emotion":
                y = self._emotions(lane, y)
            else:
                y = self._lane(lane, name, field, [_texts(row[at]) for row in table.rows], y)
        right = self._left(len(self.places)) - GAP + MARGIN
        spot = Spot(0, self.top, right, y - LANE_GAP + MARGIN - self.top)
        steps = [piece.id for piece in self.pieces if piece.kind == "step"]
        arrows = list(pairwise(steps))
        runs = [run for run in self.curve if len(run) > 1]
        return BoardPlan(title, self.journey.id, spot, self.pieces, arrows, runs)

    def _left(self, number: int) -> int:
        return MARGIN + LABEL_WIDTH + BETWEEN + number * (self.size.width + GAP)

    def _add(self, id: str, kind: str, text: str, spot: Spot, colour: str) -> BoardPiece:
        piece = BoardPiece(f"{self.journey.id}/{id}", kind, text, spot, colour)
        self.pieces.append(piece)
        return piece

    def _label(self, id: str, name: str, y: int, height: int) -> None:
        title = name[:1].upper() + name[1:]
        self._add(id, "lane", title, Spot(MARGIN, y, LABEL_WIDTH, height), ACCENT_PALE)

    def _stages(self, y: int) -> None:
        self._label("lane-stages", "stage", y, STAGE_HEIGHT)
        colours = stage_colours(self.atlas)
        for number, places in groupby(enumerate(self.places), key=lambda one: one[1].stage_number):
            found = list(places)
            (first, place), (last, _) = found[0], found[-1]
            spot = Spot(self._left(first), y, self._left(last) + self.size.width - self._left(first), STAGE_HEIGHT)
            name = " ".join(self.atlas.stage_name(place.stage).split())
            self._add(f"stage-{number}", "stage", name, spot, pale(colours[place.stage.stage], 0.7))

    def _lane(self, lane: int, name: str, field: str, cells: Sequence[Sequence[str]], y: int) -> int:
        """A lane of notes, each as high as the highest beside it; gives where the next lane begins."""
        top, kind = y, "step" if field == "step" else "note"
        rows = [[cell[deep] if deep < len(cell) else "" for cell in cells] for deep in range(max(map(len, cells)))]
        for deep, texts in enumerate(rows):
            height = max(map(self.size.height_of, texts))
            for number, text in enumerate(texts):
                if text:
                    spot = Spot(self._left(number), y, self.size.width, height)
                    id = f"card-{lane}-{number}-{deep}" if deep else f"card-{lane}-{number}"
                    self._add(id, kind, text, spot, NOTE_COLOURS.get(field, OTHER_COLOUR))
            y += height + GAP
        self._label(f"lane-{lane}", NAMES.get(field, name), top, y - GAP - top)
        return y - GAP + LANE_GAP

    def _emotions(self, lane: int, y: int) -> int:
        width, height = self.size.point
        for number, place in enumerate(self.places):
            emotion = step_emotion(place.step)
            if emotion is None:
                self.curve.append([])
                continue
            down = y + round((2 - emotion) / 4 * (CURVE_HEIGHT - height))
            spot = Spot(self._left(number) + (self.size.width - width) // 2, down, width, height)
            text = f"{round(emotion, 1):+g}" if round(emotion, 1) else "0"
            self.curve[-1].append(self._add(f"card-{lane}-{number}", "point", text, spot, EMOTION_PALE[level(emotion)]))
        self._label(f"lane-{lane}", "emotion", y, CURVE_HEIGHT)
        return y + CURVE_HEIGHT + LANE_GAP


def _texts(value: Value) -> list[str]:
    """The texts of a cell, a note each: a text of several lines is one."""
    return [" ".join(value.split())] if isinstance(value, str) else lines_of(value)


def middle_of(spot: Spot) -> tuple[int, int]:
    """The middle of a rectangle."""
    return spot.x + spot.width // 2, spot.y + spot.height // 2


def wrapped(text: str, letters: int) -> list[str]:
    """A text in lines of so many letters; a longer word is cut."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        rest = f"{lines.pop()} {word}".strip()
        lines += [rest[at : at + letters] for at in range(0, len(rest), letters)]
    return lines
