"""Numbers, lists and nouns in plain English, and text that cannot drive a terminal."""

import pytest

from mkdocs_journeys.wording import counted, exact_number, listed, measured, terminal_safe, with_article


def test_a_number_agrees_with_its_noun() -> None:
    assert [counted(number, "file") for number in (0, 1, 2, 2000)] == ["0 files", "1 file", "2 files", "2,000 files"]
    assert counted(2, "study", "studies") == "2 studies"


def test_an_exact_number_has_all_of_its_digits() -> None:
    values = (12_000, 0.25, -0.3333, 1_250_000.0, 1_250_001.0, 0)
    assert [exact_number(value) for value in values] == ["12,000", "0.25", "−0.3333", "1,250,000", "1,250,001", "0"]


def test_a_unit_stands_where_it_usually_does() -> None:
    assert [measured("8", unit) for unit in ("%", "days", "€", "")] == ["8%", "8 days", "€ 8", "8"]


def test_words_are_listed_as_a_sentence_does() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a or b", "a, b or c"]
    assert listed(["a", "b"], "and") == "a and b"


def test_a_noun_has_its_article() -> None:
    assert [with_article(noun) for noun in ("step", "opportunity", "id")] == ["a step", "an opportunity", "an id"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 你 😀 \\n", "plain é 你 😀 \\n"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\u202eabc\u2066\u200f", "\\u202eabc\\u2066\\u200f"),
        ("\ud800\u2028", "\\ud800\\u2028"),
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)
def test_only_control_and_bidi_characters_become_escapes(text: str, shown: str) -> None:
    assert terminal_safe(text) == shown
    assert terminal_safe(shown) == shown
