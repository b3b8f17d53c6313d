"""Tickets of GitHub by its REST API."""

import re
from collections.abc import Iterator, Sequence

from mkdocs_journeys.trackers.apis.api import Connection, UnlabelledError
from mkdocs_journeys.trackers.apis.client import GONE, MOST_PAGES, Client, TrackerError
from mkdocs_journeys.trackers.issue import LABEL, TrackerIssue
from mkdocs_journeys.trackers.markup import markdown
from mkdocs_journeys.trackers.reading import Ticket, github_ticket

TOKENS = ("GITHUB_TOKEN", "GH_TOKEN")
USUAL = "https://api.github.com"
_PROJECT = re.compile(r"[\w-]+/[\w.-]*[\w-]", re.ASCII).fullmatch
_NUMBER = re.compile(r"^https?://[^/]+/([^/]+/[^/]+)/issues/(\d+)/?(?:[?#].*)?$").match


class GitHub:
    """The tickets of a repository."""

    markup = staticmethod(markdown)

    def __init__(self, given: Connection) -> None:
        token = next((given.environment[name] for name in TOKENS if given.environment.get(name)), "")
        if not token:
            raise TrackerError("Set GITHUB_TOKEN to a token that may read and write the repository's issues.")
        if not _PROJECT(given.project):
            raise TrackerError("Name a repository of GitHub as OWNER/NAME.")
        base = given.url or given.environment.get("GITHUB_API_URL") or USUAL
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "User-Agent": "mkdocs-journeys",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        # GitHub asks for a second between requests that write.
        self._client = Client("GitHub", base, headers, (token,), given.wait, given.tell, pause=1.0)
        self._project = given.project
        self._path = f"/repos/{given.project}/issues"

    def tickets(self) -> Iterator[Ticket]:
        """All tickets with our label, open and closed."""
        for page in range(1, MOST_PAGES + 1):
            query = {"labels": LABEL, "state": "all", "per_page": "100", "page": str(page)}
            answer = self._client.get(self._path, query)
            if answer.status in GONE:
                raise TrackerError(f"GitHub knows no repository {self._project}, or the token may not see it.")
            yield from (github_ticket(one) for one in answer.objects() if "pull_request" not in one)
            if 'rel="next"' not in (answer.headers.get("Link") or ""):
                return

    def ticket(self, address: str) -> Ticket | None:
        """The ticket at an address; None if it is gone, or in another repository."""
        found = _NUMBER(address)
        if not found or found[1].casefold() != self._project.casefold():
            return None
        answer = self._client.get(f"{self._path}/{found[2]}")
        return None if answer.status in GONE else github_ticket(answer.fields)

    def create(self, issue: TrackerIssue, text: str, _: Sequence[str]) -> Ticket:
        """Make a ticket."""
        body = {"title": issue.title, "body": text, "labels": list(issue.labels)}
        made = self._client.write("POST", self._path, body).fields
        ticket = github_ticket(made)
        if LABEL not in _labels(made):
            message = (
                f"GitHub made {ticket.address} without the label {LABEL}, by which it is found again: the token may "
                "not set labels. Set it by hand, and use another token."
            )
            raise UnlabelledError(message, ticket)
        return ticket

    def update(self, issue: TrackerIssue, ticket: Ticket, text: str) -> None:
        """Give a ticket a title and a text; its labels stay as they are."""
        self._client.write("PATCH", f"{self._path}/{ticket.key}", {"title": issue.title, "body": text})


def _labels(item: dict[str, object]) -> list[str]:
    labels = item.get("labels")
    named = labels if isinstance(labels, list) else []
    return [str(one.get("name") if isinstance(one, dict) else one) for one in named]
