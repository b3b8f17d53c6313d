"""Python's search for cycles among objects, which costs a quarter of the time of a load and finds nothing there."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Stop the search for as long as many objects are made that stay; it goes on afterwards if it was on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
