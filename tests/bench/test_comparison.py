"""A host of others that fails is left out and named; our own failure ends the measurement."""

import sys
from pathlib import Path

import pytest
from bench.comparison import Bench, medians
from bench.hosts import Host
from bench.measure import CommandFailedError

from bench import comparison

WRITES = "import pathlib; p = pathlib.Path('site'); p.mkdir(); (p / 'a').write_bytes(b'x' * 70)"


def host(key: str, code: str) -> Host:
    return Host(key, key, lambda atlas: atlas, lambda: [sys.executable, "-c", code])


def bench(folder: Path) -> Bench:
    return Bench(folder, runs=2, caps={}, say=lambda line: None)


def test_each_host_and_check_is_run_as_often_as_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "HOSTS", (host("a", WRITES), host("b", "exit('no room left')")))
    measuring = bench(tmp_path)
    runs, commands = measuring.builds(2)
    assert [run.written for run in runs["a"]] == [70, 70]
    assert len(commands["check"]) == 2
    assert "b" not in runs
    assert measuring.failures == ["(b) failed at 2 journeys: no room left"]
    assert list(medians(runs, 2)) == [("a", 2)]


def test_our_own_failure_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "HOSTS", (host("a", "exit('broken')"),))
    with pytest.raises(CommandFailedError, match="broken"):
        bench(tmp_path).builds(2)


def test_a_host_is_not_measured_beyond_its_cap(tmp_path: Path) -> None:
    measuring = Bench(tmp_path, 1, {"a": None, "b": 1000, "c": None}, lambda line: None)
    assert [one.key for one in measuring.hosts(1000)] == ["a", "b", "c"]
    assert [one.key for one in measuring.hosts(1001)] == ["a", "c"]
