"""Which words of a text changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.diff.describe.rewording import LONGEST_PLACE, cut_at_word, reworded

WORDS = st.lists(st.sampled_from(["the", "price", "shows", "late", "価格"]), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("It is said in two days", "It is said in three days", [("…said in two days", "…said in three days")]),
        ("One of them", "One of them all", [("…of them", "…of them all")]),
        ("So one of them", "One of them", [("So one of them", "One of them")]),
        ("A  line\nand more", "A line and more", []),
        ("All of this is said", "Nothing like that", [("All of this is said", "Nothing like that")]),
        ("料金は税込みです", "料金は税別です", [("…は税込みです", "…は税別です")]),
    ],
)
def test_the_words_that_differ_are_shown_with_those_around_them(
    old: str, new: str, places: list[tuple[str, str]]
) -> None:
    assert reworded(old, new) == places


def test_places_far_from_each_other_are_told_one_by_one() -> None:
    middle = " between them are many other words "
    assert reworded(f"red{middle}blue", f"green{middle}black") == [
        ("red between them…", "green between them…"),
        ("…other words blue", "…other words black"),
    ]


def test_what_is_cut_still_shows_the_difference() -> None:
    [(was, now)] = reworded(f"{'x' * 200}1{'y' * 200}", f"{'x' * 200}2{'y' * 200}")
    assert ("x1y" in was, "x2y" in now) == (True, True)
    assert max(len(was), len(now)) <= LONGEST_PLACE + 1


def test_a_long_line_is_cut_behind_a_word() -> None:
    assert cut_at_word("one two three four", 12) == "one two…"
    assert cut_at_word("one\n two", 12) == "one two"


@settings(max_examples=30)
@given(WORDS, WORDS)
def test_texts_have_a_place_where_they_differ_unless_their_words_are_the_same(old: str, new: str) -> None:
    places = reworded(old, new)
    assert (places == []) == (old.split() == new.split())
    assert all(place.was != place.now for place in places)
