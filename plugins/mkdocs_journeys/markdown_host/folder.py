"""A folder that holds files of ours beside files of others: only ours are ever changed or removed."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

if sys.platform != "win32":
    import fcntl

LIST = ".journeys-files.json"
"""The list of what we wrote, with the digests that each file may have: two where a run was broken off."""
FORMAT = 1

Listed = dict[str, list[str]]


class Verdict(StrEnum):
    """What becomes of a file: `THEIRS` is somebody else's, `EDITED` ours that somebody has changed since."""

    SAME = "same"
    MADE = "made"
    CHANGED = "changed"
    REMOVED = "removed"
    THEIRS = "theirs"
    EDITED = "edited"


_OURS = (Verdict.SAME, Verdict.MADE, Verdict.CHANGED)


def write(folder: Path, files: Mapping[str, bytes]) -> dict[str, Verdict]:
    """Makes the folder hold these files (paths with '/'): writes what differs, removes what we wrote before.

    Files of others, and ours that somebody has edited, are not touched. Raises OSError where the system refuses;
    nothing outside of the folder is written, and no link is followed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        before = _listed(folder)
        verdicts = {path: _verdict(folder / path, data, before.get(path, [])) for path, data in files.items()}
        ours = {path: [_digest(data)] for path, data in files.items() if verdicts[path] in _OURS}
        _save_list(folder, before | {path: sorted({*before.get(path, []), *new}) for path, new in ours.items()})
        for path, verdict in verdicts.items():
            if verdict in (Verdict.MADE, Verdict.CHANGED):
                _save(folder, path, files[path])
        verdicts |= {path: _removed(folder, path, before[path]) for path in before.keys() - files.keys()}
        kept = {path: before[path] for path, verdict in verdicts.items() if verdict is Verdict.EDITED}
        _save_list(folder, ours | kept)
    return verdicts


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits until no other run writes into the folder."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _verdict(place: Path, data: bytes, before: list[str]) -> Verdict:
    there = _content(place)
    if there == data:
        return Verdict.SAME
    if not os.path.lexists(place):
        return Verdict.MADE
    if not before:
        return Verdict.THEIRS
    return Verdict.CHANGED if there is not None and _digest(there) in before else Verdict.EDITED


def _listed(folder: Path) -> Listed:
    """What we wrote before; nothing where the list is missing, damaged, or names places outside of the folder."""
    try:
        listed = json.loads((folder / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = listed.get("files") if isinstance(listed, dict) and listed.get("format") == FORMAT else None
    if not isinstance(files, dict):
        return {}
    return {path: digests for path, digests in files.items() if isinstance(digests, list) and _is_below(path)}


def _is_below(path: str) -> bool:
    parts = path.split("/")
    return not path.startswith("/") and "\\" not in path and not {"", ".", ".."} & set(parts)


def _content(place: Path) -> bytes | None:
    return place.read_bytes() if place.is_file() and not place.is_symlink() else None


def _save(folder: Path, path: str, data: bytes) -> None:
    """A reader finds the old file or the new one, whole, whenever we are stopped."""
    place = folder / path
    _own_folders(folder, path)
    half = place.with_name(f".{place.name}.half")
    half.unlink(missing_ok=True)
    try:
        with half.open("xb") as file:
            file.write(data)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)


def _own_folders(folder: Path, path: str) -> None:
    """Makes the folders of a file; raises OSError where a link stands in for one."""
    here = folder
    for part in path.split("/")[:-1]:
        here = here / part
        if here.is_symlink():
            raise OSError(f"{here} is a symbolic link")
        here.mkdir(exist_ok=True)


def _removed(folder: Path, path: str, digests: list[str]) -> Verdict:
    """Removes a file of ours that nobody has changed, and folders that are empty then."""
    place = folder / path
    content = _content(place)
    if any(above.is_symlink() for above in _between(folder, place)):
        return Verdict.EDITED
    if content is None or _digest(content) not in digests:
        return Verdict.EDITED if os.path.lexists(place) else Verdict.REMOVED
    place.unlink()
    for above in _between(folder, place):
        try:
            above.rmdir()
        except OSError:
            break
    return Verdict.REMOVED


def _between(folder: Path, place: Path) -> list[Path]:
    """The folders between a file and the outermost folder, the nearest first."""
    return [above for above in place.parents if above.is_relative_to(folder) and above != folder]


def _save_list(folder: Path, files: Listed) -> None:
    text = (
        json.dumps(
            {"format": FORMAT, "files": dict(sorted(files.items()))}, separators=(",\n", ": "), ensure_ascii=False
        )
        + "\n"
    )
    if _content(folder / LIST) != text.encode():
        _save(folder, LIST, text.encode())


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
