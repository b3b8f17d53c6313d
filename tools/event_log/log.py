"""The whole log: everyone's events in order, as untidy as real ones, and what was answered, asked, paid and signed."""

# ruff: noqa: S311 - nothing here is a secret

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from tools.event_log.answers import Answer, Sheet, efforts, recommendations
from tools.event_log.clock import HOUR, LOG_END, LOG_START, MINUTE
from tools.event_log.customers import Customer, customers
from tools.event_log.deals import Deal, deals, signed
from tools.event_log.levels import BACK_TO_PRICES, HONEST_PRICE, OUTAGE
from tools.event_log.people import BOT, Done, Person, Properties, Registry
from tools.event_log.tickets import Ticket, tickets
from tools.event_log.visits import bots, trials

PAUSE = 30 * MINUTE
"""A session ends after so long without an event on a device."""
SKEWED, LATE, TWICE = 0.2, 0.05, 0.03
LATEST = 71 * HOUR
"""No event comes in later, so that each export has all of them."""


class Row(NamedTuple):
    """A row of the log: an event, or the same one again. `number` tells events apart, in order, and is
    the same for a duplicate; devices are numbered for each person."""

    time: int
    number: int
    received: int
    person: int
    known: bool
    device: int
    session: int
    event: str
    properties: Properties


class Merge(NamedTuple):
    """The moment in which the first device of a person, unknown until then, was tied to a user id."""

    time: int
    person: int


@dataclass(frozen=True, slots=True)
class Log:
    """All there is to write; `rows` are in the order of their times."""

    rows: list[Row]
    merges: list[Merge]
    customers: list[Customer]
    answers: list[Answer]
    tickets: list[Ticket]
    deals: list[Deal]
    truth: dict[str, object]


def log_of(seed: int, scale: float = 1.0) -> Log:
    """Make the log of a seed; `scale` 1.0 has the levels of the example atlas.

    The same seed and scale give the same log on every machine and version of Python from 3.11 on.
    """
    registry, sheet = Registry(), Sheet()
    begun, paid = trials(registry, Random(f"{seed} trials"), scale)
    found = deals(registry, Random(f"{seed} deals"), scale)
    payers = customers(registry, paid, signed(found), Random(f"{seed} customers"), scale)
    asked, answered = recommendations(sheet, payers, Random(f"{seed} recommendations"), scale)
    efforts(sheet, begun, Random(f"{seed} efforts"))
    cases = tickets(sheet, begun, payers, Random(f"{seed} tickets"), scale)
    bots(registry, Random(f"{seed} bots"), scale, BOT)
    rows, merges, counts = _rows(registry.people, Random(f"{seed} dirt"))
    truth: dict[str, object] = {
        "seed": seed,
        "scale": scale,
        "release": HONEST_PRICE.day.isoformat(),
        "opportunity": HONEST_PRICE.opportunity,
        "paid_next": {"before": HONEST_PRICE.before, "after": HONEST_PRICE.after},
        "back_to_prices_next": {"before": BACK_TO_PRICES.before, "after": BACK_TO_PRICES.after},
        "outage": list(OUTAGE),
        "nps_of_asked": _nps(asked),
        "nps_of_answers": _nps(answered),
        "merges": len(merges),
        **counts,
    }
    answers = sorted(sheet.answers, key=lambda answer: (answer.time, answer.number))
    return Log(rows, merges, payers, answers, cases, found, truth)


def _nps(scores: list[int]) -> float | None:
    if not scores:
        return None
    return round(100 * (sum(s > 8 for s in scores) - sum(s < 7 for s in scores)) / len(scores), 1)


def _rows(people: list[Person], random: Random) -> tuple[list[Row], list[Merge], dict[str, int]]:
    """The rows of all people by time, the merges, and how many rows are untidy in which way.

    The people have done nothing any more: their events would fill as much memory again.
    """
    rows: list[Row] = []
    merges: list[Merge] = []
    late = again = of_bots = 0
    number = 0
    for person in people:
        bot = person.shared["user_agent"] == BOT
        unknown = False
        for time, session, done in _in_order(person, random):
            number += 1
            if done.known and unknown and done.device == 0:
                merges.append(Merge(time, person.number))
            unknown = not done.known
            delay = int(random.random() * 4)
            if random.random() < LATE:
                delay = min(int(random.lognormvariate(0, 1.2) * 5 * HOUR) + 5 * MINUTE, LATEST)
                late += 1
            _, device, event, properties, known = done
            rows.append(Row(time, number, time + delay, person.number, known, device, session, event, properties))
            of_bots += bot
            if random.random() < TWICE:
                rows.append(rows[-1]._replace(received=time + delay + 30 + int(random.random() * 600)))
                again += 1
        person.done = []
    rows.sort()
    _number(rows)
    counts = {"events": number, "rows": len(rows), "bot_events": of_bots, "late": late, "duplicates": again}
    merges.sort()
    return rows, merges, counts


def _number(rows: list[Row]) -> None:
    """Number the events in the order of the rows: a duplicate comes right after what it repeats."""
    number = old = 0
    for place, row in enumerate(rows):
        number += row.number != old
        old = row.number
        rows[place] = row._replace(number=number)


def _in_order(person: Person, random: Random) -> Iterator[tuple[int, int, Done]]:
    """A person's events in the log's time: each with its time by a clock that is up to 2 seconds off, and its session.

    No event has the same name and time as another of the same person, so that a duplicate can be told in every format.
    """
    last, seen, sessions = 0, dict[str, int](), dict[int, tuple[int, int]]()
    for done in sorted(person.done, key=lambda done: done.time):
        if not LOG_START <= done.time < LOG_END - 2:
            continue
        last = max(last + 1, done.time)
        start, before = sessions.get(done.device, (0, 0))
        if last - before > PAUSE:
            start = last
        sessions[done.device] = start, last
        time = last
        if random.random() < SKEWED and person.shared["user_agent"] != BOT:
            time += (-2, -1, 1, 2)[int(random.random() * 4)]
        time = max(time, seen.get(done.event, 0) + 1, LOG_START)
        seen[done.event] = time
        yield time, start, done
