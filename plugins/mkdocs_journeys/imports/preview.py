"""A picture of what was understood of drawn sources, as SVG: each note at its place, under the name of its field."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from mkdocs_journeys.imports.drawing import Drawing, DrawnBand, DrawnNote
from mkdocs_journeys.imports.text import cleaned

COLOURS = {
    "stage": "#37474f",
    "step": "#f9a825",
    "pains": "#c62828",
    "gains": "#2e7d32",
    "ideas": "#1565c0",
    "emotion": "#6a1b9a",
    "touchpoint": "#00838f",
    "row": "#37474f",
    "title": "#37474f",
}
"""The outline of a note by what it was taken for."""
OTHER, NOWHERE = "#5d4037", "#757575"
LARGEST, MARGIN, HEAD = 1600.0, 40.0, 40.0
"""How wide the picture is at most, and the space around each drawing and above it, in pixels."""
MOST_LETTERS = 300


def preview_of(drawings: Sequence[Drawing]) -> str:
    """The drawings, one below the other."""
    parts: list[str] = []
    y, width = 0.0, 400.0
    for drawing in drawings:
        x0, y0, x1, y1 = _edges(drawing)
        scale = min(1.0, (LARGEST - 2 * MARGIN) / max(x1 - x0, 1.0))
        parts.append(f'<text x="{MARGIN:.0f}" y="{y + 28:.0f}" font-size="18">{_text(drawing.title)}</text>')
        move = f"translate({MARGIN - x0 * scale:.1f} {y + HEAD + MARGIN - y0 * scale:.1f}) scale({scale:.4f})"
        parts.append(f'<g transform="{move}">')
        parts += (_band(band, (x0, y0, x1, y1)) for band in drawing.bands)
        parts += (part for note in drawing.notes for part in _note(note))
        parts.append("</g>")
        width = max(width, (x1 - x0) * scale + 2 * MARGIN)
        y += (y1 - y0) * scale + HEAD + 2 * MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {y:.0f}" width="{width:.0f}" '
        f'height="{y:.0f}" font-family="sans-serif" fill="#212121">'
    )
    return "\n".join([head, f'<rect width="{width:.0f}" height="{y:.0f}" fill="#ffffff"/>', *parts, "</svg>", ""])


def _edges(drawing: Drawing) -> tuple[float, float, float, float]:
    notes = drawing.notes or [DrawnNote(0, 0, 400, 100, "", "")]
    return (
        min(note.x0 for note in notes),
        min(note.y0 for note in notes),
        max(note.x1 for note in notes),
        max(note.y1 for note in notes),
    )


def _note(note: DrawnNote) -> Iterator[str]:
    width, height = note.x1 - note.x0, note.y1 - note.y0
    line = COLOURS.get(note.name, OTHER) if note.name else NOWHERE
    dash = "" if note.name else ' stroke-dasharray="8 6"'
    size = max(8.0, min(16.0, 0.45 * height))
    yield (
        f"<g><title>{_text(note.name or 'no place')}: {_text(note.text)}</title>"
        f'<rect x="{note.x0:.1f}" y="{note.y0:.1f}" width="{width:.1f}" height="{height:.1f}" rx="4" '
        f'fill="{_text(note.colour or "#ffffff")}" fill-opacity="0.35" stroke="{line}" stroke-width="3"{dash}/>'
    )
    name = note.name or "no place"
    yield f'<text x="{note.x0 + 4:.1f}" y="{note.y0 - 3:.1f}" font-size="{size:.1f}" fill="{line}">{_text(name)}</text>'
    across, down = max(1, int((width - 8) / (0.55 * size))), max(1, int((height - 4) / (1.2 * size)))
    for at, words in enumerate(_lines(note.text, across, down), 1):
        y = note.y0 + 1.2 * size * at
        yield f'<text x="{note.x0 + 6:.1f}" y="{y:.1f}" font-size="{size:.1f}">{_text(words)}</text>'
    yield "</g>"


def _lines(text: str, across: int, down: int) -> list[str]:
    """A text in lines of so many letters, the last with a sign if it goes on."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= across:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [*lines[: down - 1], f"{lines[down - 1]} …"] if len(lines) > down else lines


def _band(band: DrawnBand, edges: tuple[float, float, float, float]) -> str:
    x0, y0, x1, y1 = edges
    across = (band.kind == "row") == band.upright
    x, y = (x0, band.start) if across else (band.start, y0)
    width, height = (x1 - x0, band.end - band.start) if across else (band.end - band.start, y1 - y0)
    shape = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
    looks = {
        "stage": 'fill="none" stroke="#37474f" stroke-width="4"',
        "column": 'fill="#90a4ae" fill-opacity="0.12"',
        "row": 'fill="none" stroke="#90a4ae" stroke-width="1" stroke-dasharray="2 4"',
    }
    return f"<g><title>{_text(band.kind)} {_text(band.name)}</title><rect {shape} {looks[band.kind]}/></g>"


def _text(text: str) -> str:
    """A text as it may stand in SVG, on one line and not without end."""
    return escape(cleaned(text)[:MOST_LETTERS], {'"': "&quot;"}) if text else ""
