"""What is asked of a source to hold its events against a map: steps reached, ways, loops, and where people go."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import ibis

from mkdocs_journeys.measure.figures.query import how_many
from mkdocs_journeys.measure.periods import moment
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.measuring import ObservedJourney
from mkdocs_journeys.model.measuring.conditions import seconds_of
from mkdocs_journeys.model.measuring.observed import BETWEEN, GOAL, ObservedWay

MOST, LONGEST, NEXT = 20, 6, 3
"""How many ways, events and loops are told, of how many steps a way, and how many events after somebody left."""

Answers = Mapping[str, Sequence[Mapping[str, Any]]]


def ways_queries(
    definition: ObservedJourney, rows: Rows, order: Sequence[str], until: datetime
) -> dict[str, ibis.Table]:
    """An expression for each kind of row, and `all`: how many people there are.

    `order` are the ids of the steps of the map, in their order; `until` is the time of the source's last row.
    """
    window = timedelta(seconds=seconds_of(definition.window))
    since = moment(until - timedelta(seconds=seconds_of(definition.since)), rows.table.time)
    seen = _seen(definition, rows, order)
    seen = seen.filter(seen.counts & (seen.time > since))
    known = seen.filter(seen.place.notnull())
    moves = _moves(known)
    people = moves.group_by("person").agg(
        steps=moves.count(), returns=how_many(moves.number < moves.before), begins=moves.number.min()
    )
    several = people.filter(people.steps > 1)
    back = moves.filter(moves.number < moves.before)
    unmapped = seen.filter(seen.place.isnull())
    return {
        "all": seen.agg(people=seen.person.nunique()),
        "reached": known.group_by("place").agg(people=known.person.nunique()),
        "in-order": several.agg(people=how_many(several.returns == 0), of=several.count()),
        "back": _first(back.group_by("before", "number").agg(people=back.person.nunique()), "before", "number"),
        "unmapped": _first(unmapped.group_by("event").agg(people=unmapped.person.nunique()), "event"),
        "way": _ways(known, order, window),
        "left": _left(seen, known, order, window, until),
    }


def observations(
    definition: ObservedJourney, answers: Answers, order: Sequence[str], day: date
) -> Iterator[ObservedWay]:
    """The rows of a file, from the answers to the queries."""
    [everybody] = (int(row["people"] or 0) for row in answers["all"])
    mapped = [step for step in order if step in definition.steps]
    reached = {row["place"]: int(row["people"]) for row in answers["reached"]}
    for step in (*mapped, GOAL):
        yield ObservedWay(day, "reached", step, "", reached.get(step, 0), everybody)
    for row in answers["in-order"]:
        yield ObservedWay(day, "in-order", "", "", int(row["people"] or 0), int(row["of"] or 0))
    names = [*order, GOAL]
    for row in answers["back"]:
        yield ObservedWay(day, "back", names[row["before"]], names[row["number"]], int(row["people"]), everybody)
    for row in answers["unmapped"]:
        yield ObservedWay(day, "unmapped", "", _plain(row["event"]), int(row["people"]), everybody)
    for row in answers["way"]:
        yield ObservedWay(day, "way", "", _path(row, LONGEST), int(row["people"]), reached.get(GOAL, 0))
    gone = _totals(answers["left"])
    for row in answers["left"]:
        yield ObservedWay(day, "left", row["place"], _path(row, NEXT), int(row["people"]), gone[row["place"]])


def _seen(definition: ObservedJourney, rows: Rows, order: Sequence[str]) -> ibis.Table:
    """All rows with the step that each shows as `place`, none for most, and its `number` in the order of the map."""
    place: Any = ibis.null("string")
    number: Any = ibis.null("int64")
    chosen: list[tuple[str, int, Any]] = [(GOAL, len(order), rows.happening(definition.goal, ("goal",)))]
    for at, step in reversed(list(enumerate(order))):
        if step in definition.steps:
            chosen.append((step, at, rows.happening(definition.steps[step], ("steps", step))))
    for name, at, is_it in chosen:
        place, number = ibis.ifelse(is_it, name, place), ibis.ifelse(is_it, at, number)
    return rows.table.select("person", "time", "event", counts=rows.counted, place=place, number=number.cast("int64"))


def _moves(known: ibis.Table) -> ibis.Table:
    """The rows at which somebody comes to another step than the one before, whose number is `before`."""
    by_time = ibis.window(group_by=known.person, order_by=[known.time, known.number])
    with_former = known.mutate(before=known.number.lag().over(by_time))
    return with_former.filter(with_former.before.isnull() | (with_former.before != with_former.number))


def _ways(known: ibis.Table, order: Sequence[str], window: timedelta) -> ibis.Table:
    """The last steps before the first time that somebody came to the goal, as columns p0 (the last one), p1 …"""
    goals = known.filter(known.number == len(order))
    goals = goals.group_by(g_person=goals.person).agg(goal=goals.time.min())
    steps = known.filter(known.number < len(order))
    before = steps.join(goals, [steps.person == goals.g_person])
    near = before.time + ibis.interval(seconds=int(window.total_seconds())) >= before.goal
    before = before.filter((before.time <= before.goal) & near)
    moves = _moves(before.select("person", "time", "number", "place"))
    backwards = ibis.window(group_by=moves.person, order_by=[moves.time.desc(), moves.number.desc()])
    return _counted(moves.mutate(at=ibis.row_number().over(backwards)), "place", LONGEST)


def _left(seen: ibis.Table, known: ibis.Table, order: Sequence[str], window: timedelta, until: datetime) -> ibis.Table:
    """What those did next whose last step is longer ago than the window: the `place`, and columns p0, p1 …"""
    latest = known.group_by(l_person=known.person).agg(last=known.time.max(), furthest=known.number.max())
    latest = latest.filter((latest["last"] <= moment(until - window, latest["last"])) & (latest.furthest < len(order)))
    at = known.join(latest, [known.person == latest.l_person, known.time == latest["last"]])
    gone = at.group_by(g_person=at.person, left_at=at["last"]).agg(number=at.number.max())
    others = seen.filter(seen.place.isnull())
    after = gone.left_join(others.select("person", "time", "event"), [gone.g_person == others.person])
    is_later = (after.time > after.left_at).fill_null(False)
    later = after.filter(is_later).select(person="g_person", number="number", time="time", place="event")
    forwards = ibis.window(group_by=later.person, order_by=[later.time, later.place])
    later = later.mutate(before=later.place.lag().over(forwards))
    later = later.filter(later.before.isnull() | (later.before != later.place))
    forwards = ibis.window(group_by=later.person, order_by=[later.time, later.place])
    later = later.mutate(at=ibis.row_number().over(forwards))
    pivoted = _pivoted(later, "place", NEXT)
    joined = gone.left_join(pivoted.rename(j_person="person"), [gone.g_person == pivoted.person])
    columns = [f"p{number}" for number in range(NEXT)]
    counted = joined.group_by("number", *columns).agg(people=joined.g_person.nunique())
    names: Any = ibis.null("string")
    for number, step in enumerate(order):
        names = ibis.ifelse(counted.number == number, step, names)
    return counted.mutate(place=names).order_by("number", ibis.desc("people"), *columns)


def _counted(moves: ibis.Table, column: str, longest: int) -> ibis.Table:
    columns = [f"p{number}" for number in range(longest)]
    pivoted = _pivoted(moves, column, longest)
    return _first(pivoted.group_by(*columns).agg(people=pivoted.person.nunique()), *columns)


def _pivoted(moves: ibis.Table, column: str, longest: int) -> ibis.Table:
    """A row a person, with the values of a column at the first places: p0, p1 … in plain SQL, without lists."""
    near = moves.filter(moves["at"] < longest)
    found = {f"p{number}": ibis.ifelse(near["at"] == number, near[column], None).max() for number in range(longest)}
    return near.group_by("person").agg(**found)


def _first(table: ibis.Table, *names: str) -> ibis.Table:
    """The rows of most people; of equals, in the order of their names."""
    return table.order_by(table.people.desc(), *names).limit(MOST)


def _path(row: Mapping[str, Any], longest: int) -> str:
    names = [_plain(row[f"p{number}"]) for number in range(longest) if row[f"p{number}"] is not None]
    return BETWEEN.join(reversed(names) if longest == LONGEST else names)


def _plain(name: str) -> str:
    """The name of an event on one line, without the sign that stands between two names."""
    return " ".join(name.replace(">", "›").split())[:80]


def _totals(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["place"]] = totals.get(row["place"], 0) + int(row["people"])
    return totals
