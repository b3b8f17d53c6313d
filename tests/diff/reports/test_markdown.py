"""The comment on a pull request."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from diff.reports.support_hostile import atlas
from diff.reports.test_escape import NAUGHTY
from diff.support_atlases import draft
from diff.support_edits import edited
from mkdocs_journeys.diff import changes
from mkdocs_journeys.diff.reports.curves import MOST_CHARACTERS
from mkdocs_journeys.diff.reports.markdown import CUT, LONGEST, MARKER, report

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
OURS = {"h2", "h3", "p", "strong", "em", "ul", "li", "code", "pre", "details", "summary"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
HOSTILE = [text for text in NAUGHTY if text.strip() and text != "\ud800" and "\x00" not in text]


class Reader(HTMLParser):
    """The tags of a page, its attributes, and its text outside of code."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.comments: list[str] = []
        self.prose = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        if "code" not in self.open:
            self.prose += data


def read(comment: str) -> Reader:
    reader = Reader()
    reader.feed(MARKDOWN.render(comment))
    assert reader.open == []
    return reader


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_hostile_text_comes_through(text: str) -> None:
    old, new = atlas(text, later=False), atlas(text, later=True)
    found = changes(old, new)
    assert len(found) > 20
    page = read(report(found, old, new))
    assert page.tags <= OURS | TABLE
    assert page.attributes <= {"class", "style"}
    assert page.comments == [MARKER.removeprefix("<!--").removesuffix("-->")]
    assert not re.search(r"[@<>\[\]`|\\]|https?:|www\.|GH-", page.prose)


def test_the_summary_counts_and_each_journey_has_its_fold() -> None:
    made = draft(3)
    changed, _ = edited(made, 12)
    old, new = made.atlas(), changed.atlas()
    found = changes(old, new)
    comment = report(found, old, new)
    assert f"**{len(found)} changes** in" in comment
    folds = re.findall(r"<summary>(\w+):", comment)
    assert folds == [id for id in dict.fromkeys(change.journey for change in found) if id]
    assert comment.count("<details>") == comment.count("</details>") == comment.count("<summary>")


def test_without_a_change_it_says_so() -> None:
    one = draft(1).atlas()
    assert report([], one, one) == (
        f"{MARKER}\n## What changes for the customer\n\nNothing: no journey means anything else than before.\n\n"
    )


def test_a_comment_that_grows_too_long_is_cut_between_lines_and_closes_its_folds() -> None:
    old, new = atlas("word " * 30, later=False), atlas("word " * 30, later=True)
    found = changes(old, new)
    whole = len(report(found, old, new))
    for limit in range(400, whole, 97):
        comment = report(found, old, new, limit)
        assert len(comment) <= limit
        assert CUT in comment
        assert comment.count("<details>") == comment.count("</details>")
        read(comment)
    assert CUT not in report(found, old, new, LONGEST)
    assert len(report(found * 500, old, new)) <= LONGEST


def test_the_curve_is_drawn_before_and_after_with_no_word_of_an_author() -> None:
    old, new = atlas("evil", later=False), atlas("evil", later=True)
    chart = re.findall(r"```mermaid\n(.*?)```", report(changes(old, new), old, new), re.DOTALL)
    assert len(chart) == 1
    assert "evil" not in chart[0]
    assert "    bar [0, 1, 2, 0, 1]\n    line [-1, 0, 1, -1, 0]\n" in chart[0]
    assert len(chart[0]) < MOST_CHARACTERS


def test_teams_are_asked_to_review_with_their_handles_in_code() -> None:
    old, new = atlas("@acme/growth", later=False), atlas("@acme/growth", later=True)
    assert "| `@acme/growth` | `@acme/growth` |" in report(changes(old, new), old, new)


def test_pains_have_a_table_of_their_own() -> None:
    old, new = atlas("x", later=False), atlas("x", later=True)
    comment = report(changes(old, new), old, new)
    assert "### Pains" in comment
    assert "| 🟡 look | `x later` | renamed |" in comment
