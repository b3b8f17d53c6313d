"""Folders that come and go are noticed."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_journeys.mkdocs.serve import file_watch
from mkdocs_journeys.mkdocs.serve.file_watch import FileSnapshot, FolderWatch, stamps_of

LIMIT = 60.0


class Server:
    """What is watched, and when that changes."""

    def __init__(self) -> None:
        self.watched: list[str] = []
        self.changed = threading.Event()

    def watch(self, path: str) -> None:
        self.watched.append(path)
        self.changed.set()

    def unwatch(self, path: str) -> None:
        self.watched.remove(path) if path in self.watched else self._unknown(path)

    def _unknown(self, path: str) -> None:
        raise KeyError(path)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setattr(file_watch, "POLLING", 0.01)
    return Server()


@pytest.fixture
def watch(server: Any, tmp_path: Path) -> Iterator[FolderWatch]:
    watching = FolderWatch(server, [str(tmp_path / "journeys")])
    watching.start()
    yield watching
    watching.stop()


def test_a_folder_that_comes_is_watched_and_the_server_told(watch: FolderWatch, server: Server, tmp_path: Path) -> None:
    (signal,) = server.watched
    before = Path(signal).read_text("ascii")
    server.changed.clear()
    (tmp_path / "journeys").mkdir()
    assert server.changed.wait(LIMIT)
    assert str(tmp_path / "journeys") in server.watched
    watch.stop()
    assert not Path(signal).exists()
    assert before == ""


def test_files_are_told_apart_by_time_and_size(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a", encoding="utf-8")
    snapshot = FileSnapshot(str(tmp_path), (), stamps_of([str(tmp_path)]), frozenset())
    assert snapshot.again() == snapshot
    (tmp_path / "a.yml").write_text("ab", encoding="utf-8")
    assert snapshot.again() != snapshot
    assert stamps_of([str(tmp_path / "nowhere")]) == frozenset()
