"""Index pages stand in three groups where mkdocs.yml has no `nav`; on wide pages a row leads through the group."""

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from mkdocs_journeys.site.page import Page
from support.builds import MATERIAL, built_site, page

HOSTILE = '<b onclick="x">R&D</b>'
PAGES = (
    page("index.md", "Atlas of customers", in_nav=True, kind="home", nav_title="Overview", wide=True),
    page("journeys.md", "Journeys", in_nav=True, kind="journeys", wide=True),
    page("personas.md", HOSTILE, in_nav=True, kind="personas", wide=True),
    page("pains.md", "Pains", in_nav=True, kind="pains", wide=True),
    page("catalog.md", "Catalogue", in_nav=True, kind="catalog", wide=True),
    page("health.md", "Health", in_nav=True, kind="health", wide=True),
    page("journeys/buy.md", "Buy it", kind="journey", wide=True),
)
DOCS = {"about.md": "# About us"}
TABS = MATERIAL | {"features": ["navigation.tabs", "navigation.footer"]}


@pytest.fixture
def sites(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Builds a site with these pages and settings; gives the text of a page of it by its address."""

    def built(pages: tuple[Page, ...] = PAGES, **settings: Any) -> Any:
        site = built_site(monkeypatch, tmp_path, pages, DOCS, **settings)
        return lambda address: (site / address / "index.html").read_text("utf-8")

    return built


def row_of(html: str) -> list[tuple[str, str, bool]]:
    """The text and the address of each link in the row of a page, and whether it is of the page itself."""
    found = re.search(r'<nav class="journeys-nav-row".*?</nav>', html, re.DOTALL)
    links = re.findall(r'<a href="([^"]*)"( aria-current="page")?>(.*?)</a>', found[0] if found else "")
    return [(unescape(text), href, bool(current)) for href, current, text in links]


def tabs_of(html: str) -> list[tuple[str, str, bool]]:
    """The text and the address of each tab of Material, and whether it is marked."""
    tabs = re.findall(
        r'<li class="md-tabs__item([^"]*)">\s*<a href="([^"]*)" class="md-tabs__link">(.*?)</a>', html, re.DOTALL
    )
    return [(text.strip(), href, "active" in marked) for marked, href, text in tabs]


def test_the_tabs_are_the_groups_and_lead_to_their_first_pages(sites: Any) -> None:
    at = sites(theme=TABS)
    others = [("Proof", "../catalog/", False), ("About us", "../about/", False)]
    assert tabs_of(at("pains")) == [("Journeys", "..", False), ("Work", "./", True), *others]
    assert [marked for _, _, marked in tabs_of(at("journeys/buy"))] == [False] * 4


def test_groups_speak_the_language_of_the_site(sites: Any) -> None:
    assert [text for text, _, _ in tabs_of(sites(theme=TABS | {"language": "de"})("pains"))][:3] == [
        "Journeys",
        "Arbeit",
        "Nachweise",
    ]


def test_where_tabs_stand_in_for_the_navigation_a_page_links_to_the_others_of_its_group(sites: Any) -> None:
    at = sites(theme=TABS)
    assert row_of(at("personas")) == [
        ("Overview", "..", False),
        ("Journeys", "../journeys/", False),
        (HOSTILE, "./", True),
    ]
    assert "<b onclick" not in at("personas")
    assert (row_of(at("pains")), row_of(at("journeys/buy")), row_of(at("about"))) == ([], [], [])


@pytest.mark.parametrize("settings", [{}, {"theme": TABS, "nav": ["index.md", "journeys.md", "about.md"]}])
def test_without_tabs_or_groups_there_is_no_such_row(sites: Any, settings: dict[str, Any]) -> None:
    assert row_of(sites(**settings)("journeys")) == []


def test_a_section_of_the_author_s_own_has_such_a_row_too(sites: Any) -> None:
    nav = ["about.md", {"Them & us": [{"<Start>": "index.md"}, "journeys.md", {"More": ["pains.md", "about.md"]}]}]
    at = sites(theme=TABS, nav=nav)
    assert row_of(at("journeys")) == [("<Start>", "..", False), ("Journeys", "./", True), ("More", "../pains/", False)]
    assert 'aria-label="Them &amp; us"' in at("journeys")
    assert [text for text, _, _ in row_of(at("pains"))] == ["Pains", "About us"]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", {"name": "material", "font": False}])
def test_every_theme_leads_to_every_page_from_anywhere(sites: Any, theme: object) -> None:
    at = sites(theme=theme)
    for here in ("about/", "catalog/", "journeys/buy/"):
        links = {urljoin(f"/{here}", link) for link in re.findall(r'href="([^"#]*)"', at(here))}
        assert links >= {"/", "/journeys/", "/personas/", "/pains/", "/health/"}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", TABS])
def test_the_home_page_of_a_group_is_that_of_the_site(sites: Any, theme: object) -> None:
    at = sites(theme=theme)
    assert "<title>Our site</title>" in at("")
    assert ">Atlas of customers</h1>" in at("")
    assert "Atlas of customers" not in at("journeys")
    assert 'href="."' in at("")


def test_the_footer_leads_from_group_to_group(sites: Any) -> None:
    at = sites(theme=TABS)
    assert 'aria-label="Previous: &lt;b' in at("pains")
    assert 'aria-label="Next: Catalogue"' in at("pains")
