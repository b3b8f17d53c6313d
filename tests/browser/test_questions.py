"""The questions of the guide: each is answered within two clicks from home or one search, as its table says."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched
from browser.test_search import search
from docs.support_documents import in_code, tables_of

ROWS = tables_of(Path(__file__).parents[2] / "site_src/guide/questions.md")["Ten questions"]
MOST_CLICKS = 2


class Question(NamedTuple):
    """A row of the guide: links to follow from home, or words to search for, and what the page then says."""

    text: str
    links: list[str]
    searched: list[str]
    answers: list[str]


QUESTIONS = [
    Question(text, re.findall(r"\*\*(.+?)\*\*", way), in_code(way), re.findall("“(.+?)”", answer))
    for text, way, answer in ROWS
]


def follow(page: Page, question: Question) -> None:
    for name in question.links:
        page.get_by_role("link", name=name, exact=True).filter(visible=True).first.click()
    for words in question.searched:
        search(page, words)
        page.locator("a.md-search-result__link").first.click()
        page.wait_for_url(lambda url: "?h=" in url)


def test_there_are_ten_questions_each_of_two_clicks_or_one_search() -> None:
    assert len(QUESTIONS) == 10
    for question in QUESTIONS:
        ways = (len(question.links), len(question.searched))
        assert ways == (0, 1) or (1 <= ways[0] <= MOST_CLICKS and ways[1] == 0), question.text
        assert question.answers, question.text


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.text for question in QUESTIONS])
def test_a_question_is_answered(watched_page: OpenWatched, searched_site: str, question: Question) -> None:
    page = watched_page(base=searched_site).page
    follow(page, question)
    main = page.locator("article")
    for answer in question.answers:
        expect(main.get_by_text(answer).filter(visible=True).first).to_be_visible()
