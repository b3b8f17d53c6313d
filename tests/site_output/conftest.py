"""The built sites whose files are read."""

from pathlib import Path

import pytest

from browser.support_atlas import build_generated, build_site
from browser.support_site import build_once, once
from site_output.support_output import Document, documents

SITES = ("example", "example without directories", "generated")


@pytest.fixture(scope="session", params=SITES)
def site(request: pytest.FixtureRequest, repository_root: Path, shared_folder: Path) -> Path:
    """The folder of a built site: the example atlas in both kinds of address, and a bare generated one."""
    if request.param == "example":
        return build_once(repository_root, shared_folder)
    if request.param == "generated":
        return once(shared_folder, "generated-site", build_generated)
    return once(shared_folder, "flat-site", lambda folder: build_site(repository_root, folder, "--no-directory-urls"))


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Document]:
    """Every HTML file of the site."""
    found = documents(site)
    assert found, f"no pages in {site}"
    return found
