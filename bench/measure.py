"""One command as one fresh process: its seconds, its peak memory, what it wrote."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

# Material prints a long banner without the first, ProperDocs without the second.
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds` of the clock, `cpu_seconds` over all cores, `peak_bytes` of resident memory, `written` bytes."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    written: int


class CommandFailedError(Exception):
    """A measured command failed; the message holds the end of what it said."""


def measured(command: Sequence[str], folder: Path, *, log: Path, fresh: Sequence[str] = ("site",)) -> Run:
    """Runs a command in a folder, without the folders `fresh` that an earlier run left there.

    Bytes written are those of the first of them. Raises CommandFailedError if it does not end with 0.
    """
    for name in fresh:
        shutil.rmtree(folder / name, ignore_errors=True)
    report = log.with_name(f"{log.name}.json")
    launch = [sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")), str(report), *command]
    with log.open("wb") as output:
        done = subprocess.run(  # noqa: S603
            launch, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT, check=False
        )
    if done.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandFailedError(f"{' '.join(command)} ended with {done.returncode}:\n{said}")
    written = size_of(folder / fresh[0]) if fresh else 0
    return Run(**json.loads(report.read_text(encoding="utf-8")), written=written)


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure over several runs."""
    columns = {name: [asdict(run)[name] for run in runs] for name in Run.__slots__}
    seconds, cpu_seconds, peak_bytes, written = (median(columns[name]) for name in Run.__slots__)
    return Run(seconds, cpu_seconds, int(peak_bytes), int(written))


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder; 0 where there is none."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
