"""Amplitude's export: JSON lines of what was uploaded on a day of UTC, so that late events stand in a later file.

A person is `amplitude_id`, which is the same before and after the merge. A duplicate has the same `$insert_id`.
"""

import json
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from tools.event_log.clock import DAY
from tools.event_log.log import Log, Row
from tools.event_log.writers.files import device, insert_id, packed, user, utc, utc_day

_PROJECT = 170042


def _upload_day(row: Row) -> int:
    return row.received // DAY


def write(log: Log, folder: Path) -> None:
    """Write PROJECT_YYYY-MM-DD.json.gz for each day of upload."""
    texts: dict[int, str] = {}
    for day, rows in groupby(sorted(log.rows, key=itemgetter(2, 1)), _upload_day):
        with packed(folder / f"{_PROJECT}_{utc_day(day)}.json.gz") as text:
            for time, number, received, person, known, device_number, session, event, properties in rows:
                own = texts.get(id(properties))
                if own is None:
                    own = texts[id(properties)] = json.dumps(properties, separators=(",", ":"))
                who = f'"{user(person)}"' if known else "null"
                text.write(
                    f'{{"amplitude_id":{5_000_000 + person},"device_id":"{device(person, device_number)}",'
                    f'"user_id":{who},"event_type":"{event}","event_time":"{utc(time)}.000000",'
                    f'"server_upload_time":"{utc(received)}.000000","session_id":{session}000,'
                    f'"$insert_id":"{insert_id(number)}","event_properties":{own},"user_properties":{{}}}}\n'
                )
