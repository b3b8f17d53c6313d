"""A second process for work that two cores do sooner than one."""

import gc
import os
import sys
import threading
from collections.abc import Callable


def may_copy() -> bool:
    """Whether a second process can help: on Linux, with two cores, and no other thread that a copy would lack."""
    if sys.platform != "linux" or threading.active_count() != 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def copied(work: Callable[[], object]) -> int:
    """The id of a copy of this process that works, which must do nothing but compute, and ends with 0 or 1.

    The copy ends at once: nothing of what it inherited may be closed or written twice. Raises OSError where there
    can be no further process.
    """
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        gc.disable()
        work()
        status = 0
    finally:
        os._exit(status)
