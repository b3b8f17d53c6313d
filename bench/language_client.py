"""A small client of the Language Server Protocol: requests, and what the server tells, over two streams."""

import itertools
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import IO, Any

CAPABILITIES: Mapping[str, Any] = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename", "delete"]},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "workspaceFolders": True,
    },
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "rename": {"prepareSupport": True},
    },
    "window": {"showDocument": {"support": True}},
}
"""What a modern editor can do."""

Message = dict[str, Any]


class RequestFailedError(Exception):
    """The server answered with an error; the message is its own."""


class LanguageClient:
    """One editor. `told` is all that the server has said by itself, `diagnostics` the last version and problems by uri.

    `limit` is the time in seconds after which it waits no more.
    """

    def __init__(self, source: IO[bytes], target: IO[bytes], limit: float) -> None:
        self.diagnostics: dict[str, tuple[int | None, list[Message]]] = {}
        self.told: list[Message] = []
        self.capabilities: Message = {}
        self._source, self._target, self._limit = source, target, limit
        self._numbers = itertools.count(1)
        self._answers: dict[int, Message] = {}
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def initialize(self, *folders: str, capabilities: Mapping[str, Any] = CAPABILITIES, options: object = None) -> None:
        """Say hello, with the addresses of the workspace's folders."""
        places = [{"uri": folder, "name": folder.rpartition("/")[2]} for folder in folders]
        hello = {"processId": None, "rootUri": folders[0] if folders else None, "workspaceFolders": places}
        hello |= {"capabilities": capabilities, "initializationOptions": options}
        self.capabilities = self.request("initialize", hello)["capabilities"]
        self.notify("initialized", {})

    def open(self, uri: str, text: str, version: int = 1) -> None:
        """Open a buffer."""
        document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, version: int, *changes: Message) -> None:
        """Change a buffer: each change has a text, and a range unless it replaces everything."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def request(self, method: str, params: object) -> Any:
        """Ask for something, and wait for the answer. Raises RequestFailedError."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        with self._news:
            answered = self._news.wait_for(lambda: number in self._answers or self.is_over, self._limit)
        if not answered or number not in self._answers:
            raise RequestFailedError(f"{method} was never answered")
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RequestFailedError(answer["error"]["message"])
        return answer.get("result")

    def at(self, method: str, uri: str, line: int, character: int, **more: object) -> Any:
        """Ask for something about a place, counted from 0."""
        position = {"line": line, "character": character}
        return self.request(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": position, **more})

    def notify(self, method: str, params: object) -> None:
        """Tell something that needs no answer."""
        self._send({"method": method, "params": params})

    def send_raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._target.write(data)
        self._target.flush()

    def wait(self, look: Callable[[], object]) -> None:
        """Wait until something is true of what the server has told. Raises AssertionError."""
        with self._news:
            if not self._news.wait_for(look, self._limit):
                raise AssertionError(f"it was never told; last: {self.told[-3:]}")

    def problems(self, uri: str, version: int | None) -> list[Message]:
        """The problems of a version of a file, once they are there."""
        self.wait(lambda: self.diagnostics.get(uri, (-1, []))[0] == version)
        return self.diagnostics[uri][1]

    @property
    def is_over(self) -> bool:
        """Whether the server has closed its end."""
        return not self._reader.is_alive()

    def leave(self) -> None:
        """Say goodbye."""
        self.request("shutdown", None)
        self.notify("exit", None)

    def hang_up(self) -> None:
        """Close the connection without a word."""
        self._target.close()

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def _read(self) -> None:
        with suppress(ValueError, OSError):  # the stream was closed
            for message in _messages(self._source):
                with self._news:
                    self._take(message)
                    self._news.notify_all()
        threading.Thread(target=self._tell_the_end, daemon=True).start()

    def _tell_the_end(self) -> None:
        self._reader.join()
        with self._news:
            self._news.notify_all()

    def _take(self, message: Message) -> None:
        if "method" not in message:
            self._answers[message["id"]] = message
            return
        self.told.append(message)
        if message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            self.diagnostics[params["uri"]] = (params.get("version"), params["diagnostics"])
        if "id" in message:
            result = {"success": True} if message["method"] == "window/showDocument" else None
            with suppress(OSError, ValueError):
                self._send({"id": message["id"], "result": result})


def _messages(source: IO[bytes]) -> Iterator[Message]:
    """Each message until the stream ends. Raises AssertionError for whatever else is on it."""
    while header := source.readline():
        length = 0
        while header.strip():
            name, _, value = header.partition(b": ")
            if not name.startswith(b"Content-"):
                raise AssertionError(f"this is no message: {header!r}")
            length = int(value) if name == b"Content-Length" else length
            header = source.readline()
        yield json.loads(source.read(length))
