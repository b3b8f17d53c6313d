"""The feed of what changed."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from history.mainline.support_mainline import BUY, begun, lived, recent
from mkdocs_journeys.history.mainline import RecentChanges
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Asset
from mkdocs_journeys.wording import xml_legal
from support.contexts import site
from support.repositories import Repository

URL = "https://example.com/atlas/"
IN_ATOM = {"": "http://www.w3.org/2005/Atom"}


def content(found: RecentChanges, url: str = URL, **settings: object) -> Sequence[bytes]:
    """What stands in the feed; empty without one."""
    items = items_of(site(found.atlas, recent=lambda _: found, url=url, **settings))
    return [one.content for one in items if isinstance(one, Asset) and one.uri == "what-changed/feed.xml"]


def feed(found: RecentChanges, **settings: object) -> Element:
    return fromstring(*content(found, **settings))


def text(element: Element, path: str) -> str:
    return element.findtext(path, "", IN_ATOM)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return lived(tmp_path_factory.mktemp("git") / "lived")


def test_a_feed_has_what_the_format_asks_for(made: Repository) -> None:
    root = feed(recent(made))
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert text(root, "id").startswith("urn:uuid:")
    assert text(root, "title") == "What changed: Ours"
    assert text(root, "author/name") == "Ours"
    assert text(root, "updated") == "2026-11-20T12:00:00+00:00"
    links = {link.get("rel"): link.get("href") for link in root.findall("link", IN_ATOM)}
    assert links == {"self": f"{URL}what-changed/feed.xml", "alternate": f"{URL}what-changed/"}
    for entry in root.findall("entry", IN_ATOM):
        assert all(text(entry, name) for name in ("id", "title", "updated", "content"))


def test_each_day_with_changes_is_an_entry_in_the_same_words(made: Repository) -> None:
    entries = feed(recent(made)).findall("entry", IN_ATOM)
    assert [text(entry, "title") for entry in entries] == [
        "2026-11-20: 1 to look at, 1 editorial",
        "2026-11-05: 1 worse for the customer, 1 better",
        "2026-09-15: 1 worse for the customer",
    ]
    assert f'<a href="{URL}journeys/buy/#step-1">“Compares” fell from positive to very negative</a>' in text(
        entries[1], "content"
    )


def test_an_id_stays_when_the_day_brings_more(tmp_path: Path) -> None:
    made = begun(tmp_path / "stable")
    made.edit(BUY, "emotion: 0", "emotion: -1")
    made.commit("2026-01-20")
    before = feed(recent(made))
    made.edit(BUY, "emotion: -1", "emotion: -2")
    made.commit("2026-01-20", message="More")
    after = feed(recent(made))
    assert text(before, "entry/id") == text(after, "entry/id")
    assert text(before, "entry/content") != text(after, "entry/content")


def test_the_same_input_gives_the_same_bytes(made: Repository) -> None:
    assert content(recent(made)) == content(recent(made))


def test_without_the_address_of_the_site_there_is_none(made: Repository) -> None:
    assert content(recent(made), url="") == []


def test_links_follow_the_form_of_addresses(made: Repository) -> None:
    links = feed(recent(made), directory_urls=False).findall("link", IN_ATOM)
    assert [link.get("href") for link in links] == [f"{URL}what-changed/feed.xml", f"{URL}what-changed.html"]


def test_characters_that_xml_cannot_hold_break_nothing() -> None:
    hostile = "a\x00\x08\x1b\ufffe\ud800<&>é\U0001f600"
    assert fromstring(f"<a>{xml_legal(hostile).replace('&', '&amp;').replace('<', '&lt;')}</a>").text


def test_hostile_titles_are_text_in_the_html_of_an_entry(tmp_path: Path) -> None:
    made = begun(tmp_path / "hostile")
    made.edit(BUY, "title: Buy it", "title: <img src=x> & ]]>")
    made.commit("2026-01-20")
    (entry,) = feed(recent(made)).findall("entry", IN_ATOM)
    assert "<img" not in text(entry, "content")
    assert "&lt;img src=x&gt; &amp; ]]&gt;" in text(entry, "content")
