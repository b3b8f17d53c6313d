"""Of several segments some change by chance: Holm's correction leaves those that are clear all the same."""

from collections.abc import Mapping
from datetime import date

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.inference.figures import FigureChange, change_between
from mkdocs_journeys.insight.inference.segments import probability_of, segment_changes
from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.insight.statistics.proportions import two_proportion_p
from mkdocs_journeys.model import Catalog, Metric, Observation

MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 30)
RATE = Metric(id="paid", name="Trial to paid", kind="conversion", unit="%")


def rate(segment: str, day: date, part: int, whole: int) -> Observation:
    return Observation(day, 100 * part / whole, whole, segment, 1, (float(part), float(whole)))


def atlas(*rows: Observation) -> Atlas:
    ids = dict.fromkeys(row.segment for row in rows)
    catalog = Catalog.model_validate(
        {
            "id": "catalog",
            "path": "journeys/catalog.yml",
            "format": 1,
            "segments": [{"id": id, "name": id} for id in ids],
            "metrics": [{"id": "paid", "name": "Trial to paid", "kind": "conversion", "unit": "%"}],
        }
    )
    return Atlas(catalog, observations={"paid": rows})


def pair(segment: str, before: int, after: int, day: date = APRIL) -> tuple[Observation, Observation]:
    return rate(segment, MARCH, before, 1000), rate(segment, day, after, 1000)


def verdicts(found: Atlas) -> Mapping[str, str]:
    return {id: one.verdict for id, one in segment_changes(found, "paid").items()}


def test_a_change_that_is_clear_alone_may_be_chance_among_several() -> None:
    assert verdicts(atlas(*pair("a", 100, 130))) == {"a": "better"}
    others = [row for name in "bcde" for row in pair(name, 100, 101)]
    assert verdicts(atlas(*pair("a", 100, 130), *others)) == dict.fromkeys("abcde", "unclear")


def test_a_change_that_is_clear_enough_stays_so_among_many() -> None:
    others = [row for name in "bcdefghijklmnopqrst" for row in pair(name, 100, 101)]
    found = verdicts(atlas(*pair("a", 100, 190), *others))
    assert found["a"] == "better"
    assert set(found.values()) == {"better", "unclear"}


def test_a_segment_is_held_against_a_year_before_where_it_can_be() -> None:
    rows = rate("a", date(2025, 4, 30), 100, 1000), *pair("a", 180, 190)
    assert segment_changes(atlas(*rows), "paid")["a"].earlier.date == date(2025, 4, 30)
    assert segment_changes(atlas(*pair("a", 180, 190)), "paid")["a"].earlier.date == MARCH


def test_one_figure_is_no_change() -> None:
    assert segment_changes(atlas(rate("a", MARCH, 1, 9)), "paid") == {}


def test_what_has_no_interval_is_not_judged_and_takes_no_place_among_the_judged() -> None:
    bare = tuple(Observation(day, value, None, "b", 1) for day, value in ((MARCH, 10.0), (APRIL, 20.0)))
    assert verdicts(atlas(*pair("a", 100, 130), *bare)) == {"a": "better", "b": "unknown"}


@pytest.mark.parametrize(("before", "after"), [(100, 130), (130, 100), (100, 128), (500, 540), (10, 25), (30, 12)])
def test_the_p_of_an_interval_is_near_that_of_the_two_shares(before: int, after: int) -> None:
    change = change_between(RATE, *pair("a", before, after))
    found = probability_of(change)
    assert found == pytest.approx(two_proportion_p(before, 1000, after, 1000), abs=0.03)
    assert (found < 0.05) == change.is_clear


def test_no_change_at_all_is_certainly_chance() -> None:
    assert probability_of(FigureChange(0, Interval(0, 0), False)) == 1
    assert probability_of(FigureChange(5, Interval(5, 5), True)) == 0
    assert probability_of(FigureChange(5, None, None)) is None
