"""Cases of support: asked, answered by a person, solved, and rated by some."""

from random import Random
from typing import NamedTuple

from tools.event_log.answers import Sheet, comment_on
from tools.event_log.clock import (
    DAY,
    HOUR,
    LOG_END,
    LOG_START,
    MINUTE,
    MONTH_STARTS,
    after_working,
    awake,
    moment_in,
    month_of,
    think,
)
from tools.event_log.customers import Customer
from tools.event_log.levels import FIRST_ANSWER, GOOD_SUPPORT, OUTAGE, TICKETS, TOLD_TWICE, level
from tools.event_log.people import Person, about

SAMPLE = 200
"""Cases that two people read in each month."""
SUBJECTS = ("Calendar does not sync", "Invoice without our VAT number", "How do I invite a guest?",
            "Import swaps dates", "A colleague left, we still pay",
            "Where are closed cards?", "Single sign-on loops")  # fmt: skip
DESCRIPTIONS = (
    "Since yesterday nothing moves.",
    "Hello Tomasz, it is broken again. Please call +49 30 5550 0177.",
    "Our accountant, accounts@example.com, needs it by Friday.",
    "We see the old plan on one screen and the new one on the other.",
    "Dear Ms Sample, this is the third time that I write.",
)
CHANNELS = ("chat", "email", "web")


class Ticket(NamedTuple):
    """A case: seconds of its moments, `working` the seconds of support's hours until the first answer."""

    number: int
    person: Person
    created: int
    answered: int
    working: int
    solved: int | None
    score: int | None
    comment: str
    subject: str
    description: str
    channel: str
    tags: tuple[str, ...]


def asked(begun: list[Person], customers: list[Customer], random: Random, scale: float) -> list[tuple[int, Person]]:
    """Who asked support, and when: people in a trial, and customers, most of all in the days after the outage."""
    found = [(done.time, person) for person in begun for done in person.done if done.event == "support_asked"]
    trials = [0] * len(MONTH_STARTS)
    for time, _ in found:
        trials[month_of(time)] += LOG_START <= time < LOG_END
    for month in range(month_of(LOG_START), len(MONTH_STARTS) - 1):
        start, end = MONTH_STARTS[month], MONTH_STARTS[month + 1]
        wanted = about(level(TICKETS, start) * scale, random) - trials[month]
        while wanted > 0:
            time = awake(moment_in(start + int(random.random() * ((end - start) // DAY)) * DAY, random), random)
            if start <= OUTAGE[0] < end and random.random() < 0.3:
                time = OUTAGE[0] + HOUR + int(random.random() * 10 * HOUR)
            customer = customers[int(random.random() * len(customers))]
            if time < end and customer.term_at(time) is not None:
                customer.person.does(time, "support_asked", plan=customer.plan)
                found.append((time, customer.person))
                wanted -= 1
    return sorted(((time, person) for time, person in found if LOG_START <= time < LOG_END), key=_by_time)


def _by_time(item: tuple[int, Person]) -> tuple[int, int]:
    return item[0], item[1].number


def tickets(sheet: Sheet, begun: list[Person], customers: list[Customer], random: Random, scale: float) -> list[Ticket]:
    """The cases of the log, in order; those who rate theirs also stand on the sheet of answers."""
    found: list[Ticket] = []
    read, month = 0, -1
    for number, (time, person) in enumerate(asked(begun, customers, random, scale), start=1):
        if month_of(time) != month:
            read, month = 0, month_of(time)
        working = max(3 * MINUTE, int(random.lognormvariate(0, 0.9) * FIRST_ANSWER.at(time) * HOUR))
        answered = after_working(time, working)
        done = awake(answered + 20 * MINUTE + think(DAY, random), random)
        solved = done if done < LOG_END else None
        score = _rating(time, random) if solved is not None and random.random() < 0.74 else None
        comment = comment_on(score, 5, random) if score is not None else ""
        if score is not None and solved is not None:
            sheet.add("csat", solved, person, score, comment)
        tags = [person.segment]
        if read < SAMPLE * scale:
            read += 1
            tags += ["read", "told-twice"] if random.random() < TOLD_TWICE.at(time) else ["read"]
        subject = SUBJECTS[int(random.random() ** 1.6 * len(SUBJECTS))]
        description = DESCRIPTIONS[int(random.random() * len(DESCRIPTIONS))]
        channel = CHANNELS[int(random.random() * 3)]
        found.append(
            Ticket(
                number,
                person,
                time,
                answered,
                working,
                solved,
                score,
                comment,
                subject,
                description,
                channel,
                tuple(tags),
            )
        )
    return found


def _rating(time: int, random: Random) -> int:
    """1 to 5: good or very good as often as the course says."""
    if random.random() < GOOD_SUPPORT.at(time):
        return 5 if random.random() < 0.6 else 4
    return (3, 3, 2, 1, 1)[int(random.random() * 5)]
