"""Which columns of a source hold what, by its preset and by what it says itself."""

import re
from collections.abc import Iterator

from mkdocs_journeys.measure.sources.errors import SourceError, name_hint, source_problem
from mkdocs_journeys.measure.sources.presets import Preset, preset_of
from mkdocs_journeys.measure.sources.rawtable import RawTable, has_column
from mkdocs_journeys.model.measuring.sources import DataSource, Shape
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.wording import listed

FieldNames = dict[str, tuple[str, ...]]
"""A field of `Columns` to the names of columns that the source really has; none for a field that it lacks."""
TIMES = ("time", "created", "answered", "solved", "start", "end")
NUMBERS = ("score", "amount", "answered_after")
_FIELDS: dict[Shape, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "events": (("person", "event", "time"), ("session", "id", "amount")),
    "responses": (("time", "score"), ("person", "comment", "id")),
    "reviews": (("time", "score"), ("person", "comment", "id")),
    "tickets": (("person", "created"), ("answered", "answered_after", "solved", "comment", "id")),
    "deals": (("person", "stage", "time"), ("amount", "id")),
    "subscriptions": (("person", "start", "end"), ("amount", "id")),
}
"""What each shape needs, and what it may have."""


def shape_of(source: DataSource) -> Shape:
    """What the rows of a source are."""
    preset = preset_of(source)
    return source.shape or (preset.shape if preset else "events")


def needed(shape: Shape) -> tuple[str, ...]:
    """The fields without which rows are not of this shape."""
    return _FIELDS[shape][0]


def field_names(raw: RawTable, source: DataSource, preset: Preset | None) -> FieldNames:
    """The columns of each field that the source has. Raises SourceError for those that it should have and lacks."""
    required, optional = _FIELDS[shape_of(source)]
    if preset and stage_columns(raw, source, preset):
        required = ("person",)
    found: FieldNames = {}
    problems: list[Problem] = []
    for name in (*required, *optional):
        own = getattr(source.columns, name) or ()
        said = own or (getattr(preset.columns, name) if preset else None) or ()
        found[name] = tuple(column for column in said if has_column(raw, column))
        missing = [column for column in own if column not in found[name]]
        if missing:
            problems.append(_missing(raw, source, name, missing))
        elif name in required and not said:
            hint = f"Say `columns: {{{name}: …}}`. {name_hint((), raw.names)}".strip()
            message = f"nothing says which column holds the {name}."
            problems.append(source_problem(source.id, message, hint, "columns"))
        elif name in required and not found[name]:
            problems.append(_missing(raw, source, name, list(said)))
    if problems:
        raise SourceError(problems)
    return found


def stage_columns(raw: RawTable, source: DataSource, preset: Preset) -> list[tuple[str, str]]:
    """Columns that hold when a deal entered a stage, each with the name of the stage."""
    if source.columns.stage or not preset.stage_columns:
        return []
    return sorted(_stages(raw, preset))


def _stages(raw: RawTable, preset: Preset) -> Iterator[tuple[str, str]]:
    for name in raw.names:
        for pattern in preset.stage_columns:
            if match := re.fullmatch(pattern, name.removeprefix("properties.")):
                yield name, match.group(1)


def _missing(raw: RawTable, source: DataSource, field: str, missing: list[str]) -> Problem:
    named = listed([f"'{name}'" for name in missing])
    message = f"its rows have no column {named}, which holds the {field}."
    return source_problem(source.id, message, name_hint(missing, raw.names), "columns", field)
