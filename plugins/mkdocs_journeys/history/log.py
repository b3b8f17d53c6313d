"""Changes of journey files from one `git log`, and the history of each file through its renames."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from mkdocs_journeys.history.record import Commit
from mkdocs_journeys.sources.git_process import GitError, run_git

MAX_COMMITS = 20_000
MAX_VERSIONS = 50
"""Of one journey."""
MAX_VERSIONS_IN_ALL = 5_000
_START = "\x01"
_LOG = (
    *("log", "--raw", "-z", "--no-abbrev", "--root", "--relative", "--encoding=UTF-8"),
    *("--no-ext-diff", "--no-textconv", "--no-color", "--no-show-signature", "--no-notes"),
)
_EVERY_COMMIT = ("--find-renames", "--diff-merges=off")
_FIRST_PARENTS = ("--no-renames", "--first-parent", "--diff-merges=first-parent")
_CO_AUTHORS = "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)"
_FORMAT = f"--format={_START}%H%x00%cI%x00%aN%x00%s%x00%P%x00{_CO_AUTHORS}%x00%b"
_FILE = "100"
"""Prefix of the modes of regular files; links and submodules are ignored."""
MAX_AUTHOR, MAX_SUBJECT = 80, 160


@dataclass(frozen=True, slots=True)
class FileChange:
    """The change of one file in a commit: its path and blob before (None if there was none) and after.

    Paths are relative to the journeys folder. `whole` is False if the commit's parent is not in this clone, so that
    the state before is unknown.
    """

    commit: Commit
    old_path: str | None
    new_path: str | None
    old: str | None
    new: str | None
    whole: bool = True


@dataclass(slots=True)
class FileHistory:
    """The changes of one file, the newest first; `cut` if older ones are left out."""

    changes: list[FileChange] = field(default_factory=list)
    cut: bool = False


def head_commit(folder: Path) -> str | None:
    """The hash of the checked out commit; None without a commit, a repository or git."""
    try:
        done = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    except (GitError, OSError):
        return None
    return done.strip() or None


def file_changes(folder: Path, within: str) -> Iterator[FileChange]:
    """Every change of a file in a folder below the journeys folder up to HEAD, the newest first.

    Merge commits are left out. Raises GitError.
    """
    return _changes(folder, _EVERY_COMMIT, within)


def mainline_changes(folder: Path) -> Iterator[FileChange]:
    """Every change of a file in the journeys folder along the first parents of HEAD, the newest first.

    What a merge brought is told of the merge. A renamed file is one that went and one that came. Raises GitError.
    """
    return _changes(folder, _FIRST_PARENTS, ".")


def _changes(folder: Path, options: Sequence[str], *within: str) -> Iterator[FileChange]:
    cut_off = _shallow_commits(folder)
    output = _git(folder, *_LOG, *options, f"--max-count={MAX_COMMITS}", _FORMAT, "--", *within)
    yield from _parsed(iter(output.split("\0")), cut_off)


def follow_files(changes: Iterable[FileChange], paths: Collection[str]) -> Mapping[str, FileHistory]:
    """Each current path to its history, followed through renames within the limits. `changes` come newest first."""
    found = {path: FileHistory() for path in paths}
    called = {path: path for path in paths}
    room = MAX_VERSIONS_IN_ALL
    for _, commit in groupby(changes, key=lambda change: change.commit.hash):
        known = [(today, change) for change in commit if (today := called.get(change.new_path or ""))]
        for today, change in known:
            history = found[today]
            if len(history.changes) < MAX_VERSIONS and room > 0:
                room -= 1
                history.changes.append(change)
                history.cut = not change.whole
            else:
                history.cut = True
        _step_back(known, called)
    return found


def _parsed(words: Iterator[str], cut_off: frozenset[str]) -> Iterator[FileChange]:
    commit: Commit | None = None
    for word in words:
        start = word.lstrip("\n")
        if start.startswith(_START):
            commit = _commit(start.removeprefix(_START), *(next(words, "") for _ in range(6)))
        elif start.startswith(":"):
            change = _file_change(start.split(" "), words, commit) if commit else None
            if change and commit and commit.hash in cut_off:
                yield FileChange(commit, None, change.new_path, None, change.new, whole=False)
            elif change:
                yield change


def _commit(hash: str, when: str, author: str, subject: str, parents: str, co_authors: str, body: str) -> Commit | None:
    """The subject of a merge that a host made is the title of its request, which stands in the body."""
    try:
        day = date.fromisoformat(when[:10])
    except ValueError:
        return None
    is_merge = " " in parents
    title = next(filter(None, map(str.strip, body.splitlines())), "") if is_merge else ""
    said = _line(title or subject, MAX_SUBJECT)
    return Commit(hash, day, _line(author, MAX_AUTHOR), said, when, names_of(co_authors), is_merge)


def names_of(trailers: str) -> tuple[str, ...]:
    """The names in trailers such as `Ben <ben@example.com>`, which a unit separator parts."""
    names = (_line(one.partition("<")[0], MAX_AUTHOR) for one in trailers.split("\x1f"))
    return tuple(dict.fromkeys(filter(None, names)))


def authors_brought(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """The authors of the commits that each merge along the first parents of HEAD brought, by its hash, oldest first.

    Only commits count that changed the journeys folder. Raises GitError.
    """
    here = set(_git(folder, "log", "--format=%H", "--no-merges", f"--max-count={MAX_COMMITS}", "--", ".").split())
    shape = f"--format=%H%x00%P%x00%aN%x00{_CO_AUTHORS}"
    words = iter(_git(folder, "log", "-z", "--encoding=UTF-8", f"--max-count={MAX_COMMITS}", shape, "--").split("\0"))
    parents: dict[str, list[str]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for hash in words:
        parents[hash] = next(words, "").split()
        names[hash] = (_line(next(words, ""), MAX_AUTHOR), *names_of(next(words, "")))
    line = [next(iter(parents), "")]
    while (above := parents.get(line[-1])) and above[0] in parents:
        line.append(above[0])
    seen, found = set(line), dict[str, tuple[str, ...]]()
    for hash in reversed(line):
        brought: list[tuple[str, ...]] = []
        waiting = parents.get(hash, [])[1:]
        while waiting:
            one = waiting.pop()
            if one not in seen and one in parents:
                seen.add(one)
                brought += [names[one]] if one in here else []
                waiting += parents[one]
        found[hash] = tuple(dict.fromkeys(name for some in reversed(brought) for name in some if name))
    return found


def _file_change(raw: list[str], words: Iterator[str], commit: Commit) -> FileChange | None:
    """Parse one raw line, which is followed by its path and, after a rename, by its new path."""
    path = next(words, "")
    moved = raw[-1][:1] in ("R", "C")
    new_path = next(words, "") if moved else path
    if len(raw) != 5:
        return None
    before, after = raw[0].startswith(f":{_FILE}"), raw[1].startswith(_FILE)
    return FileChange(
        commit,
        path if before else None,
        new_path if after else None,
        raw[2] if before else None,
        raw[3] if after else None,
    )


def _shallow_commits(folder: Path) -> frozenset[str]:
    """The commits whose parents are missing in this shallow clone."""
    name = _git(folder, "rev-parse", "--git-path", "shallow").strip()
    try:
        return frozenset((folder / name).read_text("ascii", "replace").split())
    except OSError:
        return frozenset()


def _line(text: str, longest: int) -> str:
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _git(folder: Path, *words: str) -> str:
    done = run_git(folder, "--literal-pathspecs", *words)
    if done.returncode != 0:
        raise GitError("Git does not tell the history of the journeys here.")
    return done.stdout


def _step_back(known: Sequence[tuple[str, FileChange]], called: dict[str, str]) -> None:
    """Update `called`, older path to current path, to the state before a commit."""
    for _, change in known:
        if change.whole and change.old_path != change.new_path and change.new_path is not None:
            called.pop(change.new_path)
    for today, change in known:
        if change.old_path is not None:
            called[change.old_path] = today
