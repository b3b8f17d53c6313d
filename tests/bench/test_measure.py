"""A measurement is of a fresh process: what it took, what it left, or that it failed."""

import sys
from pathlib import Path

import pytest
from bench.measure import CommandFailedError, Run, measured, middle

WRITES = "import pathlib; p = pathlib.Path('site'); p.mkdir(); (p / 'a').write_bytes(b'x' * 500)"


def test_a_run_knows_what_was_written_and_starts_without_an_earlier_site(tmp_path: Path) -> None:
    for _ in range(2):
        run = measured([sys.executable, "-c", WRITES], tmp_path, log=tmp_path / "log")
        assert run.written == 500


def test_peak_memory_is_that_of_the_child(tmp_path: Path) -> None:
    small, large = (
        measured([sys.executable, "-c", f"b'x' * {size}"], tmp_path, log=tmp_path / "log", fresh=())
        for size in (1, 200_000_000)
    )
    assert large.peak_bytes - small.peak_bytes > 150_000_000


def test_a_failed_command_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match=r"ended with 3:\nout of paper"):
        measured([sys.executable, "-c", "print('out of paper'); exit(3)"], tmp_path, log=tmp_path / "log")


def test_the_middle_of_runs_is_the_median_of_each_figure() -> None:
    runs = [Run(1.0, 9.0, 30, 5), Run(2.0, 7.0, 10, 5), Run(9.0, 8.0, 20, 5)]
    assert middle(runs) == Run(2.0, 8.0, 20, 5)
