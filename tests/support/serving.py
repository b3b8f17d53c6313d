"""A small site of real files, and `mkdocs serve` on it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

LIMIT = 60.0
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
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def write_site(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def run(program: str, *arguments: str, cwd: Path) -> str:
    """The output of `mkdocs` or `properdocs`; its failure fails the test."""
    result = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=cwd,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    return result.stdout


@dataclass(frozen=True)
class Server:
    """A running `mkdocs serve`."""

    folder: Path
    address: str
    log: Path

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
        end = time.monotonic() + LIMIT
        rounds = 0
        while time.monotonic() < end:
            html = self.page(path)
            if shows(html):
                return html
            rounds += 1
            if changed and rounds % 20 == 0:
                os.utime(changed)
            time.sleep(0.2)
        raise AssertionError(f"{path} never showed it:\n{html}\n{self.log.read_text('utf-8')[:4000]}")


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[Server]:
    """`mkdocs serve` in the folder on a free port, until it answers; ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT)
        try:
            server = Server(folder, f"http://127.0.0.1:{port}", log)
            _until_it_answers(server, process)
            yield server
        finally:
            process.terminate()
            process.wait()


def _until_it_answers(server: Server, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        assert process.poll() is None, server.log.read_text("utf-8")
        try:
            server.page("")
            return
        except URLError:
            time.sleep(0.2)
    raise AssertionError(f"no answer:\n{server.log.read_text('utf-8')}")
