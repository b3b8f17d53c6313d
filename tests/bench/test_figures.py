"""Growth, ratios and quantiles are what they are called."""

import pytest
from bench.figures import exponent, exponents, quantile, rows_of, table_text
from bench.measure import Run


def run(seconds: float) -> Run:
    return Run(seconds, cpu_seconds=2 * seconds, peak_bytes=50_000_000, written=1_500_000)


def test_a_straight_line_has_exponent_1_and_a_square_2() -> None:
    sizes = (100, 300, 1000, 3000)
    assert exponent({n: 0.02 * n for n in sizes}) == pytest.approx(1)
    assert exponent({n: 1e-5 * n**2 for n in sizes}) == pytest.approx(2)
    assert exponent(dict.fromkeys(sizes, 4.0)) == pytest.approx(0)


def test_one_size_tells_nothing_about_growth() -> None:
    assert exponent({100: 3.0}) is None
    assert exponent({}) is None


def test_each_host_has_its_own_exponent() -> None:
    results = {("a", 100): run(1), ("a", 1000): run(10), ("b", 100): run(1), ("b", 1000): run(100)}
    assert exponents(results) == {"a": pytest.approx(1), "b": pytest.approx(2)}
    assert exponents(results, lambda run: run.written) == {"a": pytest.approx(0), "b": pytest.approx(0)}


def test_a_ratio_is_to_our_own_time_at_the_same_size() -> None:
    rows = rows_of({("b", 100): run(8), ("a", 100): run(2), ("b", 300): run(30)})
    assert [(row.host, row.journeys, row.per_second, row.ratio) for row in rows] == [
        ("a", 100, 50, 1),
        ("b", 100, 12.5, 4),
        ("b", 300, 10, None),
    ]


def test_a_quantile_is_one_of_the_values() -> None:
    values = [float(n) for n in range(30, 0, -1)]
    assert quantile(values, 0.5) == 15
    assert quantile(values, 0.95) == 29
    assert quantile([7.0], 0.95) == 7
    assert quantile(values, 0) == 1


def test_the_table_shows_seconds_memory_ratio_and_growth() -> None:
    text = table_text({("a", 100): run(1), ("a", 1000): run(10), ("b", 1000): run(152)}, ["a note"])
    lines = [[part.strip() for part in line.split("|")[1:-1]] for line in text.splitlines()]
    assert lines[0] == ["journeys", "host", "seconds", "CPU s", "journeys/s", "peak MB", "written MB", "times (a)"]
    assert lines[4] == ["1,000", "b", "152.00", "304.00", "7", "50", "1.5", "15.2"]
    assert "growth of (a): seconds ~ journeys^1.00, CPU seconds ~ journeys^1.00" in text
    assert "growth of (b)" not in text
    assert text.endswith("a note")
