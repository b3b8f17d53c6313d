"""Raw rows to the table of their shape, as expressions that all databases understand."""

from collections.abc import Sequence
from typing import NamedTuple

import ibis
from ibis.expr import types as ir

from mkdocs_journeys.measure.sources.conversion import Clock, number_of, time_of
from mkdocs_journeys.measure.sources.mapping import TIMES, FieldNames, shape_of, stage_columns
from mkdocs_journeys.measure.sources.people import with_person, without_copies
from mkdocs_journeys.measure.sources.presets import Preset
from mkdocs_journeys.measure.sources.rawtable import RawTable, text_at, value_at
from mkdocs_journeys.measure.sources.zones import YEARS
from mkdocs_journeys.model.measuring.sources import DataSource

_MONTHS = {"day": 12 / 365, "week": 12 * 7 / 365, "month": 1.0, "quarter": 3.0, "year": 12.0}
"""How many months the amount of a subscription is for, by the words that Stripe uses."""
_EVENT = ("person", "session", "event", "time")


class NormalisedRows(NamedTuple):
    """Rows of a shape, and how many others lack what such a row needs."""

    table: ibis.Table
    dropped: ir.IntegerScalar


class Normaliser(NamedTuple):
    """What is known of a source whose rows are read."""

    raw: RawTable
    source: DataSource
    preset: Preset | None
    names: FieldNames
    years: tuple[int, int] = YEARS
    """The first and the last year in which its times are."""

    @property
    def clock(self) -> Clock:
        """How the source writes its times."""
        source, preset = self.source, self.preset
        unit = source.time_unit or (preset.time_unit if preset else "text")
        local_epochs = bool(preset and preset.local_epochs)
        order = source.date_order or (preset.date_order if preset else None)
        return Clock(unit, source.time_zone or "UTC", local_epochs, order, self.years, self.raw.instants)

    def time_columns(self) -> list[tuple[str, str]]:
        """The columns that hold times, each with its field."""
        found = [(field, column) for field in TIMES for column in self.names.get(field, ())]
        if self.preset:
            found += [("time", column) for column, _ in stage_columns(self.raw, self.source, self.preset)]
        return found

    def with_years(self) -> "Normaliser":
        """The same with the years that its times are in, where they are local; asks the source for them."""
        plain = self._replace(source=self.source.model_copy(update={"time_zone": None}))
        times = [time for _, column in self.time_columns() if (time := plain.time_in(column)) is not None]
        if self.clock.zone == "UTC" or not times:
            return self
        years = [getattr(time.year(), end)() for time in times for end in ("min", "max")]
        row = self.raw.table.agg(**{f"year_{number}": year for number, year in enumerate(years)}).to_pyarrow()
        found = [year for year in row.to_pylist()[0].values() if year is not None]
        return self._replace(years=(min(found), max(found))) if found else self

    def text(self, field: str) -> ir.StringValue:
        """The first filled column of a field as text; null where it has none."""
        return _first(self.texts(field), "string")

    def texts(self, field: str) -> list[ir.StringValue]:
        """The columns of a field as text."""
        return [text for name in self.names.get(field, ()) if (text := text_at(self.raw, name)) is not None]

    def time(self, field: str) -> ir.TimestampValue:
        """The first filled column of a field as a timestamp in UTC."""
        times = [self.time_in(name) for name in self.names.get(field, ())]
        return _first([time for time in times if time is not None], self.clock.kind)

    def time_in(self, column: str) -> ir.TimestampValue | None:
        """A column as a timestamp in UTC; None for one that can hold no times."""
        value = value_at(self.raw, column)
        return None if value is None else time_of(value, self.clock)

    def number(self, field: str) -> ir.FloatingValue:
        """The first filled column of a field as a number."""
        numbers = [self.number_in(name) for name in self.names.get(field, ())]
        return _first([number for number in numbers if number is not None], "float64")

    def number_in(self, column: str) -> ir.FloatingValue | None:
        """A column as a number; words count as what the preset says they are."""
        value = value_at(self.raw, column)
        if value is None:
            return None
        if self.preset and self.preset.scores:
            text = text_at(self.raw, column)
            words = [(text == word, ibis.literal(float(score))) for word, score in self.preset.scores.items()]
            return ibis.cases(*words)
        return number_of(value, self.source.decimal or ".")

    def rows(self) -> NormalisedRows:
        """The rows in the form of their shape."""
        match shape_of(self.source):
            case "events":
                return self._events()
            case "responses" | "reviews":
                return self._responses()
            case "tickets":
                return self._changes([("created", "created"), ("answered", "answered"), ("solved", "solved")])
            case "deals":
                return self._deals()
            case "subscriptions":
                return self._subscriptions()

    def _events(self) -> NormalisedRows:
        session = self.text("session")
        if self.preset and self.preset.no_session:
            session = session.nullif(self.preset.no_session)
        merges = not self.preset or self.preset.merges or bool(self.source.columns.person)
        table = self.raw.table.mutate(session=session, event=self.text("event"), time=self.time("time"))
        table = with_person(self._with_amount(table), self.texts("person"), merges)
        if self.preset and self.preset.session_of_person:
            table = table.mutate(session=table.person + "/" + table.session)
        return self._finished(table, _EVENT, ("person", "event", "time"))

    def _with_amount(self, table: ibis.Table) -> ibis.Table:
        """The table with an amount, of a subscription for a month; as it is where no column holds one."""
        if not self.names.get("amount"):
            return table
        amount = self.number("amount")
        interval = text_at(self.raw, self.preset.interval) if self.preset and self.preset.interval else None
        if interval is not None:
            months = ibis.cases(*((interval.lower() == word, ibis.literal(count)) for word, count in _MONTHS.items()))
            amount = amount / months
        return table.mutate(amount=amount)

    def _responses(self) -> NormalisedRows:
        table = self.raw.table.mutate(
            person=self.text("person"), time=self.time("time"), score=self.number("score"), comment=self.text("comment")
        )
        if self.preset and self.preset.scores:
            table = table.filter(table.score.notnull())
        return self._finished(table, ("person", "time", "score", "comment"), ("time",))

    def _deals(self) -> NormalisedRows:
        wide = stage_columns(self.raw, self.source, self.preset) if self.preset else []
        if wide:
            return self._changes(wide)
        table = self.raw.table.mutate(
            person=self.text("person"), session=ibis.null("string"), event=self.text("stage"), time=self.time("time")
        )
        return self._finished(self._with_amount(table), _EVENT, ("person", "event", "time"))

    def _changes(self, columns: Sequence[tuple[str, str]]) -> NormalisedRows:
        """An event for each of the columns that is filled. A row without a person or a first time is dropped."""
        comment = {"comment": self.text("comment")} if self.names.get("comment") else {}
        parts = []
        for column, event in columns:
            time = self._change(column)
            if time is None:
                continue
            row = self._with_amount(self.raw.table).mutate(
                person=self.text("person"), session=ibis.null("string"), event=ibis.literal(event), time=time, **comment
            )
            parts.append(row if event == "created" else row.filter(row.time.notnull()))
        table = parts[0] if len(parts) == 1 else ibis.union(*parts)
        return self._finished(table, (*_EVENT, *comment), ("person", "time"), within=("event",))

    def _change(self, column: str) -> ir.TimestampValue | None:
        """When a ticket was opened, answered or solved, or a deal entered the stage of a column; None if none says."""
        if column not in self.names:
            return self.time_in(column)
        known = [self.time(column)] if self.names[column] else []
        if column == "answered" and self.names.get("answered_after"):
            minutes = self.number("answered_after").cast("int64")
            known.append(self.time("created") + minutes.as_interval("m"))
        return _first(known, "timestamp") if known else None

    def _subscriptions(self) -> NormalisedRows:
        table = self.raw.table.mutate(person=self.text("person"), start=self.time("start"), end=self.time("end"))
        return self._finished(self._with_amount(table), ("person", "start", "end"), ("person", "start"))

    def _finished(
        self, table: ibis.Table, first: Sequence[str], needed: Sequence[str], within: Sequence[str] = ()
    ) -> NormalisedRows:
        whole = ibis.and_(*(table[name].notnull() for name in needed))
        kept = table.filter(whole)
        again = self._replaced(kept)
        order = [name for name in ("time", "start", "end", "event", "person") if name in first]
        kept = without_copies(kept, again.texts("id"), order, within)
        first = [*first, *(["amount"] if "amount" in kept.columns else [])]
        columns = [*first, *(name for name in kept.columns if name not in first)]
        return NormalisedRows(kept.select(*columns), table.filter(~whole).count())

    def _replaced(self, table: ibis.Table) -> "Normaliser":
        return self._replace(raw=self.raw._replace(table=table))


def _first(values: Sequence[ir.Value], kind: str) -> ir.Value:
    if not values:
        return ibis.null(kind)
    return values[0] if len(values) == 1 else ibis.coalesce(*values)
