"""Mixpanel's raw export: JSON lines with `time` in seconds of UTC, one file a month.

A person is `distinct_id`, already the same before and after the merge. A duplicate has the same `$insert_id`.
"""

import json
from itertools import groupby
from pathlib import Path

from tools.event_log.clock import MONTHS, month_of
from tools.event_log.log import Log, Row
from tools.event_log.writers.files import device, identified, insert_id, packed, user


def _month(row: Row) -> int:
    return month_of(row.time)


def write(log: Log, folder: Path) -> None:
    """Write YYYY-MM.jsonl.gz for each month."""
    known_people = identified(log)
    texts: dict[int, str] = {}
    for month, rows in groupby(log.rows, _month):
        with packed(folder / f"{MONTHS[month]:%Y-%m}.jsonl.gz") as text:
            for time, number, received, person, known, device_number, session, event, properties in rows:
                own = texts.get(id(properties))
                if own is None:
                    own = texts[id(properties)] = json.dumps(properties, separators=(",", ":"))[1:]
                who = f'"$user_id":"{user(person)}",' if known else ""
                came_with = device(person, device_number)
                whose = user(person) if person in known_people else f"$device:{came_with}"
                text.write(
                    f'{{"event":"{event}","properties":{{"time":{time},'
                    f'"distinct_id":"{whose}",'
                    f'"$device_id":"{came_with}",{who}"$insert_id":"{insert_id(number)}",'
                    f'"mp_processing_time_ms":{received}000,"session_id":{session},{own}}}\n'
                )
