"""Customers: their plans with every change of seats, the invoices they pay, and what they do in the product."""

from random import Random
from typing import NamedTuple

from tools.event_log.clock import (
    DAY,
    HISTORY_START,
    HOUR,
    LOG_END,
    LOG_START,
    MONTH_STARTS,
    awake,
    month_of,
    think,
)
from tools.event_log.levels import GROWING_SEATS, LOSS, RECOMMENDING, SETTLING, SHRINKING_SEATS
from tools.event_log.people import CENTS, PLANS, Person, Registry, about, some_agent
from tools.event_log.trial import past_outage
from tools.event_log.visits import WARM_UP

AT_FIRST = {"small-firm": 1740, "growing-firm": 480, "enterprise": 27}
"""Customers a year before the log."""
A_MONTH = {"small-firm": 68, "growing-firm": 17, "enterprise": 5}
"""New customers a month before the log's first trials and deals."""
COMES_BACK = 0.3
"""Share of lost customers who start again some months later: firms that stop for the winter."""
SEATS = {"small-firm": (2, 40, 13), "growing-firm": (12, 180, 30), "enterprise": (250, 900, 290)}
"""Fewest, most and the usual number of seats."""


class Term(NamedTuple):
    """Part of a customer's plan in which nothing changed: `end` is None while it goes on; `cents` are for a month."""

    start: int
    end: int | None
    seats: int
    cents: int


class Customer:
    """A person who pays, with the terms of the plan in order."""

    def __init__(self, person: Person, start: int, seats: int) -> None:
        self.person = person
        self.plan = PLANS[person.segment]
        self.terms = [Term(start, None, seats, seats * CENTS[person.segment])]

    @property
    def segment(self) -> str:
        return self.person.segment

    def term_at(self, time: int) -> Term | None:
        """The term that covers a second."""
        return next((term for term in self.terms if term.start <= time < (term.end or LOG_END)), None)

    def change(self, time: int, seats: int) -> None:
        """Go on with another number of seats."""
        self.stop(time)
        self.terms.append(Term(time, None, seats, seats * CENTS[self.segment]))

    def stop(self, time: int) -> None:
        """End the last term."""
        self.terms[-1] = self.terms[-1]._replace(end=time)


def some_seats(segment: str, random: Random) -> int:
    """A number of seats that is usual in a segment."""
    least, most, usual = SEATS[segment]
    return min(max(int(random.lognormvariate(0, 0.4) * usual), least), most)


def old_customers(registry: Registry, random: Random, scale: float) -> list[Customer]:
    """Those of before: customers at the start of the history, and new ones until the first trials that are followed."""
    found = []
    for segment in AT_FIRST:
        starts = [HISTORY_START - int(random.random() * 900 * DAY) for _ in range(round(AT_FIRST[segment] * scale))]
        until = LOG_START - (WARM_UP - 16) * DAY if segment != "enterprise" else LOG_START - 20 * DAY
        expected = A_MONTH[segment] * scale * (until - HISTORY_START) / (30.4 * DAY)
        starts += [
            HISTORY_START + int(random.random() * (until - HISTORY_START)) for _ in range(about(expected, random))
        ]
        for start in sorted(starts):
            person = registry.person(segment, some_agent(random), known=True)
            found.append(Customer(person, awake(start, random), some_seats(segment, random)))
    return found


def live(customer: Customer, random: Random) -> None:
    """Let the months go by: seats are added and removed, the plan ends, some come back."""
    start = customer.terms[0].start
    begin, segment = max(start, HISTORY_START), customer.segment
    least, most, _ = SEATS[segment]
    active = True
    for month in range(month_of(begin), len(MONTH_STARTS) - 1):
        first, end = max(MONTH_STARTS[month], begin + DAY), MONTH_STARTS[month + 1]
        time = first + int(random.random() * max(end - first, 1))
        share = max(end - first, 0) / (end - MONTH_STARTS[month])
        drawn = random.random()
        if time >= end or time >= LOG_END:
            continue
        if not active:
            continue
        if drawn < LOSS[segment].at(time) * share:
            leave(customer, time, random)
            active = customer.terms[-1].end is None
            begin = customer.terms[-1].start if active else begin
        elif drawn < share * (0.05 + GROWING_SEATS.at(time)) and drawn > 0.05 * share:
            seats = customer.terms[-1].seats
            resize(customer, time, min(most, seats + max(1, int(seats * random.uniform(0.1, 0.62)))))
        elif drawn > 1 - SHRINKING_SEATS.at(time) * share:
            seats = customer.terms[-1].seats
            resize(customer, time, max(least, seats - max(1, int(seats * random.uniform(0.1, 0.5)))))


