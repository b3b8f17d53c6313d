"""A plan carried out: each ticket is made or changed by itself, and told as soon as it is there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.trackers.apis.api import Connection, TrackerApi, UnlabelledError
from mkdocs_journeys.trackers.apis.github import GitHub
from mkdocs_journeys.trackers.apis.gitlab import GitLab
from mkdocs_journeys.trackers.apis.jira import Jira
from mkdocs_journeys.trackers.apis.plan import SendPlan, plan_sending
from mkdocs_journeys.trackers.issue import Topic, TrackerIssue
from mkdocs_journeys.trackers.reading import Ticket


class Sent(NamedTuple):
    """A topic whose ticket was made, or else changed."""

    topic: Topic
    ticket: Ticket
    is_new: bool


def connect(tracker: str, given: Connection) -> TrackerApi:
    """The project of a tracker that has an API: jira, github or gitlab. Raises TrackerError."""
    if tracker == "jira":
        return Jira(given)
    return GitHub(given) if tracker == "github" else GitLab(given)


def look(api: TrackerApi, issues: Sequence[TrackerIssue]) -> SendPlan:
    """Ask a tracker for its tickets, and compare. Raises TrackerError."""
    tickets = list(api.tickets())
    there = {ticket.address for ticket in tickets}
    named = {one.topic: _named(api, one.address, there, tickets) for one in issues if one.address}
    return plan_sending(issues, tickets, named, api.markup)


def _named(api: TrackerApi, address: str, there: set[str], tickets: Sequence[Ticket]) -> Ticket | None:
    """The ticket that the map names; one that was listed is not asked for again."""
    if address in there:
        return next(ticket for ticket in tickets if ticket.address == address)
    return api.ticket(address)


def send(api: TrackerApi, plan: SendPlan) -> Iterator[Sent]:
    """Make and change tickets, one after the other. Raises TrackerError; what came before is done then."""
    keys: dict[Topic, str] = {topic: ticket.key for topic, ticket in plan.there.items()}
    for issue in plan.create:
        try:
            ticket = api.create(issue, api.markup(issue), _keys(issue, keys))
        except UnlabelledError as error:
            yield Sent(issue.topic, error.ticket, is_new=True)
            raise
        keys[issue.topic] = ticket.key
        yield Sent(issue.topic, ticket, is_new=True)
    for update in plan.update:
        api.update(update.issue, update.ticket, update.text)
        yield Sent(update.issue.topic, update.ticket, is_new=False)


def _keys(issue: TrackerIssue, keys: Mapping[Topic, str]) -> list[str]:
    return [keys[parent] for parent in issue.parents if parent in keys]
