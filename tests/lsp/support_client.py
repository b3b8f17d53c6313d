"""A small client of the Language Server Protocol, over the standard streams of a real process."""

import itertools
import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pygls.uris import from_fs_path

from support.environment import TODAY
from support.processes import BIN, talking
from support.waiting import LIMIT, until

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


class RequestFailedError(Exception):
    """The server answered with an error; the message is its own."""


class Client:
    """One editor: sends requests, keeps what it is told, and answers what it is asked."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin
        assert process.stdout
        self.process = process
        self.diagnostics: dict[str, tuple[int | None, list[dict[str, Any]]]] = {}
        self.told: list[dict[str, Any]] = []
        self.capabilities: dict[str, Any] = {}
        self._numbers = itertools.count(1)
        self._answers: dict[int, dict[str, Any]] = {}
        self._news = threading.Condition()
        self._input, self._output = process.stdin, process.stdout
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def initialize(
        self, *folders: Path, capabilities: Mapping[str, Any] = CAPABILITIES, options: object = None
    ) -> None:
        """Say hello, with these folders as the workspace."""
        places = [{"uri": uri(folder), "name": folder.name} for folder in folders]
        hello = {"processId": os.getpid(), "capabilities": capabilities, "workspaceFolders": places}
        hello |= {"rootUri": places[0]["uri"] if places else None, "initializationOptions": options}
        self.capabilities = self.request("initialize", hello)["capabilities"]
        self.notify("initialized", {})

    def request(self, method: str, params: object) -> Any:
        """Ask for something, and wait for the answer. Raises RequestFailedError."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        with self._news:
            assert self._news.wait_for(lambda: number in self._answers or self.is_over, LIMIT), method
        assert number in self._answers, f"the server ended, and did not answer {method}"
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RequestFailedError(answer["error"]["message"])
        return answer.get("result")

    def notify(self, method: str, params: object) -> None:
        """Tell something that needs no answer."""
        self._send({"method": method, "params": params})

    def send_raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._input.write(data)
        self._input.flush()

    def wait(self, look: Callable[[], object]) -> None:
        """Wait until something is true of what the server has told."""
        with self._news:
            assert self._news.wait_for(look, LIMIT), self.diagnostics

    def problems(self, uri: str, version: int | None) -> list[dict[str, Any]]:
        """The problems of a version of a file, once they are there."""
        self.wait(lambda: uri in self.diagnostics and self.diagnostics[uri][0] == version)
        return self.diagnostics[uri][1]

    @property
    def is_over(self) -> bool:
        """Whether the server has closed its end."""
        return not self._reader.is_alive()

    def leave(self) -> int:
        """Say goodbye; gives the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.ended()

    def hang_up(self) -> int:
        """Close the connection without a word; gives the exit code."""
        self._input.close()
        return self.ended()

    def ended(self) -> int:
        """The exit code, once the server has ended."""
        until(lambda: self.process.poll() is not None)
        return self.process.returncode

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def _read(self) -> None:
        for message in _messages(self._output.readline, self._output.read):
            with self._news:
                self._take(message)
                self._news.notify_all()
        with self._news:
            self._news.notify_all()

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            self._answers[message["id"]] = message
            return
        self.told.append(message)
        if message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            self.diagnostics[params["uri"]] = (params.get("version"), params["diagnostics"])
        if "id" in message:
            result = {"success": True} if message["method"] == "window/showDocument" else None
            with suppress(BrokenPipeError):
                self._send({"id": message["id"], "result": result})


def _messages(readline: Callable[[], bytes], read: Callable[[int], bytes]) -> Iterator[dict[str, Any]]:
    """Each message until the stream ends; anything else on it is an error."""
    while header := readline():
        length = 0
        while header.strip():
            name, _, value = header.partition(b": ")
            assert name.startswith(b"Content-"), f"this is no message: {header!r}"
            length = int(value) if name == b"Content-Length" else length
            header = readline()
        yield json.loads(read(length))


def uri(path: Path) -> str:
    """The address of a file."""
    return str(from_fs_path(str(path)))


@contextmanager
def client(log: Path, *options: str) -> Iterator[Client]:
    """A client of a server of its own, which ends with the block; what that logs is added to `log`."""
    with talking([BIN / "journeys", "lsp", "--today", TODAY.isoformat(), *options], log) as process:
        yield Client(process)
