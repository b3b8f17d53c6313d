"""An assistant beside an atlas that it asks about."""

import shutil
from pathlib import Path

import pytest

from support.assistant import Assistant

GOOD = Path(__file__).parents[1] / "load" / "good"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the good atlas."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def assistant(root: Path) -> Assistant:
    return Assistant(root)


@pytest.fixture(scope="session")
def reader() -> Assistant:
    """An assistant that only reads the good atlas."""
    return Assistant(GOOD)
