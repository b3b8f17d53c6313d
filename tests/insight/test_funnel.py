"""How many reach each stage."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.funnel import Funnel, funnel_of
from mkdocs_journeys.model import Observation
from support.atlases import atlas, journey, observed, stage

Rows = tuple[Observation, ...]


def funnel(**observations: Rows) -> Funnel:
    """A funnel of a stage per metric, with a stage nobody counts at the front."""
    counted = [stage(f"stage-{id}", volume=id) for id in observations]
    found = journey("buy", stage("uncounted"), *counted)
    result = funnel_of(atlas(found, observations=observations), found)
    assert result is not None
    return result


def test_a_journey_without_counted_stages_has_no_funnel() -> None:
    found = journey("buy")

    assert funnel_of(atlas(found), found) is None


def test_each_stage_tells_conversion_and_drop_off_from_the_one_before() -> None:
    day = "2026-09-30"
    found = funnel(visits=observed((day, 1500)), carts=observed((day, 200)), orders=observed((day, 50)))

    visits, carts, orders = found.stages

    assert (visits.stage_number, visits.metric.id, visits.conversion, visits.dropped) == (
        2,
        "visits",
        None,
        None,
    )
    assert visits.of_first == 100
    assert (carts.conversion, carts.drop) == (pytest.approx(200 / 15), pytest.approx(100 - 200 / 15))
    assert carts.dropped == 1300
    assert (orders.conversion, orders.of_first) == (25, pytest.approx(50 / 15))
    assert found.overall == orders.of_first
    assert found.worst == carts


def test_the_latest_date_that_all_counts_share_is_taken() -> None:
    found = funnel(
        visits=observed(("2026-07-31", 900), ("2026-08-31", 1000), ("2026-09-30", 5000)),
        orders=observed(("2026-08-31", 100), ("2026-07-31", 80)),
    )

    assert [stage.value for stage in found.stages] == [1000, 100]
    assert (found.as_of, found.basis) == (date(2026, 8, 31), "figures of 2026-08-31, whole base")


def test_without_a_shared_date_the_latest_of_each_is_taken_and_said() -> None:
    found = funnel(visits=observed(("2026-09-30", 1000)), orders=observed(("2026-09-01", 90), ("2026-09-02", 100)))

    assert [stage.value for stage in found.stages] == [1000, 100]
    assert [stage.date for stage in found.stages] == [date(2026, 9, 30), date(2026, 9, 2)]
    assert (found.as_of, found.basis) == (None, "latest figure of each stage, whole base")


def test_segments_do_not_count_for_the_whole_base() -> None:
    found = funnel(visits=observed(("2026-09-30", 700, "small-firms"), ("2026-08-31", 1000)))

    assert found.stages[0].value == 1000


def test_a_stage_without_figures_breaks_the_conversion_on_both_sides() -> None:
    day = "2026-09-30"
    found = funnel(visits=observed((day, 1000)), carts=(), orders=observed((day, 50)))

    _, carts, orders = found.stages

    assert (carts.value, carts.date, carts.conversion, carts.drop, carts.dropped) == (None,) * 5
    assert (orders.conversion, orders.dropped, orders.of_first) == (None, None, 5)
    assert found.as_of == date(2026, 9, 30)


def test_a_funnel_without_any_figures_says_so() -> None:
    found = funnel(visits=(), orders=())

    assert (found.basis, found.overall, found.worst, found.as_of) == ("no figures yet", None, None, None)


def test_nobody_at_a_stage_leaves_the_next_conversion_unknown() -> None:
    day = "2026-09-30"
    found = funnel(visits=observed((day, 0)), orders=observed((day, 0)))

    assert [stage.conversion for stage in found.stages] == [None, None]
    assert found.stages[1].dropped == 0


def test_a_stage_that_grows_loses_nobody() -> None:
    day = "2026-09-30"
    found = funnel(visits=observed((day, 100)), users=observed((day, 120)))

    assert (found.stages[1].conversion, found.stages[1].dropped) == (120, -20)
    assert found.worst is None


def test_a_single_counted_stage_has_no_overall_conversion() -> None:
    assert funnel(visits=observed(("2026-09-30", 100))).overall is None


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6))
def test_conversions_multiply_to_the_share_of_the_first(counts: list[int]) -> None:
    found = funnel(**{f"m{index}": observed(("2026-09-30", count)) for index, count in enumerate(counts)})
    product = 100.0

    for part in found.stages[1:]:
        if part.conversion is None:
            break
        product *= part.conversion / 100
        assert part.of_first == pytest.approx(product)
