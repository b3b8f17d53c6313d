"""Google Analytics 4 as BigQuery exports it to JSON lines: one file for each day in the zone of the firm.

Whole numbers are texts, as BigQuery writes INT64; absent values are left out. A person is `user_id` for rows after
sign-in and `user_pseudo_id`, a device, for rows before; a device belongs to the user id that any of its rows has. A
session is a person with a `ga_session_id`. There is no insert id: a duplicate has the same `event_bundle_sequence_id`,
device, name and time.
"""

from itertools import groupby
from pathlib import Path

from tools.event_log.clock import DAY, offset_of
from tools.event_log.log import Log, Row
from tools.event_log.people import Properties
from tools.event_log.writers.files import device, packed, user, utc_day

_FIRST = 10_000_000
"""Added to the numbers of events, so that they have the same order as texts."""


def _params(properties: Properties) -> str:
    return "".join(
        f',{{"key":"{key}","value":{{"int_value":"{value}"}}}}'
        if isinstance(value, int)
        else f',{{"key":"{key}","value":{{"string_value":"{value}"}}}}'
        for key, value in properties.items()
    )


def _local_day(row: Row) -> int:
    return (row.time + offset_of(row.time)) // DAY


def write(log: Log, folder: Path) -> None:
    """Write events_YYYYMMDD.json.gz for each day."""
    texts: dict[int, str] = {}
    for number, rows in groupby(log.rows, _local_day):
        day = utc_day(number).replace("-", "")
        with packed(folder / f"events_{day}.json.gz") as text:
            for time, event_number, _, person, known, device_number, session, event, properties in rows:
                params = texts.get(id(properties))
                if params is None:
                    params = texts[id(properties)] = _params(properties)
                who = f',"user_id":"{user(person)}"' if known else ""
                text.write(
                    f'{{"event_date":"{day}","event_timestamp":"{time}000000","event_name":"{event}","event_params":'
                    f'[{{"key":"ga_session_id","value":{{"int_value":"{session}"}}}}{params}],'
                    f'"event_bundle_sequence_id":"{_FIRST + event_number}"{who},"user_pseudo_id":'
                    f'"{device(person, device_number)}","stream_id":"1001","platform":"WEB"}}\n'
                )
