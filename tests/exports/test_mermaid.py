"""Diagrams of journeys, and back."""

import pytest
from hypothesis import assume, given, settings

from exports.support_drawn import HOSTILE, atlases
from exports.support_steps import said_by_atlas, said_by_draft
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.mermaid import diagrams
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.imports.diagrams import understood
from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.site.diagrams.escape import LABEL_LENGTH, clean
from support.atlases import atlas, journey, persona, step
from support.budgets import examples


def written(of: Atlas) -> str:
    return diagrams(of, selected(of)).decode()


def read_back(of: Atlas) -> tuple[DraftJourney, ...]:
    found = understood(written(of), "maps.md")
    assert not found.problems
    return found.journeys


def shown(text: str) -> str:
    """A text as far as Mermaid can show it."""
    return clean(text, 10_000)


@settings(max_examples=examples(20))
@given(atlases())
def test_titles_sections_tasks_scores_and_people_come_back(before: Atlas) -> None:
    blocks = [" ".join(block.split()) for block in written(before).split("```mermaid\n")]
    assume(len({*blocks}) == len(blocks))  # of two diagrams that say the same, one is read
    found = read_back(before)
    assert [draft.title for draft in found] == [shown(one.title) for one in before.journeys.values()]
    for draft, one in zip(found, before.journeys.values(), strict=True):
        expected = [
            (shown(said.stage), shown(said.name), said.people, said.emotions) for said in said_by_atlas(before, one)
        ]
        assert [(said.stage, said.name, said.people, said.emotions) for said in said_by_draft(draft)] == expected
        assert not draft.unplaced


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_place(text: str) -> None:
    of = atlas(journey("j", step(text, emotion=1), title=text), stages=[{"id": "consideration", "name": text}])
    (draft,) = read_back(of)
    (stage,) = draft.stages
    assert (draft.title, stage.name, stage.steps[0].name) == (shown(text), shown(text), shown(text))


def test_a_score_is_the_mean_of_what_people_feel_and_nought_where_nobody_knows() -> None:
    of = atlas(journey("j", step("A", emotion={"maya": -1, "tom": 2}), step("B"), step("C", emotion=-2)))
    assert [line.strip() for line in written(of).splitlines()[4:-1]] == [
        "A: 3.5: Maya, Tom",
        "B: 0: Maya",
        "C: 1: Maya",
    ]
    ((stage,),) = (draft.stages for draft in read_back(of))
    assert [one.emotions for one in stage.steps] == [{"": 0.5}, {}, {"": -2}]


def test_a_long_name_is_written_whole() -> None:
    name = "a" * (LABEL_LENGTH + 20)
    assert f"{name}: 0: Maya" in written(atlas(journey("j", step(name))))


def test_a_comma_in_a_name_makes_no_two_people() -> None:
    of = atlas(journey("j", step(emotion=1)), persona("maya", name="Maya, the boss"))
    assert [draft.people for draft in read_back(of)] == [("Maya, the boss",)]
