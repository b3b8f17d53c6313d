"""A real server process and a small client that talks to it over its standard streams."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.language_client import LanguageClient
from pygls.uris import from_fs_path

from support.environment import TODAY
from support.processes import BIN, talking
from support.waiting import LIMIT, until


class Client(LanguageClient):
    """An editor and the process of its server."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin
        assert process.stdout
        self.process = process
        self.buffers: set[str] = set()
        self.folders: set[str] = set()
        super().__init__(process.stdout, process.stdin, LIMIT)

    def open(self, uri: str, text: str, version: int = 1) -> None:
        """Open a buffer."""
        self.buffers.add(uri)
        super().open(uri, text, version)

    def close(self, uri: str) -> None:
        """Close a buffer."""
        self.buffers.remove(uri)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def add_folder(self, uri: str) -> None:
        """Open another folder."""
        self.folders.add(uri)
        self._change_folders(added=[uri])

    @contextmanager
    def left_as_found(self) -> Iterator[None]:
        """Close all buffers and folders that are opened inside."""
        yield
        for place in list(self.buffers):
            self.close(place)
        self._change_folders(removed=list(self.folders))
        self.folders.clear()
        self.request("workspace/symbol", {"query": ""})

    def _change_folders(self, *, added: Sequence[str] = (), removed: Sequence[str] = ()) -> None:
        names = {"added": added, "removed": removed}
        event = {how: [{"uri": place, "name": place} for place in places] for how, places in names.items()}
        self.notify("workspace/didChangeWorkspaceFolders", {"event": event})

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
