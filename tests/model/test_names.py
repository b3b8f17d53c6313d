"""The names in a model are those of its references."""

from pathlib import Path

import pytest

from mkdocs_journeys.load import load
from mkdocs_journeys.model import Document, Persona, Step, names_of, references_of
from mkdocs_journeys.trees import worktree


@pytest.fixture(scope="session")
def documents(repository_root: Path) -> list[Document]:
    atlas, _ = load(worktree(repository_root / "tests/load/good"))
    assert atlas is not None
    files = (atlas.journeys, atlas.personas, atlas.opportunities, atlas.evidence)
    return [atlas.catalog, *(one for kind in files for one in kind.values())]


def test_every_reference_of_a_file_that_uses_every_field_is_named(documents: list[Document]) -> None:
    for document in documents:
        named = names_of(document)
        assert named == {(one.kind, one.target) for one in references_of(document)}
    assert len(frozenset().union(*map(names_of, documents))) > 20


def test_a_step_names_actors_of_its_emotions_and_quotes_evidence() -> None:
    says = ["No", {"text": "Hm", "evidence": "study/one"}]
    step = Step.model_validate({"name": "Pays", "emotion": {"maya": -1}, "says": says})
    assert names_of(step) == {("persona", "maya"), ("evidence", "study/one")}


def test_who_names_nothing_has_no_names() -> None:
    assert names_of(Persona(id="maya", path="x", name="Maya")) == frozenset()
