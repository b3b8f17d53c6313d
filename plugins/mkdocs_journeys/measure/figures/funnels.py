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
from mkdocs_journeys.measure.periods import index_of, moment
from mkdocs_journeys.measure.rows import DefinitionError, Rows
from mkdocs_journeys.model.measuring.conditions import event_of, seconds_of
from mkdocs_journeys.model.measuring.definitions import FunnelDefinition


def funnel_query(definition: FunnelDefinition, rows: Rows, horizon: Horizon) -> Query:
    """Those who reached each step, by the period of their first one; those whose window is not over are left out."""
    funnel = _Funnel(definition, rows)
    if definition.order == "any":
        _check_any_order(definition)
        reached = funnel.in_any_order()
    else:
        reached = funnel.in_order()
    attempts = reached.mutate(
        period=index_of(reached.t1, horizon.periods), is_over=reached.closes <= moment(horizon.until, reached.closes)
    )
    attempts = attempts.filter(attempts.period >= 0)
    count, segments = len(definition.steps), list(rows.segments)
    counts = attempts.is_over & (attempts.excluded == 0)
    wanted: dict[str, Any] = {}
    for number in range(len(segments)):
        is_in = attempts[f"s{number}"] == 1
        wanted[f"p{number}"] = how_many(is_in & ~attempts.is_over)
        for step in range(1, count + 1):
            wanted[f"n{step}_{number}"] = how_many(is_in & counts & (attempts.reached >= step))
    table = attempts.group_by("period").agg(**wanted)

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        base = 1 if definition.base == "first" else count - 1
        for row in found:
            for number, segment in enumerate(segments):
                at = [0, *(int(row[f"n{step}_{number}"]) for step in range(1, count + 1))]
                pending = int(row[f"p{number}"])
                for step, one in enumerate(definition.steps, 1):
                    if one.metric:
                        # Without those whose time is not over, a number of people is no number of that period.
                        counted = {} if pending else {"value": at[step]}
                        yield Cell(one.metric, row["period"], segment, counted, at[step], pending)
                if definition.metric:
                    values = {"numerator": at[count], "denominator": at[base]}
                    yield Cell(definition.metric, row["period"], segment, values, at[base], pending)

    return Query(table, cells)


