"""What every test may use, the environment that all of them see, and which folders `make test-fast` leaves out."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

from support.budgets import examples
from support.environment import MARK, settle
from support.processes import descendants, run
from support.waiting import until

ROOT = Path(__file__).resolve().parent.parent
BY_FOLDER = {
    "browser": ("browser", "slow"),
    "bench": ("slow",),
    "docs": ("slow",),
    "house/test_packaging.py": ("slow",),
    "lsp/sessions": ("slow",),
    "markdown_files": ("slow",),
    "plugins": ("plugins",),
    "recipes": ("slow",),
    "site_output": ("slow",),
    "maps/test_pages.py": ("slow",),
    "mkdocs": ("slow",),
}
"""The markers of every test in a folder or file below tests/."""

settle(os.environ)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell lets its background jobs ignore Ctrl-C, and what is started from them.
    signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("default", deadline=None, max_examples=examples(100))
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test the markers of its folder, and `fuzz` to those of Hypothesis."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("fuzz")
        name = item.path.relative_to(ROOT / "tests").as_posix()
        for start, markers in BY_FOLDER.items():
            if name == start or name.startswith(f"{start}/"):
                for marker in markers:
                    item.add_marker(marker)


@pytest.fixture(scope="session", autouse=True)
def nothing_runs_on() -> Iterator[None]:
    """Fail the session that leaves a process behind; this comes first, so that it is looked at last."""
    yield
    try:
        until(lambda: not descendants(MARK), lambda: descendants(MARK), limit=10)
    finally:
        for number, _ in descendants(MARK):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all test workers share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def repository_root() -> Path:
    """The folder that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def repository_files(repository_root: Path) -> list[Path]:
    """The files that git tracks or would add, absolute, those deleted in the work tree left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = run(command, cwd=repository_root).stdout
    paths = [repository_root / name for name in sorted(set(listed.split("\0"))) if name]
    return [path for path in paths if path.is_file()]
