"""Cells to text, numbers and times. What cannot be read becomes null here; checks.py finds and reports it."""

from typing import NamedTuple

import ibis
from ibis.expr import datatypes as dt
from ibis.expr import types as ir

from mkdocs_journeys.measure.sources.zones import YEARS, utc_of
from mkdocs_journeys.model.measuring.sources import DateOrder, TimeUnit

_MICROSECONDS: dict[TimeUnit, int] = {"seconds": 1_000_000, "milliseconds": 1_000, "microseconds": 1}
INSTANT = "timestamp('UTC')"
_FARTHEST = 4_000_000_000_000_000
"""Microseconds since 1970 to the year 2096: what is beyond is in another unit, and would overflow."""
_GUARD = r"^'([=+\-@])"
_NAMES_A_ZONE = r":\d{2}(\.\d+)?\s*([A-Za-z].*|[+-]\d{2}(:?\d{2})?)$"
_SLASHED = r"^(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+(\d{1,2}:\d{2}(?::\d{2})?))?\s*([AaPp][Mm])?$"
_DAY_FIRST = r"^(\d{1,2})\.(\d{1,2})\.(\d{4})"
_COMPACT_DAY = r"^(\d{4})(\d{2})(\d{2})$"


class Clock(NamedTuple):
    """How a source writes its times."""

    unit: TimeUnit = "text"
    zone: str = "UTC"
    local_epochs: bool = False
    date_order: DateOrder | None = None
    """What stands first in days with slashes; they are not read if nothing is said."""
    years: tuple[int, int] = YEARS
    """The first and the last year in which its times are."""
    instants: bool = False
    """Whether its times keep a zone, UTC, once they are read: BigQuery's functions take no others."""

    @property
    def kind(self) -> str:
        """The type of its times once they are read."""
        return INSTANT if self.instants else "timestamp"


def json_text(document: ir.JSONValue, path: str) -> ir.StringValue:
    """A value inside JSON as text, in DuckDB; null where there is none. `path` is a JSONPath."""
    return _JSON_TEXT(document, path)


def json_texts(document: ir.JSONValue, paths: list[str]) -> ir.ArrayValue:
    """Several values inside JSON as `json_text` gives them, in a list: the document is parsed once for all."""
    return _JSON_TEXTS(document, paths)


def _built_in(document: str, path: str) -> None: ...


_JSON_TEXT = ibis.udf.scalar.builtin(name="json_extract_string", signature=((dt.json, dt.string), dt.string))(_built_in)


_JSON_TEXTS = ibis.udf.scalar.builtin(
    name="json_extract_string", signature=((dt.json, dt.Array(dt.string)), dt.Array(dt.string))
)(_built_in)


def plain_text(value: ir.StringValue) -> ir.StringValue:
    """A cell of a CSV file: without space around it, without the quote that guards against formulas, null if empty."""
    # A chain, as DuckDB works out again what a filter names twice.
    return value.strip().re_replace(_GUARD, r"\1").nullif("")


def with_small_letters(text: ir.StringValue) -> ir.StringValue:
    """Text in which true and false are in small letters, as conditions have them."""
    return text.re_replace("^(?:True|TRUE)$", "true").re_replace("^(?:False|FALSE)$", "false")


def as_text(value: ir.Value) -> ir.StringValue | None:
    """A value as text, as conditions write it: a list of texts as JSON. None for other lists, and for objects."""
    kind = value.type()
    if kind.is_string():
        return value.nullif("")
    if kind.is_json():
        # Not all databases turn any JSON into text.
        kinds = [as_text(value.unwrap_as(kind)) for kind in ("string", "bool", "int64", "float64")]
        return ibis.coalesce(*kinds)
    if kind.is_floating() or kind.is_decimal():
        return ibis.ifelse(value == value.floor(), value.cast("int64").cast("string"), value.cast("string"))
    if kind.is_boolean():
        return ibis.ifelse(value, ibis.literal("true"), ibis.literal("false"))
    if kind.is_array() and kind.value_type.is_string():
        return ibis.literal('["') + value.join('","') + ibis.literal('"]')
    return None if kind.is_nested() or kind.is_binary() else value.cast("string")


