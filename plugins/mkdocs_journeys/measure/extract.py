"""An extract of a source: what its definitions need, so that text is parsed once and not for each question."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs_journeys.measure.sources import Opened
from mkdocs_journeys.model import Model
from mkdocs_journeys.model.measuring import DataSource, Measure

COLUMNS = ("person", "session", "event", "time", "score", "start", "end", "amount")
"""What a table of any shape may have beside its properties; comments are copied only where some are kept."""


def needs_extract(source: DataSource) -> bool:
    """Whether asking a source again costs more than a copy: for all files but plain Parquet, never for a database."""
    are_columns = source.form == "parquet" or all(name.endswith(".parquet") for name in source.files)
    return not source.backend and not (are_columns and source.preset is None and source.columns.id is None)


def extract_of(opened: Opened, names: set[str], connection: Any, file: Path, comments: bool = False) -> Opened:
    """The source with just these properties, and its comments if wanted, as Parquet in a file that is not there yet."""
    found = {name: value for name in sorted(names) if (value := opened.property_of(name)) is not None}
    columns = [name for name in (*COLUMNS, *(["comment"] if comments else [])) if name in opened.table.columns]
    numbers = {name: f"property_{number}" for number, name in enumerate(found)}
    table = opened.table.select(*columns, **{numbers[name]: value for name, value in found.items()})
    connection.to_parquet(table, file)
    copy = connection.read_parquet(file)

    def property_of(name: str) -> Any:
        return copy[numbers[name]] if name in numbers else None

    return Opened(copy, opened.raw_columns, property_of, opened.dropped)


def properties_of(measure: Measure, source: DataSource) -> set[str]:
    """The names of all properties that the definitions of a source ask for."""
    lists = (getattr(measure, name) for name in type(measure).model_fields if name not in ("id", "path"))
    blocks = [block for items in lists if isinstance(items, tuple) for block in items]
    asking = [block for block in blocks if getattr(block, "source", None) == source.id]
    return {name for block in asking for name in _named(block)} | {
        name for conditions in source.segments.values() for name in conditions
    }


def _named(value: object) -> Iterator[str]:
    if isinstance(value, Model):
        for name, inside in vars(value).items():
            if name in ("where", "unless"):
                yield from inside
            elif name == "hold" and inside:
                yield inside
            else:
                yield from _named(inside)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _named(item)
    elif isinstance(value, dict):
        yield from _named(list(value.values()))
