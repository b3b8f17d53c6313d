"""What `journeys build` writes, through Material without our plugin, in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenWatched
from browser.support_diagram import expect_diagram, open_shadows
from browser.support_kinds import KINDS, Kind
from browser.support_page import Scheme
from browser.support_site import once, served
from markdown_files.support_material import build_written

NOT_WRITTEN = ("health", "rules", "404", "what-changed")
WRITTEN = {name: kind for name, kind in KINDS.items() if not kind.path.startswith(NOT_WRITTEN)}
ALIKE = {"long journey", "future journey", "proto-persona", "stage", "channel", "team", "segment", "system", "tag"}
"""Kinds that are written with the template of another one: for long runs alone."""
JOURNEY = "journeys/try-before-paying/"


@pytest.fixture(scope="module")
def written_site(repository_root: Path, shared_folder: Path) -> Iterator[str]:
    """The address of the example atlas, made of its Markdown files."""
    folder = once(shared_folder, "written", lambda folder: build_written(repository_root, folder))
    with served(folder / "site") as address:
        yield address


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, id=name, marks=[pytest.mark.long] * (name in ALIKE)) for name, kind in WRITTEN.items()],
)
def test_a_page_of_each_kind_is_clean(watched_page: OpenWatched, written_site: str, kind: Kind) -> None:
    page = watched_page(kind.path, base=written_site).page
    expect(page.get_by_role("main")).to_contain_text(kind.says)
    expect(page.locator(kind.shows).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_diagram_is_drawn_in_the_colours_of_the_scheme(
    watched_page: OpenWatched, written_site: str, scheme: Scheme
) -> None:
    watched = watched_page(base=written_site, scheme=scheme)
    open_shadows(watched.page.context)
    page = watched.open(JOURNEY).page
    expect_diagram(page, 5)
    box = "() => document.querySelector('div.mermaid svg, div.mermaid').getBoundingClientRect().width"
    assert page.evaluate(box) > 300
    ink = page.locator(".journeys").first.evaluate("element => getComputedStyle(element).color")
    red = int(ink.partition("(")[2].split(",")[0])
    assert red < 100 if scheme == "light" else red > 150


def test_the_map_s_controls_work(watched_page: OpenWatched, written_site: str) -> None:
    page = watched_page(JOURNEY, base=written_site).page
    page.get_by_text("Lanes", exact=True).click()
    page.get_by_role("checkbox", name="Touchpoint").uncheck()
    expect(page.locator("tr[data-lane=touchpoint]")).to_be_hidden()


def test_a_link_leads_to_the_step(watched_page: OpenWatched, written_site: str) -> None:
    page = watched_page(f"{JOURNEY}#step-10", base=written_site).page
    expect(page.locator("#step-10")).to_be_in_viewport()
