"""Two halves of one task at the same time, on machines that have two cores to spare."""

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import NoReturn, TypeVar

Here = TypeVar("Here")
There = TypeVar("There")


def in_two(here: Callable[[], Here], there: Callable[[], There]) -> tuple[Here, There]:
    """Both results. A copy of this process works on `there`, which must do nothing but compute.

    Where no copy can be made, or it fails, `there` runs in this process, after `here`.
    """
    copy = _copied(there) if may_copy() else None
    if copy is None:
        return here(), there()
    process, pipe = copy
    try:
        with os.fdopen(pipe, "rb") as results:
            mine = here()
            sent = results.read()
    finally:
        _, status = os.waitpid(process, 0)
    return mine, pickle.loads(sent) if status == 0 else there()  # noqa: S301


def may_copy() -> bool:
    """Whether a second process can help: on Linux, with two cores, and no other thread that a copy would lack."""
    if sys.platform != "linux" or threading.active_count() != 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _copied(there: Callable[[], object]) -> tuple[int, int] | None:
    """The id of a copy of this process that works, and the pipe that its pickled result comes through."""
    read, write = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(read)
        os.close(write)
        return None
    if not process:
        os.close(read)
        _work(there, write)
    os.close(write)
    return process, read


def _work(there: Callable[[], object], pipe: int) -> NoReturn:
    """Compute, send, and end at once: nothing of what this copy inherited may be closed or written twice."""
    status = 1
    try:
        with os.fdopen(pipe, "wb") as results:
            pickle.dump(there(), results, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
