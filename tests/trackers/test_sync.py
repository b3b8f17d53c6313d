"""What comes back from trackers: each topic is found again, and only what the map allows is changed."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from exports.support_drawn import atlases
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.trackers.issue import Choice, Topic
from mkdocs_journeys.trackers.reading import TicketFile, tickets_of
from mkdocs_journeys.trackers.sync import SyncPlan, plan_sync
from support.atlases import atlas, journey, opportunity, pain, step
from support.budgets import examples
from trackers.support_atlas import issues_in
from trackers.support_exports import ADDRESSES, EXPORTS, URLS

every_tracker = pytest.mark.parametrize("tracker", EXPORTS)


def read(data: bytes) -> TicketFile:
    found = tickets_of(data, "tickets")
    assert isinstance(found, TicketFile)
    return found


def synced(of: Atlas, tracker: str, status: str = "open") -> SyncPlan:
    """What an export changes in which every topic has a ticket with this status."""
    every = Choice(statuses=["open", "accepted", "in-progress", "resolved", "new", "framed", "delivered"])
    return plan_sync(of, read(EXPORTS[tracker](issues_in(of, every), status)))


def shop(*topics: object, trackers: Mapping[str, object] | None = None, **fields: object) -> Atlas:
    """An atlas with a pain `slow`, and what the catalog says of trackers."""
    urls = {name: {"url": url} for name, url in URLS.items()}
    return atlas(journey("j", step(pains=[pain(**fields)])), *topics, trackers=urls | dict(trackers or {}))  # type: ignore[arg-type]


@every_tracker
@settings(max_examples=examples(10), deadline=None)
@given(atlases())
def test_each_thing_is_found_again(tracker: str, of: Atlas) -> None:
    issues = issues_in(of)
    file = read(EXPORTS[tracker](issues, "open"))
    plan = plan_sync(of, file)
    assert file.tracker == tracker
    assert (plan.found, list(plan.conflicts)) == (len(issues), [])
    assert [ticket.title for ticket in file.tickets] == [issue.title for issue in issues]
    if tracker in ("github", "gitlab"):
        addresses = {issue.topic: {"issue": ADDRESSES[tracker].format(at)} for at, issue in enumerate(issues, 1)}
        assert plan.changes == addresses


@every_tracker
def test_addresses_come_from_the_tracker_or_the_catalog(tracker: str) -> None:
    assert synced(shop(), tracker).changes == {Topic("pain", "slow"): {"issue": ADDRESSES[tracker].format(1)}}


def test_without_an_address_in_the_catalog_that_is_told_once() -> None:
    plan = synced(shop(trackers={"jira": {}}), "jira")
    assert not plan.changes
    [remark] = plan.remarks
    assert remark.startswith("Jira tells keys alone, so `issue` was not written for pain slow: say in the catalog")
    assert remark.endswith("under `trackers`, `jira`, `url`.")


@every_tracker
@pytest.mark.parametrize(
    ("now", "status"), [("open", "in-progress"), ("accepted", "in-progress"), ("in-progress", None)]
)
def test_work_that_was_begun_is_in_progress(tracker: str, now: str, status: str | None) -> None:
    [fields] = synced(shop(status=now), tracker, "In Progress").changes.values()
    assert fields.get("status") == status


@every_tracker
def test_nothing_is_closed_unless_the_catalog_says_so(tracker: str) -> None:
    plan = synced(shop(status="open", issue=ADDRESSES[tracker].format(1)), tracker, "closed")
    assert not plan.changes
    [remark] = plan.remarks
    assert remark.casefold().startswith("pain slow is closed there, and still open here (")


@pytest.mark.parametrize("tracker", ["github", "gitlab"])
def test_the_catalog_may_say_so_and_the_day_comes_along(tracker: str) -> None:
    said = {tracker: {"pains": {"CLOSED": "resolved"}, "opportunities": {"closed": "delivered"}}}
    of = shop(opportunity("better", pains=["slow"]), trackers=said)
    addresses = [ADDRESSES[tracker].format(at) for at in (1, 2)]
    assert synced(of, tracker, "closed").changes == {
        Topic("opportunity", "better"): {"status": "delivered", "issue": addresses[0]},
        Topic("pain", "slow"): {"status": "resolved", "issue": addresses[1], "resolved": "2026-10-02"},
    }


def test_what_is_closed_here_is_not_opened_again() -> None:
    plan = synced(shop(status="resolved", issue=ADDRESSES["github"].format(1)), "github")
    assert not plan.changes
    assert plan.remarks == ["pain slow is open there, and resolved here (ticket 1)."]


def test_a_status_that_nobody_knows_is_told_with_the_place_to_say_it() -> None:
    plan = synced(shop(issue=ADDRESSES["jira"].format(1)), "jira", "Parked for Friday")
    assert plan.remarks == [
        (
            "Nobody has said what the status 'Parked for Friday' means (pain slow): "
            "write it into the catalog under `trackers`, `jira`, `pains`."
        )
    ]


def test_a_ticket_without_its_marker_is_found_by_its_address() -> None:
    of = shop(issue="https://acme.atlassian.net/browse/SHOP-5/")
    rows = "Issue key,Summary,Status,Description\nSHOP-5,Any,In Progress,\nOTHER-5,Any,In Progress,\n"
    plan = plan_sync(of, read(rows.encode()))
    assert plan.changes == {Topic("pain", "slow"): {"status": "in-progress"}}
    assert plan.remarks == ["1 ticket of nothing in the map: ticket OTHER-5."]


def test_two_tickets_with_one_marker_change_nothing() -> None:
    rows = "Issue key,Summary,Status,Description\nS-1,A,Done,journeys:pain:slow\nS-2,A,Done,journeys:pain:slow\n"
    plan = plan_sync(shop(), read(rows.encode()))
    assert not plan.changes
    assert plan.conflicts == ["pain slow has its marker in ticket S-1 and ticket S-2: take it out of all but one."]


def test_a_ticket_with_two_markers_changes_nothing() -> None:
    rows = 'Issue key,Summary,Status,Description\nS-1,A,Done,"journeys:pain:slow\njourneys:pain:other"\n'
    plan = plan_sync(shop(), read(rows.encode()))
    assert not plan.changes
    assert plan.conflicts == ["ticket S-1 has the markers of pain other and pain slow."]


def test_another_address_in_the_map_is_a_conflict() -> None:
    rows = "Issue key,Summary,Status,Description\nS-1,A,In Progress,journeys:pain:slow\n"
    plan = plan_sync(shop(issue="https://acme.atlassian.net/browse/S-2"), read(rows.encode()))
    assert not plan.changes
    [conflict] = plan.conflicts
    assert conflict.startswith("pain slow names https://acme.atlassian.net/browse/S-2, and its marker stands in ")


def test_what_is_gone_on_either_side_is_told() -> None:
    rows = "Issue key,Summary,Status,Description\nS-1,A,To Do,journeys:pain:long-gone\n"
    plan = plan_sync(shop(issue="https://acme.atlassian.net/browse/S-2"), read(rows.encode()))
    assert plan.remarks == [
        "ticket S-1 is for the pain long-gone, which is not in the map any more.",
        "Not in this file, though the map names their tickets: pain slow.",
    ]
