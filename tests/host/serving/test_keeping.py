"""Over the builds of one `serve` a page is printed again only where something on it has changed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from bench.series import plugins_of
from mkdocs.commands.build import build
from mkdocs.config import load_config

from host.support_serve import write_site
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printed, Printer
from mkdocs_journeys.site.page import Section

SELL = (
    "title: Sell it\npersonas: ana\nstages:\n  - stage: decision\n    steps:\n      - name: Offers\n"
    "        emotion: 1\n        pains: [too-slow]\n"
)
HURTS = "        pains: [{id: too-slow, title: Too slow, severity: major}]\n"


class Served:
    """A site as `mkdocs serve` builds it, again and again; `rebuilt` tells which of our pages were printed."""

    def __init__(self, folder: Path, printed: list[str]) -> None:
        self.folder = folder
        self.printed = printed
        self.plugins: dict[str, Any] = {}

    def rebuilt(self) -> set[str]:
        self.printed.clear()
        with plugins_of(self.plugins):
            config = load_config(str(self.folder / "mkdocs.yml"))
            config.plugins.on_startup(command="serve", dirty=False)
            build(config)
        return {uri for uri in self.printed if not uri.endswith("-.md")}

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def html(self, page: str) -> str:
        return (self.folder / "site" / page / "index.html").read_text("utf-8")


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    printed: list[str] = []
    really = Printer.print

    def noted(self: Printer, page: AtlasPage, sections: Sequence[Section]) -> Printed:
        printed.append(page.described.uri)
        return really(self, page, sections)

    monkeypatch.setattr(Printer, "print", noted)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    site = Served(write_site(tmp_path), printed)
    site.write("journeys/maps/buy.yml", (tmp_path / "journeys/maps/buy.yml").read_text("utf-8") + HURTS)
    site.write("journeys/maps/sell.yml", SELL)
    site.write("journeys/maps/rest.yml", SELL.replace("Sell it", "Rest").replace("        pains: [too-slow]\n", ""))
    assert {"journeys/buy.md", "journeys/sell.md", "personas/ana.md"} <= site.rebuilt()
    return site


def detail(pages: set[str]) -> set[str]:
    return {page for page in pages if "/" in page}


def test_without_a_change_no_page_is_printed_but_those_of_the_navigation(served: Served) -> None:
    assert detail(served.rebuilt()) == set()
    assert "Buy it" in served.html("journeys/buy")


def test_a_change_reaches_every_page_that_shows_it_and_no_other(served: Served) -> None:
    served.replace("journeys/maps/buy.yml", "Too slow", "Far too slow")
    printed = detail(served.rebuilt())
    assert {"journeys/buy.md", "journeys/sell.md", "personas/ana.md"} <= printed
    assert "journeys/rest.md" not in printed
    assert "Far too slow" in served.html("journeys/sell")


def test_a_comment_changes_nothing(served: Served) -> None:
    served.replace("journeys/maps/buy.yml", "title:", "# remark\ntitle:")
    assert detail(served.rebuilt()) == set()


def test_a_name_of_the_site_is_new_on_every_page(served: Served) -> None:
    served.replace("mkdocs.yml", "site_name: X", "site_name: Y")
    assert {"journeys/buy.md", "journeys/rest.md"} <= served.rebuilt()
    assert "<title>Rest - Y</title>" in served.html("journeys/rest")


def test_a_handwritten_page_that_comes_into_the_navigation_is_new_on_every_page(served: Served) -> None:
    served.write("docs/another.md", "# Another guide\n")
    assert "journeys/rest.md" in served.rebuilt()
    assert "Another guide" in served.html("journeys/rest")


def test_a_template_of_the_site_s_own_is_seen_when_it_changes(served: Served) -> None:
    served.replace("mkdocs.yml", "plugins: [search, journeys]", "plugins: [search, journeys: {templates_dir: own}]")
    served.write("own/persona.html.j2", "<h1>First</h1>")
    served.rebuilt()
    assert "<h1>First</h1>" in served.html("personas/ana")
    served.write("own/persona.html.j2", "<h1>Second version</h1>")
    assert "personas/ana.md" in served.rebuilt()
    assert "<h1>Second version</h1>" in served.html("personas/ana")


def broken(served: Served) -> None:
    served.replace("journeys/maps/buy.yml", "personas: ana", "personas: nobody")


def mended(served: Served) -> None:
    served.replace("journeys/maps/buy.yml", "personas: nobody", "personas: ana")


def test_the_banner_stands_on_kept_pages_and_goes_again(served: Served) -> None:
    before = served.html("journeys/rest")
    broken(served)
    assert detail(served.rebuilt()) == set()
    html = served.html("journeys/rest")
    assert html.index("journeys-problems-title") < html.index('id="journey"')
    mended(served)
    assert detail(served.rebuilt()) == set()
    assert served.html("journeys/rest") == before


def test_a_page_that_cannot_be_drawn_says_so_and_is_not_kept(served: Served) -> None:
    served.replace("mkdocs.yml", "plugins: [search, journeys]", "plugins: [search, journeys: {templates_dir: own}]")
    served.write("own/persona.html.j2", "{{ nobody.knows.this }}")
    served.rebuilt()
    assert "UndefinedError" in served.html("personas/ana")
    served.write("own/persona.html.j2", "<h1>Mended</h1>")
    served.rebuilt()
    assert "<h1>Mended</h1>" in served.html("personas/ana")


Change = Callable[[Served], None]


@pytest.mark.parametrize("change", [broken, lambda served: served.write("docs/another.md", "# Another guide\n")])
def test_words_for_search_are_there_whether_a_page_is_kept_or_not(served: Served, change: Change) -> None:
    index = served.folder / "site" / "search" / "search_index.json"
    before = index.read_text("utf-8")
    change(served)
    served.rebuilt()
    ours = [entry for entry in before.split('{"location"') if "journeys/" in entry]
    assert ours
    assert all(entry in index.read_text("utf-8") for entry in ours[:-1])