def resize(customer: Customer, time: int, seats: int) -> None:
    """Change the number of seats, if it does change."""
    term = customer.terms[-1]
    if seats == term.seats or time <= term.start:
        return
    customer.change(time, seats)
    event = "seats_added" if seats > term.seats else "seats_removed"
    customer.person.does(time, event, plan=customer.plan, seats=seats)


def leave(customer: Customer, time: int, random: Random) -> None:
    """End the plan; some start again after a season."""
    customer.stop(time)
    customer.person.does(time, "plan_cancelled", plan=customer.plan)
    back = awake(time + 60 * DAY + think(50 * DAY, random), random)
    if random.random() < COMES_BACK and back < LOG_END:
        term = customer.terms[-1]
        customer.terms.append(term._replace(start=back, end=None))


def pay(customer: Customer, random: Random) -> None:
    """Pay an invoice in each month of the log, in its first days; the first one was paid when the plan began."""
    number = 1 + max(0, (LOG_START - customer.terms[0].start) // (30 * DAY))
    for first in MONTH_STARTS[month_of(LOG_START) : -1]:
        time = past_outage(awake(first + 6 * HOUR + int(random.random() ** 3 * 9 * DAY), random), random)
        term = customer.term_at(time)
        if term is None or customer.terms[0].start >= first - 3 * DAY:
            continue
        number += 1
        order_id = f"i{customer.person.number}-{number}"
        customer.person.does(
            time,
            "invoice_paid",
            plan=customer.plan,
            seats=term.seats,
            order_id=order_id,
            number=number,
            amount=term.cents,
        )


def work(customer: Customer, random: Random) -> None:
    """Use the board about once a week while the plan goes on; settle after sixty days; recommend."""
    person, start = customer.person, customer.terms[0].start
    time = start
    while True:
        time = past_outage(awake(time + int(random.uniform(4, 10) * DAY), random), random)
        if time >= LOG_END:
            break
        if customer.term_at(time) is not None and random.random() < 0.9:
            person.does(time, "board_used", plan=customer.plan)
    settled = past_outage(awake(start + 60 * DAY, random), random)
    if customer.term_at(settled) is None or random.random() >= SETTLING.at(settled) or settled >= LOG_END:
        return
    person.does(settled, "settled", plan=customer.plan)
    recommended = past_outage(awake(settled + think(5 * DAY, random), random), random)
    if random.random() < RECOMMENDING.at(recommended) and recommended < LOG_END:
        person.does(recommended, "recommended", plan=customer.plan)


def customers(
    registry: Registry, paid: list[tuple[Person, int]], signed: list[tuple[Person, int]], random: Random, scale: float
) -> list[Customer]:
    """All who ever paid: the old ones, those whose trial ended well, and enterprises that signed."""
    new = [Customer(person, time, _bought(person, random)) for person, time in paid]
    contracts = [Customer(person, time, some_seats("enterprise", random)) for person, time in signed]
    old = old_customers(registry, random, scale)
    for customer in (*old, *new, *contracts):
        live(customer, random)
        pay(customer, random)
    for customer in new:
        work(customer, random)
    return [*old, *new, *contracts]


def _bought(person: Person, random: Random) -> int:
    """The seats of the first invoice."""
    seats = [done.properties.get("seats") for done in person.done if done.event == "invoice_paid"]
    return seats[-1] if seats and isinstance(seats[-1], int) else some_seats(person.segment, random)
