"""The marks of a preview as values of a map: chips and notes by row and column, and the former curves."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.changes.journey_marks import JourneyMarks, PreviousCurve
from mkdocs_journeys.site.changes.marks import ChangeMark, GoneMark, chip_of
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.map.lanes import HEAD

MACROS = "macros/changes.html.j2"
STAGES = "stages"
"""The row of the heads of stages; that of the heads of steps is `HEAD`, others have the ids of their lanes."""
Position = tuple[str, int]
"""A row and the number of a column in it, from 1."""
_NO_MARK = Markup()


@dataclass(frozen=True, slots=True)
class MapMarks:
    """What the map prints at the start of its cells, and the former curve of each persona whose curve changed."""

    by_position: Mapping[Position, Markup] = field(default_factory=dict)
    previous: tuple[PreviousCurve, ...] = ()

    def row(self, row: str, columns: int) -> tuple[Markup, ...]:
        """The mark of each cell of a row, empty for none."""
        found = self.by_position
        return tuple([found.get((row, n), _NO_MARK) for n in range(1, columns + 1)]) if found else (_NO_MARK,) * columns


def map_marks(context: PageContext, journey: Journey, lanes: Collection[str]) -> MapMarks:
    """The marks of a journey's map with these lanes; marks of other lanes stand at the heads of their steps."""
    overlay = context.site.overlay
    marks = overlay.journeys.get(journey.id) if overlay else None
    if marks is None:
        return MapMarks()
    chips = {
        position: context.macro(MACROS, "change_chip", chip_of(found)) for position, found in _marked(marks, lanes)
    }
    for position, gone in _gone(marks, lanes, len(journey.steps)):
        note = context.macro(MACROS, "gone_note", gone, gone in marks.gone)
        chips[position] = chips.get(position, _NO_MARK) + note
    return MapMarks(chips, marks.previous)


def _marked(marks: JourneyMarks, lanes: Collection[str]) -> Iterable[tuple[Position, list[ChangeMark]]]:
    found: dict[Position, list[ChangeMark]] = {(STAGES, number): some for number, some in marks.stages.items()}
    for (number, lane), some in marks.cells.items():
        position = (lane if lane in lanes else HEAD, number)
        found[position] = [*found.get(position, ()), *some]
    return found.items()


def _gone(marks: JourneyMarks, lanes: Collection[str], steps: int) -> Iterator[tuple[Position, GoneMark]]:
    for gone in marks.gone:
        yield (HEAD, gone.before or steps), gone
    for number, pains in marks.gone_pains.items():
        for gone in pains:
            yield ("pains" if "pains" in lanes else HEAD, number), gone
