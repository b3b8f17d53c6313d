"""Figures of few people are withheld, and cannot be worked out from those that are shown."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.measure.figures import Cell
from mkdocs_journeys.measure.suppression import withheld
from support.budgets import examples


def cells(**people: int) -> list[Cell]:
    """Cells of one period: `whole` is the whole base, others are segments."""
    return [Cell("m", 0, "" if name == "whole" else name, {"value": number}, number) for name, number in people.items()]


def segments_withheld(found: list[Cell], smallest: int = 5) -> set[str]:
    return {segment for _, segment in withheld(found, smallest)}


def test_a_figure_of_one_to_four_people_is_withheld() -> None:
    assert segments_withheld(cells(whole=4)) == {""}
    assert segments_withheld(cells(whole=5)) == set()
    assert segments_withheld(cells(whole=0)) == set()


def test_the_smallest_other_segment_goes_too_where_the_rest_would_tell() -> None:
    assert segments_withheld(cells(whole=100, small=3, large=57, middle=40)) == {"small", "middle"}


def test_two_small_segments_hide_each_other() -> None:
    assert segments_withheld(cells(whole=100, small=3, middle=2, large=95)) == {"small", "middle"}


def test_where_the_whole_is_withheld_no_other_segment_has_to_go() -> None:
    assert segments_withheld(cells(whole=4, small=4, large=0)) == {"", "small"}


def test_a_segment_without_anybody_hides_nothing() -> None:
    assert segments_withheld(cells(whole=50, small=3, none=0, large=47)) == {"small", "large"}


def test_periods_are_looked_at_one_by_one() -> None:
    later = [cell._replace(period=1) for cell in cells(whole=100, small=50, large=50)]
    assert withheld([*cells(whole=100, small=3, large=97), *later], 5) == {(0, "small"), (0, "large")}


@given(people=st.lists(st.integers(0, 12), min_size=2, max_size=6), smallest=st.integers(1, 10))
@settings(max_examples=examples(100), deadline=None)
def test_what_is_withheld_is_never_the_difference_of_what_is_shown(people: list[int], smallest: int) -> None:
    named = {f"s{number}": count for number, count in enumerate(people)}
    hidden = segments_withheld(cells(whole=sum(people), **named), smallest)
    small = {name for name, count in named.items() if 0 < count < smallest}
    assert small <= hidden
    if "" not in hidden and len(hidden) == 1:
        [alone] = hidden
        assert not any(count for name, count in named.items() if name != alone)
