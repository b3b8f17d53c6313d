"""How far a long build is: one line on a terminal, from the third second on; nothing where nobody watches."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

QUIET = 2.0
"""Seconds before the first word."""
APART = 0.1
"""Seconds from one word to the next."""
_CLEAR = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """Tells of one build. `what` is what is counted, such as `pages`; without a total nothing is told."""

    what: str
    total: int
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    now: Callable[[], float] = time.monotonic
    built: int = 0
    start: float = 0.0
    last: float = 0.0

    def __post_init__(self) -> None:
        self.start = self.now()

    def step(self, beside: int = 0) -> None:
        """One more is built, and as many as `beside` elsewhere."""
        self.built += 1
        now = self.now()
        if self.total and now - self.start >= QUIET and now - self.last >= APART and self.stream.isatty():
            self.last = now
            self._write(f"{_CLEAR}{self.built + beside:,} of {self.total:,} {self.what}")

    def end(self) -> None:
        """Takes the line away again."""
        if self.last:
            self.last = 0.0
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()
