"""Who contributed to the journeys between two commits: authors and co-authors."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from mkdocs_journeys.history.log import MAX_COMMITS, names_of
from mkdocs_journeys.sources.git_process import GitError, run_git

_LOG = ("log", "-z", "--no-merges", "--no-show-signature", "--no-notes", "--encoding=UTF-8")
_NAMES = "--format=%aN%x00%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x00)"


def contributors_of(folder: Path, since: str, until: str) -> Sequence[str]:
    """The names of those who changed files in the journeys folder, those of most commits first.

    Commits are given by their hashes: those count that `until` holds and `since`, "" for none, does not. What a merge
    brought counts, the merge itself does not. Names are untrusted. Raises GitError.
    """
    commits = [until, *([f"^{since}"] if since else [])]
    done = run_git(folder, "--literal-pathspecs", *_LOG, f"--max-count={MAX_COMMITS}", _NAMES, *commits, "--", ".")
    if done.returncode != 0:
        raise GitError("Git does not tell who changed the journeys here.")
    found = Counter(name for said in done.stdout.split("\0") for name in names_of(said))
    return sorted(found, key=lambda name: (-found[name], name.casefold(), name))
