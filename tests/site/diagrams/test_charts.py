from mkdocs_journeys.site.diagrams import DatedFigure, QuadrantPoint, metric_chart, priority_quadrant


def _lines(source: str | None) -> list[str]:
    assert source is not None
    return [line.strip() for line in source.splitlines()]


def test_points_of_the_quadrant_keep_their_place_and_order() -> None:
    lines = _lines(priority_quadrant([QuadrantPoint("P2", 0.875, 0.625), QuadrantPoint("P1", 0.125, 2)]))
    assert lines[-2:] == ['"P2": [0.875, 0.625]', '"P1": [0.125, 1]']


def test_corners_are_named_clockwise_from_the_top_right() -> None:
    lines = _lines(priority_quadrant([QuadrantPoint("P1", 0, 0)]))
    assert [line for line in lines if line.startswith("quadrant-")] == [
        'quadrant-1 "Mend first"',
        'quadrant-2 "Prevent"',
        'quadrant-3 "Watch"',
        'quadrant-4 "Smooth out"',
    ]


def test_points_at_one_spot_share_a_label() -> None:
    assert _lines(priority_quadrant([QuadrantPoint(f"P{index}", 0.5, 0.5) for index in range(1, 6)]))[-1] == (
        '"P1#44; P2#44; P3 +2": [0.5, 0.5]'
    )


def test_an_empty_quadrant_is_not_drawn() -> None:
    assert priority_quadrant([]) is None


def test_a_metric_is_a_line_over_its_dates_with_the_target_beside_it() -> None:
    lines = _lines(metric_chart("Conversion", "%", [DatedFigure("2026-01", 4), DatedFigure("2026-02", 5)], target=8))
    assert 'x-axis ["2026-01", "2026-02"]' in lines
    assert 'y-axis "#37;" 3.6 --> 8.4' in lines
    assert lines[-2:] == ["line [4, 5]", "line [8, 8]"]


def test_the_axis_of_what_cannot_be_negative_starts_at_zero_at_the_lowest() -> None:
    assert 'y-axis "n" 0 --> 110' in _lines(metric_chart("Visits", "n", [DatedFigure("a", 0), DatedFigure("b", 100)]))


def test_equal_figures_still_have_an_axis() -> None:
    assert 'y-axis "n" 0 --> 1' in _lines(metric_chart("Visits", "n", [DatedFigure("a", 0), DatedFigure("b", 0)]))


def test_many_figures_keep_the_latest_with_slanted_dates() -> None:
    lines = _lines(metric_chart("Visits", "n", [DatedFigure(f"d{day}", day) for day in range(50)]))
    assert lines[0] == '%%{init: {"xyChart": {"xAxis": {"labelRotation": -45}}}}%%'
    assert lines[-1].startswith("line [14, 15,")


def test_one_figure_is_no_line() -> None:
    assert metric_chart("Visits", "n", [DatedFigure("a", 1), DatedFigure("a", 2)]) is None
