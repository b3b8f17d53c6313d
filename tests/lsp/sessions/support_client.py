"""A real server process and a small client that talks to it over its standard streams."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.language_client import LanguageClient
from pygls.uris import from_fs_path

from support.environment import TODAY
from support.processes import BIN, talking
from support.waiting import LIMIT, until


class Client(LanguageClient):
    """An editor with a server of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin
        assert process.stdout
        self.process = process
        super().__init__(process.stdout, process.stdin, LIMIT)

    def ended(self) -> int:
        """The exit code, once the server has ended."""
        until(lambda: self.process.poll() is not None)
        return int(self.process.returncode)


def uri(path: Path) -> str:
    """The address of a file."""
    return str(from_fs_path(str(path)))


@contextmanager
def client(log: Path, *options: str) -> Iterator[Client]:
    """A client of a server of its own, which ends with the block; what that logs goes to `log`."""
    with talking([BIN / "journeys", "lsp", "--today", TODAY.isoformat(), *options], log) as process:
        yield Client(process)
