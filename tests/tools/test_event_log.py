"""The generated log is the same for a seed, as untidy as it says, and tells the story that the example atlas tells."""

from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median, stdev

import pytest
from tools.event_log.__main__ import FORMATS, main
from tools.event_log.clock import DAY, HOUR, LOG_END, LOG_START, after_working, awake, local_midnight, offset_of
from tools.event_log.levels import BACK_TO_PRICES, HONEST_PRICE, OUTAGE
from tools.event_log.log import PAUSE, Log, Row, log_of
from tools.event_log.people import BOT, Registry
from tools.event_log.trial import CHAIN, chance, try_it

SCALE = 0.04


@pytest.fixture(scope="module")
def log() -> Log:
    return log_of(1, SCALE)


@pytest.fixture(scope="module")
def events(log: Log) -> list[Row]:
    """The events of people: neither duplicates nor bots."""
    unique = {row.number: row for row in reversed(log.rows)}
    return [row for _, row in sorted(unique.items()) if row.properties["user_agent"] != BOT]


def written(folder: Path, seed: int) -> dict[str, bytes]:
    main([str(folder), "--scale", "0.002", "--seed", str(seed), "--formats", ",".join(FORMATS)])
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def test_a_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    first = written(tmp_path / "first", 1)
    assert {name.split("/")[0] for name in first} == set(FORMATS)
    assert written(tmp_path / "again", 1) == first
    other = written(tmp_path / "other", 2)
    assert {name for name in first if first[name] == other.get(name)} == set()


def test_a_format_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--formats", "ga4,matomo"])
    assert "there is no format matomo" in capsys.readouterr().err


def test_rows_are_in_order_within_the_two_years(log: Log) -> None:
    times = [row.time for row in log.rows]
    assert times == sorted(times)
    assert LOG_START <= times[0] < LOG_START + DAY
    assert LOG_END - DAY < times[-1] < LOG_END


def test_duplicates_bots_and_late_rows_are_as_many_as_in_real_logs(log: Log, events: list[Row]) -> None:
    numbers = Counter(row.number for row in log.rows)
    unique = {row.number: row for row in log.rows}.values()
    assert sum(numbers.values()) / len(numbers) == pytest.approx(1.03, abs=0.004)
    visits = [row for row in unique if row.event in ("site_visited", "pricing_viewed")]
    assert 0.07 < sum(row.properties["user_agent"] == BOT for row in visits) / len(visits) < 0.12
    assert 0.04 < sum(row.received - row.time > 60 for row in events) / len(events) < 0.08
    assert max(row.received - row.time for row in log.rows) < 3 * DAY


def test_a_duplicate_is_the_same_event_that_came_in_later(log: Log) -> None:
    for row, following in pairwise(log.rows):
        if row.number == following.number:
            assert following.received > row.received
            assert following._replace(received=row.received) == row


def test_no_two_events_of_a_person_have_name_and_time_in_common(log: Log) -> None:
    unique = {row.number: (row.person, row.event, row.time) for row in log.rows}
    assert len(set(unique.values())) == len(unique)


def test_a_bot_comes_in_constant_gaps(log: Log) -> None:
    times = defaultdict(set)
    for row in log.rows:
        if row.properties["user_agent"] == BOT:
            times[row.person].add(row.time)
    gaps = [{later - earlier for earlier, later in pairwise(sorted(found))} for found in times.values()]
    assert gaps
    assert all(len(found) == 1 for found in gaps)


def test_forty_of_a_hundred_trials_are_tied_to_earlier_visits(log: Log, events: list[Row]) -> None:
    started = {row.person for row in events if row.event == "trial_started"}
    merged = {merge.person for merge in log.merges}
    assert 0.35 < len(started & merged) / len(started) < 0.45


def test_after_the_merge_nobody_is_unknown_again(events: list[Row], log: Log) -> None:
    merged = {merge.person: merge.time for merge in log.merges}
    for row in events:
        if row.person in merged:
            assert row.time >= merged[row.person] - 4 if row.known else row.time <= merged[row.person] + 4
    assert {row.known for row in events if row.person not in merged and row.event == "site_visited"} == {False}


def test_a_session_ends_after_half_an_hour_without_an_event(events: list[Row]) -> None:
    found = defaultdict(list)
    for row in events:
        found[row.person, row.device].append((row.time, row.session))
    for visits in found.values():
        for (before, session), (after, following) in pairwise(sorted(visits)):
            if abs(after - before - PAUSE) > 4:
                assert (session != following) == (after - before > PAUSE)


def test_nothing_in_the_product_happens_during_the_outage(events: list[Row]) -> None:
    beside = {"site_visited", "gallery_viewed", "pricing_viewed", "seats_counted", "demo_requested", "support_asked"}
    other = {"plan_chosen", "seats_added", "seats_removed", "plan_cancelled", "recommended"}
    found = {row.event for row in events if OUTAGE[0] + 4 < row.time < OUTAGE[1] - 4}
    assert "support_asked" in found
    assert found <= beside | other


