"""Visits to the website, and who begins a trial: after visits as an unknown person, or without any."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from tools.event_log.clock import (
    DAY,
    FIRST_MONTH,
    LAST_MONTH,
    LOG_END,
    MINUTE,
    MONTH_STARTS,
    MONTHS,
    WEEKDAYS,
    awake,
    days_between,
    local_midnight,
    moment_in,
    month_of,
    think,
)
from tools.event_log.levels import PRICING, TRIALS, VISITS, level
from tools.event_log.people import Person, Registry, about, some_agent, some_segment
from tools.event_log.trial import try_it

COMES_AGAIN = 0.38
VISITS_EACH = 1 / (1 - COMES_AGAIN)
MERGED = 0.4
"""Share of people with a user id whose earlier, unknown visits are tied to it."""
WARM_UP = 92
"""Days before the log in which trials begin, so that its first month has its payments."""
COUNTED = 12
"""Events of a bot, and seconds between them are the same every time."""


def day_weights(first: date, end: date) -> list[tuple[int, float]]:
    """Each day's first second, and its share of what comes in its month."""
    sums: dict[date, float] = {}
    for month, following in pairwise(MONTHS):
        sums[month] = sum(WEEKDAYS[day.weekday()] for day in days_between(month, following))
    days = days_between(first, end)
    return [(local_midnight(day), WEEKDAYS[day.weekday()] / sums[day.replace(day=1)]) for day in days]


def visit(person: Person, time: int, random: Random) -> int:
    """One visit of at most half an hour; the second of its last event."""
    person.does(time, "site_visited")
    drawn = random.random()
    if drawn < 0.05:
        time += min(think(35, random), 8 * MINUTE)
        person.does(time, "gallery_viewed")
    if random.random() < PRICING.at(time):
        time += min(think(40, random), 8 * MINUTE)
        person.does(time, "pricing_viewed")
        if drawn > 0.8:
            time += min(think(30, random), 8 * MINUTE)
            person.does(time, "seats_counted", seats=2 + int(random.random() * 24))
        if drawn > 0.92:
            time += min(think(60, random), 5 * MINUTE)
            person.does(time, "pricing_viewed")
    return time


def visitors(registry: Registry, random: Random, scale: float) -> list[tuple[Person, int]]:
    """People on the website; those of them who will begin a trial, and when."""
    starting = []
    first = FIRST_MONTH - timedelta(days=WARM_UP)
    for midnight, weight in day_weights(first, LAST_MONTH + timedelta(days=31)):
        trials = level(TRIALS, midnight) * weight * scale
        arrivals = level(VISITS, midnight) * weight * scale / VISITS_EACH
        merged = MERGED * trials / arrivals
        for _ in range(about(arrivals, random)):
            person = registry.person(some_segment(random, 0.7, 0.22), some_agent(random))
            time = moment_in(midnight, random)
            while time < LOG_END:
                time = visit(person, time, random)
                if random.random() > COMES_AGAIN:
                    break
                time = awake(time + 40 * MINUTE + think(2 * DAY, random), random)
            if random.random() < merged and time < LOG_END:
                starting.append((person, time + think(90, random)))
        for _ in range(about((1 - MERGED) * trials, random)):
            person = registry.person(some_segment(random, 0.8, 0.2), some_agent(random))
            starting.append((person, moment_in(midnight, random)))
    return starting


def trials(registry: Registry, random: Random, scale: float) -> tuple[list[Person], list[tuple[Person, int]]]:
    """Trials of people with and without earlier visits: everyone who began one, and who paid when."""
    begun, paid = [], []
    for person, time in visitors(registry, random, scale):
        if person.segment == "enterprise":
            person.segment = "growing-firm"
            person.done = [
                done._replace(properties={**done.properties, "segment": "growing-firm"}) for done in person.done
            ]
            person.shared = {**person.shared, "segment": "growing-firm"}
        person.known = True
        begun.append(person)
        payment = try_it(person, time, random)
        if payment is not None:
            paid.append((person, payment))
    return begun, paid


def bots(registry: Registry, random: Random, scale: float, bot: str) -> None:
    """Machines that look at the website in constant gaps: one event for nine of people."""
    for month in range(month_of(local_midnight(FIRST_MONTH)), len(MONTHS) - 1):
        start, end = MONTH_STARTS[month], MONTH_STARTS[month + 1]
        for _ in range(about(level(VISITS, start) * scale / 9 / COUNTED, random)):
            person = registry.person(some_segment(random, 0.7, 0.22), bot)
            gap = (5, 15, 30, 60, 600)[int(random.random() * 5)]
            time = start + int(random.random() * (end - start - COUNTED * 600))
            for number in range(COUNTED):
                person.does(time + number * gap, "pricing_viewed" if number % 3 == 2 else "site_visited")
