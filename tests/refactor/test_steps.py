"""Steps and stages by the names that users give them."""

import pytest

from mkdocs_journeys.refactor.files import AtlasFiles, read_files
from mkdocs_journeys.refactor.outcome import Refusal
from mkdocs_journeys.refactor.steps import find_stage, find_step
from refactor.support_trees import TRY_IT, USE_IT, base, swapped


@pytest.fixture(scope="module")
def files() -> AtlasFiles:
    found = read_files(swapped(base(), USE_IT, ("- stage: adoption", "- stage: adoption\n  id: later")))
    assert isinstance(found, AtlasFiles)
    return found


@pytest.mark.parametrize(
    ("name", "number", "path"),
    [
        ("try-it/start", 3, ("stages", 1, "steps", 0)),
        ("try-it/2", 2, ("stages", 0, "steps", 1)),
        ("try-it/4", 4, ("stages", 1, "steps", 1)),
        ("use-it/open", 1, ("stages", 0, "steps", 0)),
        ("3", 3, ("stages", 1, "steps", 0)),
        ("pay", 4, ("stages", 1, "steps", 1)),
    ],
)
def test_a_step_has_an_id_or_a_number(files: AtlasFiles, name: str, number: int, path: tuple[object, ...]) -> None:
    found = find_step(files, name, files.parsed[TRY_IT])
    assert not isinstance(found, Refusal)
    assert (found.number, found.path) == (number, path)


def test_an_id_made_of_digits_comes_before_the_number() -> None:
    files = read_files(swapped(base(), TRY_IT, ("id: pay", 'id: "1"')))
    assert isinstance(files, AtlasFiles)
    found = find_step(files, "try-it/1")
    assert not isinstance(found, Refusal)
    assert found.number == 4


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("try-it/strat", Refusal("try-it has no step 'strat'.", "Did you mean 'start'?")),
        (
            "try-it/9",
            Refusal("try-it has no step '9'.", "It has 5 steps; a step without an id is named by its number, from 1."),
        ),
        (
            "try-it/0",
            Refusal("try-it has no step '0'.", "It has 5 steps; a step without an id is named by its number, from 1."),
        ),
        ("tryit/1", Refusal("There is no journey 'tryit'.", "Did you mean 'try-it'?")),
        ("start", Refusal("'start' names no journey.", "Write JOURNEY/STEP.")),
    ],
)
def test_a_step_that_is_not_there_is_a_refusal(files: AtlasFiles, name: str, said: Refusal) -> None:
    assert find_step(files, name) == said


def test_a_stage_is_named_by_its_own_id_where_it_has_one(files: AtlasFiles) -> None:
    here = files.parsed[TRY_IT]
    stage, other = find_stage(files, "onboarding", here), find_stage(files, "use-it/later", here)
    assert not isinstance(stage, Refusal)
    assert not isinstance(other, Refusal)
    assert (stage.at, other.parsed.role.path) == (1, USE_IT)
    assert find_stage(files, "use-it/adoption", here) == Refusal(
        "use-it has no stage 'adoption'.", "Its stages are later."
    )
    assert find_stage(files, "nowhere", here) == Refusal(
        "try-it has no stage 'nowhere'.", "Its stages are consideration and onboarding."
    )
