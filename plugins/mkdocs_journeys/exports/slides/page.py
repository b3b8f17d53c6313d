"""A slide that is being drawn: boxes, texts that fit, and lines. Lengths are inches from the top left corner."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.colours import INK, SOFT

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
"""The size of a slide, and the room at its edges."""
INNER = WIDTH - 2 * MARGIN
_PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
FONT = "Calibri"
"""A font that Office has; other programs put one of the same widths in its place."""
LETTER, LINE = 0.58 / 72, 1.22 / 72
"""How wide a letter is on average and how high a line, in inches for a letter of one point; of wide fonts, too."""


class SlideArea(NamedTuple):
    """A rectangle on a slide."""

    x: float
    y: float
    width: float
    height: float


class SlidePage:
    """A slide with its title, and what draws on it."""

    def __init__(self, deck: Any, title: str, above: str = "", page: str = "") -> None:
        self.slide = deck.slides.add_slide(deck.slide_layouts[5])
        head = self.slide.shapes.title
        head.left, head.top, head.width, head.height = map(emu, (MARGIN, 0.55, INNER, 0.65))
        self._fill(head.text_frame, [title], 28, bold=True, anchor="middle", area=SlideArea(MARGIN, 0.55, INNER, 0.65))
        if above:
            self.text(SlideArea(MARGIN, 0.3, INNER, 0.3), [above], size=12, colour=SOFT)
        if page:
            self.text(
                SlideArea(WIDTH - MARGIN - 5, HEIGHT - 0.42, 5, 0.28), [page], size=10, colour=SOFT, align="right"
            )

    def text(
        self,
        area: SlideArea,
        lines: Sequence[str],
        *,
        size: float = 14,
        smallest: float = 0,
        bold: bool = False,
        italic: bool = False,
        colour: str = INK,
        align: str = "left",
        anchor: str = "top",
    ) -> bool:
        """Write lines into an area as large as they fit; False where some had to be left out."""
        box = self.slide.shapes.add_textbox(*map(emu, area))
        return self._fill(
            box.text_frame, lines, size, smallest=smallest, bold=bold, italic=italic, colour=colour, align=align,
            anchor=anchor, area=area,
        )  # fmt: skip

    def retitle(self, title: str, area: SlideArea, size: float) -> None:
        """Write the title at another place."""
        head = self.slide.shapes.title
        head.left, head.top, head.width, head.height = map(emu, area)
        head.text_frame.clear()
        self._fill(head.text_frame, [title], size, smallest=24, bold=True, anchor="middle", area=area)

    def box(self, area: SlideArea, ground: str, edge: str = "", shape: str = "ROUNDED_RECTANGLE") -> Any:
        """Draw a filled shape; `edge` is the colour of its line, "" for none."""
        from pptx.enum.shapes import MSO_SHAPE

        drawn = self.slide.shapes.add_shape(getattr(MSO_SHAPE, shape), *map(emu, area))
        if shape == "ROUNDED_RECTANGLE":
            drawn.adjustments[0] = min(0.5, 0.06 / min(area.width, area.height))
        drawn.fill.solid()
        drawn.fill.fore_color.rgb = rgb(ground)
        _without_style(drawn)
        if edge:
            drawn.line.color.rgb, drawn.line.width = rgb(edge), in_points(1)
        else:
            drawn.line.fill.background()
        return drawn

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, points: float = 2.5) -> None:
        """Draw a straight line."""
        from pptx.enum.shapes import MSO_CONNECTOR

        drawn = self.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(emu, (*start, *end)))
        _without_style(drawn)
        drawn.line.color.rgb, drawn.line.width = rgb(colour), in_points(points)

    def notes(self, lines: Sequence[str]) -> None:
        """Write the speaker's notes."""
        self.slide.notes_slide.notes_text_frame.text = writable("\n".join(lines))

    def _fill(
        self,
        frame: Any,
        lines: Sequence[str],
        size: float,
        *,
        area: SlideArea,
        smallest: float = 0,
        bold: bool = False,
        italic: bool = False,
        colour: str = INK,
        align: str = "left",
        anchor: str = "top",
    ) -> bool:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

        said = [" ".join(writable(line).split()) for line in lines]
        fitting, points = fitted(said, area.width, area.height, size, smallest or min(size, 10), bold=bold)
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = getattr(MSO_ANCHOR, anchor.upper())
        for number, line in enumerate(fitting):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            paragraph.alignment = getattr(PP_ALIGN, align.upper())
            run = paragraph.add_run()
            run.text = line
            run.font.name, run.font.size = FONT, in_points(points)
            run.font.bold, run.font.italic, run.font.color.rgb = bold, italic, rgb(colour)
        return fitting == said


def fitted(
    lines: Sequence[str], width: float, height: float, size: float, smallest: float, *, bold: bool = False
) -> tuple[list[str], float]:
    """Lines with the size in points at which they fit; where none is small enough, the last ends in a sign."""
    longest = max((len(word) for line in lines for word in line.split()), default=0)
    points = size
    while points > smallest and (
        _lines(lines, width, points, bold=bold) * LINE * points > height or longest > _letters(width, points, bold=bold)
    ):
        points -= 0.5
    most = max(1, int(height / (LINE * points) + 0.01))
    kept: list[str] = []
    for line in lines:
        left = most - _lines(kept, width, points, bold=bold)
        if _lines([line], width, points, bold=bold) > left:
            return [*kept, *_shortened(line, left, width, points, bold=bold)], points
        kept.append(line)
    return kept, points


def _shortened(line: str, left: int, width: float, points: float, *, bold: bool) -> list[str]:
    """The beginning of a text that takes so many lines."""
    if left < 1:
        return ["…"]
    text = line[: int(left * _letters(width, points, bold=bold))].rstrip()
    while text and _lines([f"{text} …"], width, points, bold=bold) > left:
        text = (text.rpartition(" ")[0] if " " in text else text[:-1]).rstrip()
    return [f"{text} …"]


def _letters(width: float, points: float, *, bold: bool) -> float:
    return max(2.0, width / (LETTER * points * (1.12 if bold else 1)))


def _lines(lines: Sequence[str], width: float, points: float, *, bold: bool = False) -> int:
    """How many lines some texts take when they are wrapped at words; letters of Asia are two wide."""
    room = _letters(width, points, bold=bold)
    total = 0
    for line in lines:
        total, used = total + 1, 0.0
        for word in line.split():
            wide = sum(2 if letter > "\u1100" else 1 for letter in word)
            if used and used + 1 + wide > room:
                total, used = total + 1, 0.0
            used += wide + (1 if used else 0)
            if used > room:
                total, used = total + int(used // room), used % room
    return total


def _without_style(drawn: Any) -> None:
    """Take away what the theme adds to a shape, such as a shadow."""
    for style in drawn.element.findall(f"{{{_PRESENTATION}}}style"):
        drawn.element.remove(style)


def rgb(colour: str) -> Any:
    """A colour for python-pptx."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour[1:].upper())


def emu(inches: float) -> int:
    return round(inches * 914_400)


def in_points(points: float) -> int:
    return round(points * 12_700)
