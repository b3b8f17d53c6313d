"""Two halves of one task, in one process or in two, give the same."""

import os

import pytest

from mkdocs_journeys.load import together
from mkdocs_journeys.load.together import in_two


@pytest.fixture(params=["two processes", "one process"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(together, "may_copy", lambda: request.param == "two processes" and hasattr(os, "fork"))
    return str(request.param)


@pytest.mark.usefixtures("processes")
def test_both_results_come_back() -> None:
    assert in_two(lambda: "here", lambda: ["there", 2, None]) == ("here", ["there", 2, None])


def test_the_second_half_runs_elsewhere_only_with_two_processes(processes: str) -> None:
    here, there = in_two(os.getpid, os.getpid)
    assert here == os.getpid()
    assert (there == here) is (processes == "one process" or not hasattr(os, "fork"))


@pytest.mark.usefixtures("processes")
def test_a_result_larger_than_a_pipe_comes_back_whole() -> None:
    large = b"x" * 5_000_000
    assert in_two(lambda: 1, lambda: large) == (1, large)


@pytest.mark.usefixtures("processes")
def test_a_mistake_in_the_second_half_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        in_two(lambda: 1, lambda: 1 // 0)


def test_a_mistake_in_the_first_half_leaves_no_process_behind(processes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    really = os.fork

    def noted() -> int:
        made.append(really())
        return made[-1]

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(ZeroDivisionError):
        in_two(lambda: 1 // 0, lambda: b"x" * 5_000_000)
    assert len(made) == (processes == "two processes")
    for process in made:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_a_second_half_whose_process_dies_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "may_copy", lambda: hasattr(os, "fork"))
    here = os.getpid()
    assert in_two(lambda: 1, lambda: 2 if os.getpid() == here else os._exit(9)) == (1, 2)


def test_a_system_without_a_free_process_does_all_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(together, "may_copy", lambda: True)
    monkeypatch.setattr(os, "fork", refuse)
    assert in_two(os.getpid, os.getpid) == (os.getpid(), os.getpid())
