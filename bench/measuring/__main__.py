"""`python -m bench.measuring`: figures of a log of events, beside a plain count and a script; a table and JSON."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from bench.hosts import ROOT, environment
from bench.measure import CommandFailedError, Run, measured
from bench.measuring.figures import table

OUT = ROOT / ".cache" / "bench" / "measuring"
HERE = Path(__file__).parent
PINS = HERE / "polars.txt"
TOGETHER = ("funnel", "times", "retention", "paths")
"""What is asked of ours, one after the other and then in one process."""
ALSO = ("ways",)
"""What is asked beside that: all that is told of an observed journey, the paths among it."""


def main() -> None:
    """The command. Writes logs, measuring.json and measuring.md into the folder `--out`."""
    given = _arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    ours = [sys.executable, "-m", "bench.measuring.questions"]
    runs: dict[int, dict[str, Run | str]] = {}
    for events in given.events:
        log = given.out / f"{events}.parquet"
        commands = (
            {"log": [sys.executable, "-m", "bench.measuring.log", str(events), str(log)]} if not log.exists() else {}
        )
        commands["count"] = [*ours, str(log), "count"]
        commands |= {name: [*ours, str(log), name] for name in (*TOGETHER, *ALSO)}
        commands["together"] = [*ours, str(log), *TOGETHER]
        if not given.without_script:
            commands["script"] = [str(environment(PINS) / "python"), str(HERE / "script.py"), str(log)]
        runs[events] = {}
        for name, command in commands.items():
            print(f"{events:,} events: {name}", file=sys.stderr, flush=True)
            try:
                runs[events][name] = measured(command, ROOT, log=given.out / "log", fresh=())
            except CommandFailedError as error:
                runs[events][name] = str(error).splitlines()[0]
        _write(given.out, runs)
    print(table(runs))


def _write(out: Path, runs: dict[int, dict[str, Run | str]]) -> None:
    facts = {
        "cpus": os.cpu_count(),
        "load": os.getloadavg(),
        "runs": {
            events: {name: run if isinstance(run, str) else asdict(run) for name, run in of_it.items()}
            for events, of_it in runs.items()
        },
    }
    (out / "measuring.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    (out / "measuring.md").write_text(table(runs) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.measuring", description="Measure figures of a log of events."
    )
    parser.add_argument(
        "--events",
        type=lambda text: [int(number) for number in text.split(",")],
        default=[5_000_000, 50_000_000],
        help="how many, such as 5000000,50000000",
    )
    parser.add_argument("--without-script", action="store_true", help="ours alone: nothing is installed")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    given.out = given.out.resolve()
    return given


if __name__ == "__main__":
    main()
