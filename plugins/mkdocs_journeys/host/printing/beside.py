"""A second process that prints and writes pages from the last one backwards, while this one begins with the first.

Both print the same, so it does not matter who made a page: it belongs to the process that creates its file. The
second one is a fork, so it has all that was read.
"""

import gc
import os
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
from mkdocs_journeys.host.printing.search import decoded
from mkdocs_journeys.host.printing.writing import Print, created, written
from mkdocs_journeys.processes import may_copy

FEWEST_PAGES = 60
"""With fewer pages than this a second process costs more than it gives."""
_RECORD = struct.Struct("=QQQ")


@dataclass(slots=True)
class Beside:
    """Knows what the second process has written, and prints itself what that has not begun.

    `store` is where it leaves what search finds, and `written` where in it, by the number of a page.
    """

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
        target = created(page)
        if target is not None:
            target.close()
            return self.print(page)
        # The two have met: all that is left is written, or was begun in vain.
        self._wait()
        found = self._found(self.numbers[id(page)])
        if found is None:
            return self.print(page)
        return Printed(b"", Path(page.file.abs_dest_path).read_bytes(), decoded(found))

    def rest(self, page: AtlasPage, turns: Sequence[File], step: Callable[[int], None]) -> list[str]:
        """Prints and writes the pages after this one, and takes their turns away: what search finds on each, encoded.

        Where a page cannot be had here, as its template raises something, it and those after it keep their turns.
        """
        start = self.numbers[id(page)] + 1
        first = len(turns) - len(self.pages) + start
        if not isinstance(turns, list) or turns[first:] != [one.file for one in self.pages[start:]]:
            return []
        found = [*self._made_here(start, step)]
        self._wait()
        for number in range(start + len(found), len(self.pages)):
            text = self._found(number)
            if text is None:
                break
            found.append(text)
        del turns[first : first + len(found)]
        return found

    def stop(self) -> None:
        """Ends the second process."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            self._end()
        self.store.close()

    def _made_here(self, start: int, step: Callable[[int], None]) -> Iterator[str]:
        """Until the two meet, or something is wrong with a page, which its turn will tell."""
        for page in self.pages[start:]:
            target = created(page)
            if target is None:
                return
            try:
                yield written(page, target, self.print)
            except Exception:
                # MkDocs will tell of it, with the page's name, when that has its turn.
                return
            self._look()
            step(len(self.written))

    def _found(self, number: int) -> str | None:
        place = self.written.get(number)
        return None if place is None else os.pread(self.store.fileno(), *place).decode()

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
            target = created(pages[number])
            if target is None:
                break
            found = written(pages[number], target, print_one).encode()
            os.pwrite(store.fileno(), found, start)
            os.write(outbox, _RECORD.pack(number, len(found), start))
            start += len(found)
    finally:
        # Whatever went wrong will go wrong again in the first process, which can tell of it.
        os._exit(0)
