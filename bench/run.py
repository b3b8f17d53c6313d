"""`python -m bench.run`: builds, commands, saves and keystrokes measured in one go; a table, JSON and a curve."""

import argparse
import json
import os
import platform
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.comparison import Bench, medians
from bench.curve import curve
from bench.figures import exponents, rows_of
from bench.hosts import HOSTS, PINS, ROOT, SERVED, our_site
from bench.measure import Run
from bench.report import Results, report
from bench.saving import Saving, saving
from bench.typing import Typing, typing

OUT = ROOT / ".cache" / "bench"
TITLE = "Seconds for a cold build, search on"
MEASURED = ("mkdocs-journeys", "mkdocs", "mkdocs-material", "jinja2", "pydantic", "pyyaml")


def main() -> None:
    """The command. Writes results.json, results.md and curve.svg into the folder `--out`."""
    given = _arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    caps = {host.key: host.cap for host in HOSTS} | {"b": given.cap_b or None, "c": given.cap_c or None}
    bench = Bench(given.out / "work", given.runs, caps, _say, given.seed)
    bench.work.mkdir(exist_ok=True)
    results: dict[tuple[str, int], Run] = {}
    commands: dict[tuple[str, int], Run] = {}
    every: dict[str, list[dict[str, float]]] = {}
    saves: list[Saving] = []
    typings: list[Typing] = []
    for journeys in filter(None, given.sizes):
        runs, others = bench.builds(journeys)
        results |= medians(runs, journeys)
        commands |= medians(others, journeys)
        every |= {f"{name} {journeys}": [asdict(run) for run in of_it] for name, of_it in (runs | others).items()}
        _write(given, bench, results, commands, every, saves, typings)
    for journeys in filter(None, given.typing):
        _say(f"{journeys:,} journeys: {given.strokes} times four keystrokes in the language server")
        typings.append(typing(bench.atlas(journeys, "typing"), journeys, given.strokes))
        _write(given, bench, results, commands, every, saves, typings)
    for journeys in filter(None, given.saves):
        for site in given.sites:
            _say(f"{journeys:,} journeys: {given.edits} saves, then {given.burst} without a pause, {site}")
            folder = our_site(bench.atlas(journeys, f"save-{site}"), site)
            saves += saving(folder, journeys, site, given.edits, given.burst, given.seed)
            _write(given, bench, results, commands, every, saves, typings)
    text = report(results, commands, saves, caps, bench.failures, typings)
    (given.out / "results.md").write_text(text + "\n", encoding="utf-8")
    print(text)


def _write(
    given: argparse.Namespace,
    bench: Bench,
    results: Results,
    commands: Results,
    every: dict[str, Any],
    saves: list[Saving],
    typings: list[Typing],
) -> None:
    facts = {
        "machine": {"cpus": os.cpu_count(), "system": platform.platform(), "load": os.getloadavg()},
        "versions": {"python": platform.python_version()} | {name: version(name) for name in MEASURED},
        "zensical": PINS.read_text(encoding="utf-8").split(),
        "options": {"runs": given.runs, "seed": given.seed, "sizes": given.sizes},
        "builds": [asdict(row) for row in rows_of(results)],
        "growth": exponents(results),
        "growth_of_cpu_seconds": exponents(results, lambda run: run.cpu_seconds),
        "commands": [{"command": name, "journeys": size} | asdict(run) for (name, size), run in commands.items()],
        "saves": [asdict(one) | {"summary": one.summary(), "kinds": one.kinds()} for one in saves],
        "typing": [asdict(one) | {"summary": one.summary()} for one in typings],
        "runs": every,
        "failures": bench.failures,
    }
    (given.out / "results.json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    series = {
        f"({host.key}) {host.title}": {size: run.seconds for (key, size), run in results.items() if key == host.key}
        for host in HOSTS
    }
    if drawn := {name: points for name, points in series.items() if points}:
        (given.out / "curve.svg").write_text(curve(drawn, TITLE), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.run", description="Measure builds, commands, saves and keystrokes."
    )
    parser.add_argument(
        "--sizes", type=_numbers, default=[100, 300, 1000, 3000], help="journeys, such as 100,300; 0 for none"
    )
    parser.add_argument("--runs", type=int, default=5, help="builds that each median is taken of")
    parser.add_argument("--cap-b", type=int, default=1000, help="largest size for host (b); 0 for none")
    parser.add_argument("--cap-c", type=int, default=0, help="largest size for host (c); 0 for none")
    parser.add_argument(
        "--saves", type=_numbers, default=[100, 1000], help="sizes for saves under mkdocs serve; 0 for none"
    )
    parser.add_argument(
        "--typing", type=_numbers, default=[100, 1000], help="sizes for typing in the language server; 0 for none"
    )
    parser.add_argument("--strokes", type=int, default=25, help="how often each keystroke is typed at each size")
    parser.add_argument(
        "--sites", type=lambda text: text.split(","), default=["plain"], help=f"for saves: {', '.join(SERVED)}"
    )
    parser.add_argument("--edits", type=int, default=30, help="saves at each size, with a pause after each")
    parser.add_argument("--burst", type=int, default=28, help="saves without a pause after these")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--quick", action="store_true", help="30 journeys, one run, 12 saves: is all of it healthy?")
    given = parser.parse_args()
    # What is measured runs in folders of its own.
    given.out = given.out.resolve()
    if given.quick:
        given.sizes, given.saves, given.runs, given.edits, given.burst = [30], [30], 1, 9, 3
        given.typing, given.strokes = [30], 3
    return given


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",") if number]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
