"""Texts in SVG: broken into lines by how wide letters usually are, as SVG itself breaks none."""

import unicodedata
from collections.abc import Sequence
from xml.sax.saxutils import escape

from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.colours import INK

LINE = 1.3
"""How high a line is, in sizes of its letters."""
_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[]-·“”‘’ "), frozenset("mwMW@%&—")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is in a usual font without serifs, in pixels; rather too wide."""
    return sum(map(_width, text)) * size * (1.08 if bold else 1)


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 0.38
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.92 if letter in _WIDE else 0.72 if letter.isupper() else 0.6


def wrapped_to(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """A text in lines that are no wider, broken between words, and inside of one that alone is wider."""
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(f"{lines[-1]} {word}", size, bold=bold) <= width:
            lines[-1] = f"{lines[-1]} {word}"
            continue
        lines.append("")
        for letter in word:
            if lines[-1] and width_of(lines[-1] + letter, size, bold=bold) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def height_of(lines: Sequence[str], size: float) -> float:
    """How high lines are."""
    return len(lines) * size * LINE


def lettered(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    colour: str = INK,
    bold: bool = False,
    italic: bool = False,
    anchor: str = "start",
) -> str:
    """Lines as one text of SVG whose upper edge is at `y`; "" for none."""
    if not lines:
        return ""
    looks = ' font-weight="bold"' * bold + ' font-style="italic"' * italic
    looks += f' text-anchor="{anchor}"' if anchor != "start" else ""
    first = y + size
    spans = (
        f'<tspan x="{x:g}" y="{first + number * size * LINE:g}">{escaped(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text font-size="{size:g}" fill="{colour}"{looks}>{"".join(spans)}</text>'


def escaped(text: str) -> str:
    """A text as it may stand in SVG."""
    return escape(writable(text), {'"': "&quot;"})
