"""Answers, cases, plans and deals as the tools beside the analytics export them.

Recommendation and satisfaction with support like Delighted, effort like Typeform, cases like Zendesk with its
`metric_set`, plans like Stripe, deals like HubSpot. Stripe's own table has one row for a subscription; this one has a
row for each stretch without a change, as its history says: a row ends in the second in which the customer's
next one starts.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tools.event_log.answers import Answer
from tools.event_log.clock import LOG_END, LOG_START, MINUTE, ZONE
from tools.event_log.deals import LOST, STAGES, WON
from tools.event_log.log import Log
from tools.event_log.tickets import Ticket
from tools.event_log.writers.files import packed, user, utc, write_csv

DELIGHTED = (
    "id",
    "person_email",
    "person_name",
    "survey_type",
    "score",
    "comment",
    "tags",
    "created_at",
    "updated_at",
    "segment",
)
TYPEFORM = ("#", "It was easy to get my team started", "What would have made it easier?", "segment", "Response Type",
            "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags")  # fmt: skip
STRIPE = ("id", "Customer ID", "Plan", "Quantity", "Currency", "Interval", "Amount", "Status", "Created (UTC)",
          "Start (UTC)", "Canceled At (UTC)", "Ended At (UTC)", "segment (metadata)")  # fmt: skip
PIPELINE = "Enterprise"
HUBSPOT = ("Record ID", "Deal Name", "Pipeline", "Deal Stage", "Amount", "Deal owner", "Create Date", "Close Date",
           *(f'Date entered "{stage} ({PIPELINE})"' for stage in (*STAGES, WON, LOST)))  # fmt: skip


def write(log: Log, folder: Path) -> None:
    """Write delighted.csv, typeform.csv, zendesk.jsonl.gz, stripe.csv, hubspot.csv and truth.json."""
    write_csv(folder / "delighted.csv", DELIGHTED, _delighted([a for a in log.answers if a.survey != "ces"]))
    write_csv(folder / "typeform.csv", TYPEFORM, _typeform([a for a in log.answers if a.survey == "ces"]))
    with packed(folder / "zendesk.jsonl.gz") as text:
        text.writelines(f"{json.dumps(_zendesk(ticket), separators=(',', ':'))}\n" for ticket in log.tickets)
    write_csv(folder / "stripe.csv", STRIPE, _stripe(log))
    write_csv(folder / "hubspot.csv", HUBSPOT, _hubspot(log))
    (folder / "truth.json").write_text(f"{json.dumps(log.truth, indent=2)}\n", encoding="utf-8")


def _mail(person: int) -> str:
    return f"person{person}@example.com"


def _delighted(answers: list[Answer]) -> Iterator[tuple[object, ...]]:
    for answer in answers:
        number, when = answer.person.number, f"{utc(answer.time)} UTC"
        name = f"Person {number}"
        tags = answer.person.segment
        yield answer.number, _mail(number), name, answer.survey, answer.score, answer.comment, tags, when, when, tags


def _typeform(answers: list[Answer]) -> Iterator[tuple[object, ...]]:
    """The completed answers, and after each twentieth one that was begun and left."""
    for place, answer in enumerate(answers, start=1):
        begun, sent, segment = utc(answer.time - 95), utc(answer.time), answer.person.segment
        token = f"t{answer.number:07d}"
        yield token, answer.score, answer.comment, segment, "completed", begun, "", sent, f"n{answer.number:07d}", ""
        if place % 20 == 0:
            yield f"p{answer.number:07d}", "", "", segment, "partial", begun, sent, "", f"q{answer.number:07d}", ""


def _zendesk(ticket: Ticket) -> dict[str, object]:
    rating: dict[str, object] = {"score": "unoffered" if ticket.solved is None else "offered"}
    if ticket.score is not None:
        rating = {"score": "good" if ticket.score > 3 else "bad", "comment": ticket.comment}
    is_answered = ticket.answered < LOG_END
    last = ticket.solved or (ticket.answered if is_answered else ticket.created)
    calendar = ticket.answered - ticket.created if is_answered else None
    return {
        "id": ticket.number,
        "created_at": _zulu(ticket.created),
        "updated_at": _zulu(last),
        "subject": ticket.subject,
        "description": ticket.description,
        "status": "open" if ticket.solved is None else "closed",
        "priority": "normal",
        "type": "incident",
        "tags": list(ticket.tags),
        "requester_id": ticket.person.number,
        "via": {"channel": ticket.channel},
        "satisfaction_rating": rating,
        "custom_fields": [{"id": 360001, "value": ticket.person.segment}, {"id": 360002, "value": ticket.score}],
        "metric_set": {
            "reply_time_in_minutes": {
                "calendar": calendar // MINUTE if calendar is not None else None,
                "business": ticket.working // MINUTE if is_answered else None,
            },
            "reply_time_in_seconds": {"calendar": calendar},
            "solved_at": _zulu(ticket.solved) if ticket.solved is not None else None,
        },
    }


def _zulu(time: int) -> str:
    return f"{utc(time, 'T')}Z"


def _stripe(log: Log) -> Iterator[tuple[object, ...]]:
    for customer in log.customers:
        number, created = customer.person.number, utc(customer.terms[0].start)
        for place, term in enumerate(customer.terms, start=1):
            ended = utc(term.end) if term.end is not None else ""
            following = customer.terms[place].start if place < len(customer.terms) else None
            cancelled = ended if term.end is not None and term.end != following else ""
            status = "canceled" if ended else "active"
            amount = f"{term.cents // 100}.{term.cents % 100:02}"
            yield (f"sub_{number:07d}_{place}", f"cus_{number:07d}", customer.plan, term.seats, "eur", "month", amount,
                   status, created, utc(term.start), cancelled, ended, customer.segment)  # fmt: skip


def _hubspot(log: Log) -> Iterator[tuple[object, ...]]:
    """Deals that were touched in the log; HubSpot's screens show minutes in the zone of the account."""
    for deal in log.deals:
        entered = dict(deal.entered)
        last, moment = deal.entered[-1]
        if moment < LOG_START:
            continue
        closed = _minute(moment) if last in (WON, LOST) else ""
        stages = (_minute(entered[stage]) if stage in entered else "" for stage in (*STAGES, WON, LOST))
        name = f"{deal.firm} ({user(deal.person.number)})"
        yield (9_000_000 + deal.number, name, PIPELINE, last, f"{deal.cents // 100}.00", "Sales",
               _minute(deal.entered[0][1]), closed, *stages)  # fmt: skip


def _minute(time: int) -> str:
    return datetime.fromtimestamp(time, ZONE).strftime("%Y-%m-%d %H:%M")
