"""The independent figures over the generated log tell what the example atlas tells."""

from datetime import date, timedelta

import pytest
from tools.event_log.log import Log, log_of

from measure.support_generated import answers_of, events_of, subscriptions_of
from measure.support_oracle import (
    Event,
    Funnel,
    Step,
    Subscription,
    against_map,
    answers_by,
    churn,
    count,
    funnel,
    mean,
    net_retention,
    nps,
    paths,
    retention,
    time_between,
)

SCALE = 0.1
BERLIN = "Europe/Berlin"
TRIAL, FIRST_INVOICE = Step("trial_started"), Step("invoice_paid", {"number": 1})
MONTHS = [date(2024 + (10 + n) // 12, (10 + n) % 12 + 1, 1) for n in range(24)]


@pytest.fixture(scope="module")
def log() -> Log:
    return log_of(1, SCALE)


@pytest.fixture(scope="module")
def everything(log: Log) -> list[Event]:
    return events_of(log)


@pytest.fixture(scope="module")
def events(everything: list[Event]) -> list[Event]:
    """What people did, without the many visits after which nobody began a trial."""
    busy = {event.person for event in everything if event.event not in ("site_visited", "pricing_viewed")}
    return [event for event in everything if event.person in busy]


@pytest.fixture(scope="module")
def subscriptions(log: Log) -> list[Subscription]:
    return subscriptions_of(log)


@pytest.mark.parametrize(("number", "visits", "trials"), [(0, 33528, 1575), (13, 30055, 1302), (23, 44879, 2264)])
def test_visits_and_trials_are_as_many_as_on_the_example_pages(
    number: int, visits: int, trials: int, everything: list[Event]
) -> None:
    month = MONTHS[number]
    around = [event for event in everything if abs((event.time.date() - month).days - 15) < 20]
    visited = count(around, [Step("site_visited")], "events", "month", BERLIN)[month, None]
    tried = count(around, [TRIAL], "people", "month", BERLIN)[month, None]
    assert visited == pytest.approx(visits * SCALE, rel=0.1)
    assert tried == pytest.approx(trials * SCALE, rel=0.25)
    views = count(around, [Step("pricing_viewed")], "events", "month", BERLIN)[month, None]
    assert count(around, [Step("pricing_viewed")], "sessions", "month", BERLIN)[month, None] < views


def test_a_chosen_plan_is_paid_more_often_after_the_release(events: list[Event]) -> None:
    definition = Funnel([TRIAL, Step("plan_chosen"), FIRST_INVOICE], timedelta(days=60))
    rows = {month: row for (month, _), row in funnel(events, definition, "month", BERLIN).items()}
    shares = []
    for months in (MONTHS[12:17], MONTHS[18:22]):
        chosen, paid = (sum(rows[month].people[step] for month in months) for step in (1, 2))
        shares.append(paid / chosen)
    assert shares[0] + 0.1 < shares[1] < 0.8
    assert 0.03 < sum(row.people[2] for row in rows.values()) / sum(row.people[0] for row in rows.values()) < 0.08


def test_people_of_the_last_months_are_pending(events: list[Event]) -> None:
    rows = funnel(events, Funnel([TRIAL, FIRST_INVOICE], timedelta(days=60)), "month", BERLIN)
    last, before = rows[MONTHS[23], None], rows[MONTHS[20], None]
    assert (last.people, before.pending) == ([0, 0], 0)
    assert last.pending > 150


def test_the_first_finished_week_comes_sooner_since_summer(events: list[Event]) -> None:
    rows = time_between(events, TRIAL, Step("first_week_finished"), "month", BERLIN, window=timedelta(days=90))
    days = {month: row.median / 86400 for (month, _), row in rows.items() if row.seconds}
    assert 8 < sum(days[month] for month in MONTHS[3:15]) / 12 < 14
    assert 5 < days[MONTHS[20]] < 9.5


def test_retention_falls_and_ends_where_the_log_ends(events: list[Event]) -> None:
    rows = retention(events, TRIAL, Step("board_used"), "month", BERLIN, "on-or-after", [0, 7, 30])
    for month in MONTHS[:20]:
        came, could = rows[month, None, 0][:2]
        assert came / could > rows[month, None, 7][0] / could > rows[month, None, 30][0] / could
    came, could, pending = rows[MONTHS[23], None, 30]
    assert (came, could) == (0, 0)
    assert pending > 150


def test_most_customers_are_lost_after_the_outage(subscriptions: list[Subscription]) -> None:
    def share(first: int, end: int) -> float:
        found = [churn(subscriptions, month, "month", BERLIN)[None] for month in MONTHS[first:end]]
        return sum(lost for lost, _ in found) / sum(there for _, there in found)

    assert 0.015 < share(0, 14) < 0.03
    assert share(14, 17) > share(0, 14) + 0.004
    assert share(18, 24) < share(14, 17) - 0.004


def test_customers_of_a_year_ago_pay_about_the_same(subscriptions: list[Subscription]) -> None:
    for month in (MONTHS[0], MONTHS[12], MONTHS[23]):
        revenue = net_retention(subscriptions, month, BERLIN)
        assert 0.9 < revenue.now / revenue.start < 1.15
        assert revenue.now == revenue.start + revenue.expansion - revenue.contraction - revenue.lost


def test_recommendation_dips_after_the_outage_and_effort_gets_less(log: Log) -> None:
    scores = answers_by(answers_of(log, "nps"), "month", BERLIN)
    before = [score for month in MONTHS[8:14] for score in scores[month, None]]
    dip = [score for month in MONTHS[14:17] for score in scores[month, None]]
    assert nps(dip)[3] < nps(before)[3] - 8
    effort = answers_by(answers_of(log, "ces"), "month", BERLIN)
    early, late = ([score for month in part for score in effort[month, None]] for part in (MONTHS[:12], MONTHS[20:]))
    assert mean(late) > mean(early) + 0.4


def test_buyers_come_by_the_board_and_the_finished_week(events: list[Event]) -> None:
    busy = [event for event in events if event.event not in ("board_used", "support_asked")]
    found = paths(busy, 4, start=TRIAL, to=FIRST_INVOICE)
    assert found[0][0][-2:] == ("plan_chosen", "invoice_paid")
    assert ("team_active", "first_week_finished", "plan_chosen", "invoice_paid") in dict(found)


def test_the_map_has_a_loop_at_the_prices_and_an_event_that_it_does_not_know(events: list[Event]) -> None:
    steps = [("compare", "pricing_viewed"), ("start-trial", "trial_started"), ("empty", "empty_board_seen"),
             ("import", "spreadsheet_imported"), ("invite", "colleague_invited"), ("choose", "plan_chosen"),
             ("pay", "invoice_paid"), ("webinar", "webinar_seen")]  # fmt: skip
    found = against_map(events, [(name, [Step(event)]) for name, event in steps])
    assert found.unreached == ["webinar"]
    assert "password_reset" in found.unmapped
    assert found.loops["choose", "compare"][0] > 20
    assert 0 < found.followed < found.several
