"""Short ways to write a log by hand: `log("ana: visit 0, trial 60")` with times in minutes after a Monday morning."""

from datetime import UTC, datetime, timedelta

from measure.support_oracle import Event, Value

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """The moment so many minutes after Monday, 2 March 2026, 08:00 UTC."""
    return MONDAY + timedelta(minutes=minutes)


def log(*people: str, **properties: Value) -> list[Event]:
    """Events written as `name: event minutes [key=value …], …`; a session is written as `name/session`.

    All events have `properties` too. Ids are in the order in which the events are written.
    """
    found: list[Event] = []
    for line in people:
        person, _, rest = line.partition(": ")
        name, _, session = person.partition("/")
        for part in rest.split(", "):
            event, minutes, *stated = part.split()
            own = {**properties, **dict(one.split("=") for one in stated)}
            number = f"{len(found):04d}"
            found.append(Event(name, event, at(float(minutes)), session or None, own, number))
    return found