def _check_any_order(definition: FunnelDefinition) -> None:
    """Raise DefinitionError for what has no meaning where the steps come in any order."""
    if definition.entry == "any":
        hint = "Leave `entry` out, or give the steps an order."
        raise DefinitionError(("entry",), "Where steps come in any order, there is no first step to repeat.", hint)
    names = [name for step in definition.steps for name in set(event_of(step.event).event)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        message = f"Two steps name the event '{twice[:60]}', and they may come in any order."
        raise DefinitionError(("order",), message, "Give the steps an order, or each an event of its own.")


class _Funnel:
    """The steps of a funnel as tables. Attempts have the columns of `keys`, t1, closes, s0, s1 … and `reached`.

    `closes` is when the window of an attempt ends: worked out once, and not for each row that the attempt joins.
    """

    def __init__(self, definition: FunnelDefinition, rows: Rows) -> None:
        self.definition = definition
        self.units = ["person"] if definition.of == "people" else ["person", "session"]
        self.keys = [*self.units, "held"] if definition.hold else self.units
        segments = numbered(rows.segments)
        self.segments = list(segments)
        marks = {
            f"m{number}": rows.happening(step.event, ("steps", number - 1, "event"))
            for number, step in enumerate(definition.steps, 1)
        }
        held = {"held": rows.property_at(definition.hold, ("hold",))} if definition.hold else {}
        excluded = {"x": rows.happening(definition.exclude, ("exclude",))} if definition.exclude else {}
        chosen = rows.table.select(
            *self.units, "time", "event", counts=rows.counted, **marks, **held, **excluded, **segments
        )
        chosen = chosen.filter(chosen.counts)
        for unit in self.units[1:]:
            chosen = chosen.filter(chosen[unit].notnull())
        if definition.order == "strict":
            order = ibis.window(group_by=self.units, order_by=[chosen.time, chosen.event])
            chosen = chosen.mutate(n=ibis.row_number().over(order))
        self.rows = chosen

    def in_order(self) -> ibis.Table:
        """The attempts, with the number of steps that each reached one after the other."""
        steps = range(2, len(self.definition.steps) + 1)
        is_strict = self.definition.order == "strict"
        level = self._begun(self.rows.filter(self.rows.m1))
        for step in steps:
            events = self._events(self.rows[f"m{step}"], *(["n"] if is_strict else []))
            if is_strict:
                follows = events.e_n == level[f"n{step - 1}"] + 1
            else:
                grace = self._grace(step)
                time = events.e_time + ibis.interval(seconds=grace) if grace else events.e_time
                follows = time > level[f"t{step - 1}"]
            joined = level.left_join(events, [*self._same(level, events), follows, events.e_time <= level.closes])
            found = {f"t{step}": joined.e_time.min()} | ({f"n{step}": joined.e_n.min()} if is_strict else {})
            level = joined.group_by(*level.columns).agg(**found)
        return self._reached(level, ["t1", *(f"t{step}" for step in steps)])

    def in_any_order(self) -> ibis.Table:
        """The attempts, with the number of different steps that each did within the window."""
        marks = [f"m{step}" for step in range(1, len(self.definition.steps) + 1)]
        is_step: Any = ibis.literal(False)
        for mark in marks:
            is_step = is_step | self.rows[mark]
        begun = self._begun(self.rows.filter(is_step))
        events = self._events(is_step, *marks)
        joined = begun.left_join(
            events, [*self._same(begun, events), events.e_time >= begun.t1, events.e_time <= begun.closes]
        )
        times = {f"at_{mark}": ibis.ifelse(joined[f"e_{mark}"], joined.e_time, None).min() for mark in marks}
        return self._reached(joined.group_by(*begun.columns).agg(**times), list(times))

    def _reached(self, level: ibis.Table, times: Sequence[str]) -> ibis.Table:
        """The attempts with the number of steps that have a time; of several of one person, the best."""
        reached: Any = ibis.literal(0)
        last = level[times[0]]
        for name in times:
            reached = reached + ibis.ifelse(level[name].notnull(), 1, 0)
            last = ibis.ifelse(level[name] > last, level[name], last)
        last = ibis.ifelse(reached == len(times), last, level.closes)
        return self._best(self._with_excluded(level.mutate(reached=reached, last=last)))

    def _begun(self, entries: ibis.Table) -> ibis.Table:
        """An attempt for each first step that counts: the first of a person or session, or each."""
        strict = {"n1": entries.n.min()} if "n" in entries.columns else {}
        if self.definition.hold:
            entries = entries.filter(entries.held.notnull())
        if self.definition.entry == "any":
            flags = {name: has_any(entries[name]) for name in self.segments}
            begun = entries.group_by(*self.keys, t1=entries.time).agg(**strict, **flags)
        elif self.definition.hold:
            begun = first_entries(entries, self.units, [*self.segments, "held"], **strict)
        else:
            begun = first_entries(entries, self.units, self.segments, **strict)
        return begun.mutate(closes=begun.t1 + ibis.interval(seconds=seconds_of(self.definition.window)))

    def _events(self, are_wanted: Any, *columns: str) -> ibis.Table:
        """The rows of some events, with names that do not clash with those of attempts."""
        return renamed(self.rows.filter(are_wanted), [*self.keys, "time", *columns])

    def _same(self, level: ibis.Table, events: ibis.Table) -> list[Any]:
        return [level[key] == events[f"e_{key}"] for key in self.keys]

    def _grace(self, step: int) -> int:
        """By how many seconds a step may come before the one before it: not where one event could be both."""
        names = set(event_of(self.definition.steps[step - 1].event).event)
        before = {name for one in self.definition.steps[: step - 1] for name in event_of(one.event).event}
        return 0 if names & before or not self.definition.grace else seconds_of(self.definition.grace)

    def _with_excluded(self, level: ibis.Table) -> ibis.Table:
        """The attempts with `excluded`: 1 where something excludes them before the last step or the window's end."""
        if not self.definition.exclude:
            return level.mutate(excluded=ibis.literal(0, type="int64"))
        events = self._events(self.rows.x)
        units = [level[unit] == events[f"e_{unit}"] for unit in self.units]
        joined = level.left_join(events, [*units, events.e_time > level.t1, events.e_time < level["last"]])
        return joined.group_by(*level.columns).agg(excluded=has_any(joined.e_time.notnull()))

    def _best(self, level: ibis.Table) -> ibis.Table:
        """Of several attempts of a person or session, the one that leads furthest; of equals, the earliest.

        An excluded one stands for the others only where all are.
        """
        if self.definition.entry == "first":
            return level
        counting = ibis.ifelse(level.excluded == 1, 0, level.reached)
        held = [level.held.asc()] if self.definition.hold else []
        order = [level.excluded.asc(), counting.desc(), level.t1.asc(), *held]
        ranked = level.mutate(place=ibis.row_number().over(ibis.window(group_by=self.units, order_by=order)))
        return ranked.filter(ranked.place == 0)
