"""Files told apart by their times and sizes: what may have changed since a site was built."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

Stamps = frozenset[tuple[str, int, int]]
"""Path, time of the last change in nanoseconds, and size in bytes."""


def stamps(*places: str | Path | None) -> Stamps:
    """Those of each file, and of every file below each folder; nothing for what is not there."""
    return frozenset(stamp for place in places if place for stamp in _below(os.fspath(place)))


def beside_journeys(config: MkDocsConfig, journeys: str, templates: str | None) -> Stamps:
    """All that a site is made from but the files of the folder `journeys`."""
    watched = (place for place in config.watch if place != journeys)
    return stamps(config.docs_dir, config.config_file_path, config.theme.custom_dir, templates, *watched)


def _below(place: str) -> Iterator[tuple[str, int, int]]:
    if not Path(place).is_dir():
        yield from _of(place)
        return
    for folder, _, names in os.walk(place, followlinks=True):
        for name in names:
            yield from _of(f"{folder}{os.sep}{name}")


def _of(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        about = Path(path).stat()
    except OSError:
        return
    yield path, about.st_mtime_ns, about.st_size
