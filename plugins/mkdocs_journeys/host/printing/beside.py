"""A second process that prints and writes pages from the last one backwards, while MkDocs goes on from the first.

Both print the same, so it does not matter who made a page: it belongs to the process that creates its file. The
second one is a fork, so it has all that was read.
"""

import gc
import os
import pickle
import signal
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from mkdocs.structure.files import File

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printed
from mkdocs_journeys.host.printing.search import Entries
from mkdocs_journeys.processes import may_copy

FEWEST_PAGES = 60
"""With fewer pages than this a second process costs more than it gives."""
_RECORD = struct.Struct("=QQQ")

Print = Callable[[AtlasPage], Printed]


@dataclass(slots=True)
class Beside:
    """Knows what the second process has written, and prints itself what that has not begun."""

    print: Print
    pages: Sequence[AtlasPage]
    process: int
    inbox: int
    store: BinaryIO
    numbers: dict[int, int] = field(default_factory=dict)
    written: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = {id(page): number for number, page in enumerate(self.pages)}

    def printed(self, page: AtlasPage) -> Printed:
        """The finished page. Raises what the templates raise."""
        self._look()
        target = _created(page)
        if target is not None:
            target.close()
            return self.print(page)
        # The two have met: all that is left is written, or was begun in vain.
        self._wait()
        entries = self._entries(page)
        if entries is None:
            return self.print(page)
        return Printed(b"", Path(page.file.abs_dest_path).read_bytes(), entries)

    def rest(self, page: AtlasPage, turns: Sequence[File]) -> Iterator[Entries]:
        """What search finds on the pages after this one, if all of them are written: those turns are taken away."""
        after = self.pages[self.numbers[id(page)] + 1 :]
        first = len(turns) - len(after)
        if self.process or not after or not isinstance(turns, list) or turns[first:] != [one.file for one in after]:
            return
        found = [self._entries(one) for one in after]
        if all(entries is not None for entries in found):
            del turns[first:]
            yield from (entries for entries in found if entries is not None)

    def count(self) -> int:
        """How many pages it has written."""
        return len(self.written)

    def stop(self) -> None:
        """Ends the second process."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            self._end()
        self.store.close()

    def _entries(self, page: AtlasPage) -> Entries | None:
        place = self.written.get(self.numbers[id(page)])
        if place is None:
            return None
        entries: Entries = pickle.loads(os.pread(self.store.fileno(), *place))  # noqa: S301 - our own child wrote it
        return entries

    def _wait(self) -> None:
        if self.process:
            os.set_blocking(self.inbox, True)
            self._look()
            self._end()

    def _end(self) -> None:
        os.close(self.inbox)
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
            for number, length, start in _RECORD.iter_unpack(records):
                self.written[number] = (length, start)


def beside(print_one: Print, pages: Sequence[AtlasPage]) -> Beside | None:
    """A second process for these pages, None where there are few of them or it cannot be had.

    None of them may stand in the site's folder.
    """
    if len(pages) < FEWEST_PAGES or not may_copy() or os.path.lexists(pages[-1].file.abs_dest_path):
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
    return Beside(print_one, pages, process, inbox, store)


def _work(print_one: Print, pages: Sequence[AtlasPage], outbox: int, store: BinaryIO) -> None:
    gc.disable()
    start = 0
    try:
        for number in reversed(range(len(pages))):
            target = _created(pages[number])
            if target is None:
                break
            printed = print_one(pages[number])
            with target:
                target.writelines((printed.before, printed.content))
            data = pickle.dumps(printed.entries, protocol=5)
            os.pwrite(store.fileno(), data, start)
            os.write(outbox, _RECORD.pack(number, len(data), start))
            start += len(data)
    finally:
        # Whatever went wrong will go wrong again in the first process, which can tell of it.
        os._exit(0)


def _created(page: AtlasPage) -> BinaryIO | None:
    """The file of a page, to be written; None where there is one, which only one of two processes can create."""
    path = Path(page.file.abs_dest_path)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return path.open("xb")
    except FileExistsError:
        return None
