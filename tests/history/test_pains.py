"""Pains through the commits of a repository: since when they are as they are, and which hurt again."""

from datetime import date

from history.support_history import record
from mkdocs_journeys.history import Event, JourneyHistory, PainHistory, pain_histories
from mkdocs_journeys.history.record import Commit, PainState, State
from mkdocs_journeys.model.scales import PainStatus
from support.repositories import Repository


def event(day: str, *pains: PainState) -> Event:
    return Event(Commit(day, date.fromisoformat(day), "Ann", "x"), State(None, 0, pains))


def history(*events: Event, cut: bool = False) -> JourneyHistory:
    """The history of a journey; events are given in the order of time."""
    return JourneyHistory(tuple(reversed(events)), cut)


def fees(*moments: tuple[str, PainStatus]) -> PainHistory:
    events = [event(day, PainState("fees", status, None)) for day, status in moments]
    return pain_histories([history(*events)])["fees"]


def test_a_pain_has_its_status_since_the_commit_that_gave_it() -> None:
    found = fees(("2026-01-01", "open"), ("2026-02-01", "in-progress"), ("2026-03-01", "in-progress"))

    assert (found.status, found.since, found.reopened) == ("in-progress", date(2026, 2, 1), None)


def test_a_pain_that_never_changed_is_as_old_as_its_first_commit() -> None:
    assert fees(("2026-01-01", "open"), ("2026-03-01", "open")).since == date(2026, 1, 1)


def test_resolved_and_open_again_is_told_with_both_days() -> None:
    found = fees(("2026-01-01", "open"), ("2026-02-01", "resolved"), ("2026-02-05", "resolved"), ("2026-04-01", "open"))

    assert found.reopened == (date(2026, 2, 1), date(2026, 4, 1))
    assert found.since == date(2026, 4, 1)


def test_of_several_times_the_last_one_counts() -> None:
    found = fees(
        ("2026-01-01", "resolved"), ("2026-02-01", "open"), ("2026-03-01", "resolved"), ("2026-04-01", "accepted")
    )

    assert found.reopened == (date(2026, 3, 1), date(2026, 4, 1))


def test_what_was_resolved_in_the_end_or_never_mended_does_not_hurt_again() -> None:
    assert fees(("2026-01-01", "resolved"), ("2026-02-01", "open"), ("2026-03-01", "resolved")).reopened is None
    assert fees(("2026-01-01", "wont-fix"), ("2026-02-01", "open")).reopened is None


def test_a_pain_is_followed_from_journey_to_journey() -> None:
    before = history(event("2026-01-01", PainState("fees", "open", -1)), event("2026-02-01"))
    after = history(event("2026-02-01", PainState("fees", "resolved", 1)))

    found = pain_histories([after, before])["fees"]

    assert [moment.day.month for moment in found.moments] == [1, 2]
    assert (found.emotion_on(date(2026, 1, 15)), found.emotion_on(date(2026, 3, 1))) == (-1, 1)
    assert found.emotion_on(date(2025, 1, 1)) is None


def test_ages_from_a_shallow_clone_are_the_least_that_they_can_be() -> None:
    old = history(event("2026-01-01", PainState("fees", "open", None)), cut=True)

    assert pain_histories([old])["fees"].cut


def test_a_repository_tells_that_a_pain_hurts_again(lived: Repository) -> None:
    lived.edit("journeys/maps/buy.yml", "status: resolved", "status: open")
    lived.commit("2026-06-01", "Ann", "Fees are back")

    found = pain_histories([record(lived)])["fees"]

    assert found.reopened == (date(2026, 3, 30), date(2026, 6, 1))
    assert found.emotion_on(date(2026, 7, 1)) == 1
