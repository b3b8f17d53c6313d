"""The text that a hint puts in quotes is the one that was meant, and YAML again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.yamlfile import quote, read
from mkdocs_journeys.yamlfile.editing.quoting import LONGEST_LINE, QUOTE_IT, quote_hint, value_column

SHOWN = re.compile(r"Put the whole text in quotes: (.+?)\.( YAML knows straight quotes alone\.)?")
LINES = st.text("ab:-'\"“”[]{}#\\ ,", max_size=30)


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("title: Late: hurry", '"Late: hurry"'),
        ("      - name: Late: hurry  # soon", '"Late: hurry"'),
        ("  - Late: hurry", '"hurry"'),
        ("  - @all of them", '"@all of them"'),
        ('title: "Buy" now', "'\"Buy\" now'"),
        ("title: 'It's mine'", '"It\'s mine"'),
        ('title: "He said "no" to us"', "'He said \"no\" to us'"),
        ('title: "One" and "two"', '\'"One" and "two"\''),
        ("title: “Which one: A or B”", '"Which one: A or B"'),
        ("title: ‘Hm: no’", '"Hm: no"'),
        ("title: C:\\data: all", "'C:\\data: all'"),
    ],
)
def test_the_whole_text_of_the_line_is_shown_in_quotes(line: str, quoted: str) -> None:
    assert quote_hint(line).startswith(f"Put the whole text in quotes: {quoted}.")


@pytest.mark.parametrize(
    "line", ["", "title:", "title: " + "long " * 30, " " * (LONGEST_LINE + 1) + "x: y", "'" * 9000]
)
def test_without_a_short_text_only_the_way_is_told(line: str) -> None:
    assert quote_hint(line) == QUOTE_IT


def test_in_brackets_the_text_ends_at_the_next_comma_or_bracket() -> None:
    assert quote_hint("  - {id: a, owner: @all, b: c}", "@all, b: c}") == 'Put the whole text in quotes: "@all".'


def test_only_a_typographic_quote_is_explained() -> None:
    assert quote_hint("a: “b: c”").endswith("YAML knows straight quotes alone.")
    assert quote_hint('a: "b: c').endswith("'.")


@given(LINES)
def test_what_is_shown_is_read_as_one_text(text: str) -> None:
    found = SHOWN.fullmatch(quote_hint(f"a: {text}"))
    if found:
        root, problems = read(f"a: {found[1]}\n".encode(), "x.yml")
        assert problems == []
        assert root is not None and isinstance(root["a"], str)
        assert root["a"] in text
        assert value_column(f"a: {text}") >= 4


@given(LINES)
def test_a_text_in_quotes_is_that_text(text: str) -> None:
    assert read(f"a: {quote(text)}\n".encode(), "x.yml") == ({"a": text}, [])
