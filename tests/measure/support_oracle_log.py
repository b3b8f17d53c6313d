"""The log that the independent figures are computed over, with counts, shares and times between two events.

Everything here is written to be read, not to be fast, and shares no code with the product. Whoever computes the same
figures in another way has to agree to the last digit, so each docstring says exactly what is computed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Literal
from zoneinfo import ZoneInfo

Unit = Literal["day", "week", "month"]
Value = str | int | float | None


@dataclass(frozen=True)
class Event:
    """Something that a person did, once: duplicates are gone, identities are merged, and the time is in UTC.

    Events are in the order of their times; of equal times in the order of `id`, which is unique.
    """

    person: str
    event: str
    time: datetime
    session: str | None = None
    properties: Mapping[str, Value] = field(default_factory=dict)
    id: str = ""


@dataclass(frozen=True)
class Step:
    """What an event must be to match: its name, and the value of each property in `where`."""

    event: str
    where: Mapping[str, Value] = field(default_factory=dict)

    def matches(self, event: Event) -> bool:
        """Whether the event has the name and all values; a property that is absent is None."""
        if event.event != self.event:
            return False
        return all(event.properties.get(name) == value for name, value in self.where.items())


Cell = tuple[date, Value]
"""First day of a period, and a segment: None where nobody is told apart, or where the event does not say."""


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events by time, and by id where times are equal."""
    return sorted(events, key=lambda event: (event.time, event.id))


def by_person(events: Iterable[Event], *, sessions: bool = False) -> dict[tuple[str, ...], list[Event]]:
    """The events of each person in order; or of each session of a person, events without a session left out."""
    found: dict[tuple[str, ...], list[Event]] = {}
    for event in in_order(events):
        if not sessions:
            found.setdefault((event.person,), []).append(event)
        elif event.session is not None:
            found.setdefault((event.person, event.session), []).append(event)
    return found


def period_of(time: datetime, unit: Unit, zone: str) -> date:
    """The first local day of the period that holds a moment; a week begins on Monday.

    A period is from its first local midnight up to, but without, that of the next one.
    """
    local = time.astimezone(ZoneInfo(zone)).date()
    if unit == "day":
        return local
    if unit == "week":
        return local - timedelta(days=local.weekday())
    return local.replace(day=1)


def next_period(first: date, unit: Unit) -> date:
    """The first day of the period after the one that begins on `first`."""
    if unit == "day":
        return first + timedelta(days=1)
    if unit == "week":
        return first + timedelta(days=7)
    return (first + timedelta(days=31)).replace(day=1)


def start_of(first: date, zone: str) -> datetime:
    """The moment in which a local day begins."""
    return datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(zone))


def end_of_log(events: Iterable[Event]) -> datetime:
    """The time of the last event: what would have come later is not known."""
    return max(event.time for event in events)


def segment_of(event: Event, segment: str | None) -> Value:
    """The segment of an event: the value of that property, or None."""
    if segment is None:
        return None
    return event.properties.get(segment)


def quantile(values: Sequence[Fraction | int], share: str) -> float:
    """The quantile by linear interpolation between neighbours, as numpy's default, computed with fractions.

    Of n values in order the quantile q is at the place (n - 1) · q, counted from 0. `share` is a text, as "0.9",
    because 0.9 as a float is not nine tenths.
    """
    ordered = sorted(values)
    place = (len(ordered) - 1) * Fraction(share)
    lower = int(place)
    upper = min(lower + 1, len(ordered) - 1)
    return float(ordered[lower] + (ordered[upper] - ordered[lower]) * (place - lower))


def seconds_between(earlier: datetime, later: datetime) -> Fraction:
    """The seconds from one moment to another, exactly."""
    microseconds = (later - earlier) // timedelta(microseconds=1)
    return Fraction(microseconds, 1_000_000)


def count(
    events: Iterable[Event],
    steps: Sequence[Step],
    of: Literal["events", "people", "sessions"],
    unit: Unit,
    zone: str,
    segment: str | None = None,
) -> dict[Cell, int]:
    """How many events match any of the steps, or how many people or sessions have at least one, by period and segment.

    A person who comes in two periods or has two segments counts in both. A session is one of a person: the same
    session id of two people is two sessions, and events without a session are in none.
    """
    found: dict[Cell, set[tuple[str | None, ...]]] = {}
    for number, event in enumerate(in_order(events)):
        if not any(step.matches(event) for step in steps):
            continue
        cell = (period_of(event.time, unit, zone), segment_of(event, segment))
        if of == "events":
            found.setdefault(cell, set()).add((str(number),))
        elif of == "people":
            found.setdefault(cell, set()).add((event.person,))
        elif event.session is not None:
            found.setdefault(cell, set()).add((event.person, event.session))
    return {cell: len(held) for cell, held in found.items()}


def ratio(above: Mapping[Cell, int], below: Mapping[Cell, int]) -> dict[Cell, tuple[int, int]]:
    """Numerator and denominator of each cell that has a denominator above 0; without a numerator it is 0."""
    return {cell: (above.get(cell, 0), number) for cell, number in below.items() if number > 0}


@dataclass
class Durations:
    """Seconds between two events, ascending; how many did not come to the second, and how many still have time."""

    seconds: list[Fraction] = field(default_factory=list)
    without: int = 0
    pending: int = 0

    @property
    def median(self) -> float:
        """The middle value."""
        return quantile(self.seconds, "0.5")

    @property
    def p90(self) -> float:
        """The value that nine of ten do not exceed."""
        return quantile(self.seconds, "0.9")


def time_between(
    events: Sequence[Event],
    first: Step,
    second: Step,
    unit: Unit,
    zone: str,
    segment: str | None = None,
    window: timedelta | None = None,
    by: Literal["first", "second"] = "first",
    end: datetime | None = None,
    took: Callable[[datetime, datetime], Fraction] = seconds_between,
) -> dict[Cell, Durations]:
    """How long people take from their first event that matches `first` to the next that matches `second`.

    The second event is the earliest one that is later than the first (equal times do not count) and, with a window,
    not later than first + window. Each person counts once, in the period of the first or of the second event; the
    segment is that of the first event.

    With a window, a person whose first event + window is later than the end of the log is pending and counts in
    nothing else, even if the second event is there. Without a window nobody is pending. With `by="second"` people
    without a second event stand in the period of their first one. `took` says how long it is from one event to
    another.
    """
    limit = end or end_of_log(events)
    found: dict[Cell, Durations] = {}
    for own in by_person(events).values():
        begun = _first_that(own, first.matches)
        if begun is None:
            continue
        cell = (period_of(begun.time, unit, zone), segment_of(begun, segment))
        if window is not None and begun.time + window > limit:
            found.setdefault(cell, Durations()).pending += 1
            continue
        ended = None
        for event in own:
            in_time = window is None or event.time <= begun.time + window
            if ended is None and second.matches(event) and event.time > begun.time and in_time:
                ended = event
        if ended is None:
            found.setdefault(cell, Durations()).without += 1
            continue
        if by == "second":
            cell = (period_of(ended.time, unit, zone), segment_of(begun, segment))
        found.setdefault(cell, Durations()).seconds.append(took(begun.time, ended.time))
    for durations in found.values():
        durations.seconds.sort()
    return found


def _first_that(events: Iterable[Event], is_it: Callable[[Event], bool]) -> Event | None:
    for event in events:
        if is_it(event):
            return event
    return None
