"""Several comparisons at once, and the split of an experiment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.statistics.comparisons import SAMPLE_RATIO_P, bonferroni, holm, sample_ratio_p

PS = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def test_a_split_that_chance_explains_and_one_that_it_does_not() -> None:
    assert sample_ratio_p([5000, 5100]) > SAMPLE_RATIO_P
    assert sample_ratio_p([5000, 5400]) < SAMPLE_RATIO_P
    assert sample_ratio_p([821_588, 815_482]) == pytest.approx(1.8e-6, rel=0.02)


def test_planned_shares_are_relative_to_each_other() -> None:
    assert sample_ratio_p([9000, 1000], [90, 10]) == 1
    assert sample_ratio_p([9000, 1000], [0.9, 0.1]) == pytest.approx(1)
    assert sample_ratio_p([9000, 1000]) < SAMPLE_RATIO_P
    assert sample_ratio_p([100, 100, 100]) == 1


def test_holm_adjusts_the_smallest_by_the_most() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert bonferroni([0.01, 0.04, 0.3]) == pytest.approx([0.03, 0.12, 0.9])
    assert holm([]) == []


@given(PS)
def test_holm_is_never_stricter_than_bonferroni_and_keeps_the_order(ps: list[float]) -> None:
    adjusted = holm(ps)
    assert all(p <= one <= other <= 1 for p, one, other in zip(ps, adjusted, bonferroni(ps), strict=True))
    pairs = sorted(zip(ps, adjusted, strict=True))
    assert [one for _, one in pairs] == sorted(adjusted)


@given(PS)
def test_one_comparison_stays_what_it_is(ps: list[float]) -> None:
    assert holm(ps[:1]) == bonferroni(ps[:1]) == ps[:1]
