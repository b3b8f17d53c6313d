"""Starts one command and writes down what it took: `launch.py REPORT.json COMMAND...`.

Its peak memory is the largest sum over its processes at one time, pages that they share counted once.
"""

import json
import os
import sys
import threading
import time

APART = 0.1
"""Seconds from one look at the memory to the next."""


def main() -> None:
    """The command; it ends as the started one does."""
    report, *command = sys.argv[1:]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    peaks = [0]
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process, peaks, over), daemon=True)
    watcher.start()
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    over.set()
    watcher.join()
    figures = {
        "seconds": seconds,
        "cpu_seconds": used.ru_utime + used.ru_stime,
        "peak_bytes": max(*peaks, used.ru_maxrss * 1024),
    }
    with open(report, "w") as file:  # noqa: PTH123 - one import less
        json.dump(figures, file)
    sys.exit(os.waitstatus_to_exitcode(status) & 255)


def _watch(process: int, peaks: list[int], over: threading.Event) -> None:
    while not over.wait(APART):
        family = _family(process)
        if len(family) > 1:
            peaks.append(sum(map(_share, family)))


def _family(process: int) -> list[int]:
    """A process with all that descend from it."""
    try:
        with open(f"/proc/{process}/task/{process}/children") as file:  # noqa: PTH123
            children = [int(child) for child in file.read().split()]
    except OSError:
        return []
    return [process, *(one for child in children for one in _family(child))]


def _share(process: int) -> int:
    """Bytes of memory of a process, its part of what it shares with others; 0 for one that has ended."""
    try:
        with open(f"/proc/{process}/smaps_rollup") as file:  # noqa: PTH123
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


if __name__ == "__main__":
    main()
