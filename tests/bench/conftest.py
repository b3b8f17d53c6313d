"""One small generated atlas for all tests of the benchmark."""

from pathlib import Path

import pytest
from bench.atlas import write_atlas


@pytest.fixture(scope="session")
def atlas_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a project with 10 journeys; only read from."""
    root = tmp_path_factory.mktemp("generated")
    write_atlas(root, 10)
    return root
