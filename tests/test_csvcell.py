"""No cell is a formula, and each comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.csvcell import guarded, unguarded

PIECES = st.sampled_from(["'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "\u200b", "\uff1d", "a", "1", '"', ",", "%"])
texts = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=8)


@given(texts)
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(texts)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("\t", "\r"))
    assert not cell.lstrip(" \u200b\u00a0\ufeff").startswith(
        ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    )


@pytest.mark.parametrize("text", ["", "a", "'tis so", "1=1", "100 %", "a-b", "a\n=1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize(("text", "cell"), [("=1+1", "'=1+1"), ("'=1", "''=1"), (" -x", "' -x"), ("\tx", "'\tx")])
def test_a_sign_is_put_before_what_looks_like_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell
