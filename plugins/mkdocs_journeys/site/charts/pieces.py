"""A small curve that runs through the cells of a table's row: each cell draws its own piece of it."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.site.charts.geometry import polyline

WIDTH, HEIGHT = 100, 24
"""The box of each piece, stretched to the width of its cell."""
MARGIN = 3
"""Room above +2 and below −2, for the thickness of the line."""


def curve_pieces(cells: Sequence[Sequence[float] | None]) -> tuple[str, ...]:
    """An SVG path for each cell, "" where there is nothing to draw.

    A cell holds emotions in order, at even distances; None stands for a cell that the row leaves out. The pieces of
    neighbouring cells meet at the border between them; across a cell without emotions there is no line.
    """
    return tuple(_piece(*around) for around in _with_neighbours(cells))


def height_of(emotion: float) -> float:
    """Where an emotion lies in the box of a piece, in percent from its top."""
    return round(_height(emotion) / HEIGHT * 100, 1)


def _with_neighbours(
    cells: Sequence[Sequence[float] | None],
) -> Iterator[tuple[Sequence[float], Sequence[float], Sequence[float]]]:
    row = [cell or () for cell in cells]
    yield from zip([(), *row], row, [*row[1:], ()], strict=False)


def _piece(before: Sequence[float], here: Sequence[float], after: Sequence[float]) -> str:
    if not here:
        return ""
    points = [(WIDTH * (index + 0.5) / len(here), value) for index, value in enumerate(here)]
    if before:
        points.insert(0, (0, _at_border(before[-1], len(before), here[0], len(here))))
    if after:
        points.append((WIDTH, _at_border(here[-1], len(here), after[0], len(after))))
    if len(points) == 1:
        # A single step far from any other is a short level line.
        points = [(points[0][0] - 8, here[0]), (points[0][0] + 8, here[0])]
    return polyline([(round(x, 1), round(_height(value), 1)) for x, value in points])


def _at_border(left: float, many_left: int, right: float, many_right: int) -> float:
    """The value where the line from the last point of a cell to the first of the next one crosses the border."""
    return left + (right - left) * many_right / (many_left + many_right)


def _height(value: float) -> float:
    """The y of an emotion, −2 at the bottom."""
    return MARGIN + (2 - value) * (HEIGHT - 2 * MARGIN) / 4
