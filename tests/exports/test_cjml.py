"""Journeys as CJML, and back."""

from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import assume, given, settings

from exports.support_drawn import HOSTILE, atlases
from exports.support_steps import said_by_atlas, said_by_draft
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.cjml import cjml
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.imports.documents.cjml import understood
from mkdocs_journeys.imports.documents.cjml_steps import NO_LABELS
from mkdocs_journeys.imports.draft import DraftJourney, DraftStep
from mkdocs_journeys.imports.text import cleaned
from support.atlases import atlas, journey, persona, stage, step
from support.budgets import examples


def written(of: Atlas) -> bytes:
    return cjml(of, selected(of))


def read_back(of: Atlas) -> tuple[DraftJourney, ...]:
    found = understood(written(of), "maps.cjml", {})
    assert not found.problems
    return found.journeys


def only_step(of: Atlas) -> DraftStep:
    ((found,),) = (one.steps for draft in read_back(of) for one in draft.stages)
    return found


def said_in(of: Atlas) -> Iterator[str]:
    """The texts that CJML carries as they are, so that its programs' words for none cannot be told from them."""
    for one in of.journeys.values():
        yield one.title
        for said in said_by_atlas(of, one):
            yield from (said.stage, said.name, *said.people, said.fields.get("thinks") or "no thought")


@pytest.mark.parametrize("word", sorted(NO_LABELS - {""}))
def test_a_word_that_programs_write_for_none_is_no_name(word: str) -> None:
    (draft,) = read_back(atlas(journey("j", step(word), title="Buy"), persona("maya")))
    assert [one.name for stage in draft.stages for one in stage.steps] != [word]


@settings(max_examples=examples(20))
@given(atlases())
def test_what_cjml_can_hold_comes_back(before: Atlas) -> None:
    texts = (cleaned(text).casefold() for text in said_in(before))
    assume(NO_LABELS.isdisjoint(texts))
    found = read_back(before)
    assert [draft.title for draft in found] == [cleaned(one.title) for one in before.journeys.values()]
    for draft, one in zip(found, before.journeys.values(), strict=True):
        expected = [
            (
                cleaned(said.stage),
                cleaned(said.name),
                tuple(map(cleaned, said.touchpoints)),
                said.people[:1],
                said.emotions,
                tuple(map(cleaned, said.pains)),
                said.fields.get("thinks"),
            )
            for said in said_by_atlas(before, one)
        ]
        assert [
            (
                said.stage,
                said.name,
                said.touchpoints,
                said.people,
                said.emotions,
                said.pains,
                said.fields.get("thinks"),
            )
            for said in said_by_draft(draft)
        ] == expected
        assert not draft.unplaced and not any(step.remark for stage in draft.stages for step in stage.steps)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_place(text: str) -> None:
    of = atlas(
        journey("j", step(text, emotion=1), title=text),
        persona("maya", name=text),
        stages=[{"id": "consideration", "name": text}],
    )
    (draft,) = read_back(of)
    (stage_,) = draft.stages
    shown = cleaned(text)
    assert (draft.title, draft.people, stage_.name, stage_.steps[0].name) == (shown, (shown,), shown, shown)


def test_what_stands_behind_a_step_and_its_channels_come_back() -> None:
    of = atlas(
        journey(
            "j",
            stage(
                "consideration",
                step(
                    "Asks", frontstage=["Answers", "Smiles"], backstage=["Looks it up"], team="growth", duration="5 min"
                ),
                step("Waits", channel=["web", "phone"], backstage=["Prints", "Folds"]),
                step("Thinks"),
                goal="Know the price",
            ),
            scenario="In a hurry",
            state="future",
        )
    )
    (draft,) = read_back(of)
    (stage_,) = draft.stages
    assert (draft.fields, stage_.fields) == ({"state": "future", "scenario": "In a hurry"}, {"goal": "Know the price"})
    assert [(one.name, one.channels, one.teams, dict(one.fields)) for one in stage_.steps] == [
        (
            "Asks",
            (),
            ("Growth",),
            {"frontstage": ["Answers", "Smiles"], "duration": "5 min", "backstage": ["Looks it up"]},
        ),
        ("Waits", ("Web", "Phone"), (), {"backstage": ["Prints", "Folds"]}),
        ("Thinks", (), (), {}),
    ]


def test_who_begins_a_touchpoint_is_its_initiator() -> None:
    touchpoint = {"id": "letter", "name": "Letter", "channel": "post", "team": "growth", "initiator": "company"}
    of = atlas(
        journey("j", step("Reads the letter", touchpoint="letter", frontstage=["Writes"])), touchpoints=[touchpoint]
    )
    (point,) = fromstring(written(of)).iterfind(".//actualCommunicationPoint")
    assert (point.findtext("initiator/initiatorLabel"), point.findtext("receiver/receiverLabel")) == (
        "Writes",
        "Reads the letter",
    )
    found = only_step(of)
    assert (found.name, found.touchpoints, found.teams, found.fields) == (
        "Reads the letter",
        ("Letter",),
        ("Growth",),
        {"frontstage": ["Writes"]},
    )


def test_what_several_people_feel_is_written_as_its_mean() -> None:
    of = atlas(journey("j", step("A", emotion={"maya": -1, "tom": 2, "eva": 1}), personas=["maya", "tom", "eva"]))
    assert only_step(of).emotions == {"": 0.7}
