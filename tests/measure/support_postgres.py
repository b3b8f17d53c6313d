"""A real PostgreSQL for tests: a server of their own, reached by a socket in a folder of theirs alone."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.processes import run, running
from support.waiting import until

ACCOUNT = "postgres"
PORT = 54321


def programs() -> Path:
    """The folder of Debian's newest PostgreSQL; the test is skipped where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    return found[-1].parent


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server that runs while the block does; its data are gone at the end.

    The server refuses to be root, so that root starts it as the account that Debian's package makes. That account
    cannot come into pytest's temporary folders: each run of pytest closes them anew to all others.
    """
    with tempfile.TemporaryDirectory(prefix="journeys-") as base:
        Path(base).chmod(0o711)
        with _server(Path(base) / "s") as address:
            yield address


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    bin = programs()
    folder.mkdir()
    as_server: list[str | Path] = []
    if os.getuid() == 0:
        shutil.chown(folder, ACCOUNT)
        folder.chmod(0o700)
        as_server = ["runuser", "-u", ACCOUNT, "--"]
    data, log = folder / "data", folder.parent / "postgres.log"
    new = [bin / "initdb", "-D", data, "-A", "trust", "-U", "journeys", "--no-sync", "--locale=C.UTF-8", "-E", "UTF8"]
    run([*as_server, *new], cwd=folder)
    server = [bin / "postgres", "-D", data, "-k", folder, "-p", str(PORT), "-c", "listen_addresses=", "-c", "fsync=off"]
    with running([*as_server, *server], log, cwd=folder) as process:
        asked = [bin / "pg_isready", "-h", folder, "-p", str(PORT)]
        until(lambda: run(asked, code=None).returncode == 0, process.said)
        try:
            yield f"postgres://journeys@/postgres?host={folder}&port={PORT}"
        finally:
            run([*as_server, bin / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop"], cwd=folder)
