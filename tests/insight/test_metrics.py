"""Metrics over time, and the effect of experiments."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.metrics import (
    FunnelStage,
    Trend,
    better_of,
    effect_of,
    funnel_of,
    series_by_segment,
    series_of,
    trend_of,
)
from mkdocs_journeys.model import Metric, Observation
from support.atlases import atlas, catalog, experiment, journey, observed, stage

TODAY = date(2026, 10, 12)


def metric(**fields: Any) -> Metric:
    return catalog(metrics=[{"id": "m", **fields}]).metrics[0]


def observing(*rows: tuple[str, float] | tuple[str, float, str], **fields: Any) -> Atlas:
    segments = ["small", "large"]
    return atlas(metrics=[{"id": "m", **fields}], segments=segments, observations={"m": observed(*rows)})


def trend(*rows: tuple[str, float] | tuple[str, float, str], **fields: Any) -> Trend:
    return trend_of(observing(*rows, **fields), "m", TODAY)


def test_observations_come_by_date_and_by_segment() -> None:
    found = observing(("2026-02-01", 2), ("2026-01-01", 1), ("2026-02-01", 9, "large"), ("2026-01-01", 8, "large"))

    assert [one.value for one in series_of(found, "m")] == [1, 2]
    assert [one.value for one in series_of(found, "m", "large")] == [8, 9]
    assert {id: len(series) for id, series in series_by_segment(found, "m").items()} == {"large": 2}


def test_a_metric_without_observations_knows_nothing() -> None:
    found = trend(("2026-01-01", 3, "small"), target=5, better="higher")

    assert (found.latest, found.year_ago, found.change, found.improving) == (None, None, None, None)
    assert (found.gap, found.reached, found.observations) == (None, None, ())


def test_the_latest_figure_is_held_against_a_year_before() -> None:
    found = trend(("2025-08-31", 30), ("2025-09-30", 32), ("2026-09-30", 41), kind="nps")

    assert found.latest is not None and found.year_ago is not None
    assert (found.latest.value, found.year_ago.value, found.change) == (41, 32, 9)
    assert found.improving is True


def test_a_figure_too_far_from_a_year_before_is_no_comparison() -> None:
    found = trend(("2025-08-01", 30), ("2026-09-30", 41))

    assert (found.year_ago, found.change, found.improving) == (None, None, None)


def test_a_year_before_the_29th_of_february_is_the_28th() -> None:
    found = trend(("2023-02-28", 1), ("2023-03-15", 7), ("2024-02-29", 3))

    assert found.change == 2


def test_a_date_in_the_first_year_has_no_year_before() -> None:
    assert trend(("0001-02-01", 1)).change is None


@pytest.mark.parametrize(("better", "improving"), [("higher", False), ("lower", True), (None, None)])
def test_whether_a_fall_is_good_depends_on_the_metric(better: str | None, improving: bool | None) -> None:
    found = trend(("2025-09-30", 5), ("2026-09-30", 4), kind="duration", better=better)

    assert found.improving is improving


def test_no_change_is_neither_good_nor_bad() -> None:
    assert trend(("2025-09-30", 5), ("2026-09-30", 5), better="higher").improving is None


@pytest.mark.parametrize(
    ("better", "value", "gap"),
    [("higher", 5, 3), ("higher", 8, 0), ("higher", 9, 0), ("lower", 9, 1), ("lower", 8, 0), ("lower", 2, 0)],
)
def test_the_gap_is_what_is_lacking_to_the_target(better: str, value: float, gap: float) -> None:
    found = trend(("2026-09-30", value), target=8, better=better)

    assert (found.gap, found.reached) == (gap, gap == 0)


def test_a_target_missed_on_its_day_is_overdue_afterwards() -> None:
    rows = (("2026-09-30", 5.0),)
    past, present = date(2026, 10, 11), TODAY

    assert trend(*rows, target=8, better="higher", by=past).overdue
    assert not trend(*rows, target=8, better="higher", by=present).overdue
    assert not trend(*rows, target=4, better="higher", by=past).overdue
    assert not trend(target=8, better="higher", by=past).overdue


def test_the_kind_tells_which_way_is_good_where_the_catalog_does_not() -> None:
    assert better_of(metric(kind="churn")) == "lower"
    assert better_of(metric(kind="nps")) == "higher"
    assert better_of(metric(kind="duration")) is None
    assert better_of(metric(kind="churn", better="higher")) == "higher"


ROWS = observed(
    ("2026-01-01", 100),
    ("2026-02-01", 4),
    ("2026-03-01", 5),
    ("2026-04-01", 6),
    ("2026-05-01", 50),
    ("2026-06-01", 60),
    ("2026-07-01", 8),
    ("2026-08-01", 9),
    ("2026-09-01", 10),
    ("2026-10-01", 500),
    ("2026-08-01", 77, "small"),
)


def measured() -> Atlas:
    return atlas(metrics=["m"], segments=["small"], observations={"m": ROWS})


def test_the_three_nearest_observations_on_each_side_are_compared() -> None:
    tried = experiment(metric="m", started=date(2026, 5, 1), ended=date(2026, 6, 1))

    effect = effect_of(measured(), tried)

    assert effect is not None
    assert (effect.metric.id, effect.mean_before, effect.mean_after) == ("m", 5, 9)


def test_nothing_comes_after_an_experiment_that_still_runs() -> None:
    effect = effect_of(measured(), experiment(metric="m", started=date(2026, 9, 1)))

    assert effect is not None
    assert (effect.mean_before, effect.mean_after) == (pytest.approx((60 + 8 + 9) / 3), None)


def test_nothing_comes_before_an_experiment_older_than_its_metric() -> None:
    effect = effect_of(measured(), experiment(metric="m", started=date(2025, 1, 1), ended=date(2025, 2, 1)))

    assert effect is not None
    assert (effect.mean_before, effect.mean_after) == (None, pytest.approx((100 + 4 + 5) / 3))


def test_an_experiment_without_metric_or_start_has_no_effect_to_show() -> None:
    assert effect_of(measured(), experiment(started=date(2026, 5, 1))) is None
    assert effect_of(measured(), experiment(metric="m")) is None


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
