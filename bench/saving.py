"""From the save of a file to the first response that shows it, under `mkdocs serve`."""

import time
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from bench.edits import edits, read, write
from bench.figures import quantile
from bench.serving import Server, serving

PLAIN_CONFIG = """\
site_name: Empty
theme: {name: null, custom_dir: theme}
plugins: []
watch: [WATCHED]
"""


@dataclass(frozen=True, slots=True)
class Saving:
    """Seconds. `edits` are (kind, seconds to the fresh page); `builds` what MkDocs says that the rebuilds took.

    `polling` is the same way in a site without content that watches as many files: MkDocs' own share.
    """

    journeys: int
    edits: tuple[tuple[str, float], ...]
    builds: tuple[float, ...]
    polling: tuple[float, ...]

    def kinds(self) -> dict[str, float]:
        """The median of each kind of edit."""
        by_kind: defaultdict[str, list[float]] = defaultdict(list)
        for kind, seconds in self.edits:
            by_kind[kind].append(seconds)
        return {kind: median(values) for kind, values in by_kind.items()}

    def summary(self) -> dict[str, float]:
        """Median and 95th percentile of each of the three."""
        parts = {"save": [seconds for _, seconds in self.edits], "rebuild": self.builds, "polling": self.polling}
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
    return Saving(journeys, taken, builds, _polling(site, count, Random(seed)))  # noqa: S311 - no secret


def _edits(server: Server, site: Path, count: int, random: Random) -> list[tuple[str, float]]:
    taken = []
    for edit in islice(edits(read(site)), count):
        before = server.page(edit.page)
        # MkDocs looks twice a second: no edit may always fall on the same moment of its round.
        time.sleep(random.uniform(0.1, 0.7))
        since = time.perf_counter()
        write(site, edit)
        seconds = server.seconds_until(edit.page, partial(edit.is_shown, before=before), since)
        taken.append((edit.kind, seconds))
    return taken


def _polling(site: Path, count: int, random: Random) -> tuple[float, ...]:
    empty = site.with_name(f"{site.name}-empty")
    (empty / "docs").mkdir(parents=True, exist_ok=True)
    (empty / "theme").mkdir(exist_ok=True)
    (empty / "theme" / "main.html").write_text("<html><body>{{ page.content }}</body></html>", encoding="utf-8")
    config = PLAIN_CONFIG.replace("WATCHED", str((site / "journeys").resolve()))
    (empty / "mkdocs.yml").write_text(config, encoding="utf-8")
    page = empty / "docs" / "index.md"
    page.write_text("first", encoding="utf-8")
    taken = []
    with serving(empty, site.with_name(f"{empty.name}-serve.log")) as server:
        for number in range(count):
            time.sleep(random.uniform(0.1, 0.7))
            text = f"number-{number}-"
            since = time.perf_counter()
            page.write_text(text, encoding="utf-8")
            taken.append(server.seconds_until("", lambda html, t=text: t in html, since))  # type: ignore[misc]
    return tuple(taken)


def _holds(text: str, html: str) -> bool:
    return text in html
