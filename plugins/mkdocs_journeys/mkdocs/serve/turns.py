"""A lock for requests and saves, and for work that lets them go first."""

import threading
import time
from collections.abc import Iterable

CALM = 0.3
"""Seconds without a request or a save before work in the background goes on."""


class Turns:
    """A lock whose holders in the background let requests and saves go first."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._waiting = 0
        self.last = 0.0

    def __enter__(self) -> None:
        self._waiting += 1
        self._lock.acquire()
        self._waiting -= 1

    def __exit__(self, *given: object) -> None:
        self.last = time.monotonic()
        self._lock.release()

    def in_background(self, steps: Iterable[None]) -> None:
        """Take the steps one by one, each when nobody else wants a turn and all has been calm for a while."""
        iterator = iter(steps)
        while True:
            while self._waiting or time.monotonic() - self.last < CALM:
                time.sleep(CALM / 10)
            with self._lock:
                for _ in iterator:
                    if self._waiting:
                        break
                else:
                    return
