"""The pages of what changed, made of a repository."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from history.mainline.support_mainline import BACK, BUY, LEAVE, begun, lived, recent
from mkdocs_journeys.history.mainline import RecentChanges, untold
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from support.contexts import html_of, site
from support.repositories import Repository


def pages(found: RecentChanges, **settings: str) -> dict[str, Page]:
    """The pages of what changed, by their uri."""
    items = items_of(site(found.atlas, recent=lambda _: found, **settings))
    return {page.uri: page for page in items if isinstance(page, Page) and page.kind == "recent"}


def shown(page: Page) -> str:
    """What a reader sees, on one line."""
    text = " ".join(Markup(re.sub("<[^>]+>", " ", html_of(page))).unescape().split())
    return re.sub(r" (?=[.,])", "", text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return lived(tmp_path_factory.mktemp("git") / "lived")


@pytest.fixture(scope="module")
def month(made: Repository) -> Page:
    return pages(recent(made))["what-changed.md"]


def test_each_period_has_a_page_and_the_first_is_in_the_navigation(made: Repository) -> None:
    found = pages(recent(made, "v*"))
    assert list(found) == ["what-changed.md", "what-changed/90-days.md", "what-changed/releases/v2.md"]
    assert [page.in_nav for page in found.values()] == [True, False, False]
    for page in found.values():
        assert html_of(page).count('aria-current="page"') == 1


def test_the_head_says_the_days_and_the_figures(month: Page) -> None:
    text = shown(month)
    assert "From 2026-10-21 to 2026-11-20, the day of the newest commit." in text
    assert "0 pains were opened 1 pain was resolved 0 pains got worse" in text
    assert "1 new journey" in text
    assert "journeys retired" not in text


def test_emotions_stand_side_by_side_with_their_numbers(month: Page) -> None:
    assert "Decide +0.5 (2 steps) 0.0 (3 steps) −0.5" in shown(month)
    assert "Leave −1.0 (1 step) −1.0 (1 step) as before" in shown(month)


def test_the_worst_journey_stands_first_and_each_change_leads_to_its_place(month: Page) -> None:
    by_journey = next(section.html for section in month.sections if section.anchor == "by-journey")
    titles = re.findall(r"<h3>.*?>([^<]+)</a></h3>", by_journey)
    assert titles == ["Buy it", "Come back", "Leave for good"]
    assert '<a href="../journeys/buy/#step-1"' in by_journey
    assert '<a href="../pains/fees/"' in by_journey


def test_owners_see_what_is_theirs(month: Page) -> None:
    by_owner = next(section.html for section in month.sections if section.anchor == "by-owner")
    growth, care = by_owner.split("<h3>")[1:]
    assert '<a href="../teams/growth/">Growth team</a>' in growth
    assert "Fees" in growth
    assert '<a href="../teams/care/">Care team</a>' in care
    assert "Leave for good" in care


def test_what_nobody_owns_stands_last(tmp_path: Path) -> None:
    made = begun(tmp_path / "nobody")
    made.edit("journeys/personas/ana.yml", "Ana", "Anna")
    made.edit(LEAVE, "title: Leave", "title: Go")
    by_owner = next(one.html for one in pages(recent(made))["what-changed.md"].sections if one.anchor == "by-owner")
    assert re.findall(r"<h3>(?:<a[^>]*>)?([^<]+)", by_owner) == ["Care team", "Nobody owns it"]


def test_a_long_list_says_how_much_is_left_out_and_where_it_is(tmp_path: Path) -> None:
    made = begun(tmp_path / "long")
    base = made.git("rev-parse", "HEAD")
    pains = ", ".join(f"{{id: pain-{number}, title: Pain {number}}}" for number in range(9))
    made.edit(BUY, "{name: Pays, emotion: 0}", f"{{name: Pays, emotion: 0, pains: [{pains}]}}")
    text = shown(pages(recent(made))["what-changed.md"])
    assert "and 3 more changes" in text
    assert f"This command tells all of it: journeys diff {base[:10]}" in text


def test_a_quiet_time_says_so(tmp_path: Path) -> None:
    text = shown(pages(recent(begun(tmp_path / "quiet")))["what-changed.md"])
    assert text.endswith("What it held from the start is no change. Nothing changed in this time.")


def test_what_was_removed_leads_nowhere_and_is_told_by_its_name(tmp_path: Path) -> None:
    made = begun(tmp_path / "gone")
    (made.root / LEAVE).unlink()
    html = html_of(pages(recent(made))["what-changed.md"])
    assert "<h3>Leave</h3>" in html
    assert "1</b><span>journey retired" in html


def test_a_release_says_what_it_is_compared_with(made: Repository) -> None:
    page = pages(recent(made, "v*"))["what-changed/releases/v2.md"]
    assert page.title == "What changed in v2"
    assert "From v1 of 2026-09-15 to v2 of 2026-11-20." in shown(page)


@pytest.mark.parametrize(
    ("tag", "uri"),
    [
        ("v1.2", "v1.2.md"),
        ("V1.2", "v1-2-"),
        ("next/one", "next-one-"),
        ("index", "index/index.md"),
        ("日本", "release-"),
    ],
)
def test_a_tag_of_any_name_has_an_address(tag: str, uri: str, tmp_path: Path) -> None:
    made = begun(tmp_path / "tags")
    made.git("tag", "0")
    made.edit(LEAVE, "title: Leave", "title: Go")
    made.commit("2026-01-20")
    made.git("tag", tag)
    assert list(pages(recent(made, "*")))[2].startswith(f"what-changed/releases/{uri}")


def test_without_a_version_in_git_there_is_one_page_that_says_why(made: Repository) -> None:
    (page,) = pages(untold(recent(made).atlas)).values()
    assert shown(page) == "Git holds no version of these journeys yet, so nobody can say what changed."


def test_a_site_that_does_not_ask_git_has_no_such_page(made: Repository) -> None:
    atlas = recent(made).atlas
    assert not [one for one in items_of(site(atlas)) if isinstance(one, Page) and one.kind == "recent"]


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    made = begun(tmp_path / "hostile")
    made.write(BACK, (made.root / BUY).read_text("utf-8").replace("Buy it", "<script>alert(1)</script>"))
    assert "<script>" not in html_of(pages(recent(made))["what-changed.md"])
