"""Paths that people take, and how they compare with the steps of a map."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from measure.support_oracle_log import Event, Step, by_person

Path = tuple[str, ...]


def collapsed(names: Sequence[str]) -> list[str]:
    """The names without repetitions that follow one another: a, a, b, a becomes a, b, a."""
    found: list[str] = []
    for name in names:
        if not found or found[-1] != name:
            found.append(name)
    return found


def paths(
    events: Sequence[Event],
    length: int,
    start: Step | None = None,
    to: Step | None = None,
    *,
    sessions: bool = False,
    since: datetime | None = None,
    before: datetime | None = None,
) -> list[tuple[Path, int]]:
    """The commonest paths with how many people (or sessions) took each, by number and then by their names.

    A path is the names of a person's events in order, repetitions collapsed and then cut:
    - with `start`, from the first event that matches it on; who has none is left out;
    - with `to`, up to and with the first event (from there on) that matches it; who has none is left out; of a longer
      path the last `length` names stay, because what matters is how they came there;
    - without `to`, the first `length` names stay.

    `since` and `before` keep the people whose first event of the path, or with `to` whose last, is not earlier and is
    earlier.
    """
    found: dict[Path, int] = {}
    for own in by_person(events, sessions=sessions).values():
        chosen = _between(own, start, to)
        if not chosen:
            continue
        anchor = chosen[-1].time if to is not None else chosen[0].time
        if (since is not None and anchor < since) or (before is not None and anchor >= before):
            continue
        names = collapsed([event.event for event in chosen])
        path = tuple(names[-length:] if to is not None else names[:length])
        found[path] = found.get(path, 0) + 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def _between(own: Sequence[Event], start: Step | None, to: Step | None) -> list[Event]:
    chosen = list(own)
    if start is not None:
        while chosen and not start.matches(chosen[0]):
            chosen.pop(0)
    if to is None:
        return chosen
    for place, event in enumerate(chosen):
        if to.matches(event):
            return chosen[: place + 1]
    return []


@dataclass
class AgainstMap:
    """What people did beside what the map says.

    - `people`: for each step of the map how many people have an event of it; a step without events of its own is not
      here;
    - `unreached`: steps that have events and nobody had one;
    - `unmapped`: names of events of no step, with how many events and how many people;
    - `loops`: from a later step back to an earlier one, with how often and by how many people;
    - `several`: people with at least two different steps; `followed`: those of them who never went back.
    """

    people: dict[str, int] = field(default_factory=dict)
    unreached: list[str] = field(default_factory=list)
    unmapped: dict[str, tuple[int, int]] = field(default_factory=dict)
    loops: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    several: int = 0
    followed: int = 0


def against_map(events: Sequence[Event], steps: Sequence[tuple[str, Sequence[Step]]]) -> AgainstMap:
    """Compare people's events with the steps of a map, given as (id, what matches) in the order of the map.

    An event belongs to the first step that it matches. A person's steps are those of the events in order, events of no
    step left out and repetitions collapsed. To go back is to come from a step to one that stands earlier on the map;
    to leave steps out is not.
    """
    order = [name for name, _ in steps]
    found = AgainstMap()
    had: dict[str, set[tuple[str, ...]]] = {name: set() for name, matching in steps if matching}
    unmapped: dict[str, list[tuple[str, ...]]] = {}
    loops: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for person, own in by_person(events).items():
        walked = []
        for event in own:
            step = _step_of(event, steps)
            if step is None:
                unmapped.setdefault(event.event, []).append(person)
            else:
                had[step].add(person)
                walked.append(step)
        walked = collapsed(walked)
        back = 0
        for place in range(1, len(walked)):
            if order.index(walked[place]) < order.index(walked[place - 1]):
                back += 1
                loops.setdefault((walked[place - 1], walked[place]), []).append(person)
        if len(set(walked)) >= 2:
            found.several += 1
            found.followed += back == 0
    found.people = {name: len(people) for name, people in had.items()}
    found.unreached = [name for name, people in had.items() if not people]
    found.unmapped = {name: (len(people), len(set(people))) for name, people in sorted(unmapped.items())}
    found.loops = {pair: (len(people), len(set(people))) for pair, people in sorted(loops.items())}
    return found


def _step_of(event: Event, steps: Sequence[tuple[str, Sequence[Step]]]) -> str | None:
    for name, matching in steps:
        if any(step.matches(event) for step in matching):
            return name
    return None
