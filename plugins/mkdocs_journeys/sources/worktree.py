"""The journey files of the work tree as bytes; no symbolic link is followed."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath

from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.sources.tree import Tree

LARGEST_FILE = 4 << 20
DEEPEST_FOLDER = 12
READ_ENDINGS = (".yml", ".yaml", ".csv")
LEFTOVER_ENDINGS = ("~", ".swp", ".tmp", ".bak", ".orig")
_OPEN_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))

Found = tuple[str, os.DirEntry[str]] | Problem
Stamps = dict[str, tuple[int, int, int]]
"""Path to the time of the last change in nanoseconds, the size and the inode of a file or folder."""


def worktree(root: Path, journeys_dir: str = "journeys") -> Tree:
    """Read the journey files below `root`; what cannot be read becomes a Problem. Never raises OSError.

    Hidden files and leftovers of editors are ignored; files in `assets/` are listed and not read.
    """
    folder = normpath(journeys_dir.replace(os.sep, "/").strip("/") or ".")
    missing = _folder_problem(root, folder)
    if missing:
        return Tree(problems=(missing,), folder=folder)
    files: dict[str, bytes] = {}
    assets: set[str] = set()
    problems: list[Problem] = []
    for found in _walk(root / folder, folder, 0):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        path, entry = found
        if path.startswith(f"{folder}/assets/"):
            assets.add(path)
        elif path.lower().endswith(READ_ENDINGS):
            content = _content(path, entry)
            if isinstance(content, bytes):
                files[path] = content
            else:
                problems.append(content)
    return Tree(dict(sorted(files.items())), frozenset(assets), tuple(sorted(problems)), folder)


def stamps(folder: Path) -> Stamps:
    """Those of all files and folders below a folder; one that vanishes meanwhile is left out."""
    found: Stamps = {}
    for above, folders, names in os.walk(folder):
        for path in (Path(above, name) for name in (*folders, *names)):
            try:
                status = path.lstat()
            except OSError:
                continue
            found[str(path)] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def find_root(start: Path, journeys_dir: str = "journeys") -> Path | None:
    """The nearest folder upwards from `start` that holds the journeys folder, else a link to one; None if none does.

    `worktree` then says that it follows no link.
    """
    folders = (start, *start.parents)
    return next((one for follow in (False, True) for one in folders if _is_folder(one / journeys_dir, follow)), None)


def _is_folder(path: Path, follow: bool) -> bool:
    try:
        return stat.S_ISDIR(path.stat(follow_symlinks=follow).st_mode)
    except (OSError, ValueError):
        return False


def _folder_problem(root: Path, folder: str) -> Problem | None:
    here = root
    for part in folder.split("/"):
        here = here / part
        try:
            mode = here.lstat().st_mode
        except (OSError, ValueError):
            hint = "Create it with a catalog.yml in it, or name another folder with journeys_dir."
            return _problem("file-missing", folder, f"There is no folder {folder}/ here.", hint)
        if stat.S_ISLNK(mode):
            return link_problem(folder)
        if not stat.S_ISDIR(mode):
            hint = "Journeys live in a folder of this name."
            return _problem("file-kind", folder, f"{folder} is a file, not a folder.", hint)
    return None


def _walk(directory: Path, path: str, depth: int) -> Iterator[Found]:
    """Every regular file below a folder, by name, and a problem for anything else."""
    try:
        with os.scandir(directory) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(path, error)
        return
    for entry in entries:
        if not is_ignored(entry.name):
            yield from _visit(entry, f"{path}/{printable(entry.name)}", depth + 1)


def _visit(entry: os.DirEntry[str], path: str, depth: int) -> Iterator[Found]:
    is_named_like_a_file = path.lower().endswith(READ_ENDINGS)
    try:
        if entry.is_symlink():
            yield link_problem(path)
        elif entry.is_file(follow_symlinks=False):
            yield path, entry
        elif not entry.is_dir(follow_symlinks=False):
            if is_named_like_a_file:
                yield _problem("file-kind", path, "This is no ordinary file.", "Replace it by an ordinary file.")
        elif is_named_like_a_file:
            hint = "Rename the folder, or put a file in its place."
            yield _problem("file-kind", path, "This is a folder, but it is named like a file.", hint)
        elif depth > DEEPEST_FOLDER:
            message = f"Folders are nested deeper than {DEEPEST_FOLDER} levels."
            yield _problem("file-depth", path, message, "Move its files further up.")
        else:
            yield from _walk(Path(entry.path), path, depth)
    except OSError as error:
        yield _unreadable(path, error)


def _content(path: str, entry: os.DirEntry[str]) -> bytes | Problem:
    """The bytes of a regular file that is not too large; kind and size are those of the opened file."""
    try:
        with open(os.open(entry.path, _OPEN_FLAGS), "rb") as file:  # noqa: PTH123
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                return _problem("file-kind", path, "This is no ordinary file.", "Replace it by one.")
            data = file.read(min(found.st_size, LARGEST_FILE) + 1)
            if len(data) > found.st_size:  # it has grown since
                data += file.read(LARGEST_FILE)
    except OSError as error:
        return _unreadable(path, error)
    return data if len(data) <= LARGEST_FILE else too_large(path)


def is_ignored(name: str) -> bool:
    """Whether a file or folder is hidden or a leftover of an editor."""
    return name.startswith((".", "#")) or name.lower().endswith(LEFTOVER_ENDINGS)


def printable(name: str) -> str:
    """A file name as text; bytes that are not UTF-8 become escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def link_problem(path: str) -> Problem:
    """The problem of a symbolic link."""
    hint = "Put the file itself here: what a link points to may lie outside this repository."
    return _problem("file-link", path, "This is a symbolic link, and links are not followed.", hint)


def too_large(path: str) -> Problem:
    """The problem of a file larger than LARGEST_FILE."""
    message = f"This file is larger than {LARGEST_FILE >> 20} MB and was not read."
    return _problem("file-size", path, message, "Split it, or move what is no journey data elsewhere.")


def _unreadable(path: str, error: OSError) -> Problem:
    message = f"This cannot be read: {error.strerror or type(error).__name__}."
    return _problem("file-unreadable", path, message, "Check the permissions of the file and its folders.")


def _problem(rule: str, path: str, message: str, hint: str) -> Problem:
    return Problem(rule, Position(path, 1, 1), message, hint)
