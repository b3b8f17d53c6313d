"""Starts one command and writes down what it took: `launch.py REPORT.json COMMAND...`.

A child's peak memory counts from that of the process that starts it, so that must be a small one: this.
"""

import json
import os
import sys
import time


def main() -> None:
    """The command; it ends as the started one does."""
    report, *command = sys.argv[1:]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    figures = {
        "seconds": seconds,
        "cpu_seconds": used.ru_utime + used.ru_stime,
        "peak_bytes": used.ru_maxrss * 1024,
    }
    with open(report, "w") as file:  # noqa: PTH123 - one import less
        json.dump(figures, file)
    sys.exit(os.waitstatus_to_exitcode(status) & 255)


if __name__ == "__main__":
    main()