def number_of(value: ir.Value, decimal: str = ".") -> ir.FloatingValue:
    """A number; null where there is none. With a decimal comma, a point or a space stands between thousands."""
    if value.type().is_numeric():
        return value.cast("float64")
    text = as_text(value)
    if text is None:
        return ibis.null("float64")
    if decimal == ",":
        for mark in (".", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"):
            text = text.replace(mark, "")
        text = text.replace(",", ".")
    number = text.try_cast("float64")
    return ibis.ifelse(number.isinf() | number.isnan(), ibis.null("float64"), number)


def time_of(value: ir.Value, clock: Clock) -> ir.TimestampValue | None:
    """A time in UTC, null where there is none; None for numbers without a unit, and for what holds no times."""
    kind = value.type()
    if kind.is_timestamp() and kind.timezone is not None:
        return value.cast(clock.kind)
    if kind.is_timestamp() or kind.is_date():
        return value.cast(clock.kind) if clock.zone == "UTC" else _in_utc(value.cast(INSTANT), clock)
    if kind.is_numeric():
        return None if clock.unit == "text" else _from_epoch(value, clock)
    text = as_text(value)
    if text is None:
        return None
    return _from_text(text, clock) if clock.unit == "text" else _from_epoch(text.try_cast("float64"), clock)


def _from_epoch(value: ir.NumericValue, clock: Clock) -> ir.TimestampValue:
    factor = _MICROSECONDS[clock.unit]
    is_whole = value.type().is_integer()
    number = value.cast("int64" if is_whole else "float64")
    near = ibis.ifelse(number.between(-_FARTHEST // factor, _FARTHEST // factor), number, ibis.null(number.type()))
    scaled = near * factor if factor > 1 else near
    whole = scaled if is_whole else scaled.round().cast("int64")
    instant = ibis.timestamp("1970-01-01 00:00:00", timezone="UTC") + whole.as_interval("us")
    return _in_utc(instant, clock) if clock.local_epochs else instant.cast(clock.kind)


def _from_text(text: ir.StringValue, clock: Clock) -> ir.TimestampValue:
    instant = text.re_replace(_DAY_FIRST, r"\3-\2-\1").re_replace(_COMPACT_DAY, r"\1-\2-\3").try_cast(INSTANT)
    names_a_zone = text.re_search(_NAMES_A_ZONE)
    if clock.date_order:
        slashed = _slashed(text, clock.date_order)
        names_a_zone = names_a_zone & slashed.isnull()
        instant = ibis.coalesce(slashed, instant)
    if clock.zone == "UTC":
        return instant.cast(clock.kind)
    return ibis.ifelse(names_a_zone, instant.cast(clock.kind), _in_utc(instant, clock))


def _slashed(text: ir.StringValue, order: DateOrder) -> ir.TimestampValue:
    groups = (3, 1, 2) if order == "month-first" else (3, 2, 1)
    year, month, day = (text.re_extract(_SLASHED, group).nullif("") for group in groups)
    clock = text.re_extract(_SLASHED, 4).nullif("").fill_null("00:00")
    half = text.re_extract(_SLASHED, 5).upper()
    instant = (year + "-" + month + "-" + day + " " + clock).try_cast(INSTANT)
    noon = clock.startswith("12:")
    return ibis.cases(
        ((half == "PM") & ~noon, instant + ibis.interval(hours=12)),
        ((half == "AM") & noon, instant - ibis.interval(hours=12)),
        else_=instant,
    )


def _in_utc(instant: ir.TimestampValue, clock: Clock) -> ir.TimestampValue:
    return utc_of(instant, clock.zone, clock.years).cast(clock.kind)
