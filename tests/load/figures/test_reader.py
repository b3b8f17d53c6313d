"""Figures in all their forms."""

from datetime import date

import pytest

from mkdocs_journeys.load.figures.reader import figures_of, mismatches
from mkdocs_journeys.model import Observation, Withheld

FILE = "journeys/metrics/nps.csv"


def observations(text: str) -> tuple[Observation, ...]:
    figures, _, problems = figures_of(FILE, text.encode())
    assert problems == []
    assert figures is not None
    return figures.rows


def places(text: str | bytes) -> list[str]:
    figures, _, problems = figures_of(FILE, text if isinstance(text, bytes) else text.encode())
    assert figures is None
    return [f"{problem.position.line}:{problem.position.column} {problem.rule}" for problem in problems]


def test_a_value_may_come_with_its_sample_size() -> None:
    assert observations("date,value,n\n2026-01-31,4.5,120\n2026-02-28,-3,\n") == (
        Observation(date(2026, 1, 31), 4.5, 120, None, 2),
        Observation(date(2026, 2, 28), -3, None, None, 3),
    )


def test_promoters_minus_detractors_make_the_net_promoter_score() -> None:
    (row,) = observations("date,promoters,passives,detractors\n2026-01-31,50,30,20\n")
    assert (row.value, row.n) == (30, 100)


def test_a_numerator_and_a_denominator_make_percent() -> None:
    (row,) = observations("date,numerator,denominator\n2026-01-31,3,40\n")
    assert (row.value, row.n) == (7.5, 40)


def test_columns_may_come_in_any_order_with_segments() -> None:
    rows = observations("segment,value,date\nsmall,2,2026-01-31\n,1,2026-01-31\n")
    assert [(row.segment, row.value) for row in rows] == [("small", 2), (None, 1)]


def test_the_oldest_figure_comes_first_and_keeps_its_line() -> None:
    rows = observations("date,value\n2026-02-28,2\n2026-01-31,1\n")
    assert [(row.value, row.line) for row in rows] == [(1, 3), (2, 2)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_a_byte_order_mark_quotes_and_empty_lines_are_fine(ending: str) -> None:
    rows = observations(ending.join(["\ufeffdate,value", "", "2026-01-31, 1", " , ", '"2026-02-28",2']))
    assert [(row.value, row.line) for row in rows] == [(1, 3), (2, 5)]


def test_a_header_alone_is_a_file_without_figures() -> None:
    assert observations("date,value\n") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["1:1 csv-header"]),
        ("\n\n", ["1:1 csv-header"]),
        ("date\n", ["1:1 csv-header"]),
        ("value\n1\n", ["1:1 csv-header"]),
        ("date,value,value\n", ["1:12 csv-header"]),
        ("date,value,numerator\n", ["1:1 csv-header"]),
        ("date,numerator,denominator,n\n", ["1:1 csv-header"]),
        ("Date,value\n", ["1:1 csv-header"]),
        ("date,value\n2026-01-31\n", ["2:1 csv-row"]),
        ("date,value\n2026-01-31,1,2\n", ["2:1 csv-row"]),
        ("date,value\n31.01.2026,1\n", ["2:1 csv-value"]),
        ("date,value\n20260131,1\n", ["2:1 csv-value"]),
        ("date,value\n2026-01-31,1e999\n", ["2:12 csv-value"]),
        ("date,value\n2026-01-31,nan\n", ["2:12 csv-value"]),
        ("date,value\n2026-01-31,1_000\n", ["2:12 csv-value"]),
        ("date,value\n2026-01-31,١٢\n", ["2:12 csv-value"]),
        ('date,value\n2026-01-31,"3,5"\n', ["2:12 csv-value"]),
        ("date,value\n2026-01-31,  x\n", ["2:14 csv-value"]),
        ("date,value\n2026-02-30,\n", ["2:1 csv-value", "2:12 csv-value"]),
        ("date,numerator,denominator\n2026-01-31,1,0\n", ["2:12 csv-value"]),
        ("date,numerator,denominator\n2026-01-31,1,-2\n", ["2:14 csv-value"]),
        ('date,value\n2026-01-31,"1\n', ["2:1 csv-syntax"]),
        ('date,value\n2026-01-31,"1"2\n', ["2:1 csv-syntax"]),
        (b"date,value\n2026-01-31,\xff\n", ["2:12 csv-encoding"]),
        (b"date,value\n2026\0,1\n", ["2:1 csv-encoding"]),
        (b"\xff\xfed\0", ["1:1 csv-encoding"]),
        (b"x" * (1 << 20) + b"y", ["1:1 csv-size"]),
        ("date,value" + ",x" * 50, ["1:1 csv-row"]),
        ("date,value\n" + ",,\n" * 20_001, ["20002:1 csv-size"]),
    ],
)
def test_each_mistake_is_found_where_it_stands(text: str | bytes, found: list[str]) -> None:
    assert places(text) == found


def test_a_day_counts_once_per_segment() -> None:
    assert places("date,value,segment\n2026-01-31,1,a\n2026-01-31,2,\n2026-01-31,3,a\n") == ["4:1 csv-duplicate"]


