"""Charts that mermaid-py cannot say: a prioritisation quadrant and the dated figures of a metric."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journeys.site.diagrams import escape
from mkdocs_journeys.site.diagrams.mermaid import within_limits

MAX_FIGURES = 36
ROOM_FOR_LEVEL_LABELS = 10
IDS_PER_POINT = 3
LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class QuadrantPoint:
    """A point of the quadrant: a short id and its place, 0 to 1 from left to right and from bottom to top."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class QuadrantWords:
    """The words around the points; `corners` go clockwise from the top right."""

    title: str = "What to mend first"
    description: str = "Pain points by how often they happen and how badly they hurt."
    x_axis: tuple[str, str] = ("Rare", "Always")
    y_axis: tuple[str, str] = ("Cosmetic", "Critical")
    corners: tuple[str, str, str, str] = ("Mend first", "Smooth out", "Watch", "Prevent")


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """One dated figure of a metric: a short date such as `2026-06`, and its value."""

    date: str
    value: float


def priority_quadrant(points: Sequence[QuadrantPoint], words: QuadrantWords | None = None) -> str | None:
    """Mermaid text of a quadrant chart; None without points, or with too many.

    Points at one spot share a label, which names three of them and counts the others.
    """
    if not points:
        return None
    words = words or QuadrantWords()
    top_right, bottom_right, bottom_left, top_left = (_quoted(text, "quadrant", 30) for text in words.corners)
    lines = [
        "quadrantChart",
        f"    title {escape.label(words.title, 'quadrant', 60)}",
        f"    accTitle: {escape.sentence(words.title)}",
        f"    accDescr: {escape.sentence(words.description)}",
        f"    x-axis {_axis(words.x_axis)}",
        f"    y-axis {_axis(words.y_axis)}",
        f"    quadrant-1 {top_right}",
        f"    quadrant-2 {top_left}",
        f"    quadrant-3 {bottom_left}",
        f"    quadrant-4 {bottom_right}",
        *(f"    {_quoted(names, 'quadrant', 60)}: [{x}, {y}]" for names, x, y in _spots(points)),
    ]
    return within_limits("\n".join(lines) + "\n")


def metric_chart(
    title: str, unit: str, figures: Sequence[DatedFigure], target: float | None = None, description: str = ""
) -> str | None:
    """Mermaid text of a line chart of the latest 36 figures; None without two figures.

    The target is a second line. Mermaid sets the figures at equal distances: give one per period, each with a
    date of its own.
    """
    shown = list({figure.date: figure for figure in figures}.values())[-MAX_FIGURES:]
    if len(shown) < 2:
        return None
    low, high = _range([figure.value for figure in shown], target)
    lines = [
        _upright_dates() if len(shown) > ROOM_FOR_LEVEL_LABELS else "",
        "xychart-beta",
        f'    title "{escape.label(title, "xychart", 60)}"',
        f"    accTitle: {escape.sentence(title)}",
        f"    accDescr: {escape.sentence(description or title)}",
        f"    x-axis [{', '.join(_quoted(figure.date, 'xychart', 20) for figure in shown)}]",
        f"    y-axis {_quoted(unit, 'xychart', 40)} {_value(low)} --> {_value(high)}",
        f"    line [{', '.join(_value(figure.value) for figure in shown)}]",
        f"    line [{', '.join([_value(target)] * len(shown))}]" if target is not None else "",
    ]
    return within_limits("\n".join(filter(None, lines)) + "\n")


def _spots(points: Sequence[QuadrantPoint]) -> list[tuple[str, str, str]]:
    names: dict[tuple[str, str], list[str]] = {}
    for point in points:
        spot = (escape.number(point.x, 0, 1, 3), escape.number(point.y, 0, 1, 3))
        names.setdefault(spot, []).append(point.name)
    return [(_together(there), x, y) for (x, y), there in names.items()]


def _together(names: Sequence[str]) -> str:
    shown = ", ".join(names[:IDS_PER_POINT])
    return shown if len(names) <= IDS_PER_POINT else f"{shown} +{len(names) - IDS_PER_POINT}"


def _range(values: Sequence[float], target: float | None) -> tuple[float, float]:
    known = [*values, *([] if target is None else [target])]
    low, high = min(known), max(known)
    room = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
    return (max(0.0, low - room) if low >= 0 else low - room), high + room


def _axis(ends: tuple[str, str]) -> str:
    return " --> ".join(_quoted(end, "quadrant", 30) for end in ends)


def _quoted(text: str, kind: escape.DiagramType, limit: int) -> str:
    return f'"{escape.label(text, kind, limit)}"'


def _value(value: float) -> str:
    return escape.number(value, -LARGEST, LARGEST, 4)


def _upright_dates() -> str:
    return f"%%{{init: {json.dumps({'xyChart': {'xAxis': {'labelRotation': -45}}})}}}%%"
