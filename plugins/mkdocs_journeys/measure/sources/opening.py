"""Opening a source: its files or its table, checked and normalised."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import ibis
from ibis.expr import types as ir

from mkdocs_journeys.measure.sources.checks import check_files, check_table
from mkdocs_journeys.measure.sources.conditions import fitting, missing_properties
from mkdocs_journeys.measure.sources.errors import SourceError, name_hint, source_problem
from mkdocs_journeys.measure.sources.files import FileReader
from mkdocs_journeys.measure.sources.flat import flattened, names_of
from mkdocs_journeys.measure.sources.mapping import field_names
from mkdocs_journeys.measure.sources.normalise import Normaliser
from mkdocs_journeys.measure.sources.presets import preset_of
from mkdocs_journeys.measure.sources.rawtable import PREFIX, RawTable, is_private, property_at, text_at
from mkdocs_journeys.model.measuring.sources import DataSource


class Opened(NamedTuple):
    """A source as a table of its shape."""

    table: ibis.Table
    """For events, tickets and deals `person`, `session`, `event`, `time`, and `comment` where tickets have one; for
    responses and reviews `person`, `time`, `score`, `comment`; for subscriptions `person`, `start`, `end`. `amount` is
    there if the source has a column for it.
    Then come the source's own columns, whose names begin with `raw_`.
    """
    raw_columns: frozenset[str]
    """The names of columns, and of what is known to be inside them, but for personal data."""
    property_of: Callable[[str], ir.StringValue | None]
    """The value of a property in the rows of `table` as text; None where the source has no such column."""
    dropped: ir.IntegerScalar | None = None
    """How many rows are left out because they have no person or no time; nothing is counted before it is executed."""


def open_source(
    source: DataSource, connection: ibis.BaseBackend, root: Path, scratch: Path, properties: Iterable[str] | None = None
) -> Opened:
    """A source as a checked and normalised table.

    Files are read by DuckDB, so `connection` has to be one of its for them. Copies of files that are not UTF-8 go into
    the folder `scratch`, which has to be there as long as the table is used. Where `properties` are named, JSON is read
    once, for them and for what the source needs, and no other property is known then. Raises SourceError.
    """
    if source.backend:
        return _of_table(source, connection)
    preset = preset_of(source)
    reader = FileReader(source, preset, connection)
    files = reader.whole(root, scratch)
    try:
        raw = files.raw
        if raw.document and properties is not None:
            names = names_of(raw, source, preset, properties)
            raw = flattened(raw, names, connection, scratch / f"{source.id}.json.parquet")
        normaliser = _normaliser(raw, source).with_years()
        check_files(normaliser, reader, files)
        return _opened(normaliser, raw)
    except SourceError:
        raise
    except Exception as error:  # DuckDB, Ibis and Arrow share no class of errors
        raise SourceError([reader.damaged(error, files.files, files.layouts)]) from None


def normalised(table: ibis.Table, source: DataSource, duckdb: bool = False) -> Opened:
    """A table of a database as a source. Raises SourceError for columns that it lacks; asks the database nothing."""
    raw = _raw_of(table, source, duckdb)
    return _opened(_normaliser(raw, source), raw)


def _of_table(source: DataSource, connection: ibis.BaseBackend) -> Opened:
    *database, name = (source.table or "").split(".")
    try:
        table = connection.table(name, database=tuple(database) if len(database) > 1 else next(iter(database), None))
        raw = _raw_of(table, source, connection.name == "duckdb")
        normaliser = _normaliser(raw, source).with_years()
        check_table(normaliser)
        return _opened(normaliser, raw)
    except SourceError:
        raise
    except Exception as error:  # each database has errors of its own
        # What the database says may hold addresses, but no password: Ibis gives it no text of ours.
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        raise SourceError([source_problem(source.id, f"the table {source.table} cannot be read ({said}).")]) from None


def _raw_of(table: ibis.Table, source: DataSource, duckdb: bool) -> RawTable:
    preset = preset_of(source)
    return RawTable(
        table=table.rename({f"{PREFIX}{name}": name for name in table.columns}),
        columns={name: f"{PREFIX}{name}" for name in table.columns},
        names=frozenset(table.columns),
        duckdb=duckdb,
        instants=source.backend == "bigquery",
        properties=preset.properties if preset else (),
        private=preset.private if preset else (),
    )


def _normaliser(raw: RawTable, source: DataSource) -> Normaliser:
    """The source with the rows that count."""
    preset = preset_of(source)
    names = field_names(raw, source, preset)

    def value_of(name: str) -> ir.StringValue | None:
        return property_at(raw, name)

    missing = sorted(missing_properties(value_of, source.where, source.unless))
    if missing:
        message = f"its rows have no property '{missing[0]}', which decides whether they count."
        raise SourceError([source_problem(source.id, message, name_hint(missing, raw.names))])
    fits = fitting(value_of, source.where, source.unless)
    if preset:
        where, unless = (
            {name: values for name, values in some.items() if text_at(raw, name) is not None}
            for some in (preset.where, preset.unless)
        )
        fits = fits & fitting(lambda name: text_at(raw, name), where, unless)
        for name in preset.empty:
            if (text := text_at(raw, name)) is not None:
                fits = fits & text.isnull()
    table = raw.table.filter(fits) if isinstance(fits, ir.BooleanColumn) else raw.table
    return Normaliser(raw._replace(table=table), source, preset, names)


def _opened(normaliser: Normaliser, raw: RawTable) -> Opened:
    rows = normaliser.rows()
    bound = raw._replace(table=rows.table, exists=lambda _: True)
    known: dict[str, bool] = {}

    def property_of(name: str) -> ir.StringValue | None:
        if name not in known:
            known[name] = property_at(raw, name) is not None
        return property_at(bound, name) if known[name] else None

    names = frozenset(name for name in raw.names if not is_private(raw, name))
    return Opened(rows.table, names, property_of, rows.dropped)
