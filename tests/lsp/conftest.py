"""The example atlas as the language server sees it once it is loaded, and a copy of it to work in."""

import shutil
from pathlib import Path

import pytest

from mkdocs_journeys.lsp.state.project import Project
from mkdocs_journeys.lsp.state.things import Snapshot


@pytest.fixture(scope="session")
def example(repository_root: Path) -> Snapshot:
    """The example atlas; only read from."""
    project = Project(repository_root, "journeys")
    project.load({}, reread=True)
    return project.snapshot


@pytest.fixture
def example_copy(repository_root: Path, tmp_path: Path) -> Path:
    """A project with a copy of the example atlas."""
    root = tmp_path / "atlas"
    shutil.copytree(repository_root / "journeys", root / "journeys")
    return root
