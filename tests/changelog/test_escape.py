"""Whatever an author typed is shown as that, and nothing comes of it."""

import html
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from changelog.support_notes import MORE
from mkdocs_journeys.changelog.escape import JOINER, markdown_text, slack_text, teams_text
from mkdocs_journeys.reports.escape import one_line
from reports.test_escape import NAUGHTY
from support.budgets import examples

TEXTS = st.text(st.characters(), max_size=60) | st.text("`|\\\n @<&[]()!#${}:/.-_*~^=+wx1A", max_size=30)
COMMON = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
PLAIN = {"text", "text_special"}
FOUND_BY_HOSTS = re.compile(
    r"(?<!\w)[@~$&^]\w|[#!%]\d|www\.|://|:[\w+-]+:|\b[0-9a-f]{7,40}\b|\b[A-Z]+-\d|GHSA-\w|\w@\w", re.ASCII
)
"""Mentions, references, addresses, emoji and hashes, as git hosts find them in finished texts."""

IN_SLACK = re.compile(r"[<>*~`]|&(?!(amp|lt|gt);)|:[\w+'-]+:|(?<![^\W_])_|_(?![^\W_])")


@cache
def mkdocs() -> Markdown:
    extensions = ["attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "abbr", "admonition"]
    pymdownx = ["caret", "critic", "emoji", "keys", "magiclink", "mark", "tilde", "superfences", "inlinehilite"]
    return Markdown(extensions=[*extensions, *(f"pymdownx.{name}" for name in pymdownx)])


def shown(text: str) -> str:
    return text.replace(JOINER, "")


def check_markdown(text: str) -> None:
    """A list, a heading and a cell of a table hold the text and nothing else, wherever they are drawn."""
    escaped, expected = markdown_text(text), one_line(text)
    for source in (f"- a: {escaped} b", f"### {escaped} b", f"| x |\n|---|\n| {escaped} b |"):
        inline = [token for token in COMMON.parse(source) if token.type == "inline"][-1]
        assert {child.type for child in inline.children or ()} <= PLAIN, source
        text_of = "".join(child.content for child in inline.children or ())
        assert shown(text_of).removeprefix("a: ").strip() == f"{expected} b".strip(), source
        assert not FOUND_BY_HOSTS.search(text_of), text_of
    drawn = mkdocs().reset().convert(f"- a: {escaped} b")
    assert shown(html.unescape(drawn.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>"))) == f"a: {expected} b"
    assert not re.search(r"\{[{%#]", escaped)


@pytest.mark.parametrize("text", [*NAUGHTY, *MORE])
def test_naughty_text_is_shown_in_markdown_as_it_is(text: str) -> None:
    check_markdown(text)


@settings(max_examples=examples(30))
@given(TEXTS)
def test_no_text_is_markup_in_markdown(text: str) -> None:
    check_markdown(text)


def test_plain_words_stay_readable_in_the_source() -> None:
    text = "“Zahlt die Rechnung” (pain): reach rose from 3.5% to € 1,250, it's 2–3 d; why?"
    assert markdown_text(text) == text


def check_slack(text: str) -> None:
    """There is nothing that Slack reads as a link, a mention, an emoji or a format, and the text looks the same."""
    escaped = slack_text(text)
    assert not IN_SLACK.search(escaped), escaped
    expected = one_line(text).translate(str.maketrans("*~`＿", "∗∼ˋ_"))
    assert shown(html.unescape(escaped)).replace("＿", "_") == shown(expected)


@pytest.mark.parametrize("text", [*NAUGHTY, *MORE])
def test_naughty_text_is_shown_in_slack_as_it_is(text: str) -> None:
    check_slack(text)


@settings(max_examples=examples(30))
@given(TEXTS)
def test_no_text_is_markup_in_slack(text: str) -> None:
    check_slack(text)


@settings(max_examples=examples(30))
@given(TEXTS)
def test_no_card_and_no_template_expands_a_text(text: str) -> None:
    escaped = teams_text(f"{{{{{text}}}}} ${{{text}}}")
    assert "{{" not in escaped
    assert "${" not in escaped


def test_a_run_keeps_the_room_around_it() -> None:
    assert [teams_text(text) for text in (" fell from ", ": ", " ", "")] == [" fell from ", ": ", " ", ""]
