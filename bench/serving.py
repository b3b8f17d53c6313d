"""`mkdocs serve` on a folder, and how long an edit takes to reach the browser."""

import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from bench.hosts import program
from bench.measure import ENVIRONMENT

LIMIT = 300.0
EVERY = 0.01
_BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")


class NeverShownError(Exception):
    """The server did not start, or never showed an edit; the message holds the end of its log."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running `mkdocs serve`."""

    address: str
    log: Path

    def page(self, path: str) -> str:
        """What stands at an address; empty where there is no page."""
        try:
            with urlopen(f"{self.address}/{path}", timeout=LIMIT) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode("utf-8"))
        except HTTPError:
            return ""

    def seconds_until(self, path: str, shows: Callable[[str], bool], since: float) -> float:
        """The seconds from a moment (of perf_counter) to the first response that shows what is wanted."""
        while time.perf_counter() - since < LIMIT:
            html = self.page(path)
            now = time.perf_counter()
            if shows(html):
                return now - since
            time.sleep(EVERY)
        raise NeverShownError(f"/{path} never showed it:\n{self.said()[-2000:]}")

    def said(self) -> str:
        """The log so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def builds(self) -> list[float]:
        """The seconds that each build took by MkDocs' own word, the first one included."""
        return [float(text) for text in _BUILT.findall(self.said())]


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[Server]:
    """`mkdocs serve` in a folder on a free port, until it answers and watches; ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("mkdocs"), "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603
        try:
            server = Server(f"http://127.0.0.1:{port}", log)
            _wait(server, process)
            yield server
        finally:
            process.terminate()
            process.wait()


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + LIMIT
    while time.monotonic() < end and process.poll() is None:
        try:
            server.page("")
        except URLError:
            time.sleep(0.2)
        else:
            # An edit while the server takes its first look at the folders is one that it cannot see.
            time.sleep(3)
            return
    raise NeverShownError(f"no answer:\n{server.said()[-2000:]}")
