"""Funnels, computed by trying every way that an event may begin one.

The words of `Funnel` are those of the analytics vendors. What is computed:

- A step matches an event by name and properties. The **entry** is the event of step 1 (with order "any": of any step).
- **entry "first"**: the first matching event of the person in the whole log, and no other. **"any"**: each matching
  event begins an attempt; the attempt that gets furthest counts, the earliest of equals.
- **order "between"**: other events may lie between. Step k is the earliest event that matches, whose time is later
  than that of step k-1 minus `grace`, not later than entry + `window`, and that is not already one of the steps: a
  step that names the same event twice needs two. Without grace two events of the same time do not follow each other.
  **"strict"**: step k must be the very next event of the person, whatever that is, in the order of the log. **"any"**:
  the events from the entry on, in order and up to entry + window, each take the first step that they match and that is
  not taken; reached is how many are taken, and the time of the k-th is that at which k were taken. Grace plays a part
  in "between" alone.
- **hold**: properties whose values must be those of the entry in all steps; an entry must have all of them.
- **exclude**: if an event that matches lies strictly later than the entry and strictly earlier than the last step of
  the funnel, or than entry + window if that step is not reached, the attempt does not count; a person without an
  attempt that counts is taken out of the whole funnel (PostHog). With `until="reached"` the limit is the last step
  that was reached.
- **sessions**: the same for each session of each person; all events of a funnel then lie in one session.
- Period and segment are those of the entry. A person whose entry + window is later than the end of the log is
  **pending** and counts in nothing else, converted or excluded or not. The end of the log is the time of its last
  event.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Literal

from measure.support_oracle_log import (
    Cell,
    Event,
    Step,
    Unit,
    by_person,
    end_of_log,
    period_of,
    quantile,
    seconds_between,
    segment_of,
)


@dataclass(frozen=True)
class Funnel:
    """The definition of a funnel, see above."""

    steps: Sequence[Step]
    window: timedelta
    order: Literal["between", "strict", "any"] = "between"
    entry: Literal["first", "any"] = "first"
    grace: timedelta = timedelta(0)
    exclude: Step | None = None
    until: Literal["window", "reached"] = "window"
    hold: Sequence[str] = ()
    sessions: bool = False


@dataclass(frozen=True)
class Attempt:
    """One way through a funnel: the entry, and the time of each step reached, the entry's being the first."""

    entry: Event
    times: tuple[datetime, ...]
    excluded: bool

    @property
    def reached(self) -> int:
        """How many steps were reached, at least 1."""
        return len(self.times)


@dataclass
class Reached:
    """A row of a funnel: people at each step, those left out, and seconds from the entry to each step, ascending.

    With grace a step may lie before the entry; its time then counts as 0 seconds.
    """

    people: list[int]
    seconds: list[list[Fraction]]
    pending: int = 0
    excluded: int = 0

    def of_first(self, step: int) -> tuple[int, int]:
        """People at a step (counted from 1), and at the first."""
        return self.people[step - 1], self.people[0]

    def of_previous(self, step: int) -> tuple[int, int]:
        """People at a step (counted from 2), and at the one before."""
        return self.people[step - 1], self.people[step - 2]

    def median(self, step: int) -> float:
        """Median seconds from the entry to a step, of those who reached it."""
        return quantile(self.seconds[step - 1], "0.5")

    def p90(self, step: int) -> float:
        """The seconds within which nine of ten of those who reached a step reached it."""
        return quantile(self.seconds[step - 1], "0.9")


@dataclass
class Held:
    """What an entry holds constant."""

    names: Sequence[str]
    values: list[object] = field(default_factory=list)

    def same(self, event: Event) -> bool:
        """Whether the event has the values of the entry."""
        return [event.properties.get(name) for name in self.names] == self.values


