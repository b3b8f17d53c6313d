"""A folder of generated files beside files of others: only generated ones are ever changed or removed."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from mkdocs_journeys.atomicfile import replace_file

if sys.platform != "win32":
    import fcntl

MANIFEST = ".journeys-files.json"
"""Maps each file that we wrote to the digests that it may have: two where a run was interrupted."""
FORMAT = 1

Digests = dict[str, list[str]]
"""Path to the digests of the content that we wrote."""


class FileResult(StrEnum):
    """What was done with a file: `THEIRS` was not generated, `EDITED` was generated and edited since; both are kept."""

    SAME = "same"
    MADE = "made"
    CHANGED = "changed"
    REMOVED = "removed"
    THEIRS = "theirs"
    EDITED = "edited"


_OURS = (FileResult.SAME, FileResult.MADE, FileResult.CHANGED)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> dict[str, FileResult]:
    """Make a folder hold these files (paths with '/'): write those that differ, remove those of earlier runs.

    Files of others and edited ones are kept. Raises OSError; nothing outside of the folder is written, and no
    symbolic link is followed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        before = _read_manifest(folder)
        results = {path: _result_for(folder / path, data, before.get(path, [])) for path, data in files.items()}
        ours = {path: [_digest(data)] for path, data in files.items() if results[path] in _OURS}
        _write_manifest(folder, before | {path: sorted({*before.get(path, []), *new}) for path, new in ours.items()})
        for path, result in results.items():
            if result in (FileResult.MADE, FileResult.CHANGED):
                _make_parents(folder, path)
                replace_file(folder / path, files[path])
        results |= {path: _remove(folder, path, before[path]) for path in before.keys() - files.keys()}
        kept = {path: before[path] for path, result in results.items() if result is FileResult.EDITED}
        _write_manifest(folder, ours | kept)
    return results


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold an exclusive lock on the folder; waits for other runs."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _result_for(place: Path, data: bytes, before: list[str]) -> FileResult:
    there = _content(place)
    if there == data:
        return FileResult.SAME
    if not os.path.lexists(place):
        return FileResult.MADE
    if not before:
        return FileResult.THEIRS
    return FileResult.CHANGED if there is not None and _digest(there) in before else FileResult.EDITED


def _read_manifest(folder: Path) -> Digests:
    """What earlier runs wrote; paths outside of the folder are dropped, a missing or damaged manifest is empty."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = manifest.get("files") if isinstance(manifest, dict) and manifest.get("format") == FORMAT else None
    if not isinstance(files, dict):
        return {}
    return {path: digests for path, digests in files.items() if isinstance(digests, list) and _is_below(path)}


def _is_below(path: str) -> bool:
    parts = path.split("/")
    return not path.startswith("/") and "\\" not in path and not {"", ".", ".."} & set(parts)


def _content(place: Path) -> bytes | None:
    return place.read_bytes() if place.is_file() and not place.is_symlink() else None


def _make_parents(folder: Path, path: str) -> None:
    """Create the folders of a file; raises OSError if one of them is a symbolic link."""
    here = folder
    for part in path.split("/")[:-1]:
        here = here / part
        if here.is_symlink():
            raise OSError(f"{here} is a symbolic link")
        here.mkdir(exist_ok=True)


def _remove(folder: Path, path: str, digests: list[str]) -> FileResult:
    """Remove a generated file unless it was edited, and the folders that are empty then."""
    place = folder / path
    content = _content(place)
    if any(above.is_symlink() for above in _between(folder, place)):
        return FileResult.EDITED
    if content is None or _digest(content) not in digests:
        return FileResult.EDITED if os.path.lexists(place) else FileResult.REMOVED
    place.unlink()
    for above in _between(folder, place):
        try:
            above.rmdir()
        except OSError:
            break
    return FileResult.REMOVED


def _between(folder: Path, place: Path) -> list[Path]:
    """The folders between a file and `folder`, the nearest first."""
    return [above for above in place.parents if above.is_relative_to(folder) and above != folder]


def _write_manifest(folder: Path, files: Digests) -> None:
    text = (
        json.dumps(
            {"format": FORMAT, "files": dict(sorted(files.items()))}, separators=(",\n", ": "), ensure_ascii=False
        )
        + "\n"
    )
    if _content(folder / MANIFEST) != text.encode():
        replace_file(folder / MANIFEST, text.encode())


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
