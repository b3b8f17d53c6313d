"""The trial: a Markov chain from event to event, until somebody pays or has left."""

from random import Random

from tools.event_log.clock import DAY, HOUR, LOG_END, MINUTE, awake, think
from tools.event_log.levels import BACK_TO_PRICES, OUTAGE, PACE, TEAM, chance_to_pay
from tools.event_log.people import CENTS, PLANS, Person

LEFT = "left"
CHAIN: dict[str, tuple[tuple[str, float, float], ...]] = {
    "trial_started": (("empty_board_seen", 1.0, 1 * MINUTE),),
    "empty_board_seen": (
        ("spreadsheet_imported", 0.42, 25 * MINUTE),
        ("first_card_closed", 0.2, 6 * HOUR),
        ("colleague_invited", 0.14, 8 * HOUR),
        ("password_reset", 0.02, 20 * HOUR),
    ),
    "password_reset": (("first_card_closed", 0.6, 10 * MINUTE),),
    "spreadsheet_imported": (
        ("first_card_closed", 0.56, 10 * HOUR),
        ("colleague_invited", 0.14, 8 * HOUR),
        ("spreadsheet_imported", 0.06, 20 * MINUTE),
        ("empty_board_seen", 0.04, 5 * MINUTE),
    ),
    "first_card_closed": (("colleague_invited", 0.62, 16 * HOUR), ("support_asked", 0.03, 5 * HOUR)),
    "support_asked": (("colleague_invited", 0.6, 30 * HOUR),),
    "colleague_invited": (
        ("team_active", 0.0, 24 * HOUR),
        ("first_week_finished", 0.18, 120 * HOUR),
        ("colleague_invited", 0.15, 12 * HOUR),
    ),
    "team_active": (("first_week_finished", 0.75, 110 * HOUR), ("plan_chosen", 0.05, 5 * DAY)),
    "first_week_finished": (("plan_chosen", 0.24, 60 * HOUR), ("support_asked", 0.01, 2 * DAY)),
    "plan_chosen": (("invoice_paid", 0.0, 10 * MINUTE), ("pricing_viewed", 0.0, 4 * MINUTE)),
    "pricing_viewed": (("plan_chosen", 0.8, 15 * MINUTE),),
    "invoice_paid": (),
}
"""For each event those that may follow, with probability and median think time in seconds; the rest leave.

A probability of 0.0 stands for one that changes with time, see `chance`. Nobody closes a first card twice.
"""
COURSES = {
    ("colleague_invited", "team_active"): TEAM.at,
    ("plan_chosen", "invoice_paid"): chance_to_pay,
    ("plan_chosen", "pricing_viewed"): BACK_TO_PRICES.chance,
}
ONCE = {"first_card_closed", "team_active", "first_week_finished"}
PHONE = 0.3
"""Share of people with a second device, on which they are signed in."""


def chance(event: str, following: str, stated: float, time: int) -> float:
    """The probability that `following` comes next, at a second."""
    course = COURSES.get((event, following))
    return stated if course is None else course(time)


def next_event(event: str, time: int, random: Random) -> tuple[str, float]:
    """What follows, with its median think time."""
    drawn = random.random()
    for following, stated, median in CHAIN[event]:
        drawn -= chance(event, following, stated, time)
        if drawn < 0:
            return following, median
    return LEFT, 0.0


def past_outage(time: int, random: Random) -> int:
    """The same second, or one after the outage if the product did not work."""
    if OUTAGE[0] <= time < OUTAGE[1]:
        return OUTAGE[1] + int(random.random() * 10 * HOUR)
    return time


def try_it(person: Person, start: int, random: Random) -> int | None:
    """Go through a trial; when the first invoice was paid, if it was.

    Beside the chain the board is used, on the first days by most and later by few.
    """
    start = past_outage(start, random)
    phone = int(random.random() < PHONE)
    seats = 2 + int(random.lognormvariate(2.2, 0.6)) if person.segment == "small-firm" else 12 + think(11, random) % 90
    order, event, time, seen, paid = 0, "trial_started", start, set[str](), None
    person.does(time, event)
    while time < LOG_END:
        following, median = next_event(event, time, random)
        if following == LEFT:
            break
        pace = PACE.at(time) if median > HOUR else 1.0
        time = awake(time + think(median * pace, random), random) if median > HOUR else time + think(median, random)
        time, event = past_outage(time, random), following
        if event in ONCE and event in seen:
            continue
        seen.add(event)
        if event in ("plan_chosen", "invoice_paid"):
            order += event == "plan_chosen"
            name = f"o{person.number}-{order}"
            plan = PLANS[person.segment]
            if event == "plan_chosen":
                person.does(time, event, plan=plan, seats=seats, order_id=name)
            else:
                amount = seats * CENTS[person.segment]
                person.does(time, event, plan=plan, seats=seats, order_id=name, number=1, amount=amount)
                paid = time
        elif event == "colleague_invited":
            person.does(time, event, colleagues=1 + int(random.random() * 3))
        else:
            person.does(time, event)
    day = start
    while random.random() < 0.62 and day < start + 13 * DAY:
        day = past_outage(awake(day + HOUR + think(16 * HOUR, random), random), random)
        person.does(day, "board_used", phone if random.random() < 0.5 else 0)
    return paid
