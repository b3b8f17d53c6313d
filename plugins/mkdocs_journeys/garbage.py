"""Python's garbage collector, kept from searching for cycles among a million objects that are all in use.

A search takes a quarter of a load, a tenth of a build, and as long as a save (docs/adr/0006-process-pool.md).
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

atexit.register(gc.freeze)  # a process that ends frees all of its memory without a search


@contextmanager
def without_collecting() -> Iterator[None]:
    """Stop the search for cycles among objects; it goes on if it was on, and what came since counts as old."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _count_as_old()
            gc.enable()


def _count_as_old() -> None:
    """Leave what is there to the rare searches among old objects, unless something is left out of all of them."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


@contextmanager
def left_out_of_searches() -> Iterator[None]:
    """Search once more, and leave all that is there now out of every later search."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