def test_the_release_changes_one_probability(log: Log) -> None:
    before, after = local_midnight(HONEST_PRICE.day) - 1, local_midnight(HONEST_PRICE.day)
    changed = {
        (event, following)
        for event, ways in CHAIN.items()
        for following, stated, _ in ways
        if abs(chance(event, following, stated, before) - chance(event, following, stated, after)) > 0.001
    }
    assert changed == {HONEST_PRICE.step, BACK_TO_PRICES.step}
    assert log.truth["paid_next"] == {"before": HONEST_PRICE.before, "after": HONEST_PRICE.after}


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 1, 20), HONEST_PRICE.before), (date(2026, 5, 20), HONEST_PRICE.after)]
)
def test_the_release_is_found_in_what_people_do(day: date, expected: float) -> None:
    registry, random, paid = Registry(), Random(3), []
    for _ in range(6000):
        person = registry.person("small-firm", "Firefox", known=True)
        try_it(person, local_midnight(day), random)
        person.done.sort(key=lambda done: done.time)
        for done, following in pairwise([*(done.event for done in person.done if done.event != "board_used"), "left"]):
            if done == "plan_chosen":
                paid.append(following == "invoice_paid")
    error = (expected * (1 - expected) / len(paid)) ** 0.5
    assert abs(sum(paid) / len(paid) - expected) < 3 * error


def test_think_times_are_spread_like_those_of_people(events: list[Row]) -> None:
    started, first = {}, {}
    for row in events:
        if row.event == "trial_started":
            started[row.person] = row.time
        elif row.event == "first_week_finished" and row.person in started:
            first.setdefault(row.person, (row.time - started[row.person]) / DAY)
    early = [days for person, days in first.items() if started[person] < local_midnight(date(2026, 4, 1))]
    late = [days for person, days in first.items() if started[person] > local_midnight(date(2026, 7, 1))]
    assert 8 < median(early) < 14
    assert median(late) < median(early) - 1.5
    assert stdev(early) > median(early) / 2


def test_unhappy_people_answer_more_often(log: Log) -> None:
    asked, answered = log.truth["nps_of_asked"], log.truth["nps_of_answers"]
    assert isinstance(asked, float)
    assert isinstance(answered, float)
    assert asked > answered + 3


def test_every_answer_is_on_its_scale(log: Log) -> None:
    scores = defaultdict(set)
    for answer in log.answers:
        scores[answer.survey].add(answer.score)
    assert scores["nps"] <= set(range(11))
    assert scores["ces"] <= set(range(1, 8))
    assert scores["csat"] <= set(range(1, 6))


def test_comments_hold_what_has_to_be_masked(log: Log) -> None:
    words = " ".join(answer.comment for answer in log.answers)
    for trap in ("@example.com", "+49 30 5550", "Dear Ms Sample", "DE89 3704"):
        assert trap in words


def test_an_invoice_is_paid_by_a_customer_with_that_plan(log: Log, events: list[Row]) -> None:
    customers = {customer.person.number: customer for customer in log.customers}
    paid = [row for row in events if row.event == "invoice_paid"]
    assert len(paid) > 1000
    for row in paid:
        terms = [term for term in customers[row.person].terms if term.start - 4 <= row.time < (term.end or LOG_END) + 4]
        assert (row.properties["seats"], row.properties["amount"]) in {(term.seats, term.cents) for term in terms}


def test_terms_of_a_customer_follow_one_another(log: Log) -> None:
    for customer in log.customers:
        for term, following in pairwise(customer.terms):
            assert term.end is not None
            assert term.start < term.end <= following.start


def test_a_deal_goes_forward(log: Log) -> None:
    assert any(deal.entered[-1][0] == "Closed won" for deal in log.deals)
    for deal in log.deals:
        times = [time for _, time in deal.entered]
        assert times == sorted(times)


@pytest.mark.parametrize(
    ("day", "hour", "hours", "expected_day", "expected_hour"),
    [
        (date(2026, 11, 2), 9, 3, date(2026, 11, 2), 12),
        (date(2026, 11, 2), 18, 3, date(2026, 11, 3), 10),
        (date(2026, 11, 6), 18, 2, date(2026, 11, 9), 9),
        (date(2026, 11, 7), 12, 1, date(2026, 11, 9), 9),
        (date(2026, 11, 3), 2, 1, date(2026, 11, 3), 9),
        # Good Friday and Easter Monday are between Thursday and Tuesday; a weekend with a change to winter time.
        (date(2026, 4, 2), 18, 2, date(2026, 4, 7), 9),
        (date(2026, 10, 23), 18, 2, date(2026, 10, 26), 9),
    ],
)
def test_support_works_on_weekdays_from_8_to_19(
    day: date, hour: int, hours: int, expected_day: date, expected_hour: int
) -> None:
    asked = local_midnight(day) + hour * HOUR
    assert after_working(asked, hours * HOUR) == local_midnight(expected_day) + expected_hour * HOUR


def test_the_clock_of_the_firm_is_that_of_its_zone() -> None:
    for day in (
        date(2024, 1, 5),
        date(2024, 7, 5),
        date(2025, 3, 31),
        date(2025, 10, 27),
        date(2026, 6, 1),
        date(2026, 10, 30),
    ):
        assert (local_midnight(day) + offset_of(local_midnight(day))) % DAY == 0


def test_nobody_comes_at_night() -> None:
    from random import Random

    random = Random(1)
    for time in range(LOG_START, LOG_START + 14 * DAY, 1777):
        moved = awake(time, random)
        assert moved >= time
        assert 7 <= (moved + offset_of(moved)) % DAY // HOUR < 22
