"""The content security policy that the guide gives lets every kind of page do what it does."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenWatched
from browser.support_diagram import bring_diagram_into_view, open_shadows
from docs.support_documents import RECIPES

POLICY = (RECIPES / "server" / "content-security-policy.txt").read_text("utf-8").strip()
PAGES = (
    "",
    "journeys/",
    "personas/",
    "personas/noemie-studio-lead/",
    "hand-offs/",
    "compare/",
    "compare/first-week/first-week-guided/",
    "what-changed/",
    "pains/",
    "opportunities/",
    "evidence/",
    "findings/",
    "traceability/",
    "metrics/",
    "catalog/",
    "health/",
    "health/rules/",
    "guide/",
)
JOURNEY = "journeys/try-before-paying/"


class Strict(SimpleHTTPRequestHandler):
    """Serves a folder with the policy."""

    def end_headers(self) -> None:
        """Send the policy with every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the browser records what fails."""


@pytest.fixture(scope="module")
def strict_site(built_site_folder: Path) -> Iterator[str]:
    """The address where the example atlas is served with the policy."""
    handler = partial(Strict, directory=str(built_site_folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_refused_nothing(path: str, strict_site: str, watched_page: OpenWatched) -> None:
    assert watched_page(path, base=strict_site).page.locator("h1").first.is_visible()


def test_a_diagram_is_drawn_in_its_colours(strict_site: str, watched_page: OpenWatched) -> None:
    watched = watched_page("", base=strict_site)
    open_shadows(watched.page.context)
    page = watched.open(JOURNEY).page
    bring_diagram_into_view(page)
    expect(page.locator("div.mermaid svg")).to_have_count(1)
    assert page.locator("div.mermaid svg style").count() == 1


def test_search_finds(strict_site: str, watched_page: OpenWatched) -> None:
    page = watched_page("", base=strict_site).page
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").press_sequentially("price")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