def test_segments_are_found_beside_mistakes() -> None:
    _, segments, problems = figures_of(FILE, b"date,value,segment\n2026-01-31,x,small\n")
    assert [(spot.target, spot.position.line, spot.position.column) for spot in segments] == [("small", 2, 14)]
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("header", "row", "kind", "wrong"),
    [
        ("promoters,passives,detractors", "1,1,1", "nps", False),
        ("promoters,passives,detractors", "1,1,1", "csat", True),
        ("numerator,denominator", "1,2", "churn", False),
        ("numerator,denominator", "3,2", "churn", True),
        ("numerator,denominator", "3,2", "retention", False),
        ("numerator,denominator", "1,2", "count", True),
        ("numerator,denominator", "1,2", "csat", False),
        ("numerator,denominator", "2,2", "ces", False),
        ("numerator,denominator", "3,2", "csat", True),
        ("numerator,denominator", "3,2", "ces", True),
        ("value", "4.3", "csat", False),
        ("value", "101", "nps", True),
        ("value", "-100", "nps", False),
        ("value", "101", "conversion", True),
        ("value", "101", "money", False),
    ],
)
def test_figures_suit_the_kind_of_their_metric(header: str, row: str, kind: str, wrong: bool) -> None:
    figures, _, _ = figures_of(FILE, f"date,{header}\n2026-01-31,{row}\n".encode())
    assert figures is not None
    assert bool(list(mismatches(figures, "m", kind))) is wrong


def test_counts_are_kept_for_whoever_asks_how_sure_a_figure_is() -> None:
    (rate,) = observations("date,numerator,denominator\n2026-01-31,3,40\n")
    (score,) = observations("date,promoters,passives,detractors\n2026-01-31,50,30,20\n")
    (value,) = observations("date,value,n\n2026-01-31,4,12\n")
    assert (rate.counts, score.counts, value.counts) == ((3, 40), (50, 30, 20), ())


def test_a_value_may_come_with_its_interval() -> None:
    rows = observations("date,value,low,high,n\n2026-01-31,4.2,4.1,4.4,80\n2026-02-28,4,,,\n2026-03-31,-4,-5,-4,\n")
    assert [(row.value, row.low, row.high, row.n) for row in rows] == [
        (4.2, 4.1, 4.4, 80), (4, None, None, None), (-4, -5, -4, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("date,value,low\n2026-01-31,1,0\n", "1:12 csv-header"),
        ("date,high,value\n2026-01-31,1,0\n", "1:6 csv-header"),
        ("date,numerator,denominator,low,high\n", "1:1 csv-header"),
        ("date,value,low,high\n2026-01-31,1,0,\n", "2:16 csv-value"),
        ("date,value,low,high\n2026-01-31,1,1.5,2\n", "2:14 csv-value"),
        ("date,value,low,high\n2026-01-31,3,1.5,2\n", "2:14 csv-value"),
        ("date,value,low,high\n2026-01-31,3,x,4\n", "2:14 csv-value"),
        ("date,value,pending\n2026-01-31,3,-1\n", "2:14 csv-value"),
        ("date,value,note\n2026-01-31,3," + "x" * 201 + "\n", "2:14 csv-value"),
    ],
)
def test_an_interval_has_two_ends_around_the_value_and_a_note_is_short(text: str, found: str) -> None:
    assert places(text) == [found]


def test_people_whose_time_is_not_over_are_counted_and_remarks_are_kept() -> None:
    (row,) = observations('date,value,pending,note\n2026-01-31,3,12,"A week is missing,\nas it seems"\n')
    assert (row.pending, row.note) == (12, "A week is missing, as it seems")


def test_a_row_without_figures_says_why() -> None:
    text = (
        "date,numerator,denominator,segment,pending,note\n2026-01-31,,,large,3,fewer than 5 people\n2026-01-31,1,9,,,\n"
    )
    figures, segments, problems = figures_of(FILE, text.encode())

    assert problems == [] and figures is not None
    assert figures.withheld == (Withheld(date(2026, 1, 31), "large", 2, "fewer than 5 people", 3),)
    assert [(row.value, row.note, row.pending) for row in figures.rows] == [(100 / 9, None, None)]
    assert [spot.target for spot in segments] == ["large"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("2026-01-31,,,", ["2:12 csv-value"]),
        ("2026-01-31,,9,why", ["2:12 csv-value"]),
        ("2026-01-31,1,,\n2026-01-31,,,why", ["3:1 csv-duplicate"]),
        ("31.1.2026,,,why", ["2:1 csv-value"]),
    ],
)
def test_a_row_without_figures_has_a_note_none_at_all_and_a_day_of_its_own(row: str, found: list[str]) -> None:
    assert places(f"date,value,n,note\n{row}\n") == found


def test_the_hint_for_an_empty_value_says_how_figures_are_withheld() -> None:
    _, _, (problem,) = figures_of(FILE, b"date,value\n2026-01-31,\n")
    assert "note" in (problem.hint or "")
