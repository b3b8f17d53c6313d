"""`script.py LOG`: the funnel of six steps by month and plan, as one would write it with polars and without us.

It needs no package but polars. As ours do, its steps follow each other within 30 days from a first visit, and who
visited less than 30 days before the end is left out. It knows no time zones, and is for this log alone.
"""

import sys
from datetime import timedelta

import polars as pl

STEPS = ("visit", "pricing", "trial", "active", "plan", "paid")
WINDOW = timedelta(days=30)


def main(path: str) -> None:
    """Print how many people came to each step."""
    log = pl.scan_parquet(path)
    until = log.select(pl.col("time").max()).collect().item()
    visits = log.filter(pl.col("event") == STEPS[0]).sort("time")
    level = visits.group_by("person").agg(pl.col("time").first().alias("begins"), pl.col("plan").first())
    level = level.filter(pl.col("begins") + WINDOW <= until).with_columns(t0=pl.col("begins"))
    for number, step in enumerate(STEPS[1:], 1):
        events = log.filter(pl.col("event") == step).select("person", "time")
        fits = (pl.col("time") > pl.col(f"t{number - 1}")) & (pl.col("time") <= pl.col("begins") + WINDOW)
        found = level.join(events, on="person").filter(fits)
        reached = found.group_by("person").agg(pl.col("time").min().alias(f"t{number}"))
        level = level.join(reached, on="person", how="left")
    by_month = level.group_by(pl.col("begins").dt.truncate("1mo").alias("month"), "plan")
    counts = by_month.agg(pl.col(f"t{number}").count() for number in range(len(STEPS)))
    print(counts.collect().height)


if __name__ == "__main__":
    main(sys.argv[1])
