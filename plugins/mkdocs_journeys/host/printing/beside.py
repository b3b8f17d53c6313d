"""A second process that prints pages from the last one backwards, while MkDocs asks for them from the first on.

Both print the same, so it does not matter who made a page. The process is a fork: it has all that was read.
"""

import gc
import os
import pickle
import signal
import struct
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printed
from mkdocs_journeys.load.together import may_copy

FEWEST_PAGES = 60
"""With fewer pages than this a second process costs more than it gives."""
_RECORD = struct.Struct("=QQQ")

Print = Callable[[AtlasPage], Printed]


@dataclass(slots=True)
class Beside:
    """Takes pages from the second process where it has them, and prints them itself where not."""

    print: Print
    numbers: dict[int, int]
    process: int
    inbox: int
    store: BinaryIO
    ready: dict[int, tuple[int, int]] = field(default_factory=dict)

    def printed(self, page: AtlasPage) -> Printed:
        """The finished page. Raises what the templates raise."""
        number = self.numbers.get(id(page), -1)
        self._look()
        if number not in self.ready:
            return self.print(page)
        # A page that it has made already means that the two have met.
        self._end()
        start, length = self.ready.pop(number)
        made: Printed = pickle.loads(os.pread(self.store.fileno(), length, start))  # noqa: S301 - our own child wrote it
        return made

    def stop(self) -> None:
        """Ends the second process and lets go of what it has made."""
        self._end()
        self.store.close()

    def _end(self) -> None:
        if self.process:
            os.close(self.inbox)
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.process = 0

    def _look(self) -> None:
        while self.process:
            try:
                records = os.read(self.inbox, _RECORD.size * 512)
            except BlockingIOError:
                return
            if not records:
                return
            for number, start, length in _RECORD.iter_unpack(records):
                self.ready[number] = (start, length)


def beside(print_one: Print, pages: Sequence[AtlasPage]) -> Beside | None:
    """A second process for these pages, None where there are few of them or it cannot be had."""
    if len(pages) < FEWEST_PAGES or not may_copy():
        return None
    store = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the build
    inbox, outbox = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process == 0:
        _work(print_one, pages, outbox, store)
    os.close(outbox)
    os.set_blocking(inbox, False)
    return Beside(print_one, {id(page): number for number, page in enumerate(pages)}, process, inbox, store)


def _work(print_one: Print, pages: Sequence[AtlasPage], outbox: int, store: BinaryIO) -> None:
    gc.disable()
    start = 0
    try:
        for number in reversed(range(len(pages))):
            data = pickle.dumps(print_one(pages[number]), protocol=5)
            os.pwrite(store.fileno(), data, start)
            os.write(outbox, _RECORD.pack(number, start, len(data)))
            start += len(data)
    finally:
        # Whatever went wrong will go wrong again in the first process, which can tell of it.
        os._exit(0)
