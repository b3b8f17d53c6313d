"""Chunks are worked on by several processes, by this one alone where it has to be, and nothing is left behind."""

import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from mkdocs_journeys.parallel import map_chunks
from support import processes
from support.waiting import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have one process")

TWO_CORES = """
import os, threading
from multiprocessing import active_children
from mkdocs_journeys.parallel import map_chunks
cores = {0, 1}
os.sched_getaffinity = lambda _: cores
def work(items):
    return [(item, os.getpid()) for item in items]
def processes(found):
    return len({process for _, chunk in found for _, process in chunk})
def numbers(found):
    return sorted(number for _, chunk in found for number, _ in chunk)
"""


def run(code: str) -> str:
    """What a program prints that has no other thread, as those of pytest may have."""
    done = processes.run([processes.PYTHON, "-W", "error", "-c", TWO_CORES + code])
    assert done.stderr == ""
    return done.stdout.strip()


def test_every_item_is_worked_on_once_by_several_processes() -> None:
    code = """
import time
def slow(items):
    time.sleep(0.001)
    return work(items)
found = list(map_chunks(slow, range(500)))
print(numbers(found) == list(range(500)), processes(found), active_children())
"""
    assert run(code) == "True 2 []"


def test_a_heavy_item_ends_its_chunk() -> None:
    weighed = map_chunks(list, range(100), weight=lambda item: 1000 if item == 50 else 1)
    chunks = sorted(weighed, key=lambda one: one[0].start)
    assert [item for _, chunk in chunks for item in chunk] == list(range(100))
    assert all(list(range(100))[one] == chunk for one, chunk in chunks)
    assert 50 in {chunk[-1] for _, chunk in chunks}
    assert len(chunks) < 50


def test_no_items_are_no_work() -> None:
    assert list(map_chunks(len, [])) == []


@pytest.mark.parametrize(
    "circumstance",
    [
        "cores.pop()",
        "threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "fewest = 501",
        "os.fork = refuse",
        "os.pipe = refuse",
        "os.fork = lambda fork=os.fork, left=[1]: fork() if left and left.pop() else refuse(); cores.add(2)",
        "threading.Thread.start = lambda self: refuse(RuntimeError)",
        "import sys; sys.modules['_multiprocessing'] = None",
        "from multiprocessing.synchronize import SemLock; SemLock.__init__ = lambda *_, **__: refuse()",
    ],
)
def test_where_there_can_be_no_further_process_this_one_works_alone(circumstance: str) -> None:
    code = f"""
def refuse(error=OSError):
    raise error("refused")
fewest = 500
{circumstance}
found = list(map_chunks(work, range(500), fewest=fewest))
print(numbers(found) == list(range(500)), {{process for _, chunk in found for _, process in chunk}} == {{os.getpid()}})
print(active_children())
"""
    assert run(code).split("\n") == ["True True", "[]"]


@pytest.mark.parametrize("cores", [1, 2])
def test_what_work_raises_comes_out(cores: int) -> None:
    code = f"""
cores = set(range({cores}))
def failing(items):
    if 300 in items:
        raise ValueError("300")
    return work(items)
try:
    list(map_chunks(failing, range(500)))
except ValueError as error:
    print(error, active_children())
"""
    assert run(code) == "300 []"


def test_workers_begin_before_anybody_asks_for_a_result() -> None:
    code = """
start, end = os.pipe()
def told(items):
    os.write(end, b".")
    return work(items)
found = map_chunks(told, range(500))
print(os.read(start, 1), len(active_children()))
found.close()
print(active_children())
"""
    assert run(code).split("\n") == ["b'.' 1", "[]"]


def test_a_chunk_whose_process_dies_is_worked_on_again() -> None:
    code = """
here = os.getpid()
def dying(items):
    if os.getpid() != here and 0 in items:
        os._exit(1)
    return work(items)
print(numbers(map_chunks(dying, range(500))) == list(range(500)), active_children())
"""
    assert run(code) == "True []"


def test_who_stops_half_way_leaves_no_process() -> None:
    code = """
found = map_chunks(work, range(500))
next(found)
print(len(active_children()))
found.close()
print(active_children(), threading.active_count(), len(os.listdir("/proc/self/fd")) <= 5)
"""
    assert run(code).split("\n") == ["1", "[] 1 True"]


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[tuple[processes.Running, Sequence[int]]]:
    """A process that waits amid its work, with the ids of its workers: some have work, others wait for it."""
    code = """
import time
cores |= {2, 3}
here = os.getpid()
def wait(items):
    if os.getpid() == here:
        print(*(child.pid for child in active_children()), flush=True)
    if os.getpid() == here or 0 in items:
        time.sleep(1000)
next(map_chunks(wait, range(500)))
"""
    with processes.running([processes.PYTHON, "-c", TWO_CORES + code], tmp_path / "log") as running:
        workers = until(lambda: running.said().endswith("\n") and running.said().split(), running.said)
        assert workers
        yield running, [int(worker) for worker in workers]


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_no_worker_outlives_a_process_that_is_killed(
    waiting: tuple[processes.Running, Sequence[int]], sent: signal.Signals
) -> None:
    running, workers = waiting
    assert len(workers) == 3
    assert running.end(sent) == -sent
    until(lambda: not any(map(_is_running, workers)))


def _is_running(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"
