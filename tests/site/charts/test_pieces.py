"""A curve in pieces, one for each cell of a row."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.site.charts.pieces import HEIGHT, WIDTH, curve_pieces

EMOTIONS = st.floats(-2, 2).map(lambda value: round(value, 1))


def ends(path: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a path begins and ends, in tenths of a unit; its lines are relative."""
    (x, y), *lines = [tuple(map(float, pair.split())) for pair in re.split("[Ml]", path)[1:]]
    return (x, y), (round(x + sum(line[0] for line in lines), 1), round(y + sum(line[1] for line in lines), 1))


def test_a_cell_alone_draws_from_its_first_step_to_its_last() -> None:
    assert curve_pieces([None, [2, -2], None]) == ("", "M25 3l50 18", "")


def test_one_step_alone_is_a_short_level_line() -> None:
    assert curve_pieces([[0]]) == ("M42 12l16 0",)


def test_a_cell_without_emotions_interrupts_the_curve() -> None:
    assert curve_pieces([[1, 1], [], [1, 1]]) == ("M25 7.5l50 0", "", "M25 7.5l50 0")


@given(st.lists(st.one_of(st.none(), st.lists(EMOTIONS, max_size=4)), max_size=6))
def test_neighbouring_pieces_meet_and_none_leaves_its_box(cells: list[list[float] | None]) -> None:
    pieces = curve_pieces(cells)
    assert [bool(piece) for piece in pieces] == [bool(cell) for cell in cells]
    for piece in filter(None, pieces):
        for x, y in ends(piece):
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT
    for left, right in itertools.pairwise(pieces):
        if left and right:
            (x, y), (other_x, other_y) = ends(left)[1], ends(right)[0]
            assert (x, other_x) == (WIDTH, 0)
            assert y == pytest.approx(other_y)
