"""The language of the authors' texts."""

import pytest
from markupsafe import Markup

from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.finishing.language import spoken
from mkdocs_journeys.site.page import Asset, Page, Section
from support.atlases import atlas, journey
from support.contexts import html_of, site

PAGE = Page("a.md", "A", lambda: [Section("a", "A", 1, Markup("<p>Hallo</p>"), "Hallo"), Section("b", "B", 2)])


def drawn(page: Page = PAGE, *, ours: str | None, theirs: str = "en") -> list[str]:
    found = spoken(site(atlas(language=ours), language=theirs), page)
    assert isinstance(found, Page)
    return [str(section.html) for section in found.sections]


def test_texts_in_another_language_than_the_site_are_marked() -> None:
    assert drawn(ours="de") == ['<div class="journeys-spoken" lang="de"><p>Hallo</p></div>', ""]
    assert 'lang="pt-BR"' in drawn(ours="pt-BR", theirs="pt")[0]


@pytest.mark.parametrize(("ours", "theirs"), [(None, "de"), ("de", "de"), ("pt-BR", "pt-br")])
def test_texts_in_the_language_of_the_site_are_not(ours: str | None, theirs: str) -> None:
    assert drawn(ours=ours, theirs=theirs) == ["<p>Hallo</p>", ""]


def test_a_site_of_an_unknown_language_has_every_language_marked() -> None:
    assert 'lang="en"' in drawn(ours="en", theirs="")[0]


def test_what_we_say_ourselves_and_files_are_left_alone() -> None:
    here = site(atlas(language="de"), language="en")
    rules, asset = Page("rules.md", "Rules", PAGE.draw, kind="rules"), Asset("a.png", b"")
    assert spoken(here, rules) is rules
    assert spoken(here, asset) is asset


def test_what_we_say_ourselves_in_another_language_than_the_theme_is_marked() -> None:
    rules = Page("rules.md", "Rules", PAGE.draw, kind="rules")
    for theme, ours, mark in (
        ("de", "en", 'lang="en"'),
        ("en", "ar", 'lang="ar"'),
        ("de-AT", "de", "<p>"),
        ("", "de", "<p>"),
    ):
        found = spoken(site(atlas(language="fr"), language=theme, interface=ours), rules)
        assert isinstance(found, Page)
        assert mark in str(found.sections[0].html)
        assert ("lang=" in str(found.sections[0].html)) == mark.startswith("lang")


def test_search_words_and_headings_stay_as_they_are() -> None:
    found = spoken(site(atlas(language="de"), language="en"), PAGE)
    assert isinstance(found, Page)
    assert [(one.anchor, one.title, one.words) for one in found.sections] == [("a", "A", "Hallo"), ("b", "B", "")]


def test_every_page_of_a_site_goes_by_it() -> None:
    items = items_of(site(atlas(journey("buy"), language="de"), language="en"))
    (page,) = [item for item in items if isinstance(item, Page) and item.uri == "journeys/buy.md"]
    assert html_of(page).count('lang="de"') == len([section for section in page.sections if section.html])
