"""The table of judgements, row by row."""

from typing import Any

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.model import Catalog, Journey, Persona

STEP: dict[str, Any] = {"name": "Pays", "emotion": 0, "touchpoint": "shop", "moment_of_truth": True}
PAIN: dict[str, Any] = {
    "id": "slow",
    "title": "Slow",
    "severity": "minor",
    "frequency": "often",
    "owner": "growth",
    "confidence": "inferred",
}


def atlas(step: dict[str, Any] | None = None, pain: dict[str, Any] | None = None, **journey: Any) -> Atlas:
    catalog = {
        "id": "catalog",
        "path": "journeys/catalog.yml",
        "format": 1,
        "stages": [{"id": "decision", "name": "Decision"}],
        "channels": [{"id": "web", "name": "Web", "kind": "digital"}],
        "touchpoints": [
            {"id": "shop", "name": "Shop", "channel": "web"},
            {"id": "app", "name": "App", "channel": "web"},
        ],
        "teams": [{"id": "growth", "name": "Growth"}, {"id": "sales", "name": "Sales"}],
    }
    pains = [] if pain == {} else [{**PAIN, **(pain or {})}]
    values = {
        "id": "buy",
        "path": "journeys/maps/buy.yml",
        "title": "Buy",
        "personas": ["maya"],
        "status": "live",
        "reviewed": "2026-01-01",
        "evidence": ["study"],
        "paths": {"late": "Too late"},
        "stages": [{"stage": "decision", "steps": [{**STEP, **(step or {}), "pains": pains}]}],
        **journey,
    }
    return Atlas(
        catalog=Catalog.model_validate(catalog),
        journeys={values["id"]: Journey.model_validate(values)},
        personas={"maya": Persona(id="maya", path="journeys/personas/maya.yml", name="Maya")},
    )


def judged(old: Atlas, new: Atlas) -> str | None:
    """The judgement of the only change; None if there is none."""
    return only(old, new).judgement if Comparison(old, new).changes else None


def only(old: Atlas, new: Atlas) -> Change:
    found = Comparison(old, new).changes
    assert len(found) == 1, [change.text for change in found]
    return found[0]


@pytest.mark.parametrize(
    ("step", "there", "back"),
    [
        ({"emotion": -1}, "worse", "better"),
        ({"emotion": 2}, "better", "worse"),
        ({"emotion": None}, "look", "look"),
        ({"emotion": {"maya": -2}}, "worse", "better"),
        ({"moment_of_truth": False}, "look", "editorial"),
        ({"touchpoint": "app"}, "look", "look"),
        ({"name": "Pays now"}, "editorial", "editorial"),
        ({"thinks": "Is that all?"}, "editorial", "editorial"),
        ({"wait": "3 d"}, "worse", "look"),
        ({"duration": "3 d"}, "look", "look"),
        ({"emotion": -0.25}, "worse", "better"),
        ({"touchpoint": ["shop"]}, None, None),
        ({"touchpoint": ["shop", "app"]}, "look", "look"),
        ({"channel": "web"}, "look", "look"),
        ({"team": ["growth", "sales"]}, "editorial", "look"),
        ({"optional": True}, "look", "look"),
        ({"when": "If it rains"}, "look", "look"),
        ({"path": "late"}, "look", "look"),
        ({"parallel": True}, "look", "look"),
        ({"repeats": "Every week"}, "look", "look"),
        ({"group": "At the counter"}, "editorial", "editorial"),
        ({"figures": [{"name": "Give up", "value": 1}]}, "look", "look"),
        ({"says": ["Hm"]}, "editorial", "editorial"),
    ],
)
def test_changes_of_a_step(step: dict[str, Any], there: str | None, back: str | None) -> None:
    assert judged(atlas(), atlas(step)) == there
    assert judged(atlas(step), atlas()) == back


@pytest.mark.parametrize("field", ["wait", "duration"])
@pytest.mark.parametrize(
    ("old", "new", "there", "back"),
    [
        ("2 d", "3 d", "worse", "better"),
        ("60 min", "61 min", "worse", "better"),
        ("2 d", "2–5 d", "worse", "better"),
        ("2–5 d", "3–4 d", "look", "look"),
        ("60 min", "1 h", "editorial", "editorial"),
        ("2 d", "a while", "look", "look"),
        ("a while", "a long while", "look", "look"),
    ],
)
def test_what_takes_longer_is_worse(field: str, old: str, new: str, there: str, back: str) -> None:
    assert judged(atlas({field: old}), atlas({field: new})) == there
    assert judged(atlas({field: new}), atlas({field: old})) == back
    stages = [[{"stage": "decision", "duration": length, "steps": [STEP]}] for length in (old, new)]
    assert judged(atlas(stages=stages[0]), atlas(stages=stages[1])) == there


