"""Documents of JSON as columns of text: each is parsed once, and not for each value that is asked of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import ibis
from ibis.expr import types as ir

from mkdocs_journeys.measure.sources.conversion import json_texts
from mkdocs_journeys.measure.sources.files import FILE
from mkdocs_journeys.measure.sources.mapping import stage_columns
from mkdocs_journeys.measure.sources.presets import Preset
from mkdocs_journeys.measure.sources.rawtable import PREFIX, RawTable, paths_in_json, text_at
from mkdocs_journeys.model.measuring.sources import Columns, DataSource

_FILE = f"{PREFIX}{FILE}"


def flattened(raw: RawTable, names: Iterable[str], connection: ibis.BaseBackend, file: Path) -> RawTable:
    """The rows with a column of text for each of the names that any row has, kept as Parquet in a new file."""
    wanted = list(dict.fromkeys(names))
    keyed = [name for name in wanted if name.partition(".")[0] in raw.keyed]
    paths = {name: paths_in_json(name) for name in wanted if name not in keyed}
    every = list(dict.fromkeys(path for several in paths.values() for path in several))
    columns = {name: f"{PREFIX}{number}" for number, name in enumerate(wanted)}
    table = raw.table.mutate(role_texts=json_texts(raw.table[raw.document], every))
    values: dict[str, ir.Value] = {}
    for name in wanted:
        texts = [table.role_texts[every.index(path)] for path in paths.get(name, ())]
        value = ibis.coalesce(*texts).nullif("") if texts else text_at(raw._replace(table=table), name)
        values[columns[name]] = ibis.null("string") if value is None else value
    connection.to_parquet(table.select(_FILE, **values), file)
    copy = connection.read_parquet(file)
    row = copy.agg(**{column: copy[column].count() for column in values}).to_pyarrow().to_pylist()[0]
    filled = {name: column for name, column in columns.items() if row[column]}
    return raw._replace(table=copy, columns=filled, document="", keyed=())


def names_of(raw: RawTable, source: DataSource, preset: Preset | None, properties: Iterable[str]) -> Iterator[str]:
    """All names that a source and its preset ask for, and these properties, at the top and where properties stand."""
    for field in Columns.model_fields:
        yield from getattr(source.columns, field) or (getattr(preset.columns, field) if preset else None) or ()
    for name in (*source.where, *source.unless, *properties):
        yield from (name, *(f"{root}.{name}" for root in raw.properties))
    if preset:
        yield from (name for name, _ in stage_columns(raw, source, preset))
        yield from (*preset.where, *preset.unless, *preset.empty, *([preset.interval] if preset.interval else []))
