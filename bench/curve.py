"""The curve of the figures: seconds over journeys, both on logarithmic axes, as an SVG file."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 50, 400
# Told apart by colour, dash and mark, and readable in either colour scheme.
LOOKS = (("#0b7285", "none", "circle"), ("#d9480f", "7 4", "square"), ("#7048e8", "2 3", "triangle"))
Points = Mapping[int, float]


def curve(series: Mapping[str, Points], title: str) -> str:
    """An SVG document with one line per series (name to seconds by number of journeys, all above 0)."""
    sizes = sorted({size for points in series.values() for size in points})
    seconds = [value for points in series.values() for value in points.values()]
    low, high = floor(log10(min(seconds))), ceil(log10(max(seconds)))
    scale = _Scale(sizes, low, max(high, low + 1))
    look = 'role="img" font-family="system-ui, sans-serif" font-size="13" fill="#868e96"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {look}>',
        f"<title>{escape(title)}</title>",
        f'<text x="{LEFT}" y="24" font-size="16" font-weight="600">{escape(title)}</text>',
        *scale.grid(),
        *(_line(points, LOOKS[at % len(LOOKS)], scale) for at, points in enumerate(series.values())),
        *_legend(list(series)),
        "</svg>\n",
    ]
    return "\n".join(parts)


class _Scale:
    def __init__(self, sizes: Sequence[int], low: int, high: int) -> None:
        self.sizes, self.low, self.high = sizes, low, high

    def x(self, size: int) -> float:
        first, last = log10(self.sizes[0]), log10(self.sizes[-1])
        share = (log10(size) - first) / (last - first) if last > first else 0.5
        return round(LEFT + 15 + share * (WIDTH - LEFT - RIGHT - 30), 1)

    def y(self, seconds: float) -> float:
        share = (log10(seconds) - self.low) / (self.high - self.low)
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    def grid(self) -> list[str]:
        across = [
            f'<path d="M{LEFT} {self.y(10**power)}H{WIDTH - RIGHT}" stroke="#ced4da" stroke-opacity=".6"/>'
            f'<text x="{LEFT - 8}" y="{self.y(10**power) + 4}" text-anchor="end">{10.0**power:g} s</text>'
            for power in range(self.low, self.high + 1)
        ]
        down = [
            f'<text x="{self.x(size)}" y="{BOTTOM + 20}" text-anchor="middle">{size:,}</text>' for size in self.sizes
        ]
        middle = (LEFT + WIDTH - RIGHT) / 2
        return [*across, *down, f'<text x="{middle}" y="{BOTTOM + 42}" text-anchor="middle">journeys</text>']


def _line(points: Points, look: tuple[str, str, str], scale: _Scale) -> str:
    colour, dash, mark = look
    places = [(scale.x(size), scale.y(seconds)) for size, seconds in sorted(points.items())]
    path = " ".join(f"{x},{y}" for x, y in places)
    line = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>'
    labels = "".join(
        f'<text x="{x}" y="{y - 10}" text-anchor="middle" font-size="11">{seconds:.3g}</text>'
        for (x, y), (_, seconds) in zip(places, sorted(points.items()), strict=True)
    )
    return line + "".join(_mark(x, y, mark, colour) for x, y in places) + labels


def _mark(x: float, y: float, shape: str, colour: str) -> str:
    if shape == "circle":
        return f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>'
    if shape == "square":
        return f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="{colour}"/>'
    return f'<path d="M{x} {y - 6:.1f}l6 10.5h-12z" fill="{colour}"/>'


def _legend(names: Sequence[str]) -> list[str]:
    return [
        f"{_mark(LEFT + 20, TOP + 8 + 20 * at, LOOKS[at % len(LOOKS)][2], LOOKS[at % len(LOOKS)][0])}"
        f'<text x="{LEFT + 34}" y="{TOP + 12 + 20 * at}">{escape(name)}</text>'
        for at, name in enumerate(names)
    ]
