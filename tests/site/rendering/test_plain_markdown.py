"""Rich text that needs no parser is read as the parser would read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.site.rendering import richtext
from mkdocs_journeys.site.rendering.plain_markdown import html_of, plain_markdown

SIGNS = st.sampled_from(
    [*"ab1 .)-+*_=~#>|:;!?\"'(){}/@%^,…–é\n", "\u00a0", "\u2028", "\u3000", "\u200b", "\u202e", "😀"]
)
WORDS = st.text(st.one_of(SIGNS, st.characters(exclude_categories=["Cs"])), max_size=6)
LINKS = st.builds(
    "[{}]({}:{})".format, WORDS, st.sampled_from(["journey", "team", "other"]), st.sampled_from(["a-1", "x/y", "A"])
)
PARTS = [
    "\n",
    "\n\n",
    "\n- ",
    "- ",
    " ",
    "[a b](journey:x-1)",
    "![a](pain:q)",
    "(",
    "1. ",
    "**a b**",
    "**é.**",
    "** a**",
    "**",
]
TEXTS = st.lists(st.one_of(WORDS, LINKS, st.sampled_from(PARTS)), max_size=9).map("".join)


def to(kind: str, id: str) -> str | None:
    return f"../../{kind}/{id}/?a&b" if id != "q" else None


@given(TEXTS)
def test_what_is_read_without_a_parser_is_read_alike(text: str) -> None:
    found = plain_markdown(text)
    if found:
        html, words = richtext.parsed(text, to)
        assert (html_of(found, to), found.words) == (html, words)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody can say who sees the salaries column.",
        "Two accepted invites are the [best sign](metric:trial-conversion) that a firm will pay.",
        "One line\nand another.\n\n- **Not known**: see [this](journey:a)\n- and that\n\nThe end!",
        "Two  spaces, **then  strong** ones",
    ],
)
def test_what_people_write_most_needs_no_parser(text: str) -> None:
    found = plain_markdown(text)
    assert found
    assert (html_of(found, to), found.words) == richtext.parsed(text, to)


@pytest.mark.parametrize(
    "text",
    [
        "a *b*",
        "`a`",
        "a\\",
        "<b>",
        "&amp;",
        "1. a",
        "- a\n  b",
        "- a\n\n- b",
        "a  \nb",
        "# a",
        "[a](https://b.example)",
        "a_b_",
    ],
)
def test_other_marks_are_left_to_the_parser(text: str) -> None:
    assert plain_markdown(text) is None
