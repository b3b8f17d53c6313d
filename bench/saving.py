"""From the save of a file to the first response that shows it, under `mkdocs serve`.

Whoever saves, looks at what has changed before they save again: a paced edit comes one to two seconds after the
last one is shown, and not before the server has done all else, too. Nor do edits always fall on the same moment
of the round in which MkDocs looks for changes. Edits without a pause come as soon as the last one is shown.
"""

import time
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from bench.edits import Edit, edits, read, write
from bench.figures import quantile
from bench.serving import Server, Shown, serving

PAUSE = (1.0, 2.0)
"""Seconds from one edit that is shown to the next, at least and at most."""


@dataclass(frozen=True, slots=True)
class Saving:
    """`edits` are (kind, what it took), `builds` the seconds until the journeys were loaded, by the server's log.

    `site` is a name in `hosts.SERVED`; `paced` tells whether there was a pause between two edits.

    What MkDocs takes until it calls for a build (polling) and what we take beyond that are told apart for each edit,
    so that their percentiles are those of real saves, and not a difference of percentiles.
    """

    journeys: int
    edits: tuple[tuple[str, Shown], ...]
    builds: tuple[float, ...]
    site: str = "plain"
    paced: bool = True

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


def saving(folder: Path, journeys: int, site: str, paced: int, unpaced: int, seed: int = 1) -> list[Saving]:
    """Make so many edits with a pause, then so many without one, in a site of ours; measure each of them.

    `site` is the name of the configuration that stands in the folder.
    """
    log = folder.with_name(f"{folder.name}-serve.log")
    found: list[Saving] = []
    with serving(folder, log) as server:
        random = Random(seed)  # noqa: S311 - no secret
        coming = edits(read(folder))
        for count, pause in ((paced, PAUSE), (unpaced, None)):
            first = len(server.builds())
            taken = tuple(_edited(server, folder, edit, pause, random) for edit in islice(coming, count))
            server.wait_until_idle()
            if taken:
                found.append(Saving(journeys, taken, tuple(server.builds()[first:]), site, pause is not None))
    return found


def _edited(
    server: Server, folder: Path, edit: Edit, pause: tuple[float, float] | None, random: Random
) -> tuple[str, Shown]:
    before = server.page(edit.page)
    if pause:
        server.wait_until_idle()
        time.sleep(random.uniform(*pause))
    return edit.kind, server.shown(edit.page, partial(edit.is_shown, before=before), partial(write, folder, edit))
