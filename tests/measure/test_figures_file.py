"""The text of a metric's file: what is new, what stays, and what is withheld."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from mkdocs_journeys.load.figures.reader import figures_of
from mkdocs_journeys.measure.figures import Cell
from mkdocs_journeys.measure.figures_file import OtherColumnsError, file_of, number_text, values_for, with_every_period
from mkdocs_journeys.measure.periods import periods_between

MONTHS = periods_between(date(2026, 8, 1), date(2026, 11, 1), "month", ZoneInfo("Europe/Berlin"))


COUNT = Cell("m", 1, "", {"value": 9}, 9)


def share(period: int, part: int, whole: int, segment: str = "", pending: int | None = 0) -> Cell:
    return Cell("m", period, segment, {"numerator": part, "denominator": whole}, whole, pending)


def text(cells: list[Cell], before: str = "", smallest: int = 5) -> str:
    found = file_of(cells, MONTHS, smallest, before.encode()).decode()
    figures, _, problems = figures_of("journeys/metrics/m.csv", found.encode())
    assert figures is not None, problems
    return found


def test_a_row_has_the_last_day_of_its_period_and_who_was_left_out() -> None:
    assert text([share(0, 5, 60), share(1, 6, 70, pending=3)]) == (
        "date,numerator,denominator,pending\n2026-08-31,5,60,\n2026-09-30,6,70,3\n"
    )


def test_rows_of_other_days_stay_as_they_are() -> None:
    before = "date,numerator,denominator\n2026-07-31,4,50\n2026-08-31,1,2\n"
    assert text([share(0, 5, 60)], before) == ("date,numerator,denominator\n2026-07-31,4,50\n2026-08-31,5,60\n")


def test_rows_that_cannot_stand_beside_the_new_ones_are_no_reason_to_lose_them() -> None:
    with pytest.raises(OtherColumnsError):
        file_of([share(0, 5, 60)], MONTHS, 5, b"date,value\n2026-07-31,8\n")
    assert "2026-08-31,5,60" in text([share(0, 5, 60), share(1, 1, 9), share(2, 1, 9)], "date,value\n2026-08-31,8\n")


def test_a_figure_of_few_people_is_withheld_and_says_so() -> None:
    found = text([share(0, 30, 60), share(0, 1, 3, "small"), share(0, 29, 57, "large")])
    assert found.count("withheld: fewer than 5 people") == 2
    assert "2026-08-31,30,60,," in found
    assert ",3," not in found and ",57," not in found


def test_a_period_in_which_nobody_began_has_no_rate() -> None:
    assert "2026-08-31,,,nobody in this period\n" in text([share(0, 0, 0)])


def test_where_everybody_still_has_time_there_is_no_figure() -> None:
    assert "2026-08-31,,,40,the time of some is not over\n" in text([share(0, 0, 0, pending=40)])
    assert "2026-08-31,,40,the time of some is not over\n" in text([Cell("m", 0, "", {}, 9, 40), COUNT])


def test_the_whole_base_stands_before_its_segments() -> None:
    found = text([share(0, 9, 30, "b"), share(0, 20, 60), share(0, 11, 30, "a")])
    assert [line.split(",")[3] for line in found.splitlines()[1:]] == ["", "a", "b"]


def test_the_same_figures_give_the_same_bytes() -> None:
    cells = [share(1, 9, 30), share(0, 20, 60)]
    first = text(cells)
    assert text(list(reversed(cells)), first) == first


@pytest.mark.parametrize(
    ("value", "written"),
    [(5, "5"), (5.0, "5"), (5.25, "5.25"), (1 / 3, "0.333"), (-0.0001, "0"), (1_000_000, "1000000"), (-2.5, "-2.5")],
)
def test_numbers_are_written_with_three_decimals_at_most(value: float, written: str) -> None:
    assert number_text(value) == written


def test_a_share_of_a_metric_without_counts_is_a_percentage_with_its_interval() -> None:
    values = values_for("other", {"numerator": 5, "denominator": 50})
    assert [round(values[name], 1) for name in ("value", "n", "low", "high")] == [10, 50, 4.3, 21.4]
    assert values_for("other", {"numerator": 0, "denominator": 0}) == {"n": 0}
    assert values_for("conversion", {"numerator": 5, "denominator": 50}) == {"numerator": 5, "denominator": 50}


def test_a_period_that_nothing_was_found_in_has_a_row_from_the_first_figure_on() -> None:
    found = text(with_every_period([share(0, 5, 60), share(2, 6, 70)], "m", MONTHS))
    assert found.splitlines()[1:] == ["2026-08-31,5,60,", "2026-09-30,,,nobody in this period", "2026-10-31,6,70,"]
    assert with_every_period([share(1, 5, 60), share(2, 6, 70)], "m", MONTHS) == [share(1, 5, 60), share(2, 6, 70)]
    assert with_every_period([share(2, 6, 70), share(1, 5, 9, "small")], "m", MONTHS)[2:] == []


def test_a_definition_that_finds_nothing_leaves_older_figures_and_says_so() -> None:
    nothing = with_every_period([], "m", MONTHS[-1:])
    after = file_of(nothing, MONTHS[-1:], 5, b"date,numerator,denominator\n2026-09-30,4,50\n2026-10-31,5,60\n")
    assert after == b"date,numerator,denominator,note\n2026-09-30,4,50,\n2026-10-31,,,nobody in this period\n"
    assert file_of(nothing, MONTHS[-1:], 5, b"") == b"date,value,note\n2026-10-31,,nobody in this period\n"
