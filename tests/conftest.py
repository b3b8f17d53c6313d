"""What every test may use."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def repository_root() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository_files(repository_root: Path) -> list[Path]:
    """The files that git tracks or would add, absolute, those deleted in the work tree left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository_root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = [repository_root / name for name in sorted(set(listed.split("\0"))) if name]
    return [path for path in paths if path.is_file()]
