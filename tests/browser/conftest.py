"""A real browser, the built example atlas, and pages that are watched."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from browser.support_page import Scheme, WatchedPage, watch
from browser.support_site import build_once, served
from support.processes import run
from support.waiting import LIMIT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

expect.set_options(timeout=LIMIT * 1000)

OpenWatched = Callable[..., WatchedPage]


@pytest.fixture(scope="session")
def browser(repository_root: Path) -> Iterator[Browser]:
    """The installed Chromium or Chrome, headless."""
    tool = repository_root / "tools" / "ensure_browser.sh"
    found = run([tool, "--no-install"])
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=FLAGS, timeout=LIMIT * 1000
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def built_site_folder(repository_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example atlas, built strictly once for all test workers."""
    folder = tmp_path_factory.getbasetemp()
    return build_once(repository_root, folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture(scope="session")
def built_site(built_site_folder: Path) -> Iterator[str]:
    """The address where the built example atlas is served, without a slash at the end."""
    with served(built_site_folder) as address:
        yield address


@pytest.fixture
def watched_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenWatched]:
    """Opens watched pages; each is proven clean and closed when the test ends.

    `watched_page(path, width=1280, scheme="light", javascript=True, base=None)` -> WatchedPage.
    `base` is the address of another site than the built example atlas.
    """
    opened: list[WatchedPage] = []

    def open_page(
        path: str = "",
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        javascript: bool = True,
        base: str | None = None,
    ) -> WatchedPage:
        address = base or str(request.getfixturevalue("built_site"))
        watched = watch(browser, address, width=width, scheme=scheme, javascript=javascript)
        opened.append(watched)
        return watched.open(path)

    yield open_page
    for watched in opened:
        watched.page.context.close()
    for watched in opened:
        watched.assert_clean()