@pytest.mark.parametrize(
    ("pain", "there", "back"),
    [
        ({}, "look", "worse"),
        ({"severity": "major"}, "worse", "better"),
        ({"frequency": "rare"}, "better", "worse"),
        ({"severity": None}, "look", "look"),
        ({"status": "resolved"}, "better", "worse"),
        ({"status": "wont-fix"}, "look", "worse"),
        ({"status": "in-progress"}, "editorial", "editorial"),
        ({"owner": None}, "look", "editorial"),
        ({"confidence": "assumed"}, "look", "editorial"),
        ({"id": "slower"}, "look", "look"),
        ({"cause": "Old machines"}, "editorial", "editorial"),
        ({"cost": {"low": 10, "unit": "EUR"}}, "look", "look"),
    ],
)
def test_changes_of_a_pain(pain: dict[str, Any], there: str, back: str) -> None:
    assert only(atlas(), atlas(pain=pain)).judgement == there
    assert only(atlas(pain=pain), atlas()).judgement == back


@pytest.mark.parametrize(
    ("old", "new", "there", "back"),
    [
        ({"low": 10}, {"low": 11}, "worse", "better"),
        ({"low": 10, "high": 10}, {"low": 10}, None, None),
        ({"low": 10, "high": 20}, {"low": 10, "high": 30}, "worse", "better"),
        ({"low": 10, "high": 20}, {"low": 5, "high": 30}, "look", "look"),
        ({"low": 10}, {"low": 11, "per": "day"}, "look", "look"),
    ],
)
def test_a_pain_that_costs_more_is_worse(
    old: dict[str, Any], new: dict[str, Any], there: str | None, back: str | None
) -> None:
    before, after = (atlas(pain={"cost": {"unit": "EUR", **cost}}) for cost in (old, new))
    assert judged(before, after) == there
    assert judged(after, before) == back


@pytest.mark.parametrize(
    ("journey", "there", "back"),
    [
        ({"reviewed": "2026-02-01"}, "look", "look"),
        ({"evidence": []}, "look", "editorial"),
        ({"evidence": ["study", "survey"]}, "editorial", "look"),
        ({"status": "retired"}, "look", "editorial"),
        ({"personas": ["tom"]}, "look", "look"),
        ({"id": "purchase"}, "look", "look"),
        ({"group": "europe"}, "editorial", "editorial"),
        ({"objective": "Sell more"}, "editorial", "editorial"),
        ({"kind": "blueprint"}, "look", "look"),
        ({"jobs": ["Be done"]}, "editorial", "editorial"),
        ({"links": [{"title": "Plan", "url": "plan.md"}]}, "editorial", "editorial"),
        ({"paths": {"late": "Far too late"}}, "editorial", "editorial"),
        ({"paths": {"later": "Too late"}}, "editorial", "editorial"),
        ({"paths": {}}, "look", "look"),
    ],
)
def test_changes_of_a_journey(journey: dict[str, Any], there: str | None, back: str | None) -> None:
    assert judged(atlas(), atlas(**journey)) == there
    assert judged(atlas(**journey), atlas()) == back


def test_a_review_that_comes_with_a_change_is_no_reason_to_look() -> None:
    found = Comparison(atlas(), atlas(reviewed="2026-02-01", objective="Sell more")).changes
    assert [change.judgement for change in found] == ["editorial", "editorial"]


def test_a_review_that_goes_back_in_time_is_one() -> None:
    found = Comparison(atlas(), atlas(reviewed="2025-02-01", objective="Sell more")).changes
    assert sorted(change.judgement for change in found) == ["editorial", "look"]


def test_a_pain_that_is_settled_already_makes_nothing_worse() -> None:
    assert only(atlas(pain={}), atlas(pain={"status": "resolved"})).judgement == "editorial"


def test_an_address_that_breaks_is_said() -> None:
    assert only(atlas(), atlas(id="purchase")).text.endswith("the address journeys/buy breaks")
