"""The page of changes that stands alone, opened as somebody opens it who got it by mail."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_page import VIEWPORTS, Scheme
from browser.support_site import served
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, JourneyPart, StepPart, TeamPart
from mkdocs_journeys.reports.html import format_diff

LONG = "AVeryLongWordThatNobodyEverBroke" * 4
NAMES = ("Looks around", "Asks a friend", "Compares the plans", "Pays the bill", LONG)


def item(number: int, judgement: str, entity: str, sentence: str) -> ChangeItem:
    values = {
        "kind": "changed",
        "entity": entity,
        "id": f"buy/{number}",
        "field": "name",
        "judgement": judgement,
        "fingerprint": f"{number:016x}",
        "sentence": sentence,
        "old": "before",
        "new": LONG,
        "base": None,
        "head": {"file": "journeys/maps/buy.yml", "line": 3, "column": 1},
    }
    return ChangeItem.model_validate(values, strict=False)


def page_text() -> str:
    worse = item(1, "worse", "step", "*Pays the bill* fell from positive to very negative")
    better = item(2, "better", "pain", "*Fees* (pain): severity fell from *major* to *minor*")
    look = item(3, "look", "persona", f"*{LONG}* (persona) has another id")
    steps = tuple(
        StepPart(name=name, was=at, number=at, before=1.0, after=-2.0 if at == 4 else 1.0)
        for at, name in enumerate(NAMES * 3, 1)
    )
    part = JourneyPart(id="buy", title="Buy it", changes=(worse.fingerprint, better.fingerprint), steps=steps)
    team = TeamPart(id="growth", name="Growth", handle="@acme/growth", changes=(better.fingerprint,))
    return format_diff(
        DiffDocument(format=1, changes=(worse, better, look), journeys=(part,), teams=(team,)), "main → work"
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("changes")
    (folder / "index.html").write_text(page_text(), encoding="utf-8")
    with served(folder) as found:
        yield found


def test_a_reader_may_filter_by_meaning_team_and_kind(watched_page: OpenWatched, address: str) -> None:
    page = watched_page(base=address).page
    rows = page.locator("tbody tr:visible")
    expect(rows).to_have_count(3)
    page.get_by_label("Meaning").select_option("worse")
    assert rows.all_inner_texts()[0].startswith("worse")
    assert (rows.count(), page.locator("output").inner_text()) == (1, "1 of 3 shown")
    expect(page.locator(".journey:visible")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("output")).to_have_text("3 of 3 shown")
    page.get_by_label("Team").select_option("growth")
    assert "Fees" in rows.all_inner_texts()[0]
    page.get_by_label("Kind").select_option("persona")
    assert (rows.count(), page.locator(".journey:visible").count()) == (0, 0)


def test_without_scripts_everything_is_there_and_no_filter(watched_page: OpenWatched, address: str) -> None:
    page = watched_page(base=address, javascript=False).page
    expect(page.locator("tbody tr:visible")).to_have_count(3)
    assert not page.locator(".filter").is_visible()


def test_nothing_sticks_out_of_the_window(watched_page: OpenWatched, address: str) -> None:
    page = watched_page(base=address).page
    for width in VIEWPORTS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(watched_page: OpenWatched, address: str, scheme: Scheme) -> None:
    page = watched_page(base=address, scheme=scheme).page
    assert axe_violations(page) == []
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(246, 247, 250)", "dark": "rgb(32, 36, 45)"}[scheme]


def test_on_paper_the_filter_is_gone_and_the_curves_fit(watched_page: OpenWatched, address: str) -> None:
    page = watched_page(base=address, width=794).page
    page.emulate_media(media="print")
    assert not page.locator(".filter").is_visible()
    box = page.locator("svg").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 794
