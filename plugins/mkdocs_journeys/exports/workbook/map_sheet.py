"""A sheet that looks like the map of a journey: stages across, steps below them, lanes as rows, the curve a chart."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.colours import (
    ACCENT,
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
from mkdocs_journeys.exports.facts import facts_of
from mkdocs_journeys.exports.lanes import BEHIND, MapLane, lanes_of, pains_at
from mkdocs_journeys.exports.workbook.cells import EMOTION_FORMAT, Book, cell_text, link_to, write
from mkdocs_journeys.insight.emotion import curve_of, level
from mkdocs_journeys.model import Journey

STEP_ROW = 5
"""The row of the steps, counted from 0; that above it has the stages' goals, and the one above that the stages."""
LANE_WIDTH, STEP_WIDTH, CURVE_HEIGHT = 120, 178, 150
"""In pixels."""
LETTERS, LINE_HEIGHT, TALLEST = 25, 20, 540
"""How many letters fit on a line of a step's column, how high it is, and how high Excel lets a row be, in pixels."""
MARKS = (
    ("circle", "●", "solid"),
    ("square", "■", "dash"),
    ("triangle", "▲", "long_dash"),
    ("diamond", "◆", "round_dot"),
)
"""What tells the curves of several people apart: the mark of a chart, the same as a letter, and the line."""
CURVE_COLOURS = (ACCENT, "#0f7a6c", "#8a45b5", "#8a5407")


def cell_of_step(number: int) -> str:
    """The address of a step on its map; steps are counted from 1."""
    letters = ""
    at = number
    while at >= 0:
        letters, at = chr(ord("A") + at % 26) + letters, at // 26 - 1
    return f"{letters}{STEP_ROW + 1}"


def draw_map(book: Book, sheet: Any, journey: Journey) -> None:
    """Write the map of a journey into its sheet."""
    _Map(book, sheet, journey).draw()


