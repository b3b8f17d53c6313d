"""Sixty-two definitions of every kind, and the tables that they ask: engines have to agree on all of them."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa

from measure.support_engine import PLANS, TIME, event_table, naive
from measure.support_oracle import Event
from mkdocs_journeys.model.measuring import (
    ChurnDefinition,
    CountDefinition,
    Definition,
    DurationDefinition,
    FunnelDefinition,
    LifetimeDefinition,
    RatioDefinition,
    RetentionDefinition,
    ScoreDefinition,
    SumDefinition,
    WorkingHours,
)

ZONE = "Europe/Berlin"
BEGIN = datetime(2026, 1, 10, tzinfo=UTC)
DAYS = 100
FIRST = date(2026, 1, 1)
NAMES = ("seen", "tried", "used", "paid", "gone")
PEOPLE = 250
_STEPS: list[dict[str, Any]] = [{"event": name, "metric": f"to-{name}"} for name in ("seen", "tried", "paid")]
_FUNNEL: dict[str, Any] = {"source": "s", "metric": "m", "steps": _STEPS, "window": "20 d"}
_COUNT: dict[str, Any] = {"source": "s", "metric": "m", "event": ["tried", "paid"]}
_RATIO: dict[str, Any] = {"source": "s", "metric": "m", "part": "paid", "whole": "tried"}
_TIME: dict[str, Any] = {"source": "s", "metric": "m", "start": "seen", "end": "paid", "window": "30 d"}
_BACK: dict[str, Any] = {"source": "s", "metric": "m", "start": "tried", "back": "used", "after": "7 d"}

_SUM: dict[str, Any] = {"source": "s", "metric": "m", "event": ["tried", "paid"]}
_HOURS = (
    WorkingHours.model_validate({"opens": "08:00", "closes": "19:00", "time_zone": ZONE}),
    WorkingHours.model_validate(
        {
            "opens": "09:30",
            "closes": "24:00",
            "days": ["mon", "wed", "sun"],
            "holidays": ["2026-01-26", "2026-03-30", "2026-04-01", "2026-04-03"],
            "time_zone": "America/New_York",
        }
    ),
)
_CHANGES = ("new", "expansion", "contraction", "lost", None)

DEFINITIONS: list[tuple[str, Definition]] = [
    *(("counts", CountDefinition(**_COUNT, of=of)) for of in ("people", "events", "sessions")),
    *(("counts", CountDefinition(**_COUNT, every=every)) for every in ("day", "week", "quarter")),
    ("counts", CountDefinition(**_COUNT, by_segment=True)),
    ("counts", CountDefinition(**_COUNT, where={"plan": ["solo"]}, unless={"order": "o2"})),
    ("counts", CountDefinition(**_COUNT | {"event": {"event": "paid", "where": {"plan": "team"}}})),
    *(("ratios", RatioDefinition(**_RATIO, of=of)) for of in ("people", "events", "sessions")),
    ("ratios", RatioDefinition(**_RATIO, by_segment=True, every="week")),
    (
        "ratios",
        RatioDefinition(
            **_RATIO | {"part": {"event": NAMES, "where": {"tags": "twice"}}, "whole": {"event": NAMES}}, of="events"
        ),
    ),
    ("funnels", FunnelDefinition(**_FUNNEL)),
    ("funnels", FunnelDefinition(**_FUNNEL, by_segment=True)),
    ("funnels", FunnelDefinition(**_FUNNEL, order="strict")),
    ("funnels", FunnelDefinition(**_FUNNEL, order="any")),
    ("funnels", FunnelDefinition(**_FUNNEL, entry="any")),
    ("funnels", FunnelDefinition(**_FUNNEL, entry="any", exclude="gone", by_segment=True)),
    ("funnels", FunnelDefinition(**_FUNNEL, exclude="gone")),
    ("funnels", FunnelDefinition(**_FUNNEL, grace="2 h", base="previous")),
    ("funnels", FunnelDefinition(**_FUNNEL, hold="order")),
    ("funnels", FunnelDefinition(**_FUNNEL, hold="order", entry="any")),
    ("funnels", FunnelDefinition(**_FUNNEL, of="sessions")),
    ("funnels", FunnelDefinition(**_FUNNEL | {"steps": [*_STEPS, {"event": "used"}, {"event": "gone"}]}, every="week")),
    ("durations", DurationDefinition(**_TIME)),
    ("durations", DurationDefinition(**_TIME, quantile=0.9)),
    ("durations", DurationDefinition(**_TIME, by_segment=True)),
    ("durations", DurationDefinition(**_TIME, quantile=0.25, every="week")),
    ("durations", DurationDefinition(**_TIME, period_of="end")),
    ("durations", DurationDefinition(**_TIME, period_of="end", quantile=0.9, every="week", by_segment=True)),
    *(("durations", DurationDefinition(**_TIME, working_hours=hours)) for hours in _HOURS),
    ("durations", DurationDefinition(**_TIME, working_hours=_HOURS[0], period_of="end", every="week", by_segment=True)),
    *(("retention", RetentionDefinition(**_BACK, counting=how)) for how in ("on", "on-or-after", "within")),
    ("retention", RetentionDefinition(**_BACK, every="week", by_segment=True)),
    *(
        ("churn", ChurnDefinition(source="s", metric="m", of=of, share=share))
        for of in ("customers", "revenue", "net-revenue")
        for share in ("lost", "kept")
    ),
    ("churn", ChurnDefinition(source="s", metric="m", of="net-revenue", share="kept", over=2, by_segment=True)),
    ("churn", ChurnDefinition(source="s", metric="m", every="week", by_segment=True)),
    *(("sums", SumDefinition(**_SUM, figure=figure)) for figure in ("sum", "mean", "per-person")),
    ("sums", SumDefinition(**_SUM, figure="mean", every="week", by_segment=True)),
    *(("sums of subscriptions", SumDefinition(source="s", metric="m", change=change)) for change in _CHANGES),
    ("sums of subscriptions", SumDefinition(source="s", metric="m", figure="mean", every="week", by_segment=True)),
    ("lifetimes", LifetimeDefinition(source="s", metric="m", margin=0.75)),
    ("lifetimes", LifetimeDefinition(source="s", metric="m", over=3, every="week", by_segment=True)),
    ("scores", ScoreDefinition(source="s", metric="m", score="nps", by_segment=True)),
    ("scores", ScoreDefinition(source="s", metric="m", score="csat-top-2", scale=[0, 10])),
    ("scores", ScoreDefinition(source="s", metric="m", score="ces-mean", scale=[0, 10], every="week")),
]


def table_of(name: str) -> pa.Table:
    """The rows that the definitions of a list of measure.yml ask."""
    of_subscriptions = dict.fromkeys(("churn", "lifetimes", "sums of subscriptions"), subscriptions)
    return (of_subscriptions | {"scores": answers}).get(name, events)()


def events() -> pa.Table:
    """What many people did, some of them at the very same time, with fractions of seconds; amounts are in quarters."""
    chance = random.Random(14)
    found: list[Event] = []
    for person in range(PEOPLE):
        start = BEGIN + timedelta(minutes=15 * chance.randrange(DAYS * 60))
        for number in range(chance.randint(1, 12)):
            start += timedelta(minutes=15 * int(chance.expovariate(1 / 300)))
            time = start + timedelta(microseconds=chance.choice((0, 0, 400_000, 500_000, 999_999)))
            properties = {"plan": chance.choice((*PLANS, None)), "order": chance.choice(("o1", "o2", None))}
            session, name = chance.choice(("s1", "s2", None)), chance.choice(NAMES)
            tags = {"tags": ('["read"]', '["read","twice"]', "twice", None)[number % 4]}
            found.append(Event(f"p{person}", name, time, session, properties | tags, id=f"{person}-{number}"))
    amounts = [None if chance.random() < 0.1 else chance.randrange(-40, 400) / 4 for _ in found]
    return event_table(found).append_column("amount", pa.array(amounts, pa.float64()))


def subscriptions() -> pa.Table:
    """Who paid from when to when; amounts are in quarters, which floating-point numbers hold exactly."""
    chance = random.Random(15)
    people, starts, ends, amounts, plans = [], [], [], [], []
    for person in range(PEOPLE):
        start = BEGIN - timedelta(days=60) + timedelta(hours=chance.randrange(24 * DAYS))
        for _ in range(chance.randint(1, 3)):
            end = start + timedelta(hours=chance.randrange(1, 24 * 80))
            people.append(f"c{person}")
            starts.append(naive(start))
            ends.append(None if chance.random() < 0.4 else naive(end))
            amounts.append(chance.randrange(40, 400) / 4)
            plans.append(chance.choice(PLANS))
            start = end
    columns = {"person": people, "start": pa.array(starts, TIME), "end": pa.array(ends, TIME)}
    return pa.table(columns | {"amount": amounts, "plan": plans})


def answers() -> pa.Table:
    """Answers from 0 to 10, some of them off that scale, some empty."""
    chance = random.Random(16)
    count = 600
    times = [naive(BEGIN + timedelta(minutes=chance.randrange(DAYS * 1440))) for _ in range(count)]
    scores = [chance.choice((None, -1, 11, *range(11), 9, 10, 10)) for _ in range(count)]
    return pa.table(
        {
            "person": [f"a{number}" for number in range(count)],
            "time": pa.array(times, TIME),
            "score": pa.array(scores, pa.float64()),
            "comment": pa.array([None] * count, pa.string()),
            "plan": [chance.choice(PLANS) for _ in range(count)],
        }
    )
