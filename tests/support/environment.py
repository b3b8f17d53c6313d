"""The environment that every test and every process of a test sees, whatever the machine's is.

Settings of the user, of a continuous integration and of a git hook are left out; the day stands still.
"""

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import MutableMapping
from datetime import UTC, date, datetime

TODAY = date(2026, 11, 22)
"""The day on which the example atlas is looked at: its evidence has dates, and grows old."""
EPOCH = str(int(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC).timestamp()))

FIXED = {
    "SOURCE_DATE_EPOCH": EPOCH,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "dumb",
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
LEFT_OUT = {
    *("COLUMNS", "LINES", "LANG", "LANGUAGE", "PAGER", "EDITOR"),
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PY_COLORS"),
    *("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"),
    *("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITLAB_CI"),
    *("PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHONSAFEPATH", "PYTHONIOENCODING"),
}
BEGINNINGS = ("GIT_", "JOURNEYS_COMPARE", "LC_", "MKDOCS_")

_NAME = "JOURNEYS_TESTS_OF"
MARK = f"{_NAME}={os.getpid()}"
"""In the environment of every process that comes of this one's tests."""


def settle(environment: MutableMapping[str, str]) -> None:
    """Make an environment the one of the tests; time and new files of this process follow it."""
    for name in list(environment):
        if name in LEFT_OUT or name.startswith(BEGINNINGS):
            del environment[name]
    environment.update(FIXED)
    environment[_NAME] = str(os.getpid())
    environment["XDG_CONFIG_HOME"] = _empty_folder()
    time.tzset()
    os.umask(0o022)


def _empty_folder() -> str:
    """A folder where git finds no ignored names and no attributes of the user; it goes with this process."""
    folder = tempfile.mkdtemp(prefix="journeys-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
