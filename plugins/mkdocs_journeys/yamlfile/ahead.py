"""Many files read by two processes, for one that has more to do with each: whoever is free reads what is next."""

import marshal
import os
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from mkdocs_journeys.processes import copied, may_copy
from mkdocs_journeys.yamlfile.everyday import everyday

LARGE = 2_000_000
"""Bytes from which a second process pays."""
MOST_PARCELS = 64
"""Files are shared in parcels of about the same size, so many that the last one is soon read."""

Values = dict[str, Any] | None
"""What `everyday` says of a file."""
Found = TypeVar("Found")
Read = Callable[[str, bytes], Found]
"""What to find out about a file, by its path and content: plain values, which `marshal` can carry."""
Parcel = dict[str, bytes]
"""Some of the files, by path."""
_NOTE = struct.Struct("=BQ")
"""The number of a parcel that the other process has read, and the size of its values in the file of all values."""


@dataclass(frozen=True, slots=True)
class Helper:
    """The other process. A byte of `tickets` is the number of a parcel that nobody has begun: who takes it reads it.

    Of each parcel that it has read it writes the values to the file `values`, then a note to `notes`.
    """

    process: int
    tickets: int
    notes: int
    values: int


def values_of(_path: str, data: bytes) -> Values:
    """What `everyday` says of a file, wherever it stands."""
    return everyday(data)


@contextmanager
def reading(files: Mapping[str, bytes], read: Read[Found]) -> Iterator[Iterable[tuple[str, Found]]]:
    """What `read` says of each file, by path, in the order in which that is known; to be asked for once.

    A second process begins to read many files at once, before anybody asks. Whatever it does not read, as there
    is none or it dies, is read when it is asked for.
    """
    parcels = _parcels(files)
    helper = _helper(parcels, read) if len(parcels) > 1 and may_copy() else None
    if helper is None:
        yield _read(files, read)
        return
    try:
        yield _shared(parcels, read, helper)
    finally:
        _dismiss(helper)


def _parcels(files: Mapping[str, bytes]) -> list[Parcel]:
    """All files in parcels of about the same size; in one parcel where they are few."""
    total = sum(map(len, files.values()))
    most = total // MOST_PARCELS if total >= LARGE else total
    parcels: list[Parcel] = [{}]
    size = 0
    for path, data in files.items():
        if size > most:
            parcels.append({})
            size = 0
        parcels[-1][path] = data
        size += len(data)
    return parcels


def _read(parcel: Mapping[str, bytes], read: Read[Found]) -> Iterator[tuple[str, Found]]:
    return ((path, read(path, data)) for path, data in parcel.items())


def _helper(parcels: list[Parcel], read: Read[Any]) -> Helper | None:
    """A second process that has begun to read; None where there can be none."""
    opened: list[int] = []
    try:
        opened += os.pipe()
        opened += os.pipe()
        opened.append(os.memfd_create("values"))
        tickets, tickets_end, notes, notes_end, values = opened
        os.write(tickets_end, bytes(range(len(parcels))))
        os.close(opened.pop(1))
        process = copied(lambda: _help(parcels, read, tickets, notes_end, values))
    except OSError:
        for one in opened:
            os.close(one)
        return None
    os.close(notes_end)
    os.set_blocking(notes, False)
    return Helper(process, tickets, notes, values)


def _help(parcels: list[Parcel], read: Read[Any], tickets: int, notes: int, values: int) -> None:
    """What the second process does."""
    with os.fdopen(values, "wb") as file:
        while ticket := os.read(tickets, 1):
            found = marshal.dumps([read(*one) for one in parcels[ticket[0]].items()])
            file.write(found)
            file.flush()
            os.write(notes, _NOTE.pack(ticket[0], len(found)))


def _shared(parcels: list[Parcel], read: Read[Found], helper: Helper) -> Iterator[tuple[str, Found]]:
    """What the helper has read, as soon as it is there; else what is read here meanwhile."""
    left = dict(enumerate(parcels))
    start = 0
    while left:
        note = _note(helper)
        ticket = b"" if note else os.read(helper.tickets, 1)
        if note:
            number, size = _NOTE.unpack(note)
            found = marshal.loads(os.pread(helper.values, size, start))  # noqa: S302
            start += size
            yield from zip(left.pop(number), found, strict=True)
        elif ticket:
            yield from _read(left.pop(ticket[0]), read)
        elif note is None:
            os.set_blocking(helper.notes, True)
        else:
            for parcel in left.values():
                yield from _read(parcel, read)
            return


def _note(helper: Helper) -> bytes | None:
    """The helper's next note; None where there is none yet, b"" where there will be none."""
    try:
        return os.read(helper.notes, _NOTE.size)
    except BlockingIOError:
        return None


def _dismiss(helper: Helper) -> None:
    """Leave no parcel to the helper, and see it end."""
    os.read(helper.tickets, MOST_PARCELS)
    for one in (helper.tickets, helper.notes, helper.values):
        os.close(one)
    with suppress(ChildProcessError):
        os.waitpid(helper.process, 0)
