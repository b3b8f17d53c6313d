"""A folder that holds files of ours beside files of others: only ours are ever changed or removed."""

import json
import os
from collections.abc import Mapping
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

LIST = ".journeys-files.json"
"""The list of what we wrote, with a digest of each file."""
FORMAT = 1


class Verdict(StrEnum):
    """What becomes of a file: `THEIRS` is somebody else's, `EDITED` ours that somebody has changed since."""

    SAME = "same"
    MADE = "made"
    CHANGED = "changed"
    REMOVED = "removed"
    THEIRS = "theirs"
    EDITED = "edited"


def write(folder: Path, files: Mapping[str, bytes]) -> dict[str, Verdict]:
    """Makes the folder hold these files (paths with '/'): writes what differs, removes what we wrote before.

    Files of others, and ours that somebody has edited, are not touched. Raises OSError where the system refuses;
    nothing outside of the folder is written, and no link is followed.
    """
    before = _listed(folder)
    verdicts = {path: _verdict(folder / path, data, before.get(path)) for path, data in files.items()}
    for path, verdict in verdicts.items():
        if verdict in (Verdict.MADE, Verdict.CHANGED):
            _save(folder, path, files[path])
    verdicts |= {path: _removed(folder, path, before[path]) for path in before.keys() - files.keys()}
    ours = {path: _digest(data) for path, data in files.items() if verdicts[path] is not Verdict.THEIRS}
    kept = {path: before[path] for path, verdict in verdicts.items() if verdict is Verdict.EDITED}
    _save_list(folder, ours | kept)
    return verdicts


def _verdict(place: Path, data: bytes, before: str | None) -> Verdict:
    there = _content(place)
    if there == data:
        return Verdict.SAME
    if not os.path.lexists(place):
        return Verdict.MADE
    if before is None:
        return Verdict.THEIRS
    return Verdict.CHANGED if there is not None and _digest(there) == before else Verdict.EDITED


def _listed(folder: Path) -> dict[str, str]:
    """What we wrote before; nothing where the list is missing, damaged, or names places outside of the folder."""
    try:
        listed = json.loads((folder / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = listed.get("files") if isinstance(listed, dict) and listed.get("format") == FORMAT else None
    if not isinstance(files, dict):
        return {}
    return {path: digest for path, digest in files.items() if isinstance(digest, str) and _is_below(path)}


def _is_below(path: str) -> bool:
    parts = path.split("/")
    return not path.startswith("/") and "\\" not in path and not {"", ".", ".."} & set(parts)


def _content(place: Path) -> bytes | None:
    return place.read_bytes() if place.is_file() and not place.is_symlink() else None


def _save(folder: Path, path: str, data: bytes) -> None:
    place = folder / path
    _own_folders(folder, path)
    half = place.with_name(f".{place.name}.half")
    half.write_bytes(data)
    half.replace(place)


def _own_folders(folder: Path, path: str) -> None:
    """Makes the folders of a file; raises OSError where a link stands in for one."""
    here = folder
    here.mkdir(parents=True, exist_ok=True)
    for part in path.split("/")[:-1]:
        here = here / part
        if here.is_symlink():
            raise OSError(f"{here} is a symbolic link")
        here.mkdir(exist_ok=True)


def _removed(folder: Path, path: str, digest: str) -> Verdict:
    """Removes a file of ours that nobody has changed, and folders that are empty then."""
    place = folder / path
    content = _content(place)
    if any(above.is_symlink() for above in _between(folder, place)):
        return Verdict.EDITED
    if content is None or _digest(content) != digest:
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


def _save_list(folder: Path, files: Mapping[str, str]) -> None:
    text = json.dumps({"format": FORMAT, "files": dict(sorted(files.items()))}, indent=0, ensure_ascii=False) + "\n"
    if _content(folder / LIST) != text.encode():
        _save(folder, LIST, text.encode())


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
