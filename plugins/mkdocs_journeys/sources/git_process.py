"""Processes of git. No hook and no external program runs, nothing is fetched, and no variable of a caller counts."""

import os
import subprocess
from pathlib import Path

GIT = (
    "git",
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.pager=cat"),
    *("-c", "protocol.allow=never"),
)
ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_EXTERNAL_DIFF": "",
    "LC_ALL": "C",
}
OF_CALLER = ("GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_IMPLICIT_WORK_TREE")
"""What git tells a hook of the repository that the hook belongs to: folders count from there, not from ours."""
NO_GIT = "There is no git on this machine."


class GitError(Exception):
    """A failure of git; the message gives the reason in one line, and the command that mends it if there is one."""


class MissingContentError(GitError):
    """This clone does not hold the content of a file that its commits name."""


def git_environment() -> dict[str, str]:
    """The variables that git is started with."""
    return {name: value for name, value in os.environ.items() if name not in OF_CALLER} | ENVIRONMENT


def run_git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, whatever its exit code. Raises GitError without git."""
    try:
        return subprocess.run(  # noqa: S603
            [*GIT, *words],
            cwd=root,
            env=git_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise GitError(NO_GIT) from None
