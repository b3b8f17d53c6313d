"""The watching itself: a page that misbehaves must not pass for a clean one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.support_axe import axe_violations
from browser.support_page import VIEWPORTS, WatchedPage, watch
from browser.support_site import served

CLEAN = (
    "<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href=data:,><title>T</title>"
    "<body><main><h1>Hello</h1><p>{}</p></main>"
)


@pytest.fixture
def tiny_site(tmp_path: Path) -> Iterator[str]:
    bodies = {
        "clean": "Fine.",
        "console": "<script>console.error('oh no')</script>",
        "throws": "<script>throw new Error('broken')</script>",
        "missing": "<img src=nowhere.png alt=''>",
        "elsewhere": "<img src=https://elsewhere.invalid/x.png alt=''>",
        "unnamed": "<button></button>",
        "changing": "<input type=checkbox aria-label=A><details><summary>More</summary>Words</details><a href=#x>B</a>"
        "<p style=height:3000px>",
    }
    for name, body in bodies.items():
        (tmp_path / f"{name}.html").write_text(CLEAN.format(body), encoding="utf-8")
    with served(tmp_path) as address:
        yield address


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("console", "console error: oh no"),
        ("throws", "script error: broken"),
        ("missing", "answer 404: "),
        ("elsewhere", "request to another host: https://elsewhere.invalid/x.png"),
    ],
)
def test_what_goes_wrong_in_a_page_is_recorded(browser: Browser, tiny_site: str, name: str, expected: str) -> None:
    watched = watch(browser, tiny_site).open(f"{name}.html")
    watched.page.context.close()
    assert any(problem.startswith(expected) for problem in watched.problems), watched.problems
    with pytest.raises(AssertionError, match=expected.split(":")[0]):
        watched.assert_clean()


@pytest.mark.parametrize("width", VIEWPORTS)
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_a_clean_page_is_clean(
    watched_page: Callable[..., WatchedPage], tiny_site: str, width: int, javascript: bool
) -> None:
    watched = watched_page("clean.html", width=width, javascript=javascript, base=tiny_site)
    assert watched.page.viewport_size is not None
    assert watched.page.viewport_size["width"] == width
    assert watched.page.locator("h1").inner_text() == "Hello"


def test_a_button_without_a_name_is_a_violation(watched_page: Callable[..., WatchedPage], tiny_site: str) -> None:
    assert axe_violations(watched_page("clean.html", base=tiny_site).page) == []
    found = axe_violations(watched_page("unnamed.html", base=tiny_site).page)
    assert found == ["critical button-name: Buttons must have discernible text (button)"]
    assert axe_violations(watched_page("unnamed.html", base=tiny_site).page, ignore=("button-name",)) == []


CHANGES: dict[str, Callable[[Page], object]] = {
    "goes on": lambda page: page.get_by_role("link").click(),
    "resizes": lambda page: page.set_viewport_size({"width": 500, "height": 900}),
    "scrolls": lambda page: page.evaluate("scrollTo(0, 500)"),
    "prints": lambda page: page.emulate_media(media="print"),
    "opens": lambda page: page.get_by_text("More").evaluate("summary => summary.parentElement.open = true"),
    "chooses": lambda page: page.evaluate("document.querySelector('input').checked = true"),
    "focuses": lambda page: page.get_by_role("link").focus(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_test_that_changes_a_page_is_told_from_one_that_reads(
    watched_page: Callable[..., WatchedPage], tiny_site: str, change: Callable[[Page], object]
) -> None:
    watched = watched_page("changing.html", base=tiny_site)
    before = watched.state()
    watched.page.locator("details").inner_text()
    assert watched.state() == before
    change(watched.page)
    assert watched.state() != before


def test_tests_that_only_read_share_a_page(read_page: Callable[..., WatchedPage]) -> None:
    assert read_page("404.html", width=360) is read_page("404.html", width=360)
    assert read_page("404.html", width=360) is not read_page("404.html", scheme="dark")
