"""Memory that nobody uses any more, given back to the system.

A save makes and drops a hundred megabytes in pieces of all sizes. The C library keeps what lies between those that
stay, and could use it so badly the next time that a server would grow with every save.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Takes milliseconds; does nothing where the C library cannot."""
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    try:
        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim if sys.platform == "linux" else int
    except (OSError, AttributeError):
        trim = int
    return trim
