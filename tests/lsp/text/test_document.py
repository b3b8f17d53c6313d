"""Places of a buffer as editors count them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.lsp.text.document import UNITS, BufferPlace, BufferText, TextChange, TextSpan, document_of
from support.budgets import examples

TEXT = "title: é🙂x\r\nnote: a\u2028b\rlast"
ALPHABET = st.sampled_from(["a", "é", "🙂", "\u2028", "\x85", "\n", "\r\n", "\r", " "])


@pytest.mark.parametrize(("encoding", "character"), [("utf-16", 10), ("utf-8", 13), ("utf-32", 9)])
def test_a_place_behind_an_emoji_is_counted_in_the_units_of_the_editor(encoding: str, character: int) -> None:
    document = BufferText(TEXT, encoding)
    assert document.place(TEXT.index("x")) == BufferPlace(0, character)
    assert document.offset(BufferPlace(0, character)) == TEXT.index("x")


def test_only_the_three_line_ends_of_the_protocol_end_a_line() -> None:
    document = BufferText(TEXT)
    assert [document.line(number) for number in range(4)] == ["title: é🙂x", "note: a\u2028b", "last", ""]


def test_a_place_beyond_a_line_or_the_text_is_its_end() -> None:
    document = BufferText(TEXT)
    assert document.offset(BufferPlace(0, 99)) == TEXT.index("\r\n")
    assert document.offset(BufferPlace(99, 0)) == len(TEXT)


def test_a_change_behind_a_strange_line_end_changes_what_is_meant() -> None:
    change = TextChange("c", TextSpan(BufferPlace(1, 8), BufferPlace(1, 9)))
    assert BufferText(TEXT).changed([change]).text == TEXT.replace("\u2028b", "\u2028c")


def test_changes_are_made_one_after_the_other() -> None:
    first = TextChange("new ", TextSpan(BufferPlace(0, 0), BufferPlace(0, 0)))
    second = TextChange("", TextSpan(BufferPlace(0, 0), BufferPlace(0, 3)))
    assert BufferText("x").changed([first, second]).text == " x"
    assert BufferText("x").changed([first, TextChange("all new")]).text == "all new"


def test_a_column_of_a_problem_is_found() -> None:
    document = BufferText(TEXT)
    assert document.offset_of(1, 8) == TEXT.index("é")
    assert document.offset_of(9, 9) == len(TEXT)
    assert document.offset_of(0, 0) == 0


def test_bytes_that_are_no_text_are_replaced() -> None:
    assert document_of(b"\xef\xbb\xbftitle: \xff").text == "title: \ufffd"


@settings(max_examples=examples(100))
@given(st.lists(ALPHABET).map("".join), st.sampled_from(sorted(UNITS)))
def test_an_offset_and_its_place_lead_to_each_other(text: str, encoding: str) -> None:
    document = BufferText(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert document.offset(document.place(offset)) == offset


@settings(max_examples=examples(100))
@given(st.lists(ALPHABET, min_size=1).map("".join), st.data())
def test_a_change_is_the_same_in_every_unit(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    inside = [text[at - 1 : at + 1] == "\r\n" for at in (start, end)]
    if not any(inside):
        for encoding in UNITS:
            document = BufferText(text, encoding)
            assert (
                document.changed([TextChange("🙂", document.span(start, end))]).text == text[:start] + "🙂" + text[end:]
            )
