"""Only one measures at a time, and nobody waits for a process that is dead."""

import json
import os
import socket
from pathlib import Path

import pytest

from mkdocs_journeys.measure.lock import LockedError, locked
from support.processes import PYTHON, run


def test_the_lock_is_there_while_it_is_held(tmp_path: Path) -> None:
    path = tmp_path / "journeys" / ".measuring"
    with locked(path):
        assert json.loads(path.read_text("utf-8"))["process"] == os.getpid()
    assert not path.exists()


def test_who_holds_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / ".measuring"
    with (
        locked(path),
        pytest.raises(LockedError, match=f"Process {os.getpid()} on {socket.gethostname()}"),
        locked(path),
    ):
        pass
    assert not path.exists()


def test_a_lock_of_another_machine_is_respected(tmp_path: Path) -> None:
    path = tmp_path / ".measuring"
    path.write_text(json.dumps({"host": "elsewhere", "process": 1, "since": "2026-11-30"}), "utf-8")
    with pytest.raises(LockedError, match="Process 1 on elsewhere"), locked(path):
        pass
    assert path.exists()


def test_a_lock_that_a_killed_process_left_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / ".measuring"
    gone = int(run([PYTHON, "-c", "import os; print(os.getpid())"]).stdout)
    path.write_text(json.dumps({"host": socket.gethostname(), "process": gone}), "utf-8")
    with locked(path):
        assert json.loads(path.read_text("utf-8"))["process"] == os.getpid()


@pytest.mark.parametrize("content", ["", "[]", '{"host": 1}', "\x00"])
def test_a_lock_that_cannot_be_read_is_respected(tmp_path: Path, content: str) -> None:
    path = tmp_path / ".measuring"
    path.write_text(content, "utf-8")
    with pytest.raises(LockedError, match="measuring here"), locked(path):
        pass
