"""A key-value store on disk for what follows from git blobs: JSON that may be deleted at any time and is not trusted.

A blob never changes, so a value holds for this version of the package.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs_journeys.atomicfile import replace_file

FORMAT = 5
MAX_SIZE = 16 << 20
_OPEN_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"))


def cache_folder(root: Path, name: str) -> Path | None:
    """The folder of a cache below a project; None if a link leads out of the project."""
    folder = root / name
    return folder if folder.resolve().is_relative_to(root.resolve()) else None


def key_of(*parts: str) -> str:
    """The key of a value that follows from some hashes and paths."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass
class Store:
    """Values by key in sixteen files below a folder; without a folder, in memory only. Never raises OSError.

    `ignored` are the names of damaged or foreign files.
    """

    folder: Path | None = None
    ignored: list[str] = field(default_factory=list)
    _shards: dict[str, dict[str, Any]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _changed: set[str] = field(default_factory=set)

    def get(self, key: str) -> Any:
        """The value of a key as read from JSON, unchecked; None if there is none."""
        self._used.add(key)
        return self._shard(key).get(key)

    def put(self, key: str, value: Any) -> None:
        """Set the value of a key; JSON must be able to hold it."""
        self._used.add(key)
        self._shard(key)[key] = value
        self._changed.add(key[0])

    def save(self) -> None:
        """Write the files with new values; entries in them that were not used since the start are dropped."""
        if self.folder is None or not self._changed:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            mark = self.folder / ".gitignore"
            if not mark.exists():
                mark.write_text("*\n", encoding="ascii")
            for name in sorted(self._changed):
                kept = {key: value for key, value in self._shards[name].items() if key in self._used}
                text = json.dumps(_header() | {"entries": kept}, separators=(",", ":"), sort_keys=True)
                replace_file(self.folder / f"{name}.json", text.encode("ascii"))
            self._changed.clear()

    def _shard(self, key: str) -> dict[str, Any]:
        name = key[0]
        if name not in self._shards:
            self._shards[name] = self._read(f"{name}.json") if self.folder else {}
        return self._shards[name]

    def _read(self, name: str) -> dict[str, Any]:
        assert self.folder is not None  # noqa: S101
        try:
            data = _content(self.folder / name)
            found = json.loads(data)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            self.ignored.append(name)
            return {}
        entries = found.get("entries") if isinstance(found, dict) else None
        if not isinstance(found, dict) or not isinstance(entries, dict):
            self.ignored.append(name)
            return {}
        return entries if all(found.get(name) == value for name, value in _header().items()) else {}


def _content(path: Path) -> bytes:
    with open(os.open(path, _OPEN_FLAGS), "rb") as file:  # noqa: PTH123
        data = file.read(MAX_SIZE + 1)
    if len(data) > MAX_SIZE:
        raise ValueError
    return data


def _header() -> dict[str, Any]:
    return {"format": FORMAT, "made_by": version("mkdocs-journeys")}
