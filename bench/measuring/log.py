"""`python -m bench.measuring.log EVENTS FILE`: a log of events as a Parquet file, the same for the same number.

Every chance is a hash of a number, so that rows do not depend on each other. There is a person to ten events; half of
them do five or fewer, one in a hundred about eighty. Six steps lead from a first visit to a payment; between them, and
mostly after them, people do other things. Rows are in the order of time, as those of a log are, over two years.
"""

import sys
from pathlib import Path

import duckdb

STEPS = ("visit", "pricing", "trial", "active", "plan", "paid")
OTHERS = ("search", "help", "card", "invoice", "invite", "export", "settings", "news")
PLANS = ("solo", "team", "big")
EVENTS_A_PERSON = 10
SETTINGS = "set memory_limit = '6GB'; set threads = 2; set preserve_insertion_order = false; set temp_directory = '{}'"
CHANCE = "create macro chance(number, of_what) as (hash(number, of_what) % 1000000007) / 1000000007.0"
ROWS = """
with people as (
    select
        number as person,
        least(floor(3.7 * pow(chance(number, 1) + 1e-9, -1 / 1.5)), 1000)::bigint as events,
        floor(chance(number, 2) * 600 * 86400)::bigint as begins,
        least(floor(3600 * pow(72, chance(number, 3))), 120 * 86400 // events)::bigint as pace,
        floor(chance(number, 4) * len($plans))::bigint as plan,
    from range($people) as numbers(number)
), rows as (
    select *, person * 1000 + place as row from (select *, unnest(range(events)) as place from people)
)
select
    'u' || person as person,
    's' || person || '-' || place // 5 as session,
    case
        when place < len($steps) and chance(row, 5) < 0.6 then $steps[place + 1]
        else ($others || $steps)[1 + floor(pow(chance(row, 6), 2) * len($others || $steps))::bigint]
    end as event,
    timestamp '2024-11-01' + to_seconds(begins + place * pace + floor(chance(row, 7) * pace)::bigint) as time,
    $plans[plan + 1] as plan,
from rows
order by time
"""


def write_log(events: int, path: Path) -> None:
    """Write about so many events; a log that is there stays."""
    if path.exists():
        return
    people = max(1, events // EVENTS_A_PERSON)
    values = {"$people": people, "$plans": list(PLANS), "$steps": list(STEPS), "$others": list(OTHERS)}
    rows = ROWS
    for name, value in values.items():
        rows = rows.replace(name, str(value))
    part = path.with_suffix(".part")
    with duckdb.connect() as connection:
        connection.execute(SETTINGS.format(path.with_suffix(".spill")))
        connection.execute(CHANCE)
        connection.execute(f"copy ({rows}) to '{part}' (format parquet)")
    part.rename(path)


if __name__ == "__main__":
    write_log(int(sys.argv[1]), Path(sys.argv[2]))
