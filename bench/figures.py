"""From runs to a table: medians, growth, ratios."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, log

from bench.measure import Run

Results = Mapping[tuple[str, int], Run]
"""The median run of each host (its key) at each size (journeys)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `ratio` is the time divided by that of host `a` at the same size."""

    host: str
    journeys: int
    run: Run
    per_second: float
    ratio: float | None


def exponent(points: Mapping[int, float]) -> float | None:
    """The slope of log(seconds) over log(size): 1 is a straight line, 2 grows with the square.

    The best line through all points; None for fewer than two sizes.
    """
    if len(points) < 2:
        return None
    xs, ys = [log(size) for size in points], [log(seconds) for seconds in points.values()]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def exponents(results: Results, of: Callable[[Run], float] = lambda run: run.seconds) -> dict[str, float | None]:
    """The exponent of growth of each host, in seconds of the clock or in what else `of` takes from a run."""
    hosts = dict.fromkeys(host for host, _ in results)
    return {host: exponent({n: of(run) for (one, n), run in results.items() if one == host}) for host in hosts}


def rows_of(results: Results) -> list[Row]:
    """The lines of the table, by size and then host."""
    made = []
    for (host, journeys), run in sorted(results.items(), key=lambda item: (item[0][1], item[0][0])):
        ours = results.get(("a", journeys))
        ratio = run.seconds / ours.seconds if ours else None
        made.append(Row(host, journeys, run, journeys / run.seconds, ratio))
    return made


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share (0 to 1) of the values does not exceed."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def table_text(results: Results, notes: Sequence[str] = ()) -> str:
    """The table for a terminal, which is Markdown too."""
    head = ("journeys", "host", "seconds", "CPU s", "journeys/s", "peak MB", "written MB", "times (a)")
    body = [
        (
            f"{row.journeys:,}",
            row.host,
            f"{row.run.seconds:.2f}",
            f"{row.run.cpu_seconds:.2f}",
            f"{row.per_second:.0f}",
            f"{row.run.peak_bytes / 1e6:.0f}",
            f"{row.run.written / 1e6:.1f}",
            "" if row.ratio is None else f"{row.ratio:.1f}",
        )
        for row in rows_of(results)
    ]
    by_cpu = exponents(results, lambda run: run.cpu_seconds)
    growth = [
        f"growth of ({host}): seconds ~ journeys^{slope:.2f}, CPU seconds ~ journeys^{by_cpu[host]:.2f}"
        for host, slope in exponents(results).items()
        if slope is not None
    ]
    return "\n".join([_columns([head, *body]), "", *growth, *notes])


def _columns(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    ruled = [lines[0], [f"{'-' * (width - 1)}:" for width in widths], *lines[1:]]
    return "\n".join(
        f"| {' | '.join(text.rjust(width) for text, width in zip(line, widths, strict=True))} |" for line in ruled
    )
