"""A file that says who is measuring, so that two do not write the same figures."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path


class LockedError(Exception):
    """Somebody else is measuring: the text says who, where and since when."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at `path` while the block runs. Raises LockedError, and OSError where no file can be made.

    A lock that a process of this machine left behind when it was killed is taken over.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC).isoformat("T", "seconds")
    holder = {"host": socket.gethostname(), "process": os.getpid(), "since": now}
    _remove_if_dead(path)
    try:
        with path.open("x", encoding="utf-8") as file:
            json.dump(holder, file)
    except FileExistsError:
        raise LockedError(_told(_holder(path))) from None
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _remove_if_dead(path: Path) -> None:
    holder = _holder(path)
    if holder.get("host") == socket.gethostname() and not _is_alive(holder.get("process")):
        path.unlink(missing_ok=True)


def _holder(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_alive(process: object) -> bool:
    if not isinstance(process, int) or process <= 0:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _told(holder: dict[str, object]) -> str:
    if not holder:
        return "Somebody else is measuring here."
    return f"Process {holder.get('process')} on {holder.get('host')} is measuring here since {holder.get('since')}."
