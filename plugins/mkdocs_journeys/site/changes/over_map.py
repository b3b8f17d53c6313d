"""The change laid over a finished map: chips in its cells, notes of what is gone, the old curve behind the new one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.changes.journey import HEAD, Cell, Ghost, JourneyMarks
from mkdocs_journeys.site.changes.lookup import chip_of
from mkdocs_journeys.site.changes.mark import Gone, Mark
from mkdocs_journeys.site.map.curve import COLUMN, curve_of, height_of
from mkdocs_journeys.site.world import Desk

MACROS = "macros/changes.html.j2"
_ROW = re.compile(r'<tr class="(?P<class>[^"]*)"(?: data-lane="(?P<lane>[^"]*)")?>.*?</tr>', re.S)
_CELL = re.compile(r'<t[dh]\b(?![^>]*(?:scope="row"|journeys-corner))[^>]*>')
_BAR = '<div class="journeys-map-bar">'
_NEUTRAL = re.compile(r'<path class="journeys-neutral"[^>]*>')
_STAGES, _STEPS, _CURVE, _FELT = "journeys-stages", "journeys-steps", "journeys-feels", "journeys-felt"
LEGEND = '<p class="journeys-ghosts journeys-soft">Dotted, without faces: how it felt before</p>'

Chips = Mapping[Cell, str]


def over_map(html: Markup, marks: JourneyMarks, journey: Journey, desk: Desk) -> Markup:
    """The map with its marks; as it was where it has none."""
    if marks == JourneyMarks():
        return html
    lanes = {row["lane"] for row in _ROW.finditer(html) if row["lane"] and _FELT not in row["class"]}
    chips = _chips(_shown(marks, lanes), marks, _gone(marks, lanes, len(journey.steps)), desk)
    over = _ROW.sub(lambda row: _row(row, chips), html)
    return Markup(_with_ghosts(over, marks.ghosts, journey, desk))  # noqa: S704 - ours, and what our macros made


def _shown(marks: JourneyMarks, lanes: Iterable[str]) -> dict[Cell, tuple[Mark, ...]]:
    """The marks by cell; those of a lane that the map does not have stand at the heads of their steps."""
    found: dict[Cell, tuple[Mark, ...]] = {}
    for (number, lane), some in marks.cells.items():
        cell = (number, lane if lane in lanes else HEAD)
        found[cell] = (*found.get(cell, ()), *some)
    return found


def _chips(
    cells: Mapping[Cell, tuple[Mark, ...]], marks: JourneyMarks, gone: Iterable[tuple[Cell, Gone]], desk: Desk
) -> dict[Cell, str]:
    """What to write into each cell, made by the macros."""
    macros = desk.world.templates.get_template(MACROS).module
    chips = {cell: str(macros.change_chip(chip_of(some))) for cell, some in cells.items()}  # type: ignore[attr-defined]
    chips |= {(n, _STAGES): str(macros.change_chip(chip_of(some))) for n, some in marks.stages.items()}  # type: ignore[attr-defined]
    for cell, one in gone:
        chips[cell] = chips.get(cell, "") + str(macros.gone_note(one, one in marks.gone))  # type: ignore[attr-defined]
    return chips


def _gone(marks: JourneyMarks, lanes: Iterable[str], steps: int) -> Iterator[tuple[Cell, Gone]]:
    for gone in marks.gone:
        yield (gone.before or steps, HEAD), gone
    for number, pains in marks.gone_pains.items():
        for gone in pains:
            yield (number, "pains" if "pains" in lanes else HEAD), gone


def _row(row: re.Match[str], chips: Chips) -> str:
    lane = row["lane"] or {_STAGES: _STAGES, _STEPS: HEAD}.get(row["class"].split()[0])
    if lane is None or _CURVE in row["class"].split():
        return row[0]
    parts, last = [], 0
    for number, cell in enumerate(_CELL.finditer(row[0]), 1):
        chip = chips.get((number, lane))
        if chip:
            parts += [row[0][last : cell.end()], chip]
            last = cell.end()
    return "".join([*parts, row[0][last:]])


def _with_ghosts(html: str, ghosts: Sequence[Ghost], journey: Journey, desk: Desk) -> str:
    shapes = {one.persona: one.shape for one in curve_of(desk.atlas, journey).series} if ghosts else {}
    drawn = "".join(_drawn(ghost, shapes.get(ghost.persona, 0)) for ghost in ghosts)
    neutral = _NEUTRAL.search(html)
    if not drawn or not neutral:
        return html
    html = f'{html[: neutral.end()]}<g class="journeys-ghosts" aria-hidden="true">{drawn}</g>{html[neutral.end() :]}'
    return html.replace(_BAR, f"{_BAR}{LEGEND}", 1)


def _drawn(ghost: Ghost, shape: int) -> str:
    points = [
        (COLUMN * at + COLUMN // 2, height_of(value)) for at, value in enumerate(ghost.values) if value is not None
    ]
    if not points:
        return ""
    path = f"M{points[0][0]} {points[0][1]}"
    for (x, y), (to_x, to_y) in pairwise(points):
        path += f"C{(x + to_x) // 2} {y} {(x + to_x) // 2} {to_y} {to_x} {to_y}"
    dots = "".join(f'<circle class="journeys-ghost-dot" cx="{x}" cy="{y}" r="4"/>' for x, y in points)
    return f'<g class="journeys-series journeys-series-{shape % 4}"><path class="journeys-ghost" d="{path}"/>{dots}</g>'
