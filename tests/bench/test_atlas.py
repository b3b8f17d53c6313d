"""The generated atlas is the same each time, without mistakes, and as large as real ones."""

from pathlib import Path

import pytest
from bench.atlas import atlas_files, write_atlas
from bench.plan import MOST_PERSONAS, plan_of

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
from support.processes import PYTHON, run


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    root = tmp_path_factory.mktemp("large")
    write_atlas(root, 24)
    found, problems = load(worktree(root))
    assert problems == []
    assert found is not None
    return found


def test_the_same_seed_gives_the_same_atlas_and_another_seed_another() -> None:
    first = dict(atlas_files(6, seed=3))
    assert dict(atlas_files(6, seed=3)) == first
    assert dict(atlas_files(6, seed=4)) != first


def test_another_process_writes_the_same_atlas(tmp_path: Path, repository_root: Path) -> None:
    command = [PYTHON, "-m", "bench.atlas", "5", str(tmp_path), "--seed", "7"]
    run(command, cwd=repository_root)
    written = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.*")}
    assert written == dict(atlas_files(5, seed=7))


@pytest.mark.parametrize("journeys", [1, 2, 13])
def test_a_small_atlas_loads_without_problems(tmp_path: Path, journeys: int) -> None:
    write_atlas(tmp_path, journeys, seed=journeys)
    atlas, problems = load(worktree(tmp_path))
    assert problems == []
    assert atlas is not None
    assert len(atlas.journeys) == journeys


def test_journeys_have_the_sizes_of_real_ones(atlas: Atlas) -> None:
    for journey in atlas.journeys.values():
        defined = [located for located in atlas.pains_of_journey[journey.id] if located.home.journey is journey]
        assert 4 <= len(journey.stages) <= 8
        assert 15 <= len(journey.steps) <= 40
        assert 4 <= len(defined) <= 8


def test_journeys_refer_to_each_other_and_to_all_that_is_beside_them(atlas: Atlas) -> None:
    journeys = list(atlas.journeys.values())
    steps = [step for journey in journeys for step in journey.steps]
    assert any(len({place.journey.id for place in located.places}) > 1 for located in atlas.pains.values())
    assert any(journey.part_of for journey in journeys)
    assert any(journey.baseline for journey in journeys)
    assert any(target.startswith("journey:") for step in steps for target in step.leads_to)
    assert any(step.opportunities for step in steps)
    assert any("/" in evidence for step in steps for evidence in step.evidence)
    assert all(len(atlas.observations[metric]) > 30 for metric in atlas.metrics)
    assert len({journey.group for journey in journeys}) > 3


def test_text_holds_several_scripts_and_characters_that_formats_find_special(atlas: Atlas) -> None:
    text = "".join(journey.model_dump_json() for journey in atlas.journeys.values())
    assert [character for character in "ü見έ🙂<&|*`ź" if character not in text] == []


def test_there_is_a_persona_for_every_25_journeys_up_to_40() -> None:
    assert [len(plan_of(journeys, 1).personas) for journeys in (1, 100, 1000, 3000)] == [3, 4, 40, MOST_PERSONAS]
