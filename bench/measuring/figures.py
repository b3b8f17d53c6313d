"""What was measured of logs, as a table: seconds, processor seconds, memory, and how they grow."""

from collections.abc import Mapping
from math import log

from bench.measure import Run

TITLES = {
    "log": "making the log",
    "count": "`count(*)` by event, the limit",
    "funnel": "funnel of six steps, by month and segment",
    "times": "time from first to last step, by month and segment",
    "retention": "retention, by month and segment",
    "paths": "the commonest paths to the goal",
    "ways": "all of an observed journey: steps reached, paths, loops, where people go",
    "together": "**funnel, times, retention and paths in one process**",
    "script": "the funnel alone in a polars script",
}
GIB = 2**30


def table(runs: Mapping[int, Mapping[str, Run | str]]) -> str:
    """A Markdown table of runs by number of events and name; what failed is told below it."""
    lines = ["| events | what | seconds | processor seconds | GiB |", "|---|---|---|---|---|"]
    failed = []
    for events, of_it in runs.items():
        for name, run in of_it.items():
            if isinstance(run, str):
                failed.append(f"{events:,} events, {name}: {run}")
            else:
                figures = f"{run.seconds:.1f} | {run.cpu_seconds:.1f} | {run.peak_bytes / GIB:.1f}"
                lines.append(f"| {events:,} | {TITLES[name]} | {figures} |")
    grows = [f"{name} {exponent:.2f}" for name, exponent in growth(runs).items()]
    if grows:
        lines += ["", f"Processor seconds grow with the events to the power of: {', '.join(grows)}."]
    return "\n".join([*lines, *(["", *failed] if failed else [])])


def growth(runs: Mapping[int, Mapping[str, Run | str]]) -> dict[str, float]:
    """The exponent of processor seconds from the smallest to the largest log, for each name measured at both."""
    small, large = min(runs), max(runs)
    found = {}
    for name, first in runs[small].items() if small < large else ():
        last = runs[large].get(name)
        if isinstance(first, Run) and isinstance(last, Run):
            found[name] = log(last.cpu_seconds / first.cpu_seconds) / log(large / small)
    return found
