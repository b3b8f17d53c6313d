"""The documents, projects made of the files in them, and the built guide."""

from pathlib import Path

import pytest

from browser.support_site import build_once
from docs.support_documents import GUIDE


@pytest.fixture(scope="session")
def readme(repository_root: Path) -> Path:
    """README.md."""
    return repository_root / "README.md"


@pytest.fixture(scope="session")
def guide(repository_root: Path) -> Path:
    """The folder of the guide's pages."""
    return repository_root / GUIDE


@pytest.fixture(scope="session")
def built_site_folder(repository_root: Path, shared_folder: Path) -> Path:
    """The folder of the whole site, built strictly once for all test workers."""
    return build_once(repository_root, shared_folder)
