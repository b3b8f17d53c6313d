"""Boards that are exported and imported again: what a board can hold comes back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from exports.support_drawn import atlases, plain_texts
from exports.support_steps import StepSaid, said_by_atlas, said_by_draft
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.cli.exchange.formats import FORMATS as WRITERS
from mkdocs_journeys.exports.boards.layout import plan_of
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.formats import FORMATS as READERS
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
from support.atlases import atlas, journey, step
from support.budgets import examples

BOARDS = ("jsoncanvas", "excalidraw", "drawio")
every_board = pytest.mark.parametrize("name", BOARDS)


def written(of: Atlas, name: str) -> bytes:
    data = WRITERS[name].write(of, selected(of))
    assert isinstance(data, bytes)
    return data


def read_back(of: Atlas, name: str) -> dict[str, DraftJourney]:
    found = READERS[name](written(of, name), "board", {})
    assert not found.problems
    return {draft.title: draft for draft in found.journeys}


def on_a_board(steps: Sequence[StepSaid]) -> list[Any]:
    """What notes can say of steps: the mean emotion; nothing of who thinks or says what."""
    found = []
    for one in steps:
        mean = round(sum(one.emotions.values()) / len(one.emotions), 1) if one.emotions else None
        fields = {name: value for name, value in one.fields.items() if not isinstance(value, dict)}
        found.append(one._replace(emotions={} if mean is None else {"": mean}, fields=fields))
    return found


@every_board
@settings(max_examples=examples(8))
@given(of=atlases(plain_texts))
def test_steps_come_back_with_all_that_notes_can_say(name: str, of: Atlas) -> None:
    of = with_names(of)
    found = read_back(of, name)
    for one in of.journeys.values():
        draft = found[one.title]
        assert on_a_board(said_by_draft(draft)) == on_a_board(said_by_atlas(of, one))
        assert not draft.unplaced


def with_names(of: Atlas) -> Atlas:
    """The atlas with what tells things apart on a board: titles of journeys, and lanes that are no fields."""
    journeys = {id: one.model_copy(update={"title": f"How to reach {id}"}) for id, one in of.journeys.items()}
    lanes = tuple(lane.model_copy(update={"name": f"House {lane.id}"}) for lane in of.catalog.lanes)
    return replace(of, catalog=of.catalog.model_copy(update={"lanes": lanes}), journeys=journeys)


@every_board
def test_the_example_comes_back(name: str, example: Atlas) -> None:
    found = read_back(example, name)
    assert set(found) == {one.title for one in example.journeys.values()}
    for one in example.journeys.values():
        told = [
            [at._replace(fields={}, lanes={}, emotions={}) for at in steps]
            for steps in (said_by_draft(found[one.title]), said_by_atlas(example, one))
        ]
        assert told[0] == told[1]


@every_board
@settings(max_examples=examples(8))
@given(of=atlases())
def test_a_board_of_hostile_texts_is_the_same_bytes_again_and_is_read_or_told(name: str, of: Atlas) -> None:
    data = written(of, name)
    assert data == written(of, name)
    found = READERS[name](data, "board", {})
    assert found.journeys or found.problems


@settings(max_examples=examples(15))
@given(of=atlases())
def test_no_two_pieces_overlap_and_each_is_inside_its_board(of: Atlas) -> None:
    for one in of.journeys.values():
        plan = plan_of(of, one)
        for at, piece in enumerate(plan.pieces):
            x, y, width, height = piece.spot
            assert plan.spot.x <= x and x + width <= plan.spot.x + plan.spot.width
            assert plan.spot.y <= y and y + height <= plan.spot.y + plan.spot.height
            assert not [
                other.id
                for other in plan.pieces[at + 1 :]
                if x < other.spot.x + other.spot.width
                and other.spot.x < x + width
                and y < other.spot.y + other.spot.height
                and other.spot.y < y + height
            ]


@pytest.fixture(scope="module")
def example() -> Atlas:
    of, _ = load(worktree(Path(__file__).parents[3]))
    assert of
    return of


def test_a_gap_in_what_is_known_parts_the_curve() -> None:
    feelings: list[int | None] = [1, 2, None, -1, -2, None, 0]
    of = atlas(journey("j", *(step(**({} if one is None else {"emotion": one})) for one in feelings)))
    plan = plan_of(of, of.journeys["j"])
    assert [[piece.text for piece in run] for run in plan.curve] == [["+1", "+2"], ["-1", "-2"]]
