"""Segment's warehouse as CSV: tracks with their properties as columns, and identifies that say whose a device is.

A person is `user_id`, or the one that an identify ties to `anonymous_id`, or `anonymous_id` itself. A duplicate has the
same `id`.
"""

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from tools.event_log.log import Log, Row
from tools.event_log.people import Properties
from tools.event_log.writers.files import device, insert_id, packed, user, utc, write_csv

PROPERTIES = ("segment", "user_agent", "plan", "seats", "order_id", "number", "amount", "colleagues")
TRACKS = ("id", "anonymous_id", "user_id", "event", "event_text", "timestamp", "received_at", "session_id", *PROPERTIES)
IDENTIFIES = ("id", "anonymous_id", "user_id", "timestamp", "received_at")


def _iso(time: int) -> str:
    return f"{utc(time, 'T')}Z"


def _columns(properties: Properties) -> str:
    values = [properties.get(name, "") for name in PROPERTIES]
    return ",".join(f'"{value}"' if isinstance(value, str) and "," in value else str(value) for value in values)


def _lines(rows: list[Row]) -> Iterator[str]:
    texts: dict[int, str] = {}
    titles: dict[str, str] = {}
    for time, number, received, person, known, device_number, session, event, properties in rows:
        own = texts.get(id(properties))
        if own is None:
            own = texts[id(properties)] = _columns(properties)
        title = titles.get(event)
        if title is None:
            title = titles[event] = event.replace("_", " ").title()
        who = user(person) if known else ""
        yield (
            f"{insert_id(number)},{device(person, device_number)},{who},{event},{title},{_iso(time)},"
            f"{_iso(received)},{session},{own}\n"
        )


def write(log: Log, folder: Path) -> None:
    """Write tracks.csv.gz and identifies.csv."""
    with packed(folder / "tracks.csv.gz") as text:
        text.write(",".join(TRACKS) + "\n")
        text.writelines(_lines(sorted(log.rows, key=itemgetter(2, 1))))
    merges = enumerate(log.merges, start=1)
    rows = ((f"i{number:08x}", device(m.person, 0), user(m.person), _iso(m.time), _iso(m.time)) for number, m in merges)
    write_csv(folder / "identifies.csv", IDENTIFIES, rows)
