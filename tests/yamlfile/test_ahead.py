"""Files that two processes share are read as one process reads them, whatever becomes of the other one."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from mkdocs_journeys.yamlfile import ahead, everyday, reading, values_of
from mkdocs_journeys.yamlfile.ahead import Values

REFUSED = b"title: &a Buy\n"
FILES = {f"{number}.yml": b"title: Buy %d\n" % number * (1 + number % 7) for number in range(300)}
FILES |= {f"{number}.yml": b"stages:\n- steps: [%d, two]\n" % number for number in range(300, 600)}
FILES |= {"refused.yml": REFUSED, "empty.yml": b""}
EXPECTED = {path: everyday(data) for path, data in FILES.items()}


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Even few files are shared; the ids of the other processes."""
    made: list[int] = []
    really = os.fork

    def noted() -> int:
        made.append(really())
        return made[-1]

    monkeypatch.setattr(ahead, "LARGE", 0)
    monkeypatch.setattr(ahead, "may_copy", lambda: True)
    monkeypatch.setattr(os, "fork", noted)
    return made


def only_there(monkeypatch: pytest.MonkeyPatch, instead: Callable[[bytes], Values]) -> None:
    """Let the other process read in another way."""
    here = os.getpid()
    monkeypatch.setattr(ahead, "everyday", lambda data: everyday(data) if os.getpid() == here else instead(data))


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def has_ended(process: int) -> bool:
    """Whether a process has ended and somebody has waited for it."""
    try:
        os.waitpid(process, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def test_one_process_reads_few_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "may_copy", lambda: pytest.fail("asked"))
    with reading(FILES, values_of) as read:
        assert list(read) == list(EXPECTED.items())


def test_no_files_are_read_to_nothing() -> None:
    with reading({}, values_of) as read:
        assert list(read) == []


def test_two_processes_read_each_file_once(two_processes: list[int]) -> None:
    with reading(FILES, values_of) as read:
        found = list(read)
    assert len(found) == len(FILES)
    assert dict(found) == EXPECTED
    assert len(two_processes) == 1


def test_nobody_waits_for_files_that_are_read_already(
    two_processes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()
    monkeypatch.setattr(ahead, "everyday", lambda data: pytest.fail("read") if os.getpid() == here else everyday(data))
    with reading(FILES, values_of) as read:
        os.waitid(os.P_PID, two_processes[0], os.WEXITED | os.WNOWAIT)
        assert dict(read) == EXPECTED


@pytest.mark.parametrize("after", [0, 1, 100])
def test_what_a_process_that_dies_has_begun_is_read_again(
    two_processes: list[int], monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    calls = count()
    only_there(monkeypatch, lambda data: everyday(data) if next(calls) < after else os._exit(9))
    with reading(FILES, values_of) as read:
        os.waitid(os.P_PID, two_processes[0], os.WEXITED | os.WNOWAIT)
        found = list(read)
    assert len(found) == len(FILES)
    assert dict(found) == EXPECTED


@pytest.mark.usefixtures("two_processes")
def test_a_mistake_in_the_other_process_is_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    only_there(monkeypatch, lambda _: {"late": 1 // 0})
    with reading(FILES, values_of) as read:
        assert dict(read) == EXPECTED


def test_whoever_stops_half_way_leaves_no_process_and_no_file_behind(two_processes: list[int]) -> None:
    before = open_files()
    with pytest.raises(ZeroDivisionError), reading(FILES, values_of) as read:
        for number, _ in enumerate(read):
            1 // (3 - number)
    assert open_files() == before
    assert all(map(has_ended, two_processes))


def test_files_that_nobody_asks_for_are_left(two_processes: list[int]) -> None:
    before = open_files()
    with reading(FILES, values_of):
        pass
    assert open_files() == before
    assert all(map(has_ended, two_processes))


@pytest.mark.usefixtures("two_processes")
@pytest.mark.parametrize("refused", ["fork", "pipe", "memfd_create"])
def test_a_system_without_room_reads_all_in_one_process(monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(os, refused, refuse)
    before = open_files()
    with reading(FILES, values_of) as read:
        assert list(read) == list(EXPECTED.items())
    assert open_files() == before


@pytest.mark.parametrize("sizes", [[1] * 500, [100, *[1] * 300], [0] * 10, [5]], ids=str)
def test_files_are_shared_in_parcels_that_a_byte_can_number(monkeypatch: pytest.MonkeyPatch, sizes: list[int]) -> None:
    monkeypatch.setattr(ahead, "LARGE", 0)
    parcels = ahead._parcels({f"{number}.yml": b"x" * size for number, size in enumerate(sizes)})
    assert len(parcels) <= ahead.MOST_PARCELS
    assert [len(data) for parcel in parcels for data in parcel.values()] == sizes
