"""The generated log of `tools.event_log` as lists for the independent figures: without duplicates, and without bots."""

from datetime import UTC, datetime
from decimal import Decimal

from tools.event_log.log import Log
from tools.event_log.people import BOT
from tools.event_log.writers.files import canonical, identified, insert_id

from measure.support_oracle import Answer, Event, Subscription


def moment(time: int) -> datetime:
    """A second of the log as a moment in UTC."""
    return datetime.fromtimestamp(time, UTC)


def events_of(log: Log, *, bots: bool = False) -> list[Event]:
    """Each event once, of a person after all merges; a session is named by the second of its start."""
    known, found = identified(log), {}
    for row in log.rows:
        if bots or row.properties["user_agent"] != BOT:
            found[row.number] = Event(
                canonical(row, known),
                row.event,
                moment(row.time),
                str(row.session),
                row.properties,
                insert_id(row.number),
            )
    return list(found.values())


def subscriptions_of(log: Log) -> list[Subscription]:
    """A subscription for each stretch without a change, its amount in euros."""
    return [
        Subscription(
            f"cus_{customer.person.number:07d}",
            moment(term.start),
            None if term.end is None else moment(term.end),
            Decimal(term.cents) / 100,
            customer.plan,
            customer.segment,
        )
        for customer in log.customers
        for term in customer.terms
    ]


def answers_of(log: Log, survey: str) -> list[Answer]:
    """The answers to nps, ces or csat."""
    return [
        Answer(moment(answer.time), answer.score, answer.person.segment)
        for answer in log.answers
        if answer.survey == survey
    ]