class _Map:
    def __init__(self, book: Book, sheet: Any, journey: Journey) -> None:
        self.book, self.sheet, self.journey, self.look = book, sheet, journey, book.look
        self.places = book.atlas.places[journey.id]
        self.row = 0

    def draw(self) -> None:
        sheet, width = self.sheet, len(self.places)
        sheet.hide_gridlines(2)
        sheet.set_column_pixels(0, 0, LANE_WIDTH)
        sheet.set_column_pixels(1, width, STEP_WIDTH)
        self._head()
        self._stages()
        self._steps()
        self._curve()
        is_behind = False
        for lane in lanes_of(self.book.atlas, self.journey):
            if lane.name in BEHIND and not is_behind:
                is_behind = True
                self._line_of_visibility()
            self._lane(lane)
        sheet.freeze_panes(STEP_ROW + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(8 if width > 8 else 9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.repeat_rows(3, STEP_ROW)
        sheet.print_area(0, 0, self.row - 1, width)
        sheet.set_footer("&L&A&RPage &P of &N")

    def _head(self) -> None:
        plain = {"text_wrap": False}
        write(self.sheet, 0, 0, self.journey.title, self.look(bold=True, font_size=20, font_color=INK, **plain))
        self.sheet.set_row_pixels(0, 36)
        facts = " · ".join(f"{name}: {text}" for name, text in facts_of(self.book.atlas, self.journey))
        write(self.sheet, 1, 0, facts, self.look(font_color=SOFT, **plain))
        back = self.look(font_color=ACCENT, underline=1, **plain)
        self.sheet.write_url(2, 0, link_to("Journeys", "A1"), back, "All journeys")
        self.sheet.set_row_pixels(2, 28)

    def _stages(self) -> None:
        colours = stage_colours(self.book.atlas)
        goals = [cell_text(stage.goal) for stage in self.journey.stages]
        for row in (3, 4):
            write(self.sheet, row, 0, None, self.look(bg_color=SURFACE))
        for _, some in groupby(self.places, key=lambda place: place.stage_number):
            first, *others = list(some)
            last = others[-1] if others else first
            colour = colours[first.stage.stage]
            name = cell_text(self.book.atlas.stage_name(first.stage))
            ground = {
                "bg_color": pale(colour),
                "font_color": dark(colour),
                "left": 5,
                "left_color": colour,
                "align": "left",
                "indent": 1,
            }
            head = self.look(bold=True, font_size=13, valign="vcenter", **ground)
            self._across(3, first.number, last.number, name, head)
            self._across(4, first.number, last.number, goals[first.stage_number - 1], self.look(**ground))
        self.sheet.set_row_pixels(3, 34)
        self.sheet.set_row_pixels(4, 44 if any(goals) else 8)

    def _across(self, row: int, first: int, last: int, text: str, look: Any) -> None:
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", look)
        if text:
            self.sheet.write_string(row, first, text, look)
        else:
            self.sheet.write_blank(row, first, None, look)

    def _steps(self) -> None:
        self.row = STEP_ROW
        texts = [
            [f"{place.number} {place.step.name}", *(["◆ moment of truth"] if place.step.moment_of_truth else [])]
            for place in self.places
        ]
        self._row("Does", texts, bold=True)

    def _row(self, title: str, cells: Sequence[Sequence[str]], grounds: Sequence[str] = (), **look: Any) -> None:
        """A row of the map with its title, as high as its texts need."""
        name = self.look(bold=True, font_color=SOFT, bg_color=SURFACE, bottom=1, bottom_color=LINE)
        write(self.sheet, self.row, 0, title, name)
        for at, lines in enumerate(cells):
            ground = {"bg_color": grounds[at]} if grounds and grounds[at] else {}
            write(self.sheet, self.row, at + 1, lines, self.look(**self._edges(at), **ground, **look))
        tallest = max(map(_lines, [[title], *cells]))
        self.sheet.set_row_pixels(self.row, min(TALLEST, 10 + LINE_HEIGHT * tallest))
        self.row += 1

    def _edges(self, at: int) -> dict[str, Any]:
        """The borders of the cell of a step: a line at its left where a stage begins."""
        place = self.places[at]
        begins = at == 0 or self.places[at - 1].stage_number != place.stage_number
        edges: dict[str, Any] = {"bottom": 1, "bottom_color": LINE, "align": "left", "indent": 1}
        return {**edges, "left": 1, "left_color": STRONG_LINE} if begins else edges

    def _lane(self, lane: MapLane) -> None:
        if lane.name != "pains":
            self._row(lane.title, lane.cells, italic=lane.name in ("thinks", "says"))
            return
        pains = [pains_at(self.book.atlas, place) for place in self.places]
        cells = [[f"{one.score.shown} {' '.join(one.pain.title.split())}" for one in some] for some in pains]
        grounds = [BAND_PALE[max(some, key=lambda one: one.score.value).score.band] if some else "" for some in pains]
        self._row("Pains, with scores", cells, grounds)

    def _line_of_visibility(self) -> None:
        line = {"font_color": SOFT, "italic": True, "top": 8, "top_color": STRONG_LINE, "text_wrap": False}
        write(self.sheet, self.row, 0, "Line of visibility: customers see nothing of what follows", self.look(**line))
        for at in range(len(self.places)):
            write(self.sheet, self.row, at + 1, None, self.look(**line))
        self.row += 1

    def _curve(self) -> None:
        """The emotions of each person as numbers, and below them the curve."""
        people = list(people_of(self.book.atlas, self.journey))
        curves = [curve_of(self.journey, id) for id in people]
        shown = [(id, curve) for id, curve in zip(people, curves, strict=True) if any(one is not None for one in curve)]
        if not shown:
            return
        chart = self.book.made.add_chart({"type": "line"})
        title = self.look(bold=True, font_color=SOFT, bg_color=SURFACE)
        for number, (id, curve) in enumerate(shown):
            shape, letter, dash = MARKS[number % len(MARKS)]
            name = self.book.atlas.personas[id].name
            write(self.sheet, self.row, 0, f"Feels: {letter} {name}" if len(shown) > 1 else "Feels", title)
            points = []
            for at, value in enumerate(curve):
                ground = {} if value is None else {"bg_color": EMOTION_PALE[level(value)]}
                strong = {} if value is None else {"font_color": EMOTION[level(value)], "bold": True}
                felt = self.look(
                    **{**self._edges(at), "num_format": EMOTION_FORMAT, "align": "center", "indent": 0},
                    **ground,
                    **strong,
                )
                write(self.sheet, self.row, at + 1, value, felt)
                points.append(None if value is None else _point(value))
            self.sheet.set_row_pixels(self.row, 26 if len(shown) == 1 else 44)
            colour = CURVE_COLOURS[number % len(CURVE_COLOURS)]
            chart.add_series({
                "name": writable(name),
                "values": [self.sheet.get_name(), self.row, 1, self.row, len(self.places)],
                "line": {"color": colour, "width": 2.25, "dash_type": dash},
                "marker": {"type": shape, "size": 9, "border": {"color": colour}, "fill": {"color": "#ffffff"}},
                "points": points if len(shown) == 1 else None,
                "smooth": False,
            })  # fmt: skip
            self.row += 1
        write(self.sheet, self.row, 0, ["▲ very positive", "", "", "", "", "", "▼ very negative"], self.look(
            font_color=SOFT, bg_color=SURFACE, font_size=9, valign="vcenter", bottom=1, bottom_color=LINE))  # fmt: skip
        for at in range(len(self.places)):
            write(self.sheet, self.row, at + 1, None, self.look(**self._edges(at)))
        self.sheet.set_row_pixels(self.row, CURVE_HEIGHT + 8)
        _dress(chart, STEP_WIDTH * len(self.places))
        alternative = f"Emotions of {self.journey.title}, step by step: the numbers stand above."
        place = {"y_offset": 4, "object_position": 1, "description": writable(alternative)}
        self.sheet.insert_chart(self.row, 1, chart, place)
        self.row += 1


def people_of(atlas: Atlas, journey: Journey) -> Iterator[str]:
    """The ids of the main persona and of all who act, in the order of their steps."""
    yield from dict.fromkeys(
        [journey.personas[0], *(id for place in atlas.places[journey.id] for id in actors_of(journey, place.step))]
    )


def _point(value: float) -> dict[str, Any]:
    colour = EMOTION[level(value)]
    return {"border": {"color": colour, "width": 1.5}, "fill": {"color": EMOTION_PALE[level(value)]}}


def _dress(chart: Any, width: int) -> None:
    """Lay a chart out so that each point stands in the middle of its step's column."""
    chart.set_size({"width": width, "height": CURVE_HEIGHT})
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_plotarea({"layout": {"x": 0.0, "y": 0.06, "width": 1.0, "height": 0.88}, "fill": {"none": True}})
    lines = {"visible": True, "line": {"color": LINE, "width": 0.75, "dash_type": "dash"}}
    chart.set_y_axis({"min": -2, "max": 2, "major_unit": 1, "visible": False, "major_gridlines": lines})
    chart.set_x_axis({"visible": False, "position_axis": "between", "major_gridlines": {"visible": False}})


def _lines(lines: Sequence[str]) -> int:
    """How many lines of a cell some texts take, about."""
    return sum(1 + len(part) // LETTERS for line in lines for part in line.split("\n"))
