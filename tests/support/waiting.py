"""Waiting for something to happen: one limit for every test, long enough for a machine that is busy."""

import os
import time
from collections.abc import Callable
from typing import TypeVar

LIMIT = float(os.environ.get("JOURNEYS_TEST_LIMIT", "120"))
"""Seconds after which a test gives up. Only a test that fails ever waits for so long."""
PAUSE = 0.02
LONGEST_PAUSE = 0.5

Found = TypeVar("Found")


def until(look: Callable[[], Found], seen: Callable[[], object] = lambda: "", *, limit: float = LIMIT) -> Found:
    """Return the first true value of `look`, asked again and again.

    Raises AssertionError after `limit` seconds, with what `seen` gives then: the log of a process, the text of a page.
    """
    end = time.monotonic() + limit
    pause = PAUSE
    while not (found := look()):
        assert time.monotonic() < end, f"it did not happen in {limit:g} seconds; seen last: {seen()}"
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
    return found
