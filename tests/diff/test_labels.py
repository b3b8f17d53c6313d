"""References read as what they refer to."""

from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.labels import emotion_words, name_of_item, name_of_reference, short
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    found, _ = load(worktree(Path(__file__).parents[1] / "load" / "good"))
    assert found
    return found


@pytest.mark.parametrize(
    ("field", "id", "name"),
    [
        ("personas", "maya", "Maya"),
        ("actors", "tom", "Tom"),
        ("touchpoint", "pricing-page", "Pricing page"),
        ("leads_to", "journey:buy-later", "Buy without a call"),
        ("part_of", "whole-life", "A whole life with us"),
        ("opportunities", "one-price", "How might we show one price?"),
        ("evidence", "interviews/fees", "Ten of twelve missed the fees"),
        ("evidence", "interviews", "Twelve interviews on price"),
        ("evidence", "interviews/no-such-finding", "Twelve interviews on price"),
        ("metrics", "nps", "Net promoter score"),
        ("stage", "decision", "Decision"),
    ],
)
def test_a_known_id_reads_as_its_name(atlas: Atlas, field: str, id: str, name: str) -> None:
    assert name_of_reference(field, id, Atlas(catalog=atlas.catalog.model_copy(update={"stages": ()})), atlas) == name


@pytest.mark.parametrize(
    ("field", "id"), [("personas", "nobody"), ("thinks", "maya"), (None, "maya"), ("evidence", "x/y")]
)
def test_everything_else_stays_as_it_is(atlas: Atlas, field: str | None, id: str) -> None:
    assert name_of_reference(field, id, atlas) == id


def test_emotions_between_two_words_have_numbers() -> None:
    assert emotion_words(-1) == ("negative",)
    assert emotion_words(0, 2.0) == ("neutral", "very positive")
    assert emotion_words(-0.5, -1) == ("−0.5 (negative)", "−1 (negative)")
    assert emotion_words(-0.3, -0.304) == ("−0.3 (neutral)", "−0.304 (neutral)")
    assert emotion_words(0.25, -0.0) == ("+0.25 (neutral)", "0 (neutral)")


def test_an_item_of_a_list_is_called_by_its_name_or_itself() -> None:
    assert name_of_item({"evidence": "x", "text": "Hello"}) == "Hello"
    assert name_of_item({"job": "Be done", "when": "Today"}) == "Be done"
    assert name_of_item({"low": 1}) is None
    assert name_of_item("Hello") == "Hello"


def test_large_numbers_keep_their_digits() -> None:
    assert (short(1_250_000.0), short(0.1), short(True), short("x" * 61)) == ("1,250,000", "0.1", "yes", None)
