"""Tickets of GitLab by its REST API."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from mkdocs_journeys.trackers.apis.api import Connection
from mkdocs_journeys.trackers.apis.client import GONE, MOST_PAGES, Client, TrackerError
from mkdocs_journeys.trackers.issue import LABEL, TrackerIssue
from mkdocs_journeys.trackers.markup import markdown
from mkdocs_journeys.trackers.reading import Ticket, gitlab_ticket

TOKENS = ("GITLAB_TOKEN",)
USUAL = "https://gitlab.com"
_PROJECT = re.compile(r"[\w.-]+(?:/[\w.-]+)+|\d+").fullmatch
_NUMBER = re.compile(r"^https?://[^/]+/(.+?)/-/(?:issues|work_items)/(\d+)/?(?:[?#].*)?$").match


class GitLab:
    """The tickets of a project."""

    markup = staticmethod(markdown)

    def __init__(self, given: Connection) -> None:
        token = next((given.environment[name] for name in TOKENS if given.environment.get(name)), "")
        if not token:
            raise TrackerError("Set GITLAB_TOKEN to a token of GitLab with the scope api.")
        if not _PROJECT(given.project):
            raise TrackerError("Name a project of GitLab as GROUP/NAME, or by its number.")
        base = given.url or given.environment.get("GITLAB_URL") or given.environment.get("CI_SERVER_URL") or USUAL
        headers = {"Content-Type": "application/json", "PRIVATE-TOKEN": token, "User-Agent": "mkdocs-journeys"}
        self._client = Client("GitLab", base, headers, (token,), given.wait, given.tell)
        self._project = given.project
        self._path = f"/api/v4/projects/{quote(given.project, safe='')}/issues"

    def tickets(self) -> Iterator[Ticket]:
        """All tickets with our label, open and closed."""
        page = "1"
        for _ in range(MOST_PAGES):
            answer = self._client.get(self._path, {"labels": LABEL, "scope": "all", "per_page": "100", "page": page})
            if answer.status in GONE:
                raise TrackerError(f"GitLab knows no project {self._project}, or the token may not see it.")
            yield from map(gitlab_ticket, answer.objects())
            page = answer.headers.get("X-Next-Page") or ""
            if not page:
                return

    def ticket(self, address: str) -> Ticket | None:
        """The ticket at an address; None if it is gone, or in another project."""
        found = _NUMBER(address)
        if not found or (not self._project.isdecimal() and found[1].casefold() != self._project.casefold()):
            return None
        answer = self._client.get(f"{self._path}/{found[2]}")
        return None if answer.status in GONE else gitlab_ticket(answer.fields)

    def create(self, issue: TrackerIssue, text: str, _: Sequence[str]) -> Ticket:
        """Make a ticket."""
        body = {"title": issue.title, "description": text, "labels": ",".join(issue.labels)}
        return gitlab_ticket(self._client.write("POST", self._path, body).fields)

    def update(self, issue: TrackerIssue, ticket: Ticket, text: str) -> None:
        """Give a ticket a title and a text, and our labels besides its own."""
        body = {"title": issue.title, "description": text, "add_labels": ",".join(issue.labels)}
        self._client.write("PUT", f"{self._path}/{ticket.key}", body)
