"""What changed on disk while a site is served."""

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

POLLING = 0.5
"""Seconds between two looks at whether a folder is there, as long as MkDocs' own."""

Stamps = frozenset[tuple[str, int, int]]
"""Path, time of the last change in nanoseconds, and size in bytes of every file."""


@dataclass(frozen=True, slots=True)
class FileSnapshot:
    """The files that a site is made from: those of the journeys folder, and all others."""

    journeys: str
    places: tuple[str, ...]
    ours: Stamps
    others: Stamps

    def again(self) -> "FileSnapshot":
        """The same places as they are now."""
        return replace(self, ours=stamps_of([self.journeys]), others=stamps_of(self.places))


def snapshot_of(config: MkDocsConfig, journeys: str, templates: str | None) -> FileSnapshot:
    """The files behind a site as they are now."""
    watched = (place for place in config.watch if place != journeys)
    named = (config.docs_dir, config.config_file_path, config.theme.custom_dir, templates, *watched)
    places = tuple(place for place in named if place)
    return FileSnapshot(journeys, places, stamps_of([journeys]), stamps_of(places))


def stamps_of(places: Iterable[str]) -> Stamps:
    """Those of each file, and of every file below each folder; nothing for what is not there."""
    return frozenset(stamp for place in places for stamp in _below(place))


class FolderWatch:
    """Tells a server of folders that come or go, which MkDocs does not notice by itself.

    MkDocs cannot watch a folder that is not there, and stops watching one that goes. When one comes back, it is
    given to the server anew, and a change of a file of ours makes the server build.
    """

    def __init__(self, server: "LiveReloadServer", folders: Iterable[str]) -> None:
        self._server = server
        self._there = {folder: Path(folder).is_dir() for folder in folders}
        self._home = TemporaryDirectory(prefix="journeys-")
        self._signal = Path(self._home.name, "changed")
        self._signal.touch()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="journeys-folders", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._server.watch(str(self._signal))
        self._thread.start()

    def stop(self) -> None:
        """End, and leave nothing behind."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
        self._home.cleanup()

    def _run(self) -> None:
        changes = 0
        while not self._over.wait(POLLING):
            for folder, was_there in self._there.items():
                is_there = Path(folder).is_dir()
                if is_there == was_there:
                    continue
                self._there[folder] = is_there
                if is_there:
                    with suppress(KeyError):
                        self._server.unwatch(folder)
                    self._server.watch(folder)
                changes += 1
                self._signal.write_text(str(changes), encoding="ascii")


def _below(place: str) -> Iterator[tuple[str, int, int]]:
    found = (f"{folder}{os.sep}{name}" for folder, _, names in os.walk(place, followlinks=True) for name in names)
    for path in found if Path(place).is_dir() else [place]:
        with suppress(OSError):
            about = os.stat(path)  # noqa: PTH116
            yield path, about.st_mtime_ns, about.st_size
