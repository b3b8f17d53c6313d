"""A stand-in for GitHub, GitLab and Jira on this machine: as much of their APIs as `journeys export issues` uses."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "right-token"
DROP_BEFORE, DROP_AFTER = "drop before", "drop after"
ENVIRONMENT = {
    "GITHUB_TOKEN": TOKEN,
    "GITLAB_TOKEN": TOKEN,
    "JIRA_EMAIL": "me@example.com",
    "JIRA_API_TOKEN": TOKEN,
}
PROJECTS = {"github": "acme/shop", "gitlab": "acme/shop", "jira": "SHOP"}
Trouble = tuple[int, dict[str, str]] | Literal["drop before", "drop after"] | None


@dataclass
class StoredTicket:
    """A ticket in the stand-in."""

    number: int
    title: str
    text: str
    labels: list[str]
    status: str = "open"
    more: dict[str, Any] = field(default_factory=dict)


@dataclass
class TrackerStandIn:
    """What the stand-in holds. `trouble` is for the next requests that write, `reading` for those that read.

    A page has two tickets. `refused` are fields that Jira does not take.
    """

    url: str = ""
    tickets: dict[int, StoredTicket] = field(default_factory=dict)
    trouble: list[Trouble] = field(default_factory=list)
    reading: list[Trouble] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    refused: frozenset[str] = frozenset()
    sets_labels: bool = True
    page: int = 2

    def add(self, title: str, text: str, labels: list[str], **more: Any) -> StoredTicket:
        """A new ticket."""
        number = len(self.tickets) + 1
        self.tickets[number] = StoredTicket(number, title, text, labels if self.sets_labels else [], more=more)
        return self.tickets[number]

    @property
    def writes(self) -> list[str]:
        """The requests that changed something, or tried."""
        return [one for one in self.requests if not one.startswith("GET")]


@contextmanager
def tracker_stand_in() -> Iterator[TrackerStandIn]:
    """A stand-in that answers as long as the block lasts."""
    state = TrackerStandIn()
    handler = type("Handler", (_Handler,), {"state": state})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    state.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    state: TrackerStandIn

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_PATCH(self) -> None:
        self._answer("PATCH")

    def do_PUT(self) -> None:
        self._answer("PUT")

    def _answer(self, method: str) -> None:
        parts = urlsplit(self.path)
        path, query = unquote(parts.path), {name: values[0] for name, values in parse_qs(parts.query).items()}
        size = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(size)) if size else {}
        self.state.requests.append(f"{method} {path}")
        troubles = self.state.reading if method == "GET" else self.state.trouble
        trouble = troubles.pop(0) if troubles else None
        if trouble == DROP_BEFORE:
            self.close_connection = True
            return
        if isinstance(trouble, tuple):
            self._send(trouble[0], {"message": f"trouble with {TOKEN}"}, trouble[1])
            return
        if TOKEN not in str(self.headers.get("Authorization")) and self.headers.get("PRIVATE-TOKEN") != TOKEN:
            basic = str(self.headers.get("Authorization"))
            if not basic.startswith("Basic bWVAZXhhbXBsZS5jb206cmlnaHQtdG9rZW4="):
                self._send(401, {"message": "Bad credentials"})
                return
        status, answer, headers = self._route(method, path, query, body)
        if trouble == DROP_AFTER:
            self.close_connection = True
            return
        self._send(status, answer, headers)

    def _route(
        self, method: str, path: str, query: dict[str, str], body: dict[str, Any]
    ) -> tuple[int, Any, dict[str, str]]:
        if found := re.fullmatch(r"/repos/acme/shop/issues(?:/(\d+))?", path):
            return self._github(method, found[1], query, body)
        if found := re.fullmatch(r"/api/v4/projects/acme/shop/issues(?:/(\d+))?", path):
            return self._gitlab(method, found[1], query, body)
        if path == "/rest/api/2/search/jql":
            return self._jira_search(query)
        if found := re.fullmatch(r"/rest/api/2/issue(?:/SHOP-(\d+))?", path):
            return self._jira(method, found[1], body)
        return 404, {"message": "Not Found"}, {}

    def _page(self, query: dict[str, str], labels: str) -> tuple[list[StoredTicket], bool]:
        wanted = [one for one in self.state.tickets.values() if labels in one.labels]
        start = (int(query.get("page", "1")) - 1) * self.state.page
        return wanted[start : start + self.state.page], len(wanted) > start + self.state.page

    def _github(
        self, method: str, number: str | None, query: dict[str, str], body: dict[str, Any]
    ) -> tuple[int, Any, dict[str, str]]:
        def shown(one: StoredTicket) -> dict[str, Any]:
            address = f"https://github.example/acme/shop/issues/{one.number}"
            labels = [{"name": label} for label in one.labels]
            base = {"number": one.number, "html_url": address, "title": one.title, "body": one.text}
            return {**base, "state": one.status, "labels": labels, **one.more}

        if method == "GET" and not number:
            some, is_more = self._page(query, query["labels"])
            link = {"Link": f'<{self.state.url}/elsewhere>; rel="next"'} if is_more else {}
            return 200, [shown(one) for one in some], link
        if method == "POST":
            return 201, shown(self.state.add(body["title"], body["body"], body["labels"])), {}
        ticket = self.state.tickets.get(int(number or 0))
        if ticket is None:
            return 404, {"message": "Not Found"}, {}
        if method == "PATCH":
            ticket.title, ticket.text = body["title"], body["body"]
        return 200, shown(ticket), {}

    def _gitlab(
        self, method: str, number: str | None, query: dict[str, str], body: dict[str, Any]
    ) -> tuple[int, Any, dict[str, str]]:
        def shown(one: StoredTicket) -> dict[str, Any]:
            address = f"https://gitlab.example/acme/shop/-/issues/{one.number}"
            state = "opened" if one.status == "open" else "closed"
            base = {"iid": one.number, "web_url": address, "title": one.title, "description": one.text, "state": state}
            return {**base, "labels": one.labels}

        if method == "GET" and not number:
            some, is_more = self._page(query, query["labels"])
            page = str(int(query["page"]) + 1) if is_more else ""
            return 200, [shown(one) for one in some], {"X-Next-Page": page}
        if method == "POST":
            return 201, shown(self.state.add(body["title"], body["description"], body["labels"].split(","))), {}
        ticket = self.state.tickets.get(int(number or 0))
        if ticket is None:
            return 404, {"message": "404 Not found"}, {}
        if method == "PUT":
            ticket.title, ticket.text = body["title"], body["description"]
            ticket.labels += [label for label in body["add_labels"].split(",") if label not in ticket.labels]
        return 200, shown(ticket), {}

    def _jira_shown(self, one: StoredTicket) -> dict[str, Any]:
        """Jira keeps its own form of a text, and writes markup anew."""
        text = one.text.replace("\r", "").replace("\n", "\r\n").replace("h4. ", "h4.  ")
        fields = {"summary": one.title, "description": text, "labels": one.labels, "status": {"name": one.status}}
        return {
            "key": f"SHOP-{one.number}",
            "self": f"{self.state.url}/rest/api/2/issue/{one.number}",
            "fields": fields,
        }

    def _jira_search(self, query: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        page = query.get("nextPageToken", "1")
        label = query["jql"].rpartition(" ")[2]
        some, is_more = self._page({"page": page}, label)
        more = {"nextPageToken": str(int(page) + 1)} if is_more else {"isLast": True}
        return 200, {"issues": [self._jira_shown(one) for one in some], **more}, {}

    def _jira(self, method: str, number: str | None, body: dict[str, Any]) -> tuple[int, Any, dict[str, str]]:
        fields = body.get("fields", {})
        if method == "POST":
            if wrong := self.state.refused & fields.keys():
                errors = dict.fromkeys(sorted(wrong), "cannot be set")
                return 400, {"errorMessages": [], "errors": errors}, {}
            more = {name: fields[name] for name in ("issuetype", "priority", "parent") if name in fields}
            made = self.state.add(fields["summary"], fields["description"], fields["labels"], **more)
            return 201, {"id": str(made.number), "key": f"SHOP-{made.number}"}, {}
        ticket = self.state.tickets.get(int(number or 0))
        if ticket is None:
            return 404, {"errorMessages": ["Issue does not exist"]}, {}
        if method == "PUT":
            ticket.title, ticket.text = fields["summary"], fields["description"]
            return 204, None, {}
        return 200, self._jira_shown(ticket), {}

    def _send(self, status: int, answer: Any, headers: dict[str, str] | None = None) -> None:
        content = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
