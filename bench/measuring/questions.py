"""`python -m bench.measuring.questions LOG NAME...`: ask a log what definitions of measure.yml ask."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ibis

from bench.measuring.log import PLANS, STEPS
from mkdocs_journeys.measure.figures import QUERIES, Horizon
from mkdocs_journeys.measure.periods import periods_between
from mkdocs_journeys.measure.rows import WHOLE, Rows, fitting
from mkdocs_journeys.measure.sources import Opened
from mkdocs_journeys.measure.ways import ways_queries
from mkdocs_journeys.model.measuring import (
    DurationDefinition,
    FunnelDefinition,
    ObservedJourney,
    RetentionDefinition,
)

ZONE = ZoneInfo("Europe/Berlin")
FUNNEL = FunnelDefinition(
    source="log", metric="m", window="30 d", steps=[{"event": name} for name in STEPS], by_segment=True
)
TIMES = DurationDefinition(source="log", metric="m", start=STEPS[0], end=STEPS[-1], window="30 d", by_segment=True)
RETENTION = RetentionDefinition(
    source="log", metric="m", start=STEPS[0], back="card", after="7 d", counting="within", by_segment=True
)
JOURNEY = ObservedJourney(
    source="log",
    journey="j",
    steps={name: name for name in STEPS[:-1]},
    goal=STEPS[-1],
    window="30 d",
    since="730 d",
)


class Log:
    """A log as a source that is opened, with the periods of its rows."""

    def __init__(self, path: Path) -> None:
        table = ibis.duckdb.connect().read_parquet(path)
        opened = Opened(table, frozenset(table.columns), lambda name: table[name] if name in table.columns else None)
        plans = {plan: fitting(opened, {"plan": (plan,)}, {}, ()) for plan in PLANS}
        every = ibis.literal(True)
        self.table, self.rows = table, Rows(opened, every, {WHOLE: every} | plans)
        [ends] = table.agg(first=table.time.min(), last=table.time.max()).to_pyarrow().to_pylist()
        self.last = ends["last"]
        self.horizon = Horizon(periods_between(ends["first"].date(), self.last.date(), "month", ZONE), self.last)

    def figures(self, name: str, definition: Any) -> list[Any]:
        """The figures of a definition."""
        query = QUERIES[name](definition, self.rows, self.horizon)
        return list(query.cells(query.expression.to_pyarrow().to_pylist()))

    def ways(self, *names: str) -> list[Any]:
        """The answers about an observed journey: all, or those of these names."""
        rows = self.rows._replace(segments={WHOLE: ibis.literal(True)})
        queries = ways_queries(JOURNEY, rows, STEPS[:-1], self.last)
        return [query.to_pyarrow().to_pylist() for name, query in queries.items() if not names or name in names]


ASKED: dict[str, Callable[[Log], list[Any]]] = {
    "count": lambda log: log.table.group_by("event").agg(n=log.table.count()).to_pyarrow().to_pylist(),
    "funnel": lambda log: log.figures("funnels", FUNNEL),
    "times": lambda log: log.figures("durations", TIMES),
    "retention": lambda log: log.figures("retention", RETENTION),
    "paths": lambda log: log.ways("way"),
    "ways": Log.ways,
}

if __name__ == "__main__":
    asked = Log(Path(sys.argv[1]))
    for name in sys.argv[2:]:
        print(name, len(ASKED[name](asked)))
