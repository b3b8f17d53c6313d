"""The built sites whose files are read."""

import os
from pathlib import Path

import pytest

from browser.support_atlas import build_site, write_atlas
from browser.support_site import build_once

SITES = ("example", "example without directories", "generated")


@pytest.fixture(scope="session", params=SITES)
def site(request: pytest.FixtureRequest, repository_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site: the example atlas in both kinds of address, and a bare generated one."""
    if request.param == "example":
        folder = tmp_path_factory.getbasetemp()
        return build_once(repository_root, folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)
    folder = tmp_path_factory.mktemp("site")
    if request.param == "generated":
        return build_site(write_atlas(folder / "project"), folder / "site")
    return build_site(repository_root, folder / "site", "--no-directory-urls")
