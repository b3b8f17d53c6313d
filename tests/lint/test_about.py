"""A problem is about the thing that it stands in, and belongs to the team that answers for it."""

import pytest

from mkdocs_journeys.lint.about import About, about, things_by_file
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem
from support.atlases import atlas, evidence, journey, opportunity, pain, persona, stage, step

ATLAS = atlas(
    journey(
        "buy",
        stage("one", step("Looks"), step("Compares", pains=[pain("slow", owner="sales"), pain("dear"), "slow"])),
        stage("two", step("Pays")),
        title="Buy it",
        owner="growth",
    ),
    journey("alone", title="Nobody's"),
    persona("maya", name="Maya", owner="research"),
    opportunity("easy", title="Make it easy", owner="growth"),
    evidence("talks", title="Ten talks", owner="research"),
    touchpoints=[{"id": "shop", "channel": "web", "team": "sales"}, {"id": "till", "channel": "web"}],
    teams=["growth", "sales", "research"],
    metrics=[{"id": "paid", "name": "Paid", "kind": "count", "team": "sales"}],
)


def of(file: str, *path: str | int) -> About:
    problem = Problem("some-rule", Position(f"journeys/{file}", 1, 1), "Wrong.", path=path)
    return about(ATLAS, problem, things_by_file(ATLAS))


BUY: Path = ("stages", 0, "steps", 1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (of("maps/buy.yml", "title"), About("journey", "buy", "Buy it", "growth")),
        (of("maps/buy.yml"), About("journey", "buy", "Buy it", "growth")),
        (of("maps/alone.yml", "title"), About("journey", "alone", "Nobody's", "")),
        (of("maps/buy.yml", "stages", 1, "name"), About("journey", "buy", "Buy it", "growth")),
        (of("maps/buy.yml", *BUY, "name"), About("journey", "buy", "Buy it", "growth", 2, "Compares")),
        (
            of("maps/buy.yml", "stages", 1, "steps", 0, "name"),
            About("journey", "buy", "Buy it", "growth", 3, "Pays"),
        ),
        (of("maps/buy.yml", *BUY, "pains", 0, "id"), About("pain", "slow", "Pain slow", "sales", 2, "Compares")),
        (of("maps/buy.yml", *BUY, "pains", 2), About("journey", "buy", "Buy it", "growth", 2, "Compares")),
        (of("personas/maya.yml", "name"), About("persona", "maya", "Maya", "research")),
        (of("opportunities/easy.yml", "title"), About("opportunity", "easy", "Make it easy", "growth")),
        (of("evidence/talks.yml", "date"), About("evidence", "talks", "Ten talks", "research")),
        (of("catalog.yml", "touchpoints", 0, "id"), About("touchpoint", "shop", "Shop", "sales")),
        (of("catalog.yml", "touchpoints", 1, "id"), About("touchpoint", "till", "Till", "")),
        (of("catalog.yml", "metrics", 0, "id"), About("metric", "paid", "Paid", "sales")),
        (of("catalog.yml", "teams", 0, "id"), About("team", "growth", "Growth", "growth")),
        (of("catalog.yml", "lint", "rules", "x"), About()),
        (of("metrics/paid.csv"), About("metric", "paid", "Paid", "sales")),
        (of("metrics/gone.csv"), About()),
    ],
)
def test_a_problem_is_about_what_it_stands_in(found: About, expected: About) -> None:
    assert found == expected


def test_a_pain_without_owner_belongs_to_the_owner_of_its_journey() -> None:
    assert of("maps/buy.yml", *BUY, "pains", 1, "id").owner == "growth"
