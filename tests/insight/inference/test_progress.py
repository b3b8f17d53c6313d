"""Whether metrics and journeys are getting better by more than chance."""

from dataclasses import replace
from datetime import date

import pytest

from mkdocs_journeys.insight.inference.progress import journeys_progress, progress_of
from support.atlases import atlas, journey, observed, step

TODAY = date(2026, 11, 22)
ROWS = (("2025-10-31", 5.0), ("2026-09-30", 7.9), ("2026-10-31", 8.0))


def verdicts(n: float | None = 4000, **fields: object) -> tuple[str, str]:
    figures = tuple(replace(one, n=n) for one in observed(*ROWS))
    made = atlas(metrics=[{"id": "m", "kind": "conversion", **fields}], observations={"m": figures})
    found = progress_of(made, "m", TODAY)
    assert found.before is not None
    assert found.year_ago is not None
    assert found.last == found.year_ago
    return found.before.verdict, found.year_ago.verdict


def test_a_change_within_chance_is_unclear_and_one_beyond_it_goes_somewhere() -> None:
    assert verdicts() == ("unclear", "better")
    assert verdicts(better="lower") == ("unclear", "worse")
    assert verdicts(kind="other", unit="%") == ("unclear", "changed")


def test_without_people_to_count_nobody_knows() -> None:
    assert verdicts(n=None) == ("unknown", "unknown")


def test_without_a_figure_a_year_ago_the_one_before_counts() -> None:
    made = atlas(metrics=[{"id": "m", "kind": "conversion"}], observations={"m": observed(*ROWS[1:])})
    found = progress_of(made, "m", TODAY)
    assert found.year_ago is None
    assert found.last == found.before is not None


@pytest.mark.parametrize("metrics", [[], ["m"]])
def test_a_journey_whose_metrics_have_no_figures_is_not_measured(metrics: list[str]) -> None:
    found = journeys_progress(atlas(journey("buy", step(), metrics=metrics)), TODAY)
    assert [one.verdict for one in found.values()] == ["unmeasured"] * len(metrics)
