"""The SQL of definitions of every kind and with every option, for the engines that no test can start.

Stored in DIALECT/NAME.sql beside this module, which writes them anew: `PYTHONPATH=tests python -m
measure.sql.support_stored`. Read what has changed before you commit it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.datatypes as dt

from measure.support_agreement import JOURNEY, ORDER
from measure.support_definitions import BEGIN, ZONE, table_of
from measure.support_engine import horizon_of, naive, rows_of
from mkdocs_journeys.measure.figures import QUERIES
from mkdocs_journeys.measure.ways import ways_queries
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

HERE = Path(__file__).parent
DIALECTS = ("bigquery", "databricks", "postgres", "snowflake", "trino")
FIRST, LAST = date(2026, 1, 1), BEGIN + timedelta(days=85)
"""Every definition has three months, with a change to summer time; the last row is in the fourth."""

_COUNT: dict[str, Any] = {"source": "s", "metric": "m", "event": ["tried", "paid"]}
_RATIO: dict[str, Any] = {"source": "s", "metric": "m", "part": "paid", "whole": "tried"}
_STEPS = [{"event": name} for name in ("seen", "tried", "paid")]
_FUNNEL: dict[str, Any] = {"source": "s", "metric": "m", "steps": _STEPS, "window": "20 d"}
_TIME: dict[str, Any] = {"source": "s", "metric": "m", "start": "seen", "end": "paid", "window": "30 d"}
_BACK: dict[str, Any] = {"source": "s", "metric": "m", "start": "tried", "back": "used", "after": "7 d"}

_HOURS = WorkingHours.model_validate(
    {"opens": "08:00", "closes": "19:00", "holidays": ["2026-01-01", "2026-01-06"], "time_zone": ZONE}
)

DEFINITIONS: dict[str, tuple[str, Definition]] = {
    "count-people-by-segment": ("counts", CountDefinition(**_COUNT, by_segment=True)),
    "count-events-where": (
        "counts",
        CountDefinition(**_COUNT, of="events", where={"plan": ["solo", "team"]}, unless={"order": "o2"}),
    ),
    "count-sessions": ("counts", CountDefinition(**_COUNT, of="sessions")),
    "ratio-people": ("ratios", RatioDefinition(**_RATIO)),
    "ratio-events": ("ratios", RatioDefinition(**_RATIO, of="events")),
    "funnel": ("funnels", FunnelDefinition(**_FUNNEL)),
    "funnel-strict": ("funnels", FunnelDefinition(**_FUNNEL, order="strict")),
    "funnel-any-order-by-segment": ("funnels", FunnelDefinition(**_FUNNEL, order="any", by_segment=True)),
    "funnel-any-entry-exclude": ("funnels", FunnelDefinition(**_FUNNEL, entry="any", exclude="gone")),
    "funnel-hold-grace-of-sessions": (
        "funnels",
        FunnelDefinition(**_FUNNEL, hold="order", grace="2 s", of="sessions", base="previous"),
    ),
    "duration-p90-by-segment": ("durations", DurationDefinition(**_TIME, quantile=0.9, by_segment=True)),
    "duration-by-end": ("durations", DurationDefinition(**_TIME, period_of="end")),
    "duration-working-hours": ("durations", DurationDefinition(**_TIME, working_hours=_HOURS)),
    "retention-on": ("retention", RetentionDefinition(**_BACK)),
    "retention-on-or-after": ("retention", RetentionDefinition(**_BACK, counting="on-or-after")),
    "retention-within": ("retention", RetentionDefinition(**_BACK, counting="within")),
    "churn-customers": ("churn", ChurnDefinition(source="s", metric="m")),
    "churn-revenue-by-segment": ("churn", ChurnDefinition(source="s", metric="m", of="revenue", by_segment=True)),
    "churn-net-revenue-kept": (
        "churn",
        ChurnDefinition(source="s", metric="m", of="net-revenue", share="kept", over=2),
    ),
    "sum-of-events-by-segment": ("sums", SumDefinition(source="s", metric="m", event="paid", by_segment=True)),
    "sum-per-person": ("sums", SumDefinition(source="s", metric="m", event="paid", figure="per-person")),
    "sum-expansion": ("sums of subscriptions", SumDefinition(source="s", metric="m", change="expansion")),
    "lifetime": ("lifetimes", LifetimeDefinition(source="s", metric="m", margin=0.75)),
    "score-nps-by-segment": ("scores", ScoreDefinition(source="s", metric="m", score="nps", by_segment=True)),
    "score-mean": ("scores", ScoreDefinition(source="s", metric="m", score="csat-mean", scale=(0, 10))),
}
"""The definitions by the names of their files, each with its list in measure.yml."""


def stored() -> Iterator[tuple[Path, str]]:
    """Each file with the text that belongs into it."""
    for dialect in DIALECTS:
        ways = ways_queries(JOURNEY, rows_of(_table("counts", dialect)), ORDER, naive(LAST))
        asked = {name: _query(*one, dialect) for name, one in DEFINITIONS.items()}
        for name, query in (asked | {f"ways-{name}": query for name, query in ways.items()}).items():
            yield HERE / dialect / f"{name}.sql", f"{ibis.to_sql(query, dialect=dialect)}\n"


def _query(name: str, definition: Definition, dialect: str) -> ibis.Table:
    rows = rows_of(_table(name, dialect), by_segment=definition.by_segment)
    return QUERIES[name.split()[0]](definition, rows, horizon_of(FIRST, LAST, definition.every, ZONE)).expression


def _table(name: str, dialect: str) -> ibis.Table:
    """A table that is nowhere. Times of BigQuery have a zone: its functions for times take no others."""
    columns = ibis.schema(table_of(name).schema)
    time = dt.Timestamp(timezone="UTC" if dialect == "bigquery" else None)
    return ibis.table({column: time if type.is_timestamp() else type for column, type in columns.items()}, name="log")


if __name__ == "__main__":
    for old in HERE.glob("*/*.sql"):
        old.unlink()
    for path, text in stored():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
