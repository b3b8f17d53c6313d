"""The external diff driver of git: `git diff` and `git log -p` show changes of meaning."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from posixpath import join

import click

from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.diff.describe.lines import lines_in_order
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.history.mainline.around import GitFileChange, atlases_around
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.load.files import BARE_CATALOG, CATALOG
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.reports.text import diff_summary, format_change, heading
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import LARGEST_FILE, worktree
from mkdocs_journeys.wording import terminal_safe

NO_FILE = os.devnull
REGULAR_MODES = ("100644", "100755", ".")
"""Modes of regular files; `.` means no file."""
MAX_TEXT = 1 << 20
"""Bytes of a file that is compared line by line."""
NOTHING = "Nothing changes for the customer: only comments, quotes or the order of keys differ."


class NotComparableError(Exception):
    """The two files cannot be compared by meaning; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class FileSide:
    """One version of a file: its path in the repository, and its content, None if it does not exist."""

    path: str
    data: bytes | None


def drive(words: Sequence[str], journeys_dir: str) -> None:
    """Print the changes of a file; `words` are git's arguments `path old hex mode new hex mode [path] [words]`.

    A file that cannot be compared is shown as a text diff. Never raises, as git would stop.
    """
    coloured = _is_coloured()
    for shown in _lines(words, journeys_dir):
        click.echo(shown if coloured else click.unstyle(shown), color=True)


def _lines(words: Sequence[str], journeys_dir: str) -> Iterator[str]:
    if len(words) == 1:
        yield heading(words[0]) + ": not merged yet"
        return
    try:
        old = FileSide(words[0], _content(words[1]))
        new = FileSide(words[7] if len(words) > 7 else words[0], _content(words[4]))
    except OSError as error:
        yield f"{terminal_safe(words[0])} cannot be read: {error.strerror or type(error).__name__}."
        return
    yield heading(_title(old, new))
    try:
        found = _compared(old, new, words, journeys_dir)
    except NotComparableError as why:
        yield f"  {terminal_safe(str(why))} Its text:"
        yield from _as_text(old, new)
    except Exception as error:  # whatever it is, git shall go on with the next file
        yield f"  It cannot be compared by what it means ({type(error).__name__}). Its text:"
        yield from _as_text(old, new)
    else:
        yield from map(format_change, lines_in_order(list(found)))
        yield f"  {diff_summary(found) if found else NOTHING}"
    yield ""


def _content(path: str) -> bytes | None:
    if path == NO_FILE:
        return None
    return os.fsencode(Path(path).readlink()) if Path(path).is_symlink() else Path(path).read_bytes()


def _title(old: FileSide, new: FileSide) -> str:
    if old.data is None:
        return f"{terminal_safe(new.path)} (new)"
    if new.data is None:
        return f"{terminal_safe(old.path)} (removed)"
    moved = old.path != new.path
    return terminal_safe(f"{old.path} → {new.path}" if moved else new.path)


def _compared(old: FileSide, new: FileSide, words: Sequence[str], journeys_dir: str) -> list[Change]:
    """The changes of meaning; names are looked up in the work tree."""
    if words[3] not in REGULAR_MODES or words[6] not in REGULAR_MODES:
        raise NotComparableError("This is no ordinary file.")
    if any(len(side.data or b"") > LARGEST_FILE for side in (old, new)):
        raise NotComparableError("It is larger than a file of journeys may be.")
    root, folder = _project(new.path, journeys_dir)
    above = f"{root}/" if root else ""
    one, other = (replace(side, path=side.path.removeprefix(above)) for side in (old, new))
    places = [_place(side, folder) for side in (one, other)]
    around = worktree(Path(root or "."), folder)
    if whole := _as_whole(one, other, words, Path(root or "."), around):
        return [change for change in whole.changes if {one.path, other.path} & _files(change)]
    before, after = (_tree(around, side, {one.path, other.path}, folder) for side in (one, other))
    (left, wrong), (right, wrong_too) = load_sides(before, after)
    for problem in (*_mistakes(places[0], one), *_mistakes(places[1], other), *wrong, *wrong_too):
        raise NotComparableError(f"It has mistakes: {problem.message}")
    if left is None or right is None:
        raise NotComparableError("It cannot be read.")
    found = Comparison(left, right).changes
    if not found and places[1] and places[1].kind == "figures" and places[1].id not in right.metrics:
        raise NotComparableError(f"The catalog knows no metric {places[1].id}.")
    return found


