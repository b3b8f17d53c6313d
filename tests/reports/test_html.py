"""The page that stands alone."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest

from mkdocs_journeys.diff.sentences import plain_text
from mkdocs_journeys.reports.document import DiffDocument, TeamPart
from mkdocs_journeys.reports.html import format_diff, value_text
from reports.support_documents import ACCEPTED, document, drafted, figures, item, journey, mistake, step
from reports.support_hostile import atlas
from reports.test_escape import NAUGHTY

HOSTILE = [text for text in NAUGHTY if text.strip() and text != "\ud800" and "\x00" not in text]
OPEN = {"meta", "br"}


class Reader(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in OPEN:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


@cache
def read_report_of(text: str) -> Reader:
    """The report of an atlas in which everything is called so."""
    found = document(atlas(text, later=False), atlas(text, later=True))
    taken = item(1, acknowledged={"by": text, "until": "2027-01-01", "reason": text})
    wrong = mistake("base", file=text, message=text, hint=text)
    update = {"changes": (taken, *found.changes), "problems": (wrong, mistake())}
    return read(format_diff(found.model_copy(update=update), text))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_author_can_write_markup(text: str) -> None:
    page, harmless = read_report_of(text), read_report_of("x")
    assert sorted(set(page.tags)) == sorted(set(harmless.tags))
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("style", "src", "href")]


def test_it_asks_for_nothing_outside_of_itself() -> None:
    page = format_diff(drafted(3))
    assert not re.search(r"https?:|@import|url\(", page)
    assert "default-src &#39;none&#39;" in page


def test_every_change_is_there_with_both_values_and_its_place() -> None:
    found = drafted(4)
    reader = read(format_diff(found))
    words = " ".join(reader.text.split())
    assert reader.tags.count("tbody") <= len(found.journeys) + 1
    assert sum(name == "data-judgement" for name, _ in reader.attributes) == len(found.changes)
    for change in found.changes:
        assert " ".join(plain_text(change.sentence).replace("*", "").split()) in words
        spot = change.head or change.base
        assert spot is None or f"{spot.file}:{spot.line}" in words
        for value in (change.old, change.new):
            assert " ".join(value_text(value, change.field).split()) in words


def test_a_journey_shows_its_curves_and_its_reviewers_theirs() -> None:
    change = item(1)
    found = DiffDocument(
        format=1,
        changes=(change, *figures(2)),
        journeys=(journey(step(1, 0, 0), step(2, 1, -1), changes=(change.fingerprint,)),),
        teams=(TeamPart(id="growth", name="Growth", handle="@acme/growth", changes=(change.fingerprint,)),),
    )
    reader = read(format_diff(found, "main → work"))
    assert reader.tags.count("svg") == 1
    assert "positive → negative" in reader.text
    assert "@acme/growth" in reader.text
    assert ("data-team", "growth") in reader.attributes
    assert reader.text.index("Buy it") < reader.text.index("Beside the journeys")


def test_it_begins_with_the_verdict_and_tells_mistakes_and_what_was_accepted() -> None:
    found = DiffDocument(
        format=1,
        changes=(item(1), item(2, acknowledged=ACCEPTED)),
        journeys=(journey(changes=(f"{1:016x}", f"{2:016x}")),),
    )
    words = " ".join(read(format_diff(found)).text.split())
    assert "Worse for the customer: Pays fell from positive to negative, in Buy it" in words
    assert "1 worse for the customer1 accepted" in words
    assert words.count("Accepted by Noémie until 2027-03-31: The new supplier is slower") == 1
    broken = found.model_copy(update={"problems": (mistake(), mistake("base", hint=""))})
    words = " ".join(read(format_diff(broken)).text.split())
    assert "Not all of it can be read: 1 mistake, the first in journeys/maps/buy.yml:4" in words
    assert "journeys/maps/buy.yml:4:9 There is no team 'nobody'. Did you mean 'sales'?" in words.replace(
        "9There", "9 There"
    )
    assert "as it was before" in words
    first = read(format_diff(found.model_copy(update={"absent": "base"}))).text
    assert "The first journeys: Buy it" in " ".join(first.split())


def test_without_a_change_it_says_so() -> None:
    page = format_diff(DiffDocument(format=1, changes=()))
    assert "Nothing: no journey means anything else than before." in page
    assert "<table" not in page


def test_values_read_as_words() -> None:
    assert value_text(None) == ""
    assert value_text(-2, "emotion.maya") == "very negative"
    assert value_text(True) == "yes"
    assert value_text(12_000) == "12,000"
    assert value_text(["a", {"url": "x", "title": None}]) == "a\nurl: x"


def test_both_schemes_follow_the_system() -> None:
    page = format_diff(drafted(1))
    assert "@media screen and (prefers-color-scheme: dark) {\n  :root {" in page
    assert 'data-md-color-scheme="slate"' not in page
