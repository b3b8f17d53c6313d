"""A small site of real files, and `mkdocs serve` on it."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from support import processes
from support.processes import PYTHON, Running, running
from support.waiting import LIMIT, until

ATTEMPTS = 5
"""How often another port is tried when somebody took the one that was free."""
TOUCHED_AFTER = 20
FILES = {
    "mkdocs.yml": ("site_name: X\nstrict: true\ntheme: {name: material, font: false}\nplugins: [search, journeys]\n"),
    "docs/guide.md": "# A guide\n",
    "journeys/catalog.yml": "format: 1\nname: A small atlas\nstages:\n  - {id: decision, name: Decision}\n",
    "journeys/personas/ana.yml": "name: Ana\nrole: Buyer\n",
    "journeys/maps/buy.yml": (
        "title: Buy it\npersonas: ana\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"
        "        emotion: -1\n"
    ),
}


def write_site(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def run(program: str, *arguments: str, cwd: Path) -> str:
    """The output of `mkdocs` or `properdocs`; its failure fails the test."""
    done = processes.run([PYTHON, "-m", program, *arguments], cwd=cwd)
    return done.stdout + done.stderr


@dataclass(frozen=True)
class Server:
    """A running `mkdocs serve`."""

    folder: Path
    address: str
    running: Running

    def page(self, path: str) -> str:
        """What stands at an address; empty when there is no page."""
        try:
            with urlopen(f"{self.address}/{path}", timeout=LIMIT) as answer:
                return str(answer.read().decode("utf-8"))
        except HTTPError:
            return ""

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def wait(self, path: str, shows: Callable[[str], bool], changed: Path | None = None) -> str:
        """The page at an address once it shows what is wanted.

        A file that was `changed` is touched again now and then: a change just while the server takes its
        first look at the folder is one it cannot see.
        """
        seen = [""]

        def shown() -> bool:
            seen.append(self.page(path))
            if changed and len(seen) % TOUCHED_AFTER == 0:
                os.utime(changed)
            return shows(seen[-1])

        until(shown, lambda: f"{path}:\n{seen[-1]}\n{self.running.said()[:4000]}")
        return seen[-1]


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[Server]:
    """`mkdocs serve` in the folder on a free port, until it answers; ended afterwards."""
    for _ in range(ATTEMPTS):
        port = _free_port()
        command = [PYTHON, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        with running(command, log, cwd=folder) as process:
            server = Server(folder, f"http://127.0.0.1:{port}", process)
            _wait_for_answer(server)
            if not process.is_over():
                yield server
                return
        assert "Address already in use" in process.said(), process.said()
    raise AssertionError(f"{ATTEMPTS} free ports were all taken by others")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for_answer(server: Server) -> None:
    """Return when the server answers, or when its process has ended."""

    def answers() -> bool:
        try:
            server.page("")
        except OSError:
            return server.running.is_over()
        return True

    until(answers, server.running.said)
