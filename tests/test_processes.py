"""A second process works and ends, and is made only where it helps."""

import gc
import os
import threading

import pytest

from mkdocs_journeys.processes import copied, may_copy


def test_no_process_is_copied_beside_another_thread() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not may_copy()
    finally:
        stop.set()
        thread.join()


def test_one_core_has_no_room_for_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert not may_copy()


def test_a_copy_ends_once_its_work_is_done() -> None:
    assert _status_of(copied(lambda: None)) == 0


def test_a_copy_that_makes_a_mistake_says_so() -> None:
    assert _status_of(copied(lambda: 1 // 0)) == 1


def test_a_copy_looks_for_no_cycles() -> None:
    assert _status_of(copied(lambda: 1 // (not gc.isenabled()))) == 0


def _status_of(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
