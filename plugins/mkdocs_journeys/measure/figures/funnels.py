"""Who came how far, step by step, within a window from the first step.

Each step joins the people who came so far with their events of the next one, and keeps the earliest that fits: plain
joins and groups that every engine has. An event at the very time of the step before it does not count, unless a
grace says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import ibis

from mkdocs_journeys.measure.figures.entries import first_entries, numbered, renamed
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, has_any, how_many
from mkdocs_journeys.measure.periods import index_of
from mkdocs_journeys.measure.rows import DefinitionError, Rows
from mkdocs_journeys.model.measuring.conditions import event_of, seconds_of
from mkdocs_journeys.model.measuring.definitions import FunnelDefinition


def funnel_query(definition: FunnelDefinition, rows: Rows, span: Horizon) -> Query:
    """Those who reached each step, by the period of their first one; those whose window is not over are left out."""
    funnel = _Funnel(definition, rows)
    if definition.order == "any":
        if definition.entry == "any":
            hint = "Leave `entry` out, or give the steps an order."
            raise DefinitionError(("entry",), "Where steps come in any order, there is no first step to repeat.", hint)
        reached = funnel.in_any_order()
    else:
        reached = funnel.in_order()
    window = ibis.interval(seconds=seconds_of(definition.window))
    attempts = reached.mutate(
        period=index_of(reached.t1, span.periods), is_over=reached.t1 + window <= ibis.literal(span.until)
    )
    attempts = attempts.filter(attempts.period >= 0)
    count, segments = len(definition.steps), list(rows.segments)
    wanted: dict[str, Any] = {}
    for number in range(len(segments)):
        is_in = attempts[f"s{number}"] == 1
        wanted[f"p{number}"] = how_many(is_in & ~attempts.is_over)
        for step in range(1, count + 1):
            wanted[f"n{step}_{number}"] = how_many(is_in & attempts.is_over & (attempts.reached >= step))
    table = attempts.group_by("period").agg(**wanted)

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        base = 1 if definition.base == "first" else count - 1
        for row in found:
            for number, segment in enumerate(segments):
                at = [0, *(int(row[f"n{step}_{number}"]) for step in range(1, count + 1))]
                pending = int(row[f"p{number}"])
                for step, one in enumerate(definition.steps, 1):
                    if one.metric:
                        yield Cell(one.metric, row["period"], segment, {"value": at[step]}, at[step], pending)
                if definition.metric:
                    values = {"numerator": at[count], "denominator": at[base]}
                    yield Cell(definition.metric, row["period"], segment, values, at[base], pending)

    return Query(table, cells)


class _Funnel:
    """The steps of a funnel as tables. Attempts have the columns of `keys`, t1, s0, s1 … and `reached`."""

    def __init__(self, definition: FunnelDefinition, rows: Rows) -> None:
        self.definition = definition
        self.units = ["person"] if definition.of == "people" else ["person", "session"]
        self.keys = [*self.units, "held"] if definition.hold else self.units
        segments = numbered(rows.segments)
        self.segments = list(segments)
        self.window = ibis.interval(seconds=seconds_of(definition.window))
        marks = {
            f"m{number}": rows.happening(step.event, ("steps", number - 1, "event"))
            for number, step in enumerate(definition.steps, 1)
        }
        held = {"held": rows.property_at(definition.hold, ("hold",))} if definition.hold else {}
        excluded = {"x": rows.happening(definition.exclude, ("exclude",))} if definition.exclude else {}
        table = rows.table
        chosen = table.select(
            *self.units, "time", "event", counts=rows.counted, **marks, **held, **excluded, **segments
        )
        chosen = chosen.filter(chosen.counts)
        for key in self.keys[1:]:
            chosen = chosen.filter(chosen[key].notnull())
        if definition.order == "strict":
            order = ibis.window(group_by=self.keys, order_by=[chosen.time, chosen.event])
            chosen = chosen.mutate(n=ibis.row_number().over(order))
        self.rows = chosen

    def in_order(self) -> ibis.Table:
        """The attempts, with the number of steps that each reached one after the other."""
        is_strict = self.definition.order == "strict"
        level = self._begun(self.rows.filter(self.rows.m1))
        for step in range(2, len(self.definition.steps) + 1):
            events = self._events(self.rows[f"m{step}"], "n") if is_strict else self._events(self.rows[f"m{step}"])
            before = level[f"t{step - 1}"]
            if is_strict:
                follows = events.e_n == level[f"n{step - 1}"] + 1
            else:
                follows = events.e_time > before - self._grace(step)
            joined = level.left_join(events, [*self._same(level, events), follows, self._in_window(level, events)])
            found = {f"t{step}": joined.e_time.min()} | ({f"n{step}": joined.e_n.min()} if is_strict else {})
            level = joined.group_by(*level.columns).agg(**found)
        times = [level[f"t{step}"] for step in range(1, len(self.definition.steps) + 1)]
        reached: Any = ibis.literal(0)
        for time in times:
            reached = reached + ibis.ifelse(time.notnull(), 1, 0)
        last = ibis.coalesce(*reversed(times))
        level = level.mutate(reached=reached, last=last)
        return self._best(self._without_excluded(level))

    def in_any_order(self) -> ibis.Table:
        """The attempts, with the number of different steps that each did within the window."""
        marks = [f"m{number}" for number in range(1, len(self.definition.steps) + 1)]
        is_step: Any = ibis.literal(False)
        for mark in marks:
            is_step = is_step | self.rows[mark]
        level = self._begun(self.rows.filter(is_step))
        events = self._events(is_step, *marks)
        joined = level.left_join(
            events, [*self._same(level, events), events.e_time >= level.t1, self._in_window(level, events)]
        )
        did = joined.group_by(*level.columns).agg(
            last=joined.e_time.max(), **{mark: has_any(joined[f"e_{mark}"]) for mark in marks}
        )
        reached: Any = ibis.literal(0)
        for mark in marks:
            reached = reached + did[mark]
        return self._best(self._without_excluded(did.mutate(reached=reached)))

    def _begun(self, entries: ibis.Table) -> ibis.Table:
        """An attempt for each first step that counts: the first of the keys, or each."""
        strict = {"n1": entries.n.min()} if "n" in entries.columns else {}
        if self.definition.entry == "any":
            flags = {name: has_any(entries[name]) for name in self.segments}
            return entries.group_by(*self.keys, t1=entries.time).agg(**strict, **flags)
        return first_entries(entries, self.keys, self.segments, **strict)

    def _events(self, are_wanted: Any, *columns: str) -> ibis.Table:
        """The rows of some events, with names that do not clash with those of attempts."""
        return renamed(self.rows.filter(are_wanted), [*self.keys, "time", *columns])

    def _same(self, level: ibis.Table, events: ibis.Table) -> list[Any]:
        return [level[key] == events[f"e_{key}"] for key in self.keys]

    def _in_window(self, level: ibis.Table, events: ibis.Table) -> Any:
        return events.e_time <= level.t1 + self.window

    def _grace(self, step: int) -> Any:
        """By how much a step may come before the one before it: not where one event could be both."""
        names = set(event_of(self.definition.steps[step - 1].event).event)
        before = {name for one in self.definition.steps[: step - 1] for name in event_of(one.event).event}
        may = self.definition.grace and not names & before
        return ibis.interval(seconds=seconds_of(self.definition.grace or "") if may else 0)

    def _without_excluded(self, level: ibis.Table) -> ibis.Table:
        if not self.definition.exclude:
            return level
        events = self._events(self.rows.x)
        joined = level.left_join(
            events, [*self._same(level, events), events.e_time > level.t1, events.e_time < level["last"]]
        )
        counted = joined.group_by(*level.columns).agg(excluded=joined.e_time.count())
        return counted.filter(counted.excluded == 0)

    def _best(self, level: ibis.Table) -> ibis.Table:
        """Of several attempts of a person or session, the one that leads furthest; of equals, the earliest."""
        if self.definition.entry == "first" and not self.definition.hold:
            return level
        order = [level.reached.desc(), level.t1.asc(), *([level.held.asc()] if self.definition.hold else [])]
        numbered = level.mutate(place=ibis.row_number().over(ibis.window(group_by=self.units, order_by=order)))
        return numbered.filter(numbered.place == 0)
