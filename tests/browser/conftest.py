"""A real browser, the built example atlas, and pages that are watched."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from browser.support_atlas import build_generated
from browser.support_page import Scheme, WatchedPage, watch
from browser.support_site import build_once, once, served
from support.processes import run
from support.waiting import LIMIT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

expect.set_options(timeout=LIMIT * 1000)

OpenWatched = Callable[..., WatchedPage]


@pytest.fixture(scope="session")
def browser(repository_root: Path) -> Iterator[Browser]:
    """The installed Chromium or Chrome, headless."""
    tool = repository_root / "tools" / "ensure_browser.sh"
    found = run([tool, "--no-install"])
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found.stdout.strip(), args=FLAGS, timeout=LIMIT * 1000)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def built_site_folder(repository_root: Path, shared_folder: Path) -> Path:
    """The folder of the example atlas, built strictly once for all test workers."""
    return build_once(repository_root, shared_folder)


@pytest.fixture(scope="session")
def generated(shared_folder: Path) -> Iterator[str]:
    """The address of a generated atlas: a journey of 5 steps, one of 60, and a handwritten page."""
    with served(once(shared_folder, "generated-site", build_generated)) as address:
        yield address


@pytest.fixture(scope="session")
def built_site(built_site_folder: Path) -> Iterator[str]:
    """The address where the built example atlas is served, without a slash at the end; its search finds nothing."""
    with served(built_site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def searched_site(built_site_folder: Path) -> Iterator[str]:
    """The address of the same site, where search finds something."""
    with served(built_site_folder, with_search=True) as address:
        yield address


@pytest.fixture(scope="module")
def pages_read() -> Iterator[dict[object, tuple[WatchedPage, object]]]:
    """The open pages of `read_page`, each with its state when it was opened; closed after the module."""
    pages: dict[object, tuple[WatchedPage, object]] = {}
    yield pages
    for watched, _ in pages.values():
        watched.page.context.close()
    for watched, _ in pages.values():
        watched.assert_clean()


@pytest.fixture
def read_page(
    browser: Browser, request: pytest.FixtureRequest, pages_read: dict[object, tuple[WatchedPage, object]]
) -> Iterator[OpenWatched]:
    """Opens pages as `watched_page` does, but once for all tests of a module that ask for the same.

    For tests that only read: one that clicks, types, scrolls, resizes or prints takes a page of its own from
    `watched_page`. After each test its pages are proven clean and as they were when they were opened; one that is
    not is closed, so that no other test meets it.
    """
    used: set[object] = set()

    def open_page(path: str = "", *, base: str | None = None, **how: Any) -> WatchedPage:
        address = base or str(request.getfixturevalue("built_site"))
        key = (address, path, *sorted(how.items()))
        if key not in pages_read:
            watched = watch(browser, address, **how).open(path)
            pages_read[key] = (watched, watched.state())
        used.add(key)
        return pages_read[key][0]

    yield open_page
    for key in used:
        watched, before = pages_read[key]
        after = watched.state()
        if watched.problems or after != before:
            watched.page.context.close()
            del pages_read[key]
        watched.assert_clean()
        assert after == before, "a test that changes a page takes one of its own: watched_page"


@pytest.fixture
def watched_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenWatched]:
    """Opens watched pages; each is proven clean and closed when the test ends. For tests that only read: `read_page`.

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
