"""What a metric did around an experiment."""

from datetime import date

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.effect import effect_of
from support.atlases import atlas, experiment, observed

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
