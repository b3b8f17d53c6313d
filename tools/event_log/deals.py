"""Deals with enterprises: from the request for a demo over the security review to the contract, or to nothing."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from tools.event_log.clock import DAY, FIRST_MONTH, HOUR, LAST_MONTH, LOG_END, MINUTE, awake, moment_in, think
from tools.event_log.levels import DEMOS, SECURITY_DAYS, SIGNING, level
from tools.event_log.people import Person, Registry, about, some_agent
from tools.event_log.visits import day_weights

STAGES = ("Demo requested", "Scope and price", "Security review", "Security approved", "Contract sent")
WON, LOST = "Closed won", "Closed lost"
BEFORE = 210
"""Days before the log in which deals begin, so that its first months have their contracts."""


class Deal(NamedTuple):
    """A deal: when each stage was entered, in order, and its yearly amount in cents."""

    number: int
    person: Person
    firm: str
    entered: tuple[tuple[str, int], ...]
    cents: int


def deals(registry: Registry, random: Random, scale: float) -> list[Deal]:
    """The deals of two years and of the months before, by the day of the request."""
    found: list[Deal] = []
    first = max(FIRST_MONTH - timedelta(days=BEFORE), date(2024, 1, 1))
    for midnight, weight in day_weights(first, LAST_MONTH + timedelta(days=31)):
        for _ in range(about(level(DEMOS, midnight) * weight * scale, random)):
            time = awake(moment_in(midnight, random), random)
            if time >= LOG_END:
                continue
            person = registry.person("enterprise", some_agent(random))
            person.does(time - 5 * MINUTE, "site_visited")
            person.does(time - 4 * MINUTE, "pricing_viewed")
            person.known = True
            person.does(time, "demo_requested")
            firm = f"Example Works {len(found) + 1}"
            entered = tuple((stage, moment) for stage, moment in _course(time, random) if moment < LOG_END)
            found.append(Deal(len(found) + 1, person, firm, entered, int(random.uniform(90, 420)) * 10_000))
    return found


def _course(time: int, random: Random) -> list[tuple[str, int]]:
    """The stages that a deal comes to, each with its moment."""
    found = [(STAGES[0], time)]
    time = awake(time + 4 * HOUR + think(4 * DAY, random), random)
    if random.random() > 0.85:
        return [*found, (LOST, time)]
    found.append((STAGES[1], time))
    time = awake(time + DAY + think(7 * DAY, random), random)
    if random.random() > 0.64:
        return [*found, (LOST, time)]
    found.append((STAGES[2], time))
    lasted = SECURITY_DAYS.at(time) * random.lognormvariate(0, 0.22)
    time = awake(time + int(lasted * DAY), random)
    signing = SIGNING.at(time)
    if random.random() > 0.5 + signing / 2:
        return [*found, (LOST, time)]
    found.append((STAGES[3], time))
    time = awake(time + DAY + think(3 * DAY, random), random)
    found.append((STAGES[4], time))
    time = awake(time + DAY + think(5 * DAY, random), random)
    won = random.random() < signing / (0.5 + signing / 2)
    return [*found, (WON if won else LOST, time)]


def signed(found: list[Deal]) -> list[tuple[Person, int]]:
    """Who became a customer by contract, and when."""
    return [(deal.person, deal.entered[-1][1]) for deal in found if deal.entered[-1][0] == WON]
