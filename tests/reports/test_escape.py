"""One code span, whatever an author typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mkdocs_journeys.reports.escape import EMPTY, is_plain_markdown, markdown_code

NAUGHTY = [
    "@acme/growth please",
    "`",
    "``` `` `",
    "`@all`",
    "a`b",
    "\\`@all",
    "![x](https://example.com/x.png)",
    "[x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "</details></summary><script>alert(1)</script>",
    "<!-- mkdocs-journeys: changes -->",
    "https://example.com www.example.com a@example.com",
    "fixes #1, GH-1, acme/x#2, !3, %4, ~label, $5",
    "a | b || c |",
    "line\n\n# heading\n- list\n\n> quote",
    "\u202eevil\u2066\u200b\ufeff",
    "\x1b[2J\x00",
    "&lt;b&gt; &#64;all &commat;all",
    "$$x$$ $`x`$ :smile: **b** ~~s~~ ==m== [^1]",
    "```mermaid\ngraph LR\n```",
    "-->",
    "x" * 5_000,
    "",
    " \t\n",
    "\ud800",
]
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def spans(markdown: str) -> list[str]:
    """The contents of a paragraph's code spans; fails where there is anything else but "a " and " b" around one."""
    block, inline, end = MARKDOWN.parse(markdown)
    assert (block.type, end.type) == ("paragraph_open", "paragraph_close")
    children = inline.children or []
    assert [child.type for child in children] == ["text", "code_inline", "text"]
    assert (children[0].content, children[2].content) == ("a ", " b")
    return [children[1].content]


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_text_stays_in_its_span(text: str) -> None:
    assert len(spans(f"a {markdown_code(text)} b")) == 1
    tokens = MARKDOWN.parse(f"| x | y |\n|---|---|\n| {markdown_code(text)} | z |")
    cells = [token for token in tokens if token.type == "inline"]
    assert [cell.content for cell in cells][:2] == ["x", "y"]
    assert [[child.type for child in cell.children or ()] for cell in cells[2:]] == [["code_inline"], ["text"]]


@given(st.text(st.characters(), max_size=60) | st.text("`|\\\n @<&[]()!#$ x", max_size=30))
def test_no_text_leaves_its_span(text: str) -> None:
    assert len(spans(f"a {markdown_code(text)} b")) == 1


def test_what_is_harmless_is_shown_as_it_is() -> None:
    assert markdown_code("Pays the invoice") == "`Pays the invoice`"
    assert spans(f"a {markdown_code('`x`')} b") == ["`x`"]


def test_what_cannot_be_seen_is_shown_as_an_escape() -> None:
    assert markdown_code("a\u202eb\u200b") == "`a\\u202eb\\u200b`"


def test_long_text_is_cut_and_empty_text_is_a_blank() -> None:
    assert markdown_code("x" * 500) == f"`{'x' * 199}…`"
    assert markdown_code("\n") == EMPTY


@pytest.mark.parametrize("text", [" fell from neutral to ", ": the address journeys/buy#pain-fees breaks", " (pain): "])
def test_our_own_words_are_plain(text: str) -> None:
    assert is_plain_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "@all",
        "#1",
        "a_b_c",
        "www.example.com",
        "https://x",
        ":smile:",
        "GH-1",
        "ABC-12",
        "GHSA-x",
        "0123abc",
        "*",
        "<b>",
    ],
)
def test_what_a_host_would_turn_into_something_is_not_plain(text: str) -> None:
    assert not is_plain_markdown(f" and {text} too")
