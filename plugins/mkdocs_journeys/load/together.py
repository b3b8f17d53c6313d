"""Two halves of one task at the same time, on machines that have two cores to spare."""

import os
import pickle
from collections.abc import Callable
from typing import TypeVar

from mkdocs_journeys.processes import copied, may_copy

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


def _copied(there: Callable[[], object]) -> tuple[int, int] | None:
    """The id of a copy of this process that works, and the pipe that its pickled result comes through."""
    read, write = os.pipe()
    try:
        process = copied(lambda: _send(there, read, write))
    except OSError:
        os.close(read)
        os.close(write)
        return None
    os.close(write)
    return process, read


def _send(there: Callable[[], object], read: int, write: int) -> None:
    os.close(read)
    with os.fdopen(write, "wb") as results:
        pickle.dump(there(), results, pickle.HIGHEST_PROTOCOL)
