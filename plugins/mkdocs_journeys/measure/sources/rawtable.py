"""The rows of a source as they are, and how a column, a path into one, or a property is read from them."""

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from typing import NamedTuple

import ibis
from ibis.expr import types as ir

from mkdocs_journeys.measure.sources.conversion import as_text, json_text, plain_text, with_small_letters

PREFIX = "raw_"
"""What the names of a source's own columns begin with, so that none of them is taken for one of ours."""
_PARAMETER_KINDS = ("string_value", "int_value", "float_value", "double_value")
_TAG = re.compile(r"<[^>]*>")


class RawTable(NamedTuple):
    """Rows of files or of a database's table, not yet read as anything."""

    table: ibis.Table
    columns: dict[str, str]
    """The names that the source gives its columns, to the names in `table`."""
    document: str = ""
    """The column of `table` with a row as JSON, for files of JSON; "" where columns stand on their own."""
    names: frozenset[str] = frozenset()
    """All names, those inside a JSON document among them as far as they were seen."""
    cells: bool = False
    """Whether columns are cells of a CSV file."""
    duckdb: bool = False
    """Whether DuckDB runs it, which reads JSON in text by itself."""
    instants: bool = False
    """Whether times have to keep a zone."""
    properties: tuple[str, ...] = ()
    """The columns that hold properties."""
    keyed: tuple[str, ...] = ()
    """Those of them that are lists of keys with values."""
    private: tuple[str, ...] = ()
    """Names of personal data, which are no properties."""
    exists: Callable[[ir.Value], bool] = lambda _: True
    """Whether any row has such a value; asked for JSON alone, as its names are not known from the start."""


def is_private(raw: RawTable, name: str) -> bool:
    """Whether a name stands for personal data."""
    return any(fnmatchcase(name, pattern) for pattern in raw.private)


def value_at(raw: RawTable, name: str) -> ir.Value | None:
    """The value of a column, or at a path into one; None where the source has none."""
    if raw.document:
        root, _, key = name.partition(".")
        if key and root in raw.keyed:
            pairs = json_text(raw.table[raw.document], f"$.{_quoted(root)}")
            return _json_parameter(pairs.cast("json"), key)
        return _inside_json(raw.table[raw.document], paths_in_json(name))
    for column, rest in _splits(raw, name):
        value: ir.Value | None = raw.table[column]
        value = value if not rest else _inside(raw, value, rest)
        if value is not None:
            return plain_text(value) if raw.cells and value.type().is_string() and not rest else value
    return None


def text_at(raw: RawTable, name: str) -> ir.StringValue | None:
    """What `value_at` gives, as text."""
    value = value_at(raw, name)
    return None if value is None else as_text(value)


def property_at(raw: RawTable, name: str) -> ir.StringValue | None:
    """The value of a property as text: a column, a path, or what is of that name in a column of properties."""
    paths = [name, *(f"{root}.{name}" for root in raw.properties)]
    found = [text for path in paths if not is_private(raw, path) and (text := text_at(raw, path)) is not None]
    if not found:
        return None
    value = ibis.coalesce(*found)
    if raw.cells:
        value = with_small_letters(value)
    return value if not raw.document or raw.exists(value) else None


def has_column(raw: RawTable, name: str) -> bool:
    """Whether the source has a column or a path of this name."""
    value = value_at(raw, name)
    return value is not None and (not raw.document or raw.exists(value))


def words_of(header: str) -> str:
    """A column's name without HTML and line breaks."""
    return " ".join(_TAG.sub(" ", header).replace("&nbsp;", " ").split())


def _splits(raw: RawTable, name: str) -> Iterable[tuple[str, str]]:
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        head = ".".join(parts[:count])
        if column := raw.columns.get(head):
            yield column, ".".join(parts[count:])


def _inside(raw: RawTable, value: ir.Value, path: str) -> ir.Value | None:
    kind = value.type()
    if kind.is_struct():
        head, _, rest = path.partition(".")
        if head not in kind.names:
            return None
        return _inside(raw, value[head], rest) if rest else value[head]
    if kind.is_array() and kind.value_type.is_struct() and set(kind.value_type.names) >= {"key", "value"}:
        return _parameter(value, path)
    if kind.is_map():
        return value.get(path)
    if kind.is_json() or kind.is_string():
        if raw.duckdb:
            return _inside_json(value.try_cast("json") if kind.is_string() else value, paths_in_json(path))
        json = value.cast("json") if kind.is_string() else value
        for part in path.split("."):
            json = json[part]
        return json
    return None


def _parameter(value: ir.ArrayValue, key: str) -> ir.StringValue:
    """GA4 keeps parameters as a list of keys, each with its value in one of four fields."""

    def text_of(item: ir.StructValue) -> ir.StringValue:
        inner = item["value"]
        return ibis.coalesce(*(as_text(inner[name]) for name in _PARAMETER_KINDS if name in inner.type().names))

    return value.filter(lambda item: item["key"] == key).map(text_of)[0]


def _json_parameter(pairs: ir.JSONValue, key: str) -> ir.StringValue:
    found = pairs.array.filter(lambda item: json_text(item, "$.key") == key)
    return found.map(lambda item: ibis.coalesce(*(json_text(item, f"$.value.{name}") for name in _PARAMETER_KINDS)))[0]


def _inside_json(document: ir.JSONValue, paths: list[str]) -> ir.StringValue:
    found = [json_text(document, path) for path in paths]
    return ibis.coalesce(*found).nullif("") if len(found) > 1 else found[0].nullif("")


def paths_in_json(name: str) -> list[str]:
    """The places inside a document that a name may mean, as JSONPath."""
    # A dot may lead into an object, or be part of a key.
    parts = name.split(".")
    paths = [".".join(_quoted(part) for part in parts), _quoted(name)]
    if len(parts) > 2:
        paths.append(f"{_quoted(parts[0])}.{_quoted('.'.join(parts[1:]))}")
    return [f"$.{path}" for path in dict.fromkeys(paths)]


def _quoted(key: str) -> str:
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'
