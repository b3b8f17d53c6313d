"""How many reach each stage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.funnel import FunnelStage, funnel_of
from mkdocs_journeys.model import Observation
from support.atlases import atlas, journey, observed, stage

Rows = tuple[Observation, ...]


def funnel(**observations: Rows) -> tuple[FunnelStage, ...]:
    """A funnel of a stage per metric, with a stage nobody counts at the front."""
    counted = [stage(f"stage-{id}", volume=id) for id in observations]
    found = journey("buy", stage("uncounted"), *counted)
    return funnel_of(atlas(found, observations=observations), found)


def test_a_journey_without_counted_stages_has_no_funnel() -> None:
    found = journey("buy")

    assert funnel_of(atlas(found), found) == ()


def test_each_stage_tells_how_many_of_the_one_before_go_on() -> None:
    day = "2026-09-30"

    visits, carts, orders = funnel(visits=observed((day, 1500)), carts=observed((day, 200)), orders=observed((day, 50)))

    assert (visits.stage_number, visits.metric.id, visits.conversion) == (2, "visits", None)
    assert visits.of_first == 100
    assert carts.conversion == pytest.approx(200 / 15)
    assert (orders.conversion, orders.of_first) == (25, pytest.approx(50 / 15))


def test_the_latest_date_that_all_counts_share_is_taken() -> None:
    found = funnel(
        visits=observed(("2026-07-31", 900), ("2026-08-31", 1000), ("2026-09-30", 5000)),
        orders=observed(("2026-08-31", 100), ("2026-07-31", 80)),
    )

    assert [stage.value for stage in found] == [1000, 100]


def test_without_a_shared_date_the_latest_of_each_is_taken() -> None:
    found = funnel(visits=observed(("2026-09-30", 1000)), orders=observed(("2026-09-01", 90), ("2026-09-02", 100)))

    assert [stage.value for stage in found] == [1000, 100]


def test_segments_do_not_count_for_the_whole_base() -> None:
    found = funnel(visits=observed(("2026-09-30", 700, "small-firms"), ("2026-08-31", 1000)))

    assert found[0].value == 1000


def test_a_stage_without_figures_breaks_the_conversion_on_both_sides() -> None:
    day = "2026-09-30"

    _, carts, orders = funnel(visits=observed((day, 1000)), carts=(), orders=observed((day, 50)))

    assert (carts.value, carts.conversion, carts.of_first) == (None, None, None)
    assert (orders.conversion, orders.of_first) == (None, 5)


def test_a_funnel_without_any_figures_knows_nothing() -> None:
    found = funnel(visits=(), orders=())

    assert [(stage.value, stage.conversion, stage.of_first) for stage in found] == [(None, None, None)] * 2


def test_nobody_at_a_stage_leaves_the_next_conversion_unknown() -> None:
    day = "2026-09-30"
    found = funnel(visits=observed((day, 0)), orders=observed((day, 0)))

    assert [stage.conversion for stage in found] == [None, None]


def test_a_stage_can_have_more_than_the_one_before() -> None:
    day = "2026-09-30"

    assert funnel(visits=observed((day, 100)), users=observed((day, 120)))[1].conversion == 120


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6))
def test_conversions_multiply_to_the_share_of_the_first(counts: list[int]) -> None:
    found = funnel(**{f"m{index}": observed(("2026-09-30", count)) for index, count in enumerate(counts)})
    product = 100.0

    for part in found[1:]:
        if part.conversion is None:
            break
        product *= part.conversion / 100
        assert part.of_first == pytest.approx(product)
