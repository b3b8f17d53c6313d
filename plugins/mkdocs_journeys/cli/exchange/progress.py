"""A sign of life on standard error while something takes longer than a moment."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import click

from mkdocs_journeys.wording import terminal_safe

FIRST, NEXT = 2.0, 5.0
"""After how many seconds the first line is printed, and how many later each other one."""


@contextmanager
def progress(what: str, *, quiet: bool = False, first: float = FIRST, next_: float = NEXT) -> Iterator[None]:
    """Say what is being done, and for how long, while the block runs; nothing where nobody looks at a terminal."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    done = Event()
    thread = Thread(target=_tell, args=(terminal_safe(what), done, first, next_), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _tell(what: str, done: Event, first: float, next_: float) -> None:
    seconds, wait = first, first
    while not done.wait(wait):
        click.echo(f"{what} … {seconds:.0f} s", err=True)
        seconds, wait = seconds + next_, next_
