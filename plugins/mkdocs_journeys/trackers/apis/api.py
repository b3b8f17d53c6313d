"""What the APIs have in common, and the one that is meant by a name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mkdocs_journeys.model.settings.trackers import Trackers
from mkdocs_journeys.trackers.apis.client import TrackerError
from mkdocs_journeys.trackers.issue import TrackerIssue
from mkdocs_journeys.trackers.reading import Ticket


class UnlabelledError(TrackerError):
    """A ticket was made without the label by which it is found again: its address has to be kept."""

    def __init__(self, message: str, ticket: Ticket) -> None:
        super().__init__(message)
        self.ticket = ticket


class TrackerApi(Protocol):
    """A project of a tracker. All methods raise TrackerError."""

    def markup(self, issue: TrackerIssue) -> str:
        """The text of a ticket, with our markers."""

    def tickets(self) -> Iterable[Ticket]:
        """All tickets with our label, open and closed."""

    def ticket(self, address: str) -> Ticket | None:
        """The ticket at an address; None if it is gone, or in another project."""

    def create(self, issue: TrackerIssue, text: str, parents: Sequence[str]) -> Ticket:
        """Make a ticket, below the first of its parents, by their keys, where the tracker has such."""

    def update(self, issue: TrackerIssue, ticket: Ticket, text: str) -> None:
        """Give a ticket a title, a text, and our labels."""


@dataclass(frozen=True, slots=True)
class Connection:
    """How an API is reached: the project there, another address than the usual one, and tokens by variable.

    `wait` is called with seconds, `tell` with a sentence for the user.
    """

    project: str
    url: str
    environment: Mapping[str, str]
    trackers: Trackers
    wait: Callable[[float], None]
    tell: Callable[[str], None]
