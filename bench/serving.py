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
BUILD_DELAY = 0.1
"""Seconds that MkDocs waits, after it has noticed a change, whether there are more."""
_BUILT = re.compile(r"(?:Documentation built|Journeys loaded) in ([\d.]+) seconds")
_NOTICED, _OVER = "Detected file changes", "Reloading browsers"


class NeverShownError(Exception):
    """The server did not start, or never showed an edit; the message holds the end of its log."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Seconds from a save until MkDocs noticed it, and until the first response that shows it."""

    noticed: float
    shown: float

    @property
    def polling(self) -> float:
        """MkDocs' own share: it looks twice a second, and then waits for more changes before anything is built."""
        return self.noticed + BUILD_DELAY

    @property
    def beyond(self) -> float:
        """All that comes after MkDocs has called for a build, which is ours: the rest of the whole."""
        return self.shown - self.polling


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

    def shown(self, path: str, shows: Callable[[str], bool], save: Callable[[], object]) -> Shown:
        """Saves, and asks for a page again and again until the answer shows it.

        Between two answers it reads in the server's log, of which nothing is left over, whether MkDocs has noticed.
        """
        before = len(self.said())
        since = time.perf_counter()
        save()
        noticed = None
        while time.perf_counter() - since < LIMIT:
            html = self.page(path)
            now = time.perf_counter() - since
            if noticed is None and _NOTICED in self.said()[before:]:
                noticed = now
            if shows(html):
                return Shown(now - BUILD_DELAY if noticed is None else noticed, now)
            time.sleep(EVERY)
        raise NeverShownError(f"/{path} never showed it:\n{self.said()[-2000:]}")

    def wait_until_idle(self) -> None:
        """Waits until all that MkDocs has noticed is built, to the last page."""
        end = time.monotonic() + LIMIT
        while (said := self.said()).count(_NOTICED) > said.count(_OVER):
            if time.monotonic() > end:
                raise NeverShownError(f"it is never over:\n{said[-2000:]}")
            time.sleep(EVERY)

    def said(self) -> str:
        """The log so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def builds(self) -> list[float]:
        """The seconds that each build, or each loading of the journeys after a save, took by the log."""
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
