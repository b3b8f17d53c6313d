"""Mixpanel's raw export: JSON lines with `time` in seconds of UTC, one file a month.

A person is `distinct_id`, already the same before and after the merge. A duplicate has the same `$insert_id`.
"""

import json
from itertools import groupby
from pathlib import Path

from tools.event_log.clock import MONTHS, month_of
from tools.event_log.log import Log, Row
from tools.event_log.writers.files import canonical, device, identified, insert_id, packed, user


def _month(row: Row) -> int:
    return month_of(row.time)


def write(log: Log, folder: Path) -> None:
    """Write YYYY-MM.jsonl.gz for each month."""
    known_people = identified(log)
    texts: dict[int, str] = {}
    for month, rows in groupby(log.rows, _month):
        with packed(folder / f"{MONTHS[month]:%Y-%m}.jsonl.gz") as text:
            for row in rows:
                own = texts.get(id(row.properties))
                if own is None:
                    own = texts[id(row.properties)] = json.dumps(row.properties, separators=(",", ":"))[1:]
                who = f'"$user_id":"{user(row.person)}",' if row.known else ""
                text.write(
                    f'{{"event":"{row.event}","properties":{{"time":{row.time},'
                    f'"distinct_id":"{canonical(row, known_people)}",'
                    f'"$device_id":"{device(row.person, row.device)}",{who}"$insert_id":"{insert_id(row.number)}",'
                    f'"mp_processing_time_ms":{row.received}000,"session_id":{row.session},{own}}}\n'
                )
