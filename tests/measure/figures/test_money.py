"""Shares and sums of money are those of plain loops over the same subscriptions."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import fmean, stdev
from typing import Any

import ibis
import pyarrow as pa
import pytest

from measure.support_engine import PLANS, TIME, answered, by_cell, horizon_of, naive, rows_in
from measure.support_oracle import Subscription, net_revenue
from measure.support_oracle_customers import active
from measure.support_oracle_log import period_of, start_of
from measure.support_oracle_money import changes, lifetime, payments, ratio_error
from mkdocs_journeys.insight.statistics.intervals import t_quantile
from mkdocs_journeys.measure.figures import Cell
from mkdocs_journeys.model.measuring import ChurnDefinition, LifetimeDefinition, SumDefinition
from support.budgets import examples

ZONE = "Europe/Berlin"
MONTHS = [date(2026, month, 1) for month in range(1, 8)]
SEEDS = range(examples(3))


@pytest.fixture(scope="module")
def connection() -> Iterator[Any]:
    found = ibis.duckdb.connect()
    yield found
    found.disconnect()


def subscriptions(seed: int) -> list[Subscription]:
    """Half a year of customers who come, change what they pay, leave, and come back."""
    chance = random.Random(seed)
    found = []
    for person in range(150):
        start = datetime(2025, 12, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(24 * 120))
        for _ in range(chance.randint(1, 4)):
            length = timedelta(hours=chance.randrange(1, 24 * 60))
            end = None if chance.random() < 0.2 else start + length
            plan = chance.choice(PLANS)
            found.append(Subscription(f"c{person}", start, end, Decimal(chance.randrange(40, 400)) / 4, segment=plan))
            start += length + timedelta(days=chance.choice((0, 0, 20)))
    return found


def table(held: Sequence[Subscription]) -> pa.Table:
    return pa.table(
        {
            "person": [one.customer for one in held],
            "start": pa.array([naive(one.start) for one in held], TIME),
            "end": pa.array([one.end and naive(one.end) for one in held], TIME),
            "amount": [float(one.monthly) for one in held],
            "plan": pa.array([one.segment for one in held], pa.string()),
        }
    )


def cells_of(connection: Any, name: str, definition: Any, held: Sequence[Subscription]) -> dict[Any, Cell]:
    """By the first day of the month, and the segment; of the months that MONTHS has whole."""
    rows = rows_in(connection, table(held), by_segment=definition.by_segment)
    ahead = horizon_of(MONTHS[0], datetime(2026, 4, 1, tzinfo=UTC), definition.every, ZONE)
    ahead = ahead._replace(periods=[period for period in ahead.periods if period.last < MONTHS[-1]])
    return dict(by_cell(answered(name, definition, rows, ahead), ahead.periods, "m"))


OF_MONEY: list[tuple[dict[str, Any], Any]] = [
    ({"of": "revenue"}, lambda a, b: max(a - b, Fraction(0))),
    ({"of": "revenue", "share": "kept"}, min),
    ({"of": "net-revenue"}, lambda a, b: a - b),
    ({"of": "net-revenue", "share": "kept"}, lambda a, b: b),
]
"""What a definition says, and which part of what a customer paid and pays counts."""


@pytest.mark.parametrize("over", [1, 3])
@pytest.mark.parametrize(("said", "part"), OF_MONEY, ids=[str(said) for said, _ in OF_MONEY])
@pytest.mark.parametrize("seed", SEEDS)
def test_shares_of_revenue(connection: Any, said: Any, part: Any, over: int, seed: int) -> None:
    held = subscriptions(seed)
    found = cells_of(connection, "churn", ChurnDefinition(source="s", metric="m", over=over, **said), held)
    months = list(zip(MONTHS, MONTHS[over:], strict=False))
    assert len(found) == len(months)
    for first, end in months:
        paid = payments(held, (start_of(first, ZONE), start_of(end, ZONE)))
        pairs = [(Fraction(a), part(Fraction(a), Fraction(b))) for a, b in paid]
        ratio = sum(b for _, b in pairs) / sum(a for a, _ in pairs)
        half = t_quantile(len(pairs) - 1) * ratio_error(pairs)
        assert found[first, None].people == len(pairs)
        assert found[first, None].values == {
            "value": pytest.approx(float(100 * ratio)),
            "n": len(pairs),
            "low": pytest.approx(float(100 * ratio) - 100 * half),
            "high": pytest.approx(float(100 * ratio) + 100 * half),
        }


@pytest.mark.parametrize("seed", SEEDS)
def test_net_revenue_that_is_kept_is_the_start_and_what_was_added_less_what_was_lost(
    connection: Any, seed: int
) -> None:
    held = subscriptions(seed)
    definition = ChurnDefinition(source="s", metric="m", of="net-revenue", share="kept")
    for (first, _), cell in cells_of(connection, "churn", definition, held).items():
        end = MONTHS[MONTHS.index(first) + 1]
        wanted = net_revenue(held, start_of(first, ZONE), start_of(end, ZONE))
        kept = wanted.start + wanted.expansion - wanted.contraction - wanted.lost
        assert cell.values["value"] == pytest.approx(float(100 * kept / wanted.start))


@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_kept_is_not_lost(connection: Any, seed: int) -> None:
    held = subscriptions(seed)
    for share in ("lost", "kept"):
        definition = ChurnDefinition(source="s", metric="m", share=share)
        for (first, _), cell in cells_of(connection, "churn", definition, held).items():
            end = MONTHS[MONTHS.index(first) + 1]
            there, then = active(held, start_of(first, ZONE)), active(held, start_of(end, ZONE))
            part = sum((customer in then) == (share == "kept") for customer in there)
            assert cell.values == {"numerator": part, "denominator": len(there)}


def paid_around(held: Sequence[Subscription], first: date, end: date) -> tuple[list[Any], dict[str, list[Decimal]]]:
    """What the customers of a day pay then and on a later one, and what has changed."""
    pairs = payments(held, (start_of(first, ZONE), start_of(end, ZONE)))
    there = active(held, start_of(first, ZONE))
    now = active(held, start_of(end, ZONE))
    came = [sum((one.monthly for one in own), Decimal(0)) for who, own in now.items() if who not in there]
    return pairs, changes(pairs, came)


@pytest.mark.parametrize("change", ["new", "expansion", "contraction", "lost", None])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_subscriptions_gain_and_lose(connection: Any, change: Any, seed: int) -> None:
    held = subscriptions(seed)
    found = cells_of(connection, "sums", SumDefinition(source="s", metric="m", change=change), held)
    assert len(found) == len(MONTHS) - 1
    for (first, _), cell in found.items():
        pairs, changed = paid_around(held, first, MONTHS[MONTHS.index(first) + 1])
        wanted = changed[change] if change else [after for _, after in pairs if after] + changed["new"]
        assert (cell.values, cell.people) == ({"value": float(sum(wanted)), "n": len(wanted)}, len(wanted))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_customer_pays_in_a_segment(connection: Any, seed: int) -> None:
    held = subscriptions(seed)
    found = cells_of(connection, "sums", SumDefinition(source="s", metric="m", figure="mean", by_segment=True), held)
    assert {segment for _, segment in found} == {None, *PLANS}
    for (first, segment), cell in found.items():
        end = start_of(MONTHS[MONTHS.index(first) + 1], ZONE)
        mine = active([one for one in held if segment in (None, one.segment)], end)
        paid = [float(sum(one.monthly for one in own)) for own in mine.values()]
        assert cell.values == mean_with_interval(paid)


def mean_with_interval(values: list[float]) -> dict[str, Any]:
    n, mean = len(values), fmean(values)
    half = t_quantile(n - 1) * stdev(values) / n**0.5
    ends = {"low": pytest.approx(mean - half), "high": pytest.approx(mean + half)}
    return {"value": pytest.approx(mean), "n": n} | ends


FIGURES: dict[str, Any] = {
    "mean": lambda each: [amount for own in each.values() for amount in own],
    "per-person": lambda each: [sum(own) for own in each.values()],
}
"""Of which values each figure is the mean, from the amounts of each person."""


@pytest.mark.parametrize("figure", ["sum", "mean", "per-person"])
@pytest.mark.parametrize("seed", SEEDS)
def test_amounts_of_events(connection: Any, figure: Any, seed: int) -> None:
    chance = random.Random(seed)
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    events = [
        (f"p{chance.randrange(40)}", chance.choice(("paid", "gone")), begin + timedelta(hours=chance.randrange(2000)))
        for _ in range(400)
    ]
    amounts = [chance.choice((None, *(cents / 4 for cents in range(-20, 200)))) for _ in events]
    columns: dict[str, Any] = {name: [one[at] for one in events] for at, name in ((0, "person"), (1, "event"))}
    columns |= {"time": pa.array([naive(one[2]) for one in events], TIME), "amount": amounts}
    definition = SumDefinition(source="s", metric="m", event="paid", figure=figure)
    ahead = horizon_of(date(2026, 1, 1), begin + timedelta(days=60), "month", ZONE)
    found = answered("sums", definition, rows_in(connection, pa.table(columns)), ahead)
    by_month = by_cell(found, ahead.periods, "m")
    for month in MONTHS[:3]:
        each: dict[str, list[float]] = {}
        for (person, event, time), amount in zip(events, amounts, strict=True):
            if event == "paid" and amount is not None and period_of(time, "month", ZONE) == month:
                each.setdefault(person, []).append(amount)
        cell = by_month[month, None]
        if figure == "sum":
            assert cell.values == {"value": sum(amount for own in each.values() for amount in own), "n": len(each)}
        else:
            assert cell.values == mean_with_interval(FIGURES[figure](each))
        assert cell.people == len(each) > 5


@pytest.mark.parametrize("over", [1, 2])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_customer_brings_before_leaving(connection: Any, over: int, seed: int) -> None:
    held = subscriptions(seed)
    definition = LifetimeDefinition(source="s", metric="m", margin=0.75, over=over)
    found = cells_of(connection, "lifetimes", definition, held)
    assert len(found) == len(MONTHS) - over
    for (first, _), cell in found.items():
        pairs, _ = paid_around(held, first, MONTHS[MONTHS.index(first) + over])
        wanted = lifetime(pairs, Fraction(3, 4), Fraction(over))
        assert wanted is not None
        assert (cell.values["value"], cell.values["n"]) == (pytest.approx(float(wanted)), len(pairs))
        assert cell.values["low"] < cell.values["value"] < cell.values["high"]


def test_with_few_losses_nothing_is_divided_by_them(connection: Any) -> None:
    begin, end = datetime(2025, 12, 1, tzinfo=UTC), datetime(2026, 1, 15, tzinfo=UTC)
    for lost, values in ((4, 0), (5, 4)):
        held = [Subscription(f"c{at}", begin, end if at < lost else None, Decimal(10)) for at in range(50)]
        definition = LifetimeDefinition(source="s", metric="m", margin=0.5)
        cell = cells_of(connection, "lifetimes", definition, held)[MONTHS[0], None]
        assert (len(cell.values), cell.values.get("value")) == (values, 50 if values else None)
        assert (cell.people, "too few to divide by" in cell.note) == (50, True)


def test_nothing_is_kept_of_nothing(connection: Any) -> None:
    free = [Subscription("ana", datetime(2025, 12, 1, tzinfo=UTC), None, Decimal(0))]
    definition = ChurnDefinition(source="s", metric="m", of="revenue")
    cell = cells_of(connection, "churn", definition, free)[MONTHS[0], None]
    assert (cell.values, cell.people, cell.note) == ({}, 1, "they paid nothing at the start")
