"""The engine's figures are those of plain loops over the same log, whatever the log and the definition."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import ibis
import pytest

from measure.support_engine import answered, by_cell, event_table, horizon_of, rows_in
from measure.support_oracle import (
    Cell,
    Event,
    Funnel,
    Step,
    count,
    end_of_log,
    funnel,
    retention,
    time_between,
)
from measure.support_oracle_hours import worked
from mkdocs_journeys.model.measuring import (
    CountDefinition,
    DurationDefinition,
    FunnelDefinition,
    RatioDefinition,
    RetentionDefinition,
    WorkingHours,
)
from support.budgets import examples

ZONE = "Europe/Berlin"
BEGIN = datetime(2026, 3, 27, tzinfo=UTC)
"""Two days before a day of 23 hours."""
NAMES = ("seen", "tried", "used", "paid", "gone")
FIRST = date(2026, 3, 1)


@pytest.fixture(scope="module")
def connection() -> Any:
    found = ibis.duckdb.connect()
    yield found
    found.disconnect()


SEEDS = range(examples(2))
PEOPLE = 120


def log(seed: int, *, distinct: bool = False) -> list[Event]:
    """The events of many people over two weeks, with ties unless the times are distinct."""
    chance = random.Random(seed)
    found: list[Event] = []
    for person in range(PEOPLE):
        moments = [chance.randrange(14 * 24 * 4) for _ in range(chance.randint(1, 10))]
        for number, moment in enumerate(dict.fromkeys(moments) if distinct else moments):
            properties = {"plan": chance.choice(("solo", "team", None)), "order": chance.choice(("o1", "o2", None))}
            session, name = chance.choice(("s1", "s2", None)), chance.choice(NAMES)
            time = BEGIN + timedelta(minutes=15 * moment)
            found.append(Event(f"p{person}", name, time, session, properties, id=f"{person}-{number}"))
    return found


def whole(cells: dict[Cell, Any]) -> dict[tuple[date, str | None], Any]:
    return {(first, None): found for (first, _), found in cells.items()}


def horizon(events: Sequence[Event], every: str = "day") -> Any:
    return horizon_of(FIRST, end_of_log(events), every, ZONE)


@pytest.mark.parametrize("of", ["people", "events", "sessions"])
@pytest.mark.parametrize("every", ["day", "week", "month"])
@pytest.mark.parametrize("seed", SEEDS)
def test_counts(connection: Any, of: Any, every: Any, seed: int) -> None:
    events = log(seed)
    definition = CountDefinition(metric="m", source="s", event=["tried", "paid"], of=of)
    ahead = horizon(events, every)
    cells = answered("counts", definition, rows_in(connection, event_table(events)), ahead)
    wanted = whole(count(events, [Step("tried"), Step("paid")], of, every, ZONE))
    found = by_cell(cells, ahead.periods, "m")
    assert {cell: found[cell].values["value"] for cell in wanted} == wanted
    assert sum(cell.values["value"] for cell in cells) == sum(wanted.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_shares_of_people(connection: Any, seed: int) -> None:
    events = log(seed)
    definition = RatioDefinition(metric="m", source="s", part="paid", whole="seen")
    ahead = horizon(events, "week")
    cells = answered("ratios", definition, rows_in(connection, event_table(events)), ahead)
    seen = count(events, [Step("seen")], "people", "week", ZONE)
    for cell, all_of_them in whole(seen).items():
        both = {
            person
            for person in {event.person for event in events}
            if all(
                count([event for event in events if event.person == person], [Step(name)], "people", "week", ZONE).get(
                    (cell[0], None)
                )
                for name in ("seen", "paid")
            )
        }
        found = by_cell(cells, ahead.periods, "m")[cell]
        assert found.values == {"numerator": len(both), "denominator": all_of_them}


STEPS = ("seen", "tried", "paid")
WAYS: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({}, {}, False),
    ({"order": "strict"}, {"order": "strict"}, True),
    ({"order": "any"}, {"order": "any"}, False),
    ({"entry": "any"}, {"entry": "any"}, False),
    ({"entry": "any", "order": "strict"}, {"entry": "any", "order": "strict"}, True),
    ({"grace": "1 h"}, {"grace": timedelta(hours=1)}, False),
    ({"exclude": "gone"}, {"exclude": Step("gone")}, False),
    ({"exclude": "gone", "entry": "any"}, {"exclude": Step("gone"), "entry": "any"}, False),
    ({"exclude": "gone", "order": "any"}, {"exclude": Step("gone"), "order": "any"}, False),
    ({"hold": "order"}, {"hold": ["order"]}, True),
    ({"hold": "order", "entry": "any"}, {"hold": ["order"], "entry": "any"}, True),
    ({"of": "sessions"}, {"sessions": True}, False),
    ({"of": "sessions", "entry": "any"}, {"sessions": True, "entry": "any"}, False),
]
"""What a definition says, what that is to the independent implementation, and whether it has to have no ties."""


@pytest.mark.parametrize(("said", "meant", "distinct"), WAYS, ids=[str(way[0]) for way in WAYS])
@pytest.mark.parametrize("seed", SEEDS)
def test_funnels(connection: Any, said: Any, meant: Any, distinct: bool, seed: int) -> None:
    events = log(seed, distinct=distinct)
    steps = [{"event": name, "metric": f"to-{name}"} for name in STEPS]
    definition = FunnelDefinition(source="s", metric="m", window="3 d", steps=steps, **said)
    ahead = horizon(events)
    cells = answered("funnels", definition, rows_in(connection, event_table(events)), ahead)
    wanted = whole(funnel(events, Funnel([Step(name) for name in STEPS], timedelta(days=3), **meant), "day", ZONE))
    found = by_cell(cells, ahead.periods, "m")
    assert {cell: (one.values["denominator"], one.values["numerator"], one.pending) for cell, one in found.items()} == {
        cell: (row.people[0], row.people[-1], row.pending)
        for cell, row in wanted.items()
        if any(row.people) or row.pending
    }
    middle = by_cell(cells, ahead.periods, "to-tried")
    for cell, one in middle.items():
        assert one.values == ({} if one.pending else {"value": wanted[cell].people[1]})


@pytest.mark.parametrize("seed", SEEDS)
def test_a_step_that_comes_twice_needs_two_events(connection: Any, seed: int) -> None:
    events = log(seed)
    names = ("tried", "used", "tried")
    definition = FunnelDefinition(source="s", metric="m", window="5 d", steps=[{"event": name} for name in names])
    ahead = horizon(events)
    cells = answered("funnels", definition, rows_in(connection, event_table(events)), ahead)
    wanted = whole(funnel(events, Funnel([Step(name) for name in names], timedelta(days=5)), "day", ZONE))
    for cell, one in by_cell(cells, ahead.periods, "m").items():
        assert (one.values["denominator"], one.values["numerator"]) == (wanted[cell].people[0], wanted[cell].people[-1])


@pytest.mark.parametrize("seed", SEEDS)
def test_segments_are_those_of_the_first_step(connection: Any, seed: int) -> None:
    events = log(seed, distinct=True)
    definition = FunnelDefinition(
        source="s", metric="m", window="3 d", steps=[{"event": name} for name in STEPS], by_segment=True
    )
    ahead = horizon(events)
    cells = answered("funnels", definition, rows_in(connection, event_table(events), by_segment=True), ahead)
    wanted = funnel(events, Funnel([Step(name) for name in STEPS], timedelta(days=3)), "day", ZONE, segment="plan")
    found = by_cell(cells, ahead.periods, "m")
    for (first, plan), row in wanted.items():
        if plan is not None:
            values = found[first, str(plan)].values
            assert (values["denominator"], values["numerator"]) == (row.people[0], row.people[-1])


@pytest.mark.parametrize("quantile", ["0.5", "0.9"])
@pytest.mark.parametrize("seed", SEEDS)
def test_times_between_two_events(connection: Any, quantile: str, seed: int) -> None:
    events = log(seed)
    definition = DurationDefinition(
        metric="m", source="s", start="seen", end="paid", window="4 d", quantile=float(quantile), every="month"
    )
    ahead = horizon(events, "month")
    cells = answered("durations", definition, rows_in(connection, event_table(events)), ahead)
    wanted = whole(time_between(events, Step("seen"), Step("paid"), "month", ZONE, window=timedelta(days=4)))
    found = by_cell(cells, ahead.periods, "m")
    assert set(found) == set(wanted)
    for cell, durations in wanted.items():
        assert (found[cell].values["n"], found[cell].pending) == (len(durations.seconds), durations.pending)
        if durations.seconds:
            exact = durations.median if quantile == "0.5" else durations.p90
            assert found[cell].values["value"] == exact / 86_400
            assert found[cell].values["low"] <= found[cell].values["value"] <= found[cell].values["high"]


@pytest.mark.parametrize("every", ["day", "month"])
@pytest.mark.parametrize("seed", SEEDS)
def test_times_by_the_period_of_their_end(connection: Any, every: Any, seed: int) -> None:
    events = log(seed)
    definition = DurationDefinition(
        metric="m", source="s", start="seen", end="paid", window="4 d", period_of="end", every=every
    )
    ahead = horizon(events, every)
    cells = answered("durations", definition, rows_in(connection, event_table(events)), ahead)
    # The log is taken to go on, so that nobody's time is not over.
    later = end_of_log(events) + timedelta(days=4)
    wanted = time_between(
        events, Step("seen"), Step("paid"), every, ZONE, window=timedelta(days=4), by="second", end=later
    )
    came = {cell: durations for cell, durations in whole(wanted).items() if durations.seconds}
    found = by_cell(cells, ahead.periods, "m")
    assert {cell: (one.values["n"], one.values["value"], one.pending) for cell, one in found.items()} == {
        cell: (len(durations.seconds), durations.median / 86_400, None) for cell, durations in came.items()
    }


WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOURS: list[dict[str, Any]] = [
    {"opens": "08:00", "closes": "19:00"},
    {"opens": "09:30", "closes": "12:45", "days": ["mon", "wed", "sat"], "holidays": ["2026-03-30", "2026-04-02"]},
    {"opens": "09:00", "closes": "17:00", "holidays": [f"2026-04-{day:02}" for day in range(1, 9)]},
    {"opens": "00:00", "closes": "24:00", "days": list(WEEK)},
    {"opens": "06:00", "closes": "22:00", "days": ["sun"], "time_zone": "America/New_York"},
    {"opens": "00:00", "closes": "02:30", "days": list(WEEK), "time_zone": "Australia/Lord_Howe"},
]
"""The second day of the log has 23 hours in Berlin; Lord Howe goes back by half an hour in its second week."""


@pytest.mark.parametrize("hours", HOURS, ids=[f"{one['opens']}-{one['closes']}" for one in HOURS])
@pytest.mark.parametrize("seed", SEEDS)
def test_working_hours_between_two_events(connection: Any, hours: dict[str, Any], seed: int) -> None:
    events = log(seed)
    said = {
        "working_hours": WorkingHours.model_validate({"time_zone": ZONE} | hours),
        "period_of": "end",
        "every": "week",
    }
    definition = DurationDefinition(metric="m", source="s", start="seen", end="paid", window="9 d", **said)
    ahead = horizon(events, "week")
    cells = answered("durations", definition, rows_in(connection, event_table(events)), ahead)

    def took(start: datetime, end: datetime) -> Fraction:
        opens, closes = (
            timedelta(hours=int(hours[name][:2]), minutes=int(hours[name][3:])) for name in ("opens", "closes")
        )
        weekdays = {WEEK.index(day) for day in hours.get("days", WEEK[:5])}
        holidays = {date.fromisoformat(day) for day in hours.get("holidays", ())}
        return worked(start, end, opens, closes, weekdays, holidays, hours.get("time_zone", ZONE))

    wanted = time_between(
        events,
        Step("seen"),
        Step("paid"),
        "week",
        ZONE,
        window=timedelta(days=9),
        by="second",
        end=end_of_log(events) + timedelta(days=9),
        took=took,
    )
    came = {cell: durations for cell, durations in whole(wanted).items() if durations.seconds}
    assert any(durations.median for durations in came.values())
    assert {cell: one.values["value"] for cell, one in by_cell(cells, ahead.periods, "m").items()} == {
        cell: durations.median / 86_400 for cell, durations in came.items()
    }


@pytest.mark.parametrize(
    ("counting", "kind", "periods"),
    [("on", "on", [2]), ("on-or-after", "on-or-after", [2]), ("within", "bracket", [(0, 2)])],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_who_comes_back(connection: Any, counting: Any, kind: Any, periods: Any, seed: int) -> None:
    events = log(seed)
    definition = RetentionDefinition(metric="m", source="s", start="tried", back="used", after="2 d", counting=counting)
    ahead = horizon(events, "week")
    cells = answered("retention", definition, rows_in(connection, event_table(events)), ahead)
    wanted = {
        (first, None): row
        for (first, _, _), row in retention(events, Step("tried"), Step("used"), "week", ZONE, kind, periods).items()
    }
    found = by_cell(cells, ahead.periods, "m")
    assert {
        cell: (one.values["numerator"], one.values["denominator"], one.pending) for cell, one in found.items()
    } == wanted
