"""References are read off the models' own annotations, in models and in plain values."""

from pathlib import Path
from typing import Any

import pytest

from mkdocs_journeys.load import load
from mkdocs_journeys.model import Catalog, Document, Evidence, Journey, Model, Opportunity, Pain, Persona, Step
from mkdocs_journeys.model.references import Reference, Target, ids_in, references_in, references_of
from mkdocs_journeys.sources.worktree import worktree


def kinds(model: Model) -> list[tuple[str, str]]:
    return [(reference.kind, reference.target) for reference in references_of(model)]


def step(**fields: Any) -> Step:
    return Step.model_validate({"name": "Pays", **fields})


@pytest.mark.parametrize(
    ("field", "value", "kind", "target", "path"),
    [
        ("touchpoint", "shop", "touchpoint", "shop", ("touchpoint", 0)),
        ("channel", "web", "channel", "web", ("channel", 0)),
        ("team", "growth", "team", "growth", ("team", 0)),
        ("path", "refused", "path", "refused", ("path",)),
        ("figures", [{"name": "A", "value": 1, "evidence": "study"}], "evidence", "study", ("figures", 0, "evidence")),
        ("actors", ["maya"], "persona", "maya", ("actors", 0)),
        ("actors", "maya", "persona", "maya", ("actors", 0)),
        ("opportunities", ["one"], "opportunity", "one", ("opportunities", 0)),
        ("metrics", ["nps"], "metric", "nps", ("metrics", 0)),
        ("evidence", ["study/first"], "evidence", "study/first", ("evidence", 0)),
        ("says", [{"text": "No", "evidence": "study"}], "evidence", "study", ("says", 0, "evidence")),
        ("pains", ["slow"], "pain", "slow", ("pains", 0)),
        ("leads_to", ["journey:buy"], "next", "journey:buy", ("leads_to", 0)),
        ("image", {"src": "assets/a.png", "alt": "A"}, "asset", "assets/a.png", ("image", "src")),
    ],
)
def test_a_step_names_things(field: str, value: object, kind: str, target: str, path: tuple[str | int, ...]) -> None:
    assert list(references_of(step(**{field: value}))) == [Reference(kind, target, path)]


def test_keys_of_mappings_are_references_too() -> None:
    found = list(references_of(step(emotion={"maya": 1}, lanes={"risk": "High", "law": ["A", "B"]})))
    assert found == [
        Reference("persona", "maya", ("emotion", "maya"), key=True),
        Reference("lane", "risk", ("lanes", "risk"), key=True),
        Reference("lane", "law", ("lanes", "law"), key=True),
    ]


def test_what_each_actor_thinks_and_says_names_the_actors_and_no_text_does() -> None:
    says = {"tom": [{"text": "No", "evidence": "study"}, "Hm"]}
    assert kinds(step(thinks={"maya": "tom"}, says=says, feelings={"maya": ["tom"]}, expects="maya")) == [
        ("persona", "maya"),
        ("persona", "maya"),
        ("persona", "tom"),
        ("evidence", "study"),
    ]
    assert names_in(step(feelings=["maya"], thinks="maya", says=["maya"])) == set()


def test_an_emotion_alone_names_nobody() -> None:
    assert kinds(step(emotion=-2)) == []


def test_a_pain_inside_a_step_is_no_reference_but_its_owner_is() -> None:
    pain = {"id": "slow", "title": "Slow", "owner": "growth", "evidence": ["study"]}
    assert list(references_of(step(pains=[pain]))) == [
        Reference("team", "growth", ("pains", 0, "owner")),
        Reference("evidence", "study", ("pains", 0, "evidence", 0)),
    ]
    assert kinds(Pain.model_validate(pain)) == [("team", "growth"), ("evidence", "study")]


def test_a_journey_names_things_at_every_level() -> None:
    journey = Journey.model_validate(
        {
            "id": "buy",
            "path": "maps/buy.yml",
            "title": "Buy",
            "personas": "maya",
            "baseline": "old",
            "part_of": "life",
            "owner": "growth",
            "segments": ["small"],
            "stages": [{"stage": "decision", "volume": "visits", "steps": [{"name": "A", "team": "sales"}]}],
        }
    )
    assert set(kinds(journey)) == {
        ("persona", "maya"),
        ("journey", "old"),
        ("journey", "life"),
        ("team", "growth"),
        ("segment", "small"),
        ("stage", "decision"),
        ("volume", "visits"),
        ("team", "sales"),
    }


def test_the_other_kinds_of_files_name_things() -> None:
    own = {"id": "x", "path": "x.yml"}
    touchpoint = {"id": "shop", "name": "Shop", "channel": "web", "team": "growth"}
    assert kinds(Catalog.model_validate({**own, "format": 1, "touchpoints": [touchpoint]})) == [
        ("channel", "web"),
        ("team", "growth"),
    ]
    assert kinds(Persona.model_validate({**own, "name": "Maya", "channels": ["web"], "segment": "small"})) == [
        ("segment", "small"),
        ("channel", "web"),
    ]
    solution = {"id": "a", "name": "A", "experiment": {"metric": "nps"}}
    assert kinds(Opportunity.model_validate({**own, "title": "How?", "pains": ["slow"], "solutions": [solution]})) == [
        ("pain", "slow"),
        ("metric", "nps"),
    ]
    study = {**own, "title": "Study", "date": "2026-01-31", "segment": "small", "owner": "growth"}
    assert kinds(Evidence.model_validate(study)) == [("segment", "small"), ("team", "growth")]


@pytest.fixture(scope="session")
def documents(repository_root: Path) -> list[Document]:
    atlas, _ = load(worktree(repository_root / "tests/load/good"))
    assert atlas is not None
    files = (atlas.journeys, atlas.personas, atlas.opportunities, atlas.evidence)
    return [atlas.catalog, *(one for kind in files for one in kind.values())]


def names_in(model: Model) -> set[Target]:
    return {(kind, id) for kind, ids in ids_in(type(model), vars(model)).items() for id in ids}


def test_every_reference_of_a_file_that_uses_every_field_is_named(documents: list[Document]) -> None:
    for document in documents:
        named = names_in(document)
        assert named == {(one.kind, one.target) for one in references_of(document)}
    assert len(set().union(*map(names_in, documents))) > 20


def test_a_step_names_actors_of_its_emotions_and_quotes_evidence() -> None:
    says = ["No", {"text": "Hm", "evidence": "study/one"}]
    step = Step.model_validate({"name": "Pays", "emotion": {"maya": -1}, "says": says})
    assert names_in(step) == {("persona", "maya"), ("evidence", "study/one")}


def test_who_names_nothing_has_no_names() -> None:
    assert names_in(Persona(id="maya", path="x", name="Maya")) == set()


def test_unsound_values_refer_to_what_can_be_an_id() -> None:
    values = {"name": [], "actors": "maya", "emotion": {"tom": "bad", "No!": 1}, "evidence": ["a/b", "a b", 3], "x": 1}
    assert list(references_in(Step, values)) == [
        Reference("persona", "maya", ("actors", 0)),
        Reference("persona", "tom", ("emotion", "tom"), key=True),
        Reference("evidence", "a/b", ("evidence", 0)),
    ]
