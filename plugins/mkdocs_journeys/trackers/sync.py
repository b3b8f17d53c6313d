"""What the tickets of a tracker change in an atlas, and what somebody has to look at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Opportunity, Pain
from mkdocs_journeys.model.settings.trackers import Tracker
from mkdocs_journeys.trackers.addresses import NAMES, address_of_key, is_same_ticket, key_of
from mkdocs_journeys.trackers.issue import Topic
from mkdocs_journeys.trackers.markers import topics_marked
from mkdocs_journeys.trackers.reading import Ticket, TicketFile
from mkdocs_journeys.trackers.statuses import read_status
from mkdocs_journeys.trackers.writing import Fields
from mkdocs_journeys.wording import counted, listed

MOST_NAMED = 10
"""How many ids or keys a sentence names."""


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """What the tickets of a file change: the fields of topics; `remarks` for whoever looks after the map.

    `conflicts` are sentences on what was left undone, as the tickets contradict each other or the map.
    """

    changes: Mapping[Topic, Fields]
    remarks: Sequence[str]
    conflicts: Sequence[str]
    found: int = 0


def topics_of(atlas: Atlas) -> dict[Topic, Pain | Opportunity]:
    """All pains and opportunities of an atlas."""
    pains = {Topic("pain", id): located.pain for id, located in atlas.pains.items()}
    return {**pains, **{Topic("opportunity", id): item for id, item in atlas.opportunities.items()}}


def plan_sync(atlas: Atlas, file: TicketFile) -> SyncPlan:
    """Match tickets with topics, by marker or else by address, and read their status."""
    settings: Tracker = getattr(atlas.catalog.trackers, file.tracker)
    topics = topics_of(atlas)
    tickets = [_with_address(ticket, file.tracker, settings) for ticket in file.tickets]
    matched, remarks, conflicts = _matched(tickets, topics)
    changes: dict[Topic, Fields] = {}
    unknown: defaultdict[str, list[Topic]] = defaultdict(list)
    for topic, ticket in matched.items():
        item = topics[topic]
        reading = read_status(ticket.status, topic.kind, item.status, settings)
        if item.issue and ticket.address and not is_same_ticket(item.issue, ticket.address):
            conflicts.append(f"{topic} names {item.issue}, and its marker stands in {ticket.address}.")
            continue
        if reading.remark:
            remarks.append(f"{topic} {reading.remark} ({_name(ticket)}).")
        if reading.is_unknown:
            unknown[ticket.status].append(topic)
        if fields := _fields(item, ticket, reading.status):
            changes[topic] = fields
    remarks += _unknown_words(file.tracker, unknown)
    remarks += _without_address(file.tracker, [topic for topic in matched if not _has_address(topics, matched, topic)])
    remarks += _gone(topics, matched, file.tracker, settings)
    return SyncPlan(changes, remarks, conflicts, len(matched))


def _with_address(ticket: Ticket, tracker: str, settings: Tracker) -> Ticket:
    return ticket if ticket.address else ticket._replace(address=address_of_key(tracker, ticket.key, settings))


def _matched(
    tickets: Sequence[Ticket], topics: Mapping[Topic, Pain | Opportunity]
) -> tuple[dict[Topic, Ticket], list[str], list[str]]:
    """The ticket of each topic, remarks on those of none, and the conflicts."""
    by_issue = defaultdict(list)
    for topic, item in topics.items():
        if item.issue:
            by_issue[_last_part(item.issue)].append(topic)
    claims: defaultdict[Topic, list[Ticket]] = defaultdict(list)
    remarks, conflicts, others = [], [], []
    for ticket in tickets:
        marked = topics_marked(ticket.text)
        if len(marked) > 1:
            conflicts.append(f"{_name(ticket)} has the markers of {listed(sorted(map(str, marked)), 'and')}.")
        elif gone := marked - topics.keys():
            remarks.append(f"{_name(ticket)} is for the {next(iter(gone))}, which is not in the map any more.")
        else:
            named = marked or {
                topic
                for topic in by_issue.get(ticket.key, ())
                if ticket.address and is_same_ticket(topics[topic].issue or "", ticket.address)
            }
            for topic in named:
                claims[topic].append(ticket)
            others += [] if named else [ticket]
    if others:
        names = _some(map(_name, others))
        remarks.append(f"{counted(len(others), 'ticket')} of nothing in the map: {names}.")
    for topic, found in claims.items():
        if len(found) > 1:
            conflicts.append(f"{topic} has its marker in {_some(map(_name, found))}: take it out of all but one.")
    return {topic: found[0] for topic, found in claims.items() if len(found) == 1}, remarks, conflicts


def _fields(item: Pain | Opportunity, ticket: Ticket, status: str) -> dict[str, str]:
    fields = {"status": status} if status else {}
    if not item.issue and ticket.address:
        fields["issue"] = ticket.address
    if status == "resolved" and isinstance(item, Pain) and not item.resolved and ticket.closed:
        fields["resolved"] = ticket.closed.isoformat()
    return fields


def _has_address(topics: Mapping[Topic, Pain | Opportunity], matched: Mapping[Topic, Ticket], topic: Topic) -> bool:
    return bool(topics[topic].issue or matched[topic].address)


def _unknown_words(tracker: str, unknown: Mapping[str, Sequence[Topic]]) -> Iterable[str]:
    for word, topics in unknown.items():
        kinds = listed([f"`{kind}`" for kind in dict.fromkeys(_list_of(topic) for topic in topics)], "and")
        yield (
            f"Nobody has said what the status '{word}' means ({_some(map(str, topics))}): "
            f"write it into the catalog under `trackers`, `{tracker}`, {kinds}."
        )


def _list_of(topic: Topic) -> str:
    return "pains" if topic.kind == "pain" else "opportunities"


def _without_address(tracker: str, topics: Sequence[Topic]) -> Iterable[str]:
    if topics:
        yield (
            f"{NAMES[tracker]} tells keys alone, so `issue` was not written for {_some(map(str, topics))}: "
            f"say in the catalog where its tickets are, under `trackers`, `{tracker}`, `url`."
        )


def _gone(
    topics: Mapping[Topic, Pain | Opportunity],
    matched: Mapping[Topic, Ticket],
    tracker: str,
    settings: Tracker,
) -> Iterable[str]:
    """A remark on topics whose ticket is not among those of the file."""
    gone = [
        topic
        for topic, item in topics.items()
        if topic not in matched and item.issue and key_of(tracker, item.issue, settings)
    ]
    if gone:
        yield f"Not in this file, though the map names their tickets: {_some(map(str, gone))}."


def _name(ticket: Ticket) -> str:
    """What a sentence calls a ticket: its key, or the line where it stands."""
    return f"ticket {ticket.key}" if ticket.key else f"the ticket in line {ticket.line}"


def _some(names: Iterable[str]) -> str:
    found = list(names)
    more = [f"{len(found) - MOST_NAMED:,} more"] if len(found) > MOST_NAMED else []
    return listed([*found[:MOST_NAMED], *more], "and")


def _last_part(address: str) -> str:
    return address.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
