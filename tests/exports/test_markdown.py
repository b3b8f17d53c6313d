"""A page of Markdown with a table for each journey, and back."""

import pytest
from hypothesis import given, settings

from exports.support_drawn import HOSTILE, atlases
from exports.support_steps import said_by_atlas, said_by_draft
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.markdown import page
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.outline import understood
from support.atlases import atlas, journey, pain, step
from support.budgets import examples


def written(of: Atlas) -> str:
    return page(of, selected(of)).decode()


def read_back(of: Atlas) -> tuple[DraftJourney, ...]:
    found = understood(written(of).encode(), "maps.md", {})
    assert not found.problems
    return found.journeys


@settings(max_examples=examples(20))
@given(atlases())
def test_steps_come_back_as_they_were(before: Atlas) -> None:
    found = read_back(before)
    assert [draft.title for draft in found] == [one.title for one in before.journeys.values()]
    for draft, one in zip(found, before.journeys.values(), strict=True):
        assert said_by_draft(draft) == said_by_atlas(before, one)
        assert not draft.unplaced


@pytest.mark.parametrize("text", [*HOSTILE, "a #", "a \\", "a\\|b", "| |", "---", "<br>", "&lt;", "    x"])
def test_hostile_texts_come_back_from_every_field(text: str) -> None:
    of = atlas(
        journey("j", step(text, thinks=text, says=[text, text], pains=[pain(title=text)], policy=text), title=text),
        touchpoints=[{"id": "shop", "name": text}],
    )
    ((draft,), (one,)) = read_back(of), of.journeys.values()
    assert (draft.title, said_by_draft(draft)) == (one.title, said_by_atlas(of, one))


def test_the_page_has_a_title_facts_and_the_columns_that_are_used() -> None:
    of = atlas(
        journey("j", step("Compares", emotion=-1), step("Pays"), title="Buy", owner="growth", objective="Sell more")
    )
    assert written(of).splitlines() == [
        "# Buy",
        "",
        "- Personas: Maya",
        "- Status: live",
        "- Owner: Growth",
        "- Objective: Sell more",
        "- Mean emotion: −1.0",
        "",
        "<!-- journeys: stage, step, persona, emotion -->",
        "",
        "| stage | step | persona | emotion |",
        "|---|---|---|---|",
        "| Consideration | Compares | Maya | -1 |",
        "| Consideration | Pays | Maya |  |",
    ]


def test_a_table_without_the_comment_is_read_like_any_other() -> None:
    text = "# Buy\n\n| stage | step | touchpoint |\n|---|---|---|\n| Before | Compares | Shop, phone |\n"
    (draft,) = understood(text.encode(), "a.md", {}).journeys
    assert draft.stages[0].steps[0].touchpoints == ("Shop", "phone")
