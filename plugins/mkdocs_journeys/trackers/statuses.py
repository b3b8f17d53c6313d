"""What the statuses of trackers say of a pain or an opportunity."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from mkdocs_journeys.insight.scoring import ENDED
from mkdocs_journeys.model.scales import OPEN_PAIN_STATUSES, OpportunityStatus, PainStatus
from mkdocs_journeys.model.settings.trackers import Tracker
from mkdocs_journeys.trackers.issue import IssueKind
from mkdocs_journeys.trackers.reading import Ticket

Progress = Literal["waiting", "started", "closed"]
_WAITING = ("to do", "todo", "open", "opened", "reopened", "new", "backlog", "triage", "unstarted", "proposed")
_STARTED = ("in progress", "in development", "doing", "started", "active", "committed", "in review", "testing")
_CLOSED = ("done", "closed", "resolved", "completed", "canceled", "cancelled", "duplicate", "removed", "not planned")
_PROGRESS: Mapping[str, Progress] = {
    **dict.fromkeys((*_WAITING, "selected for development"), "waiting"),
    **dict.fromkeys(_STARTED, "started"),
    **dict.fromkeys((*_CLOSED, "won't do", "won't fix"), "closed"),
}
"""The statuses that trackers come with."""
IN_PROGRESS = "in-progress"
ALL_STATUSES: tuple[str, ...] = tuple(dict.fromkeys((*get_args(PainStatus), *get_args(OpportunityStatus))))
"""The statuses of pains, then those of opportunities."""


class StatusReading(NamedTuple):
    """The status that a topic should have, "" for the one that it has, and a remark for whoever looks after the map."""

    status: str
    remark: str = ""
    is_unknown: bool = False


def read_status(word: str, kind: IssueKind, now: str, tracker: Tracker) -> StatusReading:
    """What a status in a tracker says of a topic with the status `now`.

    The catalog's words count first. Without them work that was begun makes a waiting topic `in-progress`, and nothing
    is ever closed or opened again: that is remarked.
    """
    chosen: Mapping[str, str] = tracker.pains if kind == "pain" else tracker.opportunities
    shape = _shape(word)
    mapped = next((status for name, status in chosen.items() if _shape(name) == shape), None)
    if mapped:
        return StatusReading("" if mapped == now else mapped)
    progress = _PROGRESS.get(shape)
    is_open = now in OPEN_PAIN_STATUSES if kind == "pain" else now not in ENDED
    if progress is None:
        return StatusReading("", is_unknown=bool(word))
    if progress == "closed":
        return StatusReading("", f"is {word} there, and still {now} here" if is_open else "")
    if not is_open:
        return StatusReading("", f"is {word} there, and {now} here")
    return StatusReading(IN_PROGRESS if progress == "started" and now != IN_PROGRESS else "")


def is_closed(ticket: Ticket) -> bool:
    """Whether a tracker says that work on a ticket is over."""
    return ticket.closed is not None or _PROGRESS.get(_shape(ticket.status)) == "closed"


def _shape(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").replace("’", "'").split())
