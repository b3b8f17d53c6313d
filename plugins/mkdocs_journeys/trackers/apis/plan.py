"""What has to be sent to a tracker, so that each topic has one ticket, and that says what the map says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_journeys.trackers.addresses import is_same_ticket
from mkdocs_journeys.trackers.issue import Topic, TrackerIssue
from mkdocs_journeys.trackers.markers import fingerprint_in, topics_marked, with_block
from mkdocs_journeys.trackers.markup import Markup
from mkdocs_journeys.trackers.reading import Ticket
from mkdocs_journeys.trackers.statuses import is_closed
from mkdocs_journeys.wording import listed


class TicketUpdate(NamedTuple):
    """A ticket that gets another title or text."""

    issue: TrackerIssue
    ticket: Ticket
    text: str


@dataclass(slots=True)
class SendPlan:
    """What is created and updated; `notes` say what is left alone.

    `there` are the tickets of topics that have one, `named` the topics for which the map names one.
    """

    create: list[TrackerIssue] = field(default_factory=list)
    update: list[TicketUpdate] = field(default_factory=list)
    unchanged: list[Topic] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    there: dict[Topic, Ticket] = field(default_factory=dict)
    named: frozenset[Topic] = frozenset()

    @property
    def summary(self) -> str:
        """Such as "create 3, update 1, unchanged 20"."""
        left = f", left alone {len(self.notes)}" if self.notes else ""
        return f"create {len(self.create)}, update {len(self.update)}, unchanged {len(self.unchanged)}{left}"


def plan_sending(
    issues: Sequence[TrackerIssue],
    tickets: Sequence[Ticket],
    named: Mapping[Topic, Ticket | None],
    markup: Markup,
) -> SendPlan:
    """Compare topics with the tickets of a project.

    `named` are the tickets that the map names for topics: None where there is no such ticket, or not in this project.
    """
    plan = SendPlan(named=frozenset(named))
    claims: defaultdict[Topic, dict[str, Ticket]] = defaultdict(dict)
    for ticket in (*tickets, *(one for one in named.values() if one)):
        for topic in topics_marked(ticket.text):
            claims[topic][ticket.key] = ticket
    for issue in issues:
        topic = issue.topic
        found = list(claims.get(topic, {}).values())
        if len(found) > 1:
            keys = listed([one.key for one in found], "and")
            plan.notes.append(f"{topic}: its marker stands in {keys}; take it out of all but one")
        elif found and issue.address and not is_same_ticket(issue.address, found[0].address):
            plan.notes.append(f"{topic}: the map names {issue.address}, and its marker stands in {found[0].address}")
        elif found:
            _compare(plan, issue, found[0], markup)
        elif topic in named:
            there = "has no marker of ours" if named[topic] else "is gone, or in another project"
            plan.notes.append(f"{topic}: its ticket {issue.address} {there}")
        else:
            plan.create.append(issue)
    return plan


def _compare(plan: SendPlan, issue: TrackerIssue, ticket: Ticket, markup: Markup) -> None:
    plan.there[issue.topic] = ticket
    if fingerprint_in(ticket.text, issue.topic) == issue.fingerprint:
        plan.unchanged.append(issue.topic)
    elif is_closed(ticket):
        plan.notes.append(f"{issue.topic}: its ticket {ticket.key} is {ticket.status}")
    elif text := with_block(ticket.text, markup(issue), issue.topic):
        plan.update.append(TicketUpdate(issue, ticket, text))
    else:
        plan.notes.append(f"{issue.topic}: the markers in {ticket.key} are incomplete, so its text is not touched")
