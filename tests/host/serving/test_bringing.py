"""What was saved is shown first, what browsers wait for next, and in the end all is as after a clean build."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from host.support_build import files_of
from host.support_saves import LIMIT, SELL, Halted, Served, asked, beside, served_site
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.serving.bringing import MOST_FIRST, in_order, is_about
from mkdocs_journeys.host.serving.browsers import Browsers
from mkdocs_journeys.host.serving.finding import Found
from mkdocs_journeys.host.serving.keeping import Edition
from mkdocs_journeys.site.page import Page

MAP = "journeys/maps/sell.yml"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    return served_site(tmp_path)


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[Halted]:
    """All pages but the first ones wait until a test lets them go on."""
    halted = Halted(Edition.printed)
    monkeypatch.setattr(Edition, "printed", lambda self, page: halted(self, page))
    yield halted
    halted.let.set()


def is_clean(site: Served) -> bool:
    """Whether the served site is the one that a build without any memory makes."""
    served = files_of(site.folder / "site")
    site.plugins.clear()
    site.rebuild_whole()
    return served == files_of(site.folder / "site")


def test_the_saved_journey_is_shown_while_all_else_is_still_to_come(site: Served, rest: Halted) -> None:
    save = beside(lambda: site.save(MAP, SELL.replace("Offers", "Bargains")))
    assert rest.reached.wait(LIMIT)
    assert "Bargains" in asked(site.server, "/journeys/sell/")
    assert asked(site.server, "/assets/journeys/journeys.css")
    other = beside(lambda: asked(site.server, "/journeys/"))
    assert not save.done()
    assert not other.done()
    rest.let.set()
    assert save.result(LIMIT)
    assert "Sell it" in other.result(LIMIT)
    assert is_clean(site)


def test_a_new_journey_appears_and_one_that_is_gone_goes_at_once(site: Served, rest: Halted) -> None:
    site.write(MAP, None)
    save = beside(lambda: site.save("journeys/maps/rest.yml", SELL.replace("Sell it", "Rest")))
    assert rest.reached.wait(LIMIT)
    assert "Rest" in asked(site.server, "/journeys/rest/")
    assert asked(site.server, "/journeys/sell/") == ""
    rest.let.set()
    assert save.result(LIMIT)
    assert is_clean(site)


def test_a_mistake_is_told_of_on_the_page_of_its_file_first(site: Served, rest: Halted) -> None:
    save = beside(lambda: site.save(MAP, SELL.replace("ana", "nobody")))
    assert rest.reached.wait(LIMIT)
    html = asked(site.server, "/journeys/sell/")
    assert "journeys-problems-title" in html
    assert "Offers" in html
    rest.let.set()
    assert save.result(LIMIT)
    assert "journeys-problems-title" in site.html("guide")


def test_browsers_are_told_with_the_first_pages(site: Served, rest: Halted) -> None:
    told = beside(lambda: asked(site.server, f"/livereload/{site.server._visible_epoch}/1"))
    save = beside(lambda: site.save(MAP, SELL.replace("Offers", "Bargains")))
    assert rest.reached.wait(LIMIT)
    assert told.result(LIMIT)
    assert not save.done()
    rest.let.set()
    assert save.result(LIMIT)


def test_what_a_browser_waits_for_comes_next(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Browsers, "wanted", lambda self, among: next((a for a in among if "persona" in a), None))
    order: list[str] = []
    really = Edition.printed
    monkeypatch.setattr(
        Edition, "printed", lambda self, page: (order.append(page.described.uri), really(self, page))[1]
    )
    assert site.save(MAP, SELL.replace("Offers", "Bargains"))
    assert {order[0], order[1]} == {"personas.md", "personas/ana.md"}
    assert "journeys/sell.md" not in order
    assert is_clean(site)


def overtaken(site: Served, monkeypatch: pytest.MonkeyPatch, at: int, change: Callable[[], None]) -> None:
    """The next save is overtaken by a change before its page of this number."""
    looks = iter(range(1000))

    def is_overtaken(self: Any) -> bool:
        if next(looks) != at:
            return False
        change()
        return True

    monkeypatch.setattr(Browsers, "is_overtaken", is_overtaken)


@pytest.mark.parametrize("at", [0, 3, 7])
def test_a_save_that_overtakes_another_ends_both(site: Served, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    buy = site.text("journeys/maps/buy.yml").replace("Pays", "Pays gladly")
    overtaken(site, monkeypatch, at, lambda: site.write("journeys/maps/buy.yml", buy))
    assert site.save(MAP, SELL.replace("Offers", "Bargains").replace("Sell it", "Sell all"))
    assert "Bargains" in site.html("journeys/sell")
    assert "Pays gladly" in site.html("journeys/buy")
    assert is_clean(site)


def test_a_mistake_may_overtake_a_save_and_be_mended(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    overtaken(site, monkeypatch, 2, lambda: site.write(MAP, "title: [never closed\n"))
    site.save(MAP, SELL.replace("Offers", "Bargains"))
    assert "journeys-problems-title" in site.html("personas/ana")
    assert site.save(MAP, SELL)
    assert is_clean(site)


def test_a_handwritten_page_may_overtake_a_save(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    overtaken(site, monkeypatch, 2, lambda: site.write("docs/guide.md", "# Another guide\n"))
    assert not site.save(MAP, SELL.replace("Offers", "Bargains"))
    assert "Another guide" in site.html("guide")
    assert is_clean(site)


def test_an_alarm_without_a_change_lets_the_save_go_on(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    overtaken(site, monkeypatch, 2, lambda: None)
    assert site.save(MAP, SELL.replace("Offers", "Bargains"))
    assert is_clean(site)


def test_after_a_fault_browsers_that_were_told_are_told_again(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []

    def fails(*_: object) -> None:
        shown.append(site.server._wanted_epoch)
        raise OSError("no room")

    monkeypatch.setattr(Found, "bring", fails)
    assert not site.save(MAP, SELL.replace("Offers", "Bargains"))
    assert site.server._visible_epoch > shown[0]
    assert is_clean(site)


def test_whatever_was_ready_during_a_save_is_what_stands_there_after_it(
    site: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: dict[str, bytes | None] = {}

    def ready(self: Browsers, address: str, content: Any) -> None:
        handed[address] = content.read_bytes() if isinstance(content, Path) else content and b"".join(content)

    monkeypatch.setattr(Browsers, "ready", ready)
    mistake = SELL.replace("ana", "nobody")
    for text in (SELL.replace("Offers", "Bargains"), mistake, SELL.replace("Sell it", "Sell all"), None, SELL):
        handed.clear()
        assert site.save(MAP, text)
        files = files_of(site.folder / "site")
        assert {address: files.get(address) for address in handed} == handed
        assert {address for address in files if address.endswith(".html")} - handed.keys() == {"404.html"}


def page(uri: str, source: str | None = None, *, in_nav: bool = False) -> AtlasPage:
    class Described:
        described = Page(uri, "", tuple, source=source, in_nav=in_nav)
        file = type("File", (), {"dest_uri": uri.replace(".md", ".html")})

    made: Any = Described()
    return made  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("uri", "source", "changed"),
    [
        ("journeys/buy.md", "journeys/maps/sales/buy.yml", "journeys/maps/sales/buy.yml"),
        ("catalog.md", "journeys/catalog.yml", "journeys/catalog.yml"),
        ("metrics/nps.md", "journeys/catalog.yml", "journeys/metrics/nps.csv"),
    ],
)
def test_a_page_is_about_the_file_that_it_is_made_of(uri: str, source: str, changed: str) -> None:
    assert is_about(Page(uri, "", tuple, source=source), {changed})
    assert not is_about(Page(uri, "", tuple, source=source), {"journeys/maps/other.yml"})


def test_metrics_are_not_what_one_looks_at_after_a_change_of_the_catalog() -> None:
    assert not is_about(Page("metrics/nps.md", "", tuple, source="journeys/catalog.yml"), {"journeys/catalog.yml"})


def test_pages_of_the_navigation_come_before_single_things_and_health_last() -> None:
    pages = [
        page("health.md", in_nav=True),
        page("a/1.md", "x.yml"),
        page("a/2.md", "y.yml"),
        page("a.md", in_nav=True),
    ]
    first, rest = in_order(pages, {"y.yml"})
    assert list(first) == ["a/2.html"]
    assert list(rest) == ["a.html", "a/1.html", "health.html"]


def test_where_many_files_change_at_once_none_of_them_is_first() -> None:
    pages = [page(f"a/{n}.md", f"{n}.yml") for n in range(MOST_FIRST + 1)]
    first, rest = in_order(pages, {f"{n}.yml" for n in range(MOST_FIRST + 1)})
    assert not first
    assert len(rest) == MOST_FIRST + 1