def _as_whole(one: FileSide, other: FileSide, words: Sequence[str], root: Path, around: Tree) -> Comparison | None:
    """The comparison of both states with all that changed beside the file; None if git's states are not found."""
    start = f"{around.folder}/"
    if not (one.path.startswith(start) and other.path.startswith(start)):
        return None
    is_here = words[4] == (words[7] if len(words) > 7 else words[0])
    gone_here = words[4] == NO_FILE and not Path(words[0]).exists()
    change = GitFileChange(
        one.path.removeprefix(start),
        other.path.removeprefix(start),
        words[2] if one.data is not None else None,
        words[5] if other.data is not None else None,
        is_here or gone_here,
    )
    sides = atlases_around(root, around.folder, change, lambda: around)
    return Comparison(*sides) if sides else None


def _files(change: Change) -> set[str]:
    return {place.file for place in (change.base, change.head) if place}


def _project(path: str, journeys_dir: str) -> tuple[str, str]:
    """The project's folder in the repository and the journeys' folder below it, from the path of a file."""
    folder = journeys_dir.strip("/")
    before, found, _ = f"/{path}".rpartition(f"/{folder}/")
    if not found:
        raise NotComparableError(f"It lies in no folder {folder}/.")
    return before.strip("/"), folder


def _place(side: FileSide, folder: str) -> FileRole | None:
    place = role_of(side.path, folder)
    if isinstance(place, Problem):
        raise NotComparableError(place.message)
    if place is None:
        raise NotComparableError("It holds nothing of a journey.")
    return place if side.data is not None else None


def _mistakes(place: FileRole | None, side: FileSide) -> list[Problem]:
    """The errors of the file itself, not of the atlas around it."""
    parsed = parse_file(place, side.data).problems if place and side.data is not None else ()
    return [problem for problem in parsed if problem.severity == Severity.ERROR]


def _tree(around: Tree, side: FileSide, ours: set[str], folder: str) -> Tree:
    """The work tree with one version of the file in it, and an empty catalog if its own has mistakes."""
    files = {path: data for path, data in around.files.items() if path not in ours}
    if side.data is not None:
        files[side.path] = side.data
    catalog = join(folder, CATALOG)
    role, content = FileRole(catalog, "catalog", "catalog"), files.setdefault(catalog, BARE_CATALOG)
    if side.path != catalog and _mistakes(role, FileSide(catalog, content)):
        files[catalog] = BARE_CATALOG
    return Tree(dict(sorted(files.items())), around.assets, (), folder)


def _as_text(old: FileSide, new: FileSide) -> Iterator[str]:
    """A unified diff, safe for a terminal."""
    if any(b"\0" in (side.data or b"") for side in (old, new)):
        yield "  Binary files differ"
        return
    if any(len(side.data or b"") > MAX_TEXT for side in (old, new)):
        yield "  It is too large to be shown here: see git diff --no-ext-diff"
        return
    one, other = ((side.data or b"").decode("utf-8", "replace").splitlines() for side in (old, new))
    was = NO_FILE if old.data is None else f"a/{old.path}"
    now = NO_FILE if new.data is None else f"b/{new.path}"
    for shown in unified_diff(one, other, was, now, lineterm=""):
        yield click.style(terminal_safe(shown), fg={"+": "green", "-": "red", "@": "cyan"}.get(shown[:1]))


def _is_coloured() -> bool:
    """True if the output goes to a terminal or git's pager and colours are wanted."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE", "") in ("1", "true")