def funnel(
    events: Sequence[Event],
    definition: Funnel,
    unit: Unit,
    zone: str,
    segment: str | None = None,
    end: datetime | None = None,
) -> dict[Cell, Reached]:
    """The rows of a funnel by period and segment of the entry."""
    limit = end or end_of_log(events)
    found: dict[Cell, Reached] = {}
    for own in by_person(events, sessions=definition.sessions).values():
        attempt = attempt_of(own, definition)
        if attempt is None:
            continue
        cell = (period_of(attempt.entry.time, unit, zone), segment_of(attempt.entry, segment))
        if cell not in found:
            found[cell] = Reached([0] * len(definition.steps), [[] for _ in definition.steps])
        row = found[cell]
        if attempt.entry.time + definition.window > limit:
            row.pending += 1
        elif attempt.excluded:
            row.excluded += 1
        else:
            for number, time in enumerate(attempt.times):
                row.people[number] += 1
                row.seconds[number].append(max(Fraction(0), seconds_between(attempt.entry.time, time)))
    for row in found.values():
        for seconds in row.seconds:
            seconds.sort()
    return found


def attempt_of(own: Sequence[Event], definition: Funnel) -> Attempt | None:
    """The attempt of one person (or session) that counts, or None without an entry.

    Of several the one that gets furthest and is not excluded, the earliest of equals; if all are excluded, the first
    of them.
    """
    attempts = []
    for place, event in enumerate(own):
        if is_entry(event, definition):
            attempts.append(attempt_from(own, place, definition))
            if definition.entry == "first":
                break
    if not attempts:
        return None
    best = None
    for attempt in attempts:
        if not attempt.excluded and (best is None or attempt.reached > best.reached):
            best = attempt
    return attempts[0] if best is None else best


def is_entry(event: Event, definition: Funnel) -> bool:
    """Whether an event may begin the funnel."""
    for name in definition.hold:
        if event.properties.get(name) is None:
            return False
    if definition.order == "any":
        return any(step.matches(event) for step in definition.steps)
    return definition.steps[0].matches(event)


def attempt_from(own: Sequence[Event], place: int, definition: Funnel) -> Attempt:
    """How far the attempt gets that begins with the event at `place`."""
    entry = own[place]
    held = Held(definition.hold, [entry.properties.get(name) for name in definition.hold])
    last = entry.time + definition.window
    if definition.order == "strict":
        times = _strict(own, place, definition, held, last)
    elif definition.order == "any":
        times = _any(own, place, definition, held, last)
    else:
        times = _between(own, place, definition, held, last)
    return Attempt(entry, tuple(times), _is_excluded(own, entry, times, definition))


def _between(own: Sequence[Event], place: int, definition: Funnel, held: Held, last: datetime) -> list[datetime]:
    times, used = [own[place].time], {place}
    for step in definition.steps[1:]:
        following = None
        for number, event in enumerate(own):
            in_time = times[-1] - definition.grace < event.time <= last
            if following is None and in_time and number not in used and step.matches(event) and held.same(event):
                following = number
        if following is None:
            break
        used.add(following)
        times.append(own[following].time)
    return times


def _strict(own: Sequence[Event], place: int, definition: Funnel, held: Held, last: datetime) -> list[datetime]:
    times = [own[place].time]
    for number, step in enumerate(definition.steps[1:], start=place + 1):
        if number >= len(own) or own[number].time > last:
            break
        if not step.matches(own[number]) or not held.same(own[number]):
            break
        times.append(own[number].time)
    return times


def _any(own: Sequence[Event], place: int, definition: Funnel, held: Held, last: datetime) -> list[datetime]:
    times: list[datetime] = []
    taken: set[int] = set()
    for event in own[place:]:
        if event.time > last or not held.same(event):
            continue
        for number, step in enumerate(definition.steps):
            if number not in taken and step.matches(event):
                taken.add(number)
                times.append(event.time)
                break
    return times


def _is_excluded(own: Sequence[Event], entry: Event, times: Sequence[datetime], definition: Funnel) -> bool:
    if definition.exclude is None:
        return False
    limit = times[-1]
    if definition.until == "window" and len(times) < len(definition.steps):
        limit = entry.time + definition.window
    return any(definition.exclude.matches(event) and entry.time < event.time < limit for event in own)
