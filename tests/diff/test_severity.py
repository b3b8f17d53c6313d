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
        "teams": [{"id": "growth", "name": "Growth"}],
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
        "stages": [{"stage": "decision", "steps": [{**STEP, **(step or {}), "pains": pains}]}],
        **journey,
    }
    return Atlas(
        catalog=Catalog.model_validate(catalog),
        journeys={values["id"]: Journey.model_validate(values)},
        personas={"maya": Persona(id="maya", path="journeys/personas/maya.yml", name="Maya")},
    )


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
        ({"wait": "3 d"}, "look", "look"),
    ],
)
def test_changes_of_a_step(step: dict[str, Any], there: str, back: str) -> None:
    assert only(atlas(), atlas(step)).judgement == there
    assert only(atlas(step), atlas()).judgement == back


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
    ],
)
def test_changes_of_a_pain(pain: dict[str, Any], there: str, back: str) -> None:
    assert only(atlas(), atlas(pain=pain)).judgement == there
    assert only(atlas(pain=pain), atlas()).judgement == back


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
    ],
)
def test_changes_of_a_journey(journey: dict[str, Any], there: str, back: str) -> None:
    assert only(atlas(), atlas(**journey)).judgement == there
    assert only(atlas(**journey), atlas()).judgement == back


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
