"""A journey before and after a change as one SVG: the maps above each other, cut to the steps that changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.diff import Change, Comparison, Judgement
from mkdocs_journeys.diff.describe.lines import lines_in_order
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.match import aligned_steps
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.exports.colours import ACCENT, INK, LINE, SOFT, SURFACE
from mkdocs_journeys.exports.printed.drawing import MARGIN, SIZE, MapDrawing, rectangle, svg_document
from mkdocs_journeys.exports.printed.lettering import height_of, lettered, wrapped_to
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.map.emotions.curve import COLUMN

MOST_TOLD = 8
"""Changes that are told above the maps."""
WHOLE = 6
"""A journey of no more steps is drawn whole."""
CHANGED = "#fff6d6"
"""The ground of a cell that says something else than on the other side."""
SIGNS = {
    Judgement.WORSE: ("▼", "#b3261e"),
    Judgement.REVIEW: ("◆", "#7a5c00"),
    Judgement.BETTER: ("▲", "#126c34"),
    Judgement.EDITORIAL: ("●", SOFT),
}
KEY = "A yellow cell with a bar says something else than on the other side."


class _Side(NamedTuple):
    """A journey on one side, with its place in each column; None in a column that is only on the other side."""

    name: str
    atlas: Atlas
    journey: Journey
    columns: Sequence[StepLocation | None]


class _Column(NamedTuple):
    """A column: the step as it was, as it is, and whether anything about it changed."""

    before: StepLocation | None
    after: StepLocation | None
    changed: bool


def journeys_with_pictures(comparison: Comparison) -> list[str]:
    """The ids of the journeys whose maps changed: their new ids, the old ones of those that were removed.

    The atlases of the comparison are whole.
    """
    return [
        id for id in dict.fromkeys(one.journey for one in comparison.changes if one.journey) if _columns(comparison, id)
    ]


def picture_of_changes(comparison: Comparison, id: str, names: tuple[str, str]) -> bytes:
    """The picture of a journey of `journeys_with_pictures`; `names` are those of the two sides."""
    columns = _columns(comparison, id)
    before, after = (entity.journey if entity else None for entity in _sides(comparison, id))
    told = [change for change in comparison.changes if change.journey == id]
    sides = [
        _Side(f"{word}: {name}", atlas, journey, places)
        for word, name, atlas, journey, places in (
            ("Before", names[0], comparison.old, before, [one.before for one in columns]),
            ("After", names[1], comparison.new, after, [one.after for one in columns]),
        )
        if journey
    ]
    title = sides[-1].journey.title
    right = MARGIN + max(COLUMN * len(columns) + 136, 640)
    parts, y = _head(title, told, right - MARGIN)
    drawings: list[MapDrawing] = []
    for side in sides:
        parts.append(lettered([side.name], MARGIN, y, 15, bold=True))
        drawing = MapDrawing(side.atlas, side.journey, side.columns, y + 26)
        if any(side.columns):
            drawing.grid()
        drawings.append(drawing)
        y = drawing.y + 22
    for drawing, other in zip(drawings, drawings[::-1], strict=True):
        parts += [*drawing.grounds, *(_marks(drawing, other) if drawing is not other else ()), *drawing.parts]
    return svg_document(title, parts, right + MARGIN, y)


def _head(title: str, changes: Sequence[Change], width: float) -> tuple[list[str], float]:
    """The title and what changed in words, with where they end."""
    y: float = MARGIN
    lines = wrapped_to(title, width, 24, bold=True)
    parts = [lettered(lines, MARGIN, y, 24, bold=True)]
    y += height_of(lines, 24) + 6
    told = sorted(lines_in_order(changes), key=lambda line: line.judgement.rank)
    for line in told[:MOST_TOLD]:
        sign, colour = SIGNS[line.judgement]
        said = "".join(f"“{part.text}”" if isinstance(part, Quote) else part for part in line.sentence)
        words = wrapped_to(f"{line.judgement}: {said}", width - 22, SIZE)
        parts += [lettered([sign], MARGIN, y, SIZE, colour=colour), lettered(words, MARGIN + 22, y, SIZE)]
        y += height_of(words, SIZE) + 3
    if len(told) > MOST_TOLD:
        parts.append(lettered([f"and {len(told) - MOST_TOLD:,} more"], MARGIN + 22, y, SIZE, colour=SOFT))
        y += height_of([""], SIZE)
    parts.append(lettered([KEY], MARGIN, y + 6, SIZE, colour=SOFT))
    return parts, y + 34


def _marks(drawing: MapDrawing, other: MapDrawing) -> Iterator[str]:
    """The marks of the cells that differ from the other drawing, and of columns that it alone has."""
    for title, row in drawing.rows.items():
        there = other.rows.get(title)
        for number, place in enumerate(drawing.columns):
            x = drawing.left + COLUMN * number
            if place is not None and [*row.said[number]] != [*(there.said[number] if there else ())]:
                yield rectangle(x, row.top, COLUMN, row.height, CHANGED)
                yield rectangle(x, row.top, 4, row.height, ACCENT)
    for number, place in enumerate(drawing.columns):
        if place is None and drawing.rows:
            x, height = drawing.left + COLUMN * number, drawing.y - drawing.top
            yield rectangle(x, drawing.top, COLUMN, height, SURFACE, LINE)
            yield lettered(
                ["no such step"], x + COLUMN / 2, drawing.top + 44, SIZE, colour=INK, italic=True, anchor="middle"
            )


def _sides(comparison: Comparison, id: str) -> tuple[Entity | None, Entity | None]:
    """The journey of an id as it was and as it is."""
    now = comparison.after_by_id.get(("journey", id))
    return comparison.matches.old_of.get(now) if now else comparison.before_by_id.get(("journey", id)), now


def _columns(comparison: Comparison, id: str) -> list[_Column]:
    """The steps that changed, each between its neighbours; all steps of a short journey; none where none changed."""
    was, now = _sides(comparison, id)
    changed = set(_changed_steps(comparison))
    mine, theirs = (
        [step for step in side["step"] if root and step.root is root]
        for side, root in ((comparison.before, was), (comparison.after, now))
    )
    found = [
        _Column(
            _place(comparison.old, comparison, one),
            _place(comparison.new, comparison, other),
            one is None or other is None or bool({one, other} & changed),
        )
        for one, other in (
            (earlier if earlier in mine else None, step)
            for earlier, step in aligned_steps(mine, theirs, comparison.matches)
        )
    ]
    if len(found) <= WHOLE and any(column.changed for column in found):
        return found
    return [column for at, column in enumerate(found) if any(near.changed for near in found[max(0, at - 1) : at + 2])]


def _changed_steps(comparison: Comparison) -> Iterator[Entity]:
    """The steps of either side in which something changed; of a stage that changed, the first."""
    for change in comparison.changes:
        for entity, side in zip(comparison.sides_of(change), (comparison.before, comparison.after), strict=True):
            if entity and entity.kind == "stage":
                yield from [step for step in side["step"] if step.parent is entity][:1]
            while entity and entity.kind != "step":
                entity = entity.parent
            if entity:
                yield entity


def _place(atlas: Atlas, comparison: Comparison, step: Entity | None) -> StepLocation | None:
    if step is None or step.journey is None:
        return None
    return atlas.places[step.journey.id][comparison.step_numbers[step] - 1]
