"""Tickets of Jira Cloud by version 2 of its REST API, which takes wiki markup."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any

from mkdocs_journeys.trackers.apis.api import Connection
from mkdocs_journeys.trackers.apis.client import GONE, MOST_PAGES, Client, TrackerError
from mkdocs_journeys.trackers.issue import LABEL, TrackerIssue
from mkdocs_journeys.trackers.markup import wiki
from mkdocs_journeys.trackers.reading import Ticket, jira_ticket

TOKENS = ("JIRA_EMAIL", "JIRA_API_TOKEN")
FIELDS = "summary,description,labels,status,resolutiondate"
_PROJECT = re.compile(r"[A-Z][A-Z0-9_]+").fullmatch
_KEY = re.compile(r"/browse/([A-Z][A-Z0-9_]+-\d+)/?(?:[?#].*)?$").search
BAD_REQUEST = 400


class Jira:
    """The tickets of a project."""

    markup = staticmethod(wiki)

    def __init__(self, given: Connection) -> None:
        mail, token = (given.environment.get(name, "") for name in TOKENS)
        base = given.url or given.environment.get("JIRA_URL", "")
        if not mail or not token or not base:
            raise TrackerError(
                "Set JIRA_URL to the address of your site, JIRA_EMAIL to your mail address there, and JIRA_API_TOKEN "
                "to an API token of yours."
            )
        if not _PROJECT(given.project):
            raise TrackerError("Name a project of Jira by its key, such as SHOP.")
        basic = b64encode(f"{mail}:{token}".encode()).decode()
        headers = {
            "Accept": "application/json",
            "Authorization": f"Basic {basic}",
            "Content-Type": "application/json",
            "User-Agent": "mkdocs-journeys",
        }
        self._client = Client("Jira", base, headers, (token, basic), given.wait, given.tell)
        self._project = given.project
        self._types = {
            "pain": given.trackers.jira.pain_type or "Task",
            "opportunity": given.trackers.jira.opportunity_type or "Epic",
        }

    def tickets(self) -> Iterator[Ticket]:
        """All tickets with our label, open and closed."""
        query = {"jql": f"project = {self._project} AND labels = {LABEL}", "fields": FIELDS, "maxResults": "100"}
        for _ in range(MOST_PAGES):
            answer = self._client.get("/rest/api/2/search/jql", query)
            if answer.status in GONE:
                raise TrackerError("Jira knows no search there. Only Jira Cloud can be asked; is JIRA_URL right?")
            yield from map(self._ticket, answer.objects("issues"))
            token = answer.fields.get("nextPageToken")
            if not token:
                return
            query["nextPageToken"] = str(token)

    def ticket(self, address: str) -> Ticket | None:
        """The ticket at an address; None if it is gone, or in another project."""
        found = _KEY(address)
        if not found or not found[1].startswith(f"{self._project}-") or not address.startswith(f"{self._client.base}/"):
            return None
        answer = self._client.get(f"/rest/api/2/issue/{found[1]}", {"fields": FIELDS})
        return None if answer.status in GONE else self._ticket(answer.fields)

    def create(self, issue: TrackerIssue, text: str, parents: Sequence[str]) -> Ticket:
        """Make a ticket; without priority and parent in a project that does not take them."""
        fields: dict[str, Any] = {
            "project": {"key": self._project},
            "issuetype": {"name": self._types[issue.topic.kind]},
            "summary": issue.title,
            "description": text,
            "labels": list(issue.labels),
        }
        more: dict[str, Any] = {"priority": {"name": issue.priority.capitalize()}}
        if parents:
            more["parent"] = {"key": parents[0]}
        answer = self._client.write("POST", "/rest/api/2/issue", {"fields": {**fields, **more}}, (BAD_REQUEST,))
        if answer.status == BAD_REQUEST:
            answer = self._client.write("POST", "/rest/api/2/issue", {"fields": fields})
        key = str(answer.fields.get("key"))
        return Ticket(1, key, f"{self._client.base}/browse/{key}", issue.title, text, "")

    def update(self, issue: TrackerIssue, ticket: Ticket, text: str) -> None:
        """Give a ticket a title and a text, and our labels besides its own."""
        body = {
            "fields": {"summary": issue.title, "description": text},
            "update": {"labels": [{"add": label} for label in issue.labels]},
        }
        self._client.write("PUT", f"/rest/api/2/issue/{ticket.key}", body)

    def _ticket(self, item: dict[str, Any]) -> Ticket:
        ticket = jira_ticket(item)
        return ticket._replace(address=f"{self._client.base}/browse/{ticket.key}")
