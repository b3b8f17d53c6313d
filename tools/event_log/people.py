"""People of the log: who they are, on which devices they come, and what they have done."""

from dataclasses import dataclass, field
from math import exp
from random import Random
from typing import NamedTuple

Properties = dict[str, str | int]

SEGMENTS = ("small-firm", "growing-firm", "enterprise")
AGENTS = ("Mozilla/5.0 Firefox", "Mozilla/5.0 Chrome", "Mozilla/5.0 Safari")
BOT = "BrackenWatch/2.1 (bot; +https://example.com/bot)"
PLANS = {"small-firm": "studio", "growing-firm": "team", "enterprise": "enterprise"}
CENTS = {"small-firm": 650, "growing-firm": 620, "enterprise": 250}
"""A seat's price for a month."""


class Done(NamedTuple):
    """Something that a person did: when, on which device, whether signed in."""

    time: int
    device: int
    event: str
    properties: Properties
    known: bool


@dataclass(slots=True)
class Person:
    """A person, who has a user id once `known`. Devices are numbered from 0 for each person."""

    number: int
    segment: str
    shared: Properties
    known: bool = False
    done: list[Done] = field(default_factory=list)

    def does(self, time: int, event: str, device: int = 0, **properties: str | int) -> None:
        """Note an event, on the first device unless the second is named."""
        held = {**self.shared, **properties} if properties else self.shared
        self.done.append(Done(time, device, event, held, self.known))


class Registry:
    """Gives people and devices their numbers, and keeps all of them."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._shared: dict[tuple[str, str], Properties] = {}

    def person(self, segment: str, agent: str, *, known: bool = False) -> Person:
        """Add a person with one device; people of one segment and agent share their properties."""
        shared = self._shared.setdefault((segment, agent), {"segment": segment, "user_agent": agent})
        person = Person(len(self.people) + 1, segment, shared, known)
        self.people.append(person)
        return person


def some_segment(random: Random, small: float, growing: float) -> str:
    """A segment, with the probabilities of the first two."""
    drawn = random.random()
    return SEGMENTS[0] if drawn < small else SEGMENTS[1] if drawn < small + growing else SEGMENTS[2]


def some_agent(random: Random) -> str:
    """A browser."""
    return AGENTS[int(random.random() * 3)]


def about(mean: float, random: Random) -> int:
    """How many come when `mean` are expected: a Poisson number, or one near to it if it is large."""
    if mean > 30:
        return max(0, round(random.gauss(mean, mean**0.5)))
    count, left = 0, random.random()
    while left > exp(-mean):
        count, left = count + 1, left * random.random()
    return count
