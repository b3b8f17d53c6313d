"""The backlog in other languages: what its scripts write is said as the page says it."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenWatched
from browser.support_pains import OUTLINES, atlas_with, write_backlog
from browser.support_site import served
from browser.support_words import plain_words
from mkdocs_journeys.translation.languages import PSEUDO, in_pseudo_letters
from support.alphabets import in_greek_letters


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Addresses of a backlog in German, of one in pseudo letters by Greek authors, and of such a one in three pages."""
    atlases = {
        "german": (atlas_with(44), "de"),
        "pseudo": (in_greek_letters(atlas_with(44)), PSEUDO),
        "large": (in_greek_letters(atlas_with(450)), PSEUDO),
    }
    with ExitStack() as stack:
        folders = {name: write_backlog(tmp_path_factory.mktemp(name), *made) for name, made in atlases.items()}
        yield {name: stack.enter_context(served(folder)) for name, folder in folders.items()}


@pytest.mark.parametrize("name", ["german", "pseudo"])
def test_rows_made_from_the_index_are_the_rows_of_the_page(
    watched_page: OpenWatched, sites: dict[str, str], name: str
) -> None:
    own = watched_page("pains/", base=sites[name]).page.locator("tbody tr").evaluate_all(OUTLINES)
    page = watched_page("pains/?evidence=none", base=sites[name]).page
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ .* 44 "))
    made = page.locator("tbody tr").evaluate_all(OUTLINES)
    assert 0 < len(made) < len(own)
    assert set(made) <= set(own)


@pytest.mark.parametrize(
    ("query", "count"), [("", r"^450 "), ("?impact=-&sort=-severity", r"^\d+ .* 450 "), ("?q=000", r"^0 .* 450 ")]
)
def test_no_english_is_left_in_what_scripts_write(
    watched_page: OpenWatched, sites: dict[str, str], query: str, count: str
) -> None:
    page = watched_page(f"pains/{query}", base=sites["large"]).page
    expect(page.get_by_role("status")).to_have_text(re.compile(count))
    assert plain_words(page.locator(".journeys-backlog")) == set()


def test_a_backlog_that_cannot_be_loaded_says_so(watched_page: OpenWatched, sites: dict[str, str]) -> None:
    page = watched_page("pains/", base=sites["large"]).page
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error()); }")
    page.locator("select[name=status]").select_option("open")
    failed = "The list of all pains could not be loaded: filters need the site to be served."
    expect(page.get_by_role("status")).to_have_text(in_pseudo_letters(failed))


def test_words_of_the_language_are_found(watched_page: OpenWatched, sites: dict[str, str]) -> None:
    page = watched_page("pains/", base=sites["pseudo"]).page
    page.get_by_role("searchbox").fill(in_pseudo_letters("customer"))
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^44 .* 44 "))
