"""From the save of a file to the first response that shows it, under `mkdocs serve`.

Whoever saves, looks at what has changed before they save again: the next edit comes one to two seconds after the
last one is shown, and not before the server has written all else, too. Nor do edits always fall on the same moment
of the round in which MkDocs looks for changes.
"""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from bench.edits import edits, read, write
from bench.figures import quantile
from bench.serving import Server, Shown, serving

PAUSE = (1.0, 2.0)
"""Seconds from one edit that is shown to the next, at least and at most."""


@dataclass(frozen=True, slots=True)
class Saving:
    """`edits` are (kind, what it took), `builds` the seconds until all pages were written, by the server's log.

    What MkDocs takes until it calls for a build (polling) and what we take beyond that are told apart for each edit,
    so that their percentiles are those of real saves, and not a difference of percentiles.
    """

    journeys: int
    edits: tuple[tuple[str, Shown], ...]
    builds: tuple[float, ...]

    def kinds(self) -> dict[str, float]:
        """The median of each kind of edit, beyond polling."""
        by_kind: defaultdict[str, list[float]] = defaultdict(list)
        for kind, shown in self.edits:
            by_kind[kind].append(shown.beyond)
        return {kind: median(values) for kind, values in by_kind.items()}

    def summary(self) -> dict[str, float]:
        """Median and 95th percentile in seconds: of the whole, of what is ours, of polling, of all pages."""
        every = [shown for _, shown in self.edits]
        parts = {
            "save": [one.shown for one in every],
            "beyond": [one.beyond for one in every],
            "polling": [one.polling for one in every],
            "rebuild": self.builds,
        }
        shares = {"p50": 0.5, "p95": 0.95}
        return {
            f"{name}_{word}": quantile(values, share)
            for name, values in parts.items()
            for word, share in shares.items()
        }


def saving(site: Path, journeys: int, count: int, seed: int = 1) -> Saving:
    """Makes `count` edits in a site of ours, which is changed by that, and measures each."""
    log = site.with_name(f"{site.name}-serve.log")
    with serving(site, log) as server:
        first = len(server.builds())
        taken = tuple(_edits(server, site, count, Random(seed)))  # noqa: S311 - no secret
        builds = tuple(server.builds()[first:])
    return Saving(journeys, taken, builds)


def _edits(server: Server, site: Path, count: int, random: Random) -> Iterator[tuple[str, Shown]]:
    for edit in islice(edits(read(site)), count):
        before = server.page(edit.page)
        time.sleep(random.uniform(*PAUSE))
        shown = server.shown(edit.page, partial(edit.is_shown, before=before), partial(write, site, edit))
        yield edit.kind, shown
        server.wait_until_idle()
