"""The page that lists every change."""

import re

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.changes import changes_pages
from support.atlases import atlas, journey, persona, step
from support.contexts import html_of, site
from support.overlays import overlay

OLD = atlas(journey("buy", step("Pays", emotion=1)), journey("sell", step("Sells")), persona("tom"))
NEW = atlas(journey("buy", step("Pays", emotion=-1, thinks="Oh")), persona("tom", quote="<b>Why?</b>"))


def page_of(old: Atlas, new: Atlas) -> Page:
    found = overlay(old, new)
    (page,) = changes_pages(site(new, changes=lambda _: found))
    return page


def test_a_site_that_is_not_compared_has_no_such_page() -> None:
    assert list(changes_pages(site(NEW))) == []


def test_the_weightiest_thing_comes_first() -> None:
    titles = [section.title for section in page_of(OLD, NEW).sections]
    assert titles == ["Changes", "Journey buy", "Journey sell", "Tom"]


def test_each_change_has_its_meaning_its_sentence_its_values_and_a_link() -> None:
    html = html_of(page_of(OLD, NEW))
    row = re.findall(r"<li id=.*?</li>", html, re.S)[0]
    text = " ".join(re.sub(r"<[^>]+>", " ", row).split())
    assert "Pays fell from positive to negative" in text
    assert "Before: +1 positive → , now: −1 negative" in text
    assert 'href="../journeys/buy/#step-1"' in row
    assert 'data-judgement="worse" data-kind="changed"' in row


def test_what_is_gone_has_no_link() -> None:
    (section,) = (one for one in page_of(OLD, NEW).sections if one.title == "Journey sell")
    assert "its page is gone" in section.html
    assert "<a " not in section.html


def test_the_filter_offers_what_there_is_and_waits_for_a_script() -> None:
    html = html_of(page_of(OLD, NEW))
    form = html.partition("<form")[2].partition("</form>")[0]
    assert " hidden>" in form.partition("\n")[0]
    assert re.findall(r'name="judgement" value="(\w+)"', form) == ["worse", "look", "editorial"]
    assert re.findall(r'name="kind" value="(\w+)"', form) == ["removed", "changed"]


def test_hostile_text_is_text() -> None:
    html = html_of(page_of(OLD, NEW))
    assert "&lt;b&gt;Why?&lt;/b&gt;" in html
    assert "<b>Why?" not in html


def test_nothing_changed_is_said_in_words() -> None:
    html = html_of(page_of(OLD, OLD))
    assert "Nothing means anything else" in html
    assert "<form" not in html


def test_a_page_without_end_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_journeys.site.pages.changes.MOST_SHOWN", 2)
    html = html_of(page_of(OLD, NEW))
    assert html.count("<li id=") == 2
    assert "The first 2 are shown." in html
