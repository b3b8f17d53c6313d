"""A problem is about the thing that it stands in, and belongs to the team that answers for it."""

import pytest

from mkdocs_journeys.lint.subject import Subject, documents_by_path, subject_of
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


def of(file: str, *path: str | int) -> Subject:
    problem = Problem("some-rule", Position(f"journeys/{file}", 1, 1), "Wrong.", path=path)
    return subject_of(ATLAS, problem, documents_by_path(ATLAS))


BUY: Path = ("stages", 0, "steps", 1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (of("maps/buy.yml", "title"), Subject("journey", "buy", "Buy it", "growth")),
        (of("maps/buy.yml"), Subject("journey", "buy", "Buy it", "growth")),
        (of("maps/alone.yml", "title"), Subject("journey", "alone", "Nobody's", "")),
        (of("maps/buy.yml", "stages", 1, "name"), Subject("journey", "buy", "Buy it", "growth")),
        (of("maps/buy.yml", *BUY, "name"), Subject("journey", "buy", "Buy it", "growth", 2, "Compares")),
        (
            of("maps/buy.yml", "stages", 1, "steps", 0, "name"),
            Subject("journey", "buy", "Buy it", "growth", 3, "Pays"),
        ),
        (of("maps/buy.yml", *BUY, "pains", 0, "id"), Subject("pain", "slow", "Pain slow", "sales", 2, "Compares")),
        (of("maps/buy.yml", *BUY, "pains", 2), Subject("journey", "buy", "Buy it", "growth", 2, "Compares")),
        (of("personas/maya.yml", "name"), Subject("persona", "maya", "Maya", "research")),
        (of("opportunities/easy.yml", "title"), Subject("opportunity", "easy", "Make it easy", "growth")),
        (of("evidence/talks.yml", "date"), Subject("evidence", "talks", "Ten talks", "research")),
        (of("catalog.yml", "touchpoints", 0, "id"), Subject("touchpoint", "shop", "Shop", "sales")),
        (of("catalog.yml", "touchpoints", 1, "id"), Subject("touchpoint", "till", "Till", "")),
        (of("catalog.yml", "metrics", 0, "id"), Subject("metric", "paid", "Paid", "sales")),
        (of("catalog.yml", "teams", 0, "id"), Subject("team", "growth", "Growth", "growth")),
        (of("catalog.yml", "lint", "rules", "x"), Subject()),
        (of("metrics/paid.csv"), Subject("metric", "paid", "Paid", "sales")),
        (of("metrics/gone.csv"), Subject()),
    ],
)
def test_a_problem_is_about_what_it_stands_in(found: Subject, expected: Subject) -> None:
    assert found == expected


def test_a_pain_without_owner_belongs_to_the_owner_of_its_journey() -> None:
    assert of("maps/buy.yml", *BUY, "pains", 1, "id").owner == "growth"
