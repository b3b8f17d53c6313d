"""A git host on this machine: answers as it was told, and remembers what it was asked."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = dict[str, Any] | list[Any] | bytes | int


@dataclass
class Asked:
    """One request that was made."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: dict[str, Any] | None


@dataclass
class Host:
    """What the host answers, by method and path; a text is an address that it sends on to, a number a status."""

    address: str = ""
    answers: dict[tuple[str, str], Answer | str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def written(self) -> list[tuple[str, str, str]]:
        """The (method, path, body's text) of every request that writes."""
        return [(one.method, one.path, one.body["body"]) for one in self.asked if one.body]

    def queries(self, path: str) -> list[dict[str, list[str]]]:
        """The query of each request for a path."""
        return [one.query for one in self.asked if one.path == path]


@contextmanager
def hosting() -> Iterator[Host]:
    """A host that runs until the end of the block."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            url = urlsplit(self.path)
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else None
            headers = {name.lower(): value for name, value in self.headers.items()}
            host.asked.append(Asked(self.command, url.path, parse_qs(url.query), headers, body))
            found = host.answers.get((self.command, url.path), 404)
            page = int(parse_qs(url.query).get("page", ["1"])[0])
            if isinstance(found, list):
                found = found[(page - 1) * 100 : page * 100]
            self.send_response(302 if isinstance(found, str) else found if isinstance(found, int) else 200)
            if isinstance(found, str):
                self.send_header("Location", found)
            data = found if isinstance(found, bytes) else json.dumps(found).encode()
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
