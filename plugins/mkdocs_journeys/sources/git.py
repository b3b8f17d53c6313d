"""Read-only access to git: the journey files of a revision, and the revision to compare with.

Nothing that a user typed reaches git as an option, no hook and no external program runs, and nothing is fetched.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from typing import IO

from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.sources.git_process import (
    GIT,
    NO_GIT,
    GitError,
    MissingContentError,
    git_environment,
    run_git,
)
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import (
    DEEPEST_FOLDER,
    LARGEST_FILE,
    READ_ENDINGS,
    is_ignored,
    link_problem,
    printable,
    too_large,
)

DEFAULT_BRANCHES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
MOST_FILES = 50_000
_FOLDER, _LINK, _MODULE = "40000", "120000", "160000"
_HEX = re.compile(r"[0-9a-f]{7,64}")
_RELATIVE = re.compile(r"[~^]|@\{")


def revision(root: Path, ref: str, journeys_dir: str = "journeys") -> Tree:
    """Read the journey files of a commit with one git process; `root` may be any folder of the work tree.

    Links become problems as in the work tree, files in submodules are not read. Raises GitError for an unknown commit.
    """
    with open_objects(root) as objects:
        return revision_of(objects, root, ref, journeys_dir, {})


def revision_of(objects: "Objects", root: Path, ref: str, journeys_dir: str, blobs: dict[str, bytes]) -> Tree:
    """As `revision`, with objects that are open. `blobs` are contents by hash; those that are read are added."""
    folder = normpath(journeys_dir.strip("/") or ".")
    _refuse_odd(ref)
    commit = objects.read(f"{ref}^{{commit}}")
    if commit is None:
        raise GitError(_unknown(root, ref))
    top = objects.read(f"{commit.name}:./{folder}" if folder != "." else f"{commit.name}:./")
    if top is None or top.kind != "tree":
        hint = "There may have been no journeys yet, or they lay in another folder: see --journeys-dir."
        problem = Problem("file-missing", Position(folder, 1, 1), f"There is no folder {folder}/ at {ref}.", hint)
        return Tree(problems=(problem,), folder=folder)
    return _gathered(objects, top, folder, blobs)


def merge_base(root: Path, one: str, other: str) -> str:
    """The hash of the best common ancestor of two commits. Raises GitError if there is none in this clone."""
    for ref in (one, other):
        _refuse_odd(ref)
    done = run_git(root, "merge-base", "--end-of-options", one, other)
    found = done.stdout.strip()
    if done.returncode == 0 and found:
        return found
    for ref in (one, other):
        if run_git(root, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{ref}^{{commit}}").returncode != 0:
            raise GitError(_unknown(root, ref))
    shallow = _is_shallow(root)
    way = f" This clone is shallow. Run: git fetch --unshallow {_remote(root) or 'origin'}" if shallow else ""
    raise GitError(f"{one} and {other} have no commit in common here.{way}")


def default_branch(root: Path) -> str:
    """The branch that pull requests go to, such as `origin/main`. Raises GitError if none is known."""
    done = run_git(root, "for-each-ref", "--format=%(refname)", *DEFAULT_BRANCHES)
    if done.returncode != 0:
        raise GitError(without_repository(root, done.stderr))
    known = done.stdout.split()
    for name in DEFAULT_BRANCHES:
        if name in known:
            return name.removeprefix("refs/heads/").removeprefix("refs/remotes/")
    fetch = "git fetch origin +refs/heads/main:refs/remotes/origin/main"
    way = f"Run: {fetch}" if _remote(root) else "Name a commit, such as HEAD."
    raise GitError(f"This clone knows no branch main or master to compare with. {way}")


@dataclass(frozen=True, slots=True)
class Object:
    """An object of git: its hash, its kind (`blob`, `tree`, `commit`) and its content."""

    name: str
    kind: str
    data: bytes

    @property
    def whole(self) -> bool:
        """Whether `data` is all of it: false for content larger than LARGEST_FILE, which is cut."""
        return len(self.data) <= LARGEST_FILE


@dataclass(frozen=True, slots=True)
class Objects:
    """The pipes of a running `git cat-file --batch` in the folder `root`."""

    root: Path
    asks: IO[bytes]
    answers: IO[bytes]

    def read(self, question: str) -> Object | None:
        """The object of that name, its content cut after LARGEST_FILE + 1 bytes; None if there is none.

        Raises MissingContentError for an object that a partial clone lacks.
        """
        try:
            self.asks.write(os.fsencode(question) + b"\n")
            self.asks.flush()
            answer = self.answers.readline()
        except BrokenPipeError:
            answer = b""
        if not answer:
            raise self.missing()
        words = answer.split()
        if len(words) != 3 or not words[2].isdigit():
            return None
        size = int(words[2])
        data = self.answers.read(min(size, LARGEST_FILE + 1))
        rest = size - len(data) + 1
        while rest > 0:
            rest -= len(self.answers.read(min(rest, 1 << 20))) or rest
        return Object(words[0].decode(), words[1].decode(), data)

    def content(self, hash: str) -> Object:
        """The object of a hash that another object names. Raises MissingContentError."""
        found = self.read(hash)
        if found is None:
            raise self.missing()
        return found

    def missing(self) -> GitError:
        """Why git ended or did not give an object that others name; a git that may not fetch ends."""
        inside = run_git(self.root, "rev-parse", "--is-inside-work-tree")
        if inside.returncode != 0:
            return GitError(without_repository(self.root, inside.stderr))
        remote = _remote(self.root)
        if remote and run_git(self.root, "config", "--get", f"remote.{remote}.partialclonefilter").returncode == 0:
            way = f"Run: git fetch --refetch --no-filter {remote}"
            return MissingContentError(f"This clone is partial: it does not hold the content of old files. {way}")
        return MissingContentError("This repository does not hold the content of all files. Run: git fsck")


@contextmanager
def open_objects(root: Path) -> Iterator[Objects]:
    """Start a git process that reads objects until the end of the block. Raises GitError."""
    try:
        process = subprocess.Popen(  # noqa: S603
            [*GIT, "cat-file", "--batch"],
            cwd=root,
            env=git_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise GitError(NO_GIT) from None
    assert process.stdin and process.stdout  # noqa: S101
    try:
        yield Objects(root, process.stdin, process.stdout)
    finally:
        with suppress(BrokenPipeError):
            process.stdin.close()
        process.stdout.close()
        process.wait()


def _gathered(objects: Objects, top: Object, folder: str, blobs: dict[str, bytes]) -> Tree:
    files: dict[str, bytes] = {}
    assets: set[str] = set()
    problems: list[Problem] = []
    for path, mode, name in _walk(objects, top, folder, 1, problems):
        if mode == _LINK:
            problems.append(link_problem(path))
        elif path.startswith(f"{folder}/assets/"):
            assets.add(path)
        elif path.lower().endswith(READ_ENDINGS):
            if name not in blobs:
                content = objects.content(name)
                if not content.whole:
                    problems.append(too_large(path))
                    continue
                blobs[name] = content.data
            files[path] = blobs[name]
        if len(files) + len(assets) > MOST_FILES:
            raise GitError(f"This commit holds more than {MOST_FILES:,} journey files.")
    return Tree(dict(sorted(files.items())), frozenset(assets), tuple(sorted(problems)), folder)


def _walk(
    objects: Objects, tree: Object, path: str, depth: int, problems: list[Problem]
) -> Iterator[tuple[str, str, str]]:
    """The (path, mode, object) of every file and link below a folder."""
    for mode, raw, name in _entries(tree):
        if is_ignored(os.fsdecode(raw)):
            continue
        here = f"{path}/{printable(os.fsdecode(raw))}"
        if mode == _MODULE:
            message = "This is a submodule; git does not hold its files here, so they were not read."
            problems.append(Problem("file-kind", Position(here, 1, 1), message, severity=Severity.WARNING))
        elif mode != _FOLDER:
            yield here, mode, name
        elif depth <= DEEPEST_FOLDER:
            yield from _walk(objects, objects.content(name), here, depth + 1, problems)


def _entries(tree: Object) -> Iterator[tuple[str, bytes, str]]:
    """The (mode, name, object) of each entry of a tree object; a hash takes as many bytes as the tree's own."""
    data, at, width = tree.data, 0, len(tree.name) // 2
    while at < len(data):
        space = data.index(b" ", at)
        end = data.index(b"\0", space)
        yield data[at:space].decode(), data[space + 1 : end], data[end + 1 : end + 1 + width].hex()
        at = end + 1 + width


