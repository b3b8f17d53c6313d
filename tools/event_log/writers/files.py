"""Files that are the same bytes each time, and the texts of times and names that all formats share."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from tools.event_log.clock import DAY
from tools.event_log.log import Log, Row

_CLOCK = [f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}" for second in range(DAY)]


@contextmanager
def packed(path: Path) -> Iterator[io.TextIOWrapper]:
    """A text file in UTF-8, compressed, without its name and time in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 3, raw, mtime=0) as whole:
        text = io.TextIOWrapper(whole, "utf-8", newline="", write_through=False)
        yield text
        text.flush()


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table, compressed if its name ends in .gz."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with packed(path) if path.suffix == ".gz" else path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


@lru_cache(10_000)
def utc_day(number: int) -> str:
    """The date of a day since 1970, as 2024-11-01."""
    return datetime.fromtimestamp(number * DAY, UTC).date().isoformat()


def utc(time: int, between: str = " ") -> str:
    """A second as 2024-11-01 08:15:03 in UTC, with another text between day and clock if it is given."""
    return f"{utc_day(time // DAY)}{between}{_CLOCK[time % DAY]}"


def user(person: int) -> str:
    """The user id of a person."""
    return f"u{person:07d}"


def device(person: int, number: int) -> str:
    """The id of a person's first or second device."""
    return f"d{person:07d}{'ab'[number]}"


def insert_id(number: int) -> str:
    """The id of an event; a duplicate has the same."""
    return f"e{number:08x}"


def identified(log: Log) -> set[int]:
    """The people who have signed in at least once, so that a merge can tell who they are."""
    return {row.person for row in log.rows if row.known}


def canonical(row: Row, known: set[int]) -> str:
    """The id of the person after all merges, as Mixpanel exports it."""
    return user(row.person) if row.person in known else f"$device:{device(row.person, row.device)}"
