"""Work on many items by all cores: a pool of forked processes, or this process alone where there can be none."""

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, suppress
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Any]], Any]

CHUNKS_PER_PROCESS = 48
"""So many that all cores end at about the same time; handing one out costs a fraction of a millisecond."""
AHEAD = 3
"""Slices that each worker has been given, so that it need not wait for this process."""

SWITCH_SECONDS = 0.0005
"""For so long this thread keeps the interpreter from those that read what workers send, who wait until it is read."""


def map_chunks(
    work: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    *,
    weight: Callable[[Item], float] = lambda _: 1,
    fewest: float = 2,
) -> Generator[tuple[slice, Result], None, None]:
    """Call `work` with slices of the items, each about as heavy; gives each slice with its result, as they come.

    Other processes begin at once, before a result is asked for; this one works beside them, from the last slice on.
    Where none can be forked, another thread runs, or the items weigh less than `fewest` together, it works alone, on
    each slice when its result is asked for. Items and `work` reach the others by fork and may be anything; results
    are pickled.

    Raises what `work` raises. A slice whose process dies is worked on again in this one. Once the iterator has ended
    or is closed no process is left, and none outlives this process, however that ends.
    """
    weights = list(map(weight, items))
    processes = _cores() if sum(weights) >= fewest and threading.active_count() == 1 else 1
    slices = _slices(weights, processes * CHUNKS_PER_PROCESS)
    results = _results(min(processes, len(slices)) - 1, work, items, slices)
    next(results)
    return results


def _results(workers: int, work: Work, items: Sequence[Any], slices: Sequence[slice]) -> Generator[Any, None, None]:
    """None once the workers have begun, then the results of all slices."""
    with ExitStack() as stack:
        executor = _forked(workers, work, items, stack) if workers > 0 else None
        if executor is None:
            yield None
            yield from ((one, work(items[one])) for one in slices)
        else:
            stack.callback(sys.setswitchinterval, sys.getswitchinterval())
            sys.setswitchinterval(SWITCH_SECONDS)
            yield from _shared_out(executor, workers, work, items, slices)


def _shared_out(
    executor: "ProcessPoolExecutor", workers: int, work: Work, items: Sequence[Any], slices: Sequence[slice]
) -> Generator[Any, None, None]:
    """As `_results`: workers take the first slice that is left, this process the last when none of theirs is ready."""
    from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait

    left = deque(slices)
    futures: dict[Future[Any], slice] = {}

    def hand_out() -> None:
        with suppress(BrokenExecutor):
            while left and sum(not future.done() for future in futures) < workers * AHEAD:
                futures[executor.submit(_work_on, left[0])] = left[0]
                left.popleft()

    hand_out()
    yield None
    while left or futures:
        hand_out()
        ready = [future for future in futures if future.done()]
        if left and not ready:
            one = left.pop()
            yield one, work(items[one])
        for future in ready or ([] if left else wait(futures, return_when=FIRST_COMPLETED).done):
            one = futures.pop(future)
            try:
                result = future.result()
            except BrokenExecutor:
                result = work(items[one])
            yield one, result


def _cores() -> int:
    """Processors that this process may use; 1 where forking a process is not safe."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _slices(weights: Sequence[float], most: int) -> list[slice]:
    """At most so many slices that hold all items, none but the last much lighter than the others."""
    least, taken, ends = (sum(weights) or 1) / most, 0.0, []
    for end, total in enumerate(accumulate(weights), 1):
        if total - taken >= least or end == len(weights):
            ends.append(end)
            taken = total
    return list(map(slice, [0, *ends], ends))


def _forked(workers: int, work: Work, items: Sequence[Any], stack: ExitStack) -> "ProcessPoolExecutor | None":
    """So many workers, to be ended by the stack; None where one of them, a thread or a semaphore is refused."""
    try:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import active_children, get_context
    except ImportError:
        return None
    others = set(active_children())
    try:
        watched, held = os.pipe()
        stack.callback(os.close, watched)
        stack.callback(os.close, held)
        executor = ProcessPoolExecutor(workers, get_context("fork"), _become_worker, (work, items, watched, held))
        executor.submit(int)  # all workers are forked at once, before the executor starts its threads
    except (OSError, RuntimeError, ImportError, NotImplementedError):
        for worker in set(active_children()) - others:
            worker.kill()
            worker.join()
        return None
    stack.callback(executor.shutdown, cancel_futures=True)
    return executor


_shared: tuple[Work, Sequence[Any]]
"""In a worker: the work and all items."""


def _become_worker(work: Work, items: Sequence[Any], watched: int, held: int) -> None:
    """Begin life as a worker: the end of the parent is the end of the pipe that only the parent holds open."""
    global _shared
    _shared = work, items
    os.close(held)
    threading.Thread(target=lambda: os.read(watched, 1) or os._exit(1), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()


def _work_on(one: slice) -> Any:
    work, items = _shared
    return work(items[one])