def _refuse_odd(ref: str) -> None:
    if not ref or ref.startswith("-") or any(character.isspace() or ord(character) < 32 for character in ref):
        raise GitError(f"{ref!r} cannot be the name of a commit.")


def _unknown(root: Path, ref: str) -> str:
    """The reason why a commit is missing, with the exact command that fetches it."""
    inside = run_git(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        return without_repository(root, inside.stderr)
    if ref == "HEAD":
        return "There is no commit here yet."
    known = f"There is no commit {ref} here."
    remote = _remote(root)
    if remote is None:
        return f"{known} This repository has no remote to fetch it from."
    if _RELATIVE.search(ref) and _is_shallow(root):
        return f"{known} This clone is shallow. Run: git fetch --unshallow {remote}"
    return f"{known} Run: {_fetch(ref, remote)}"


def _fetch(ref: str, remote: str) -> str:
    name = _RELATIVE.split(ref)[0].removeprefix("refs/heads/").removeprefix("refs/remotes/")
    if _HEX.fullmatch(name):
        return f"git fetch {remote} {name}"
    if name.startswith("refs/"):
        return shlex.join(["git", "fetch", remote, f"+{name}:{name}"])
    if name.startswith(f"{remote}/"):
        branch = name.removeprefix(f"{remote}/")
        return shlex.join(["git", "fetch", remote, f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}"])
    return shlex.join(["git", "fetch", remote, f"{name}:{name}"])


def _remote(root: Path) -> str | None:
    names = run_git(root, "remote").stdout.split()
    return "origin" if "origin" in names else next(iter(names), None)


def _is_shallow(root: Path) -> bool:
    return run_git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == "true"


def without_repository(root: Path, said: str) -> str:
    """Why git finds no repository, by what it said, with the command that mends it."""
    if "dubious ownership" in said:
        folder = shlex.quote(str(root))
        return f"This repository belongs to somebody else. Run: git config --global --add safe.directory {folder}"
    return "This folder lies in no git repository: name two folders to compare, or run this inside one."
