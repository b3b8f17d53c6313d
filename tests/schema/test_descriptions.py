"""Sentences and examples, read from below the fields."""

from typing import get_args

import pytest

from mkdocs_journeys.model import Journey, Pain, Step, scales
from mkdocs_journeys.schema import Description, described
from mkdocs_journeys.schema.descriptions import meanings_of


def test_a_text_below_a_field_is_its_sentence_and_its_example() -> None:
    assert described(Pain)["severity"] == Description("How bad it is when it happens.", "major")


def test_a_text_on_several_lines_is_read_as_one() -> None:
    found = described(Step)["pains"]
    assert found.sentence == "What hurts here: a pain in full, or the id of one that stands elsewhere."
    assert found.example.startswith("[{id: hidden-fees, title:")


def test_every_field_that_an_author_writes_is_described() -> None:
    assert set(Journey.model_fields) - set(described(Journey)) == {"id", "path"}


@pytest.mark.parametrize("scale", [scales.SeverityWord, scales.Frequency, scales.Effort, scales.Confidence])
def test_the_words_of_a_scale_are_explained_in_their_order(scale: object) -> None:
    words = get_args(scale)
    assert len(set(meanings_of(words))) == len(words)


def test_emotions_are_called_what_the_maps_call_them() -> None:
    assert meanings_of(tuple(scales.EMOTION_WORDS)) == tuple(scales.EMOTION_WORDS.values())


def test_a_choice_without_meanings_is_told() -> None:
    with pytest.raises(KeyError):
        meanings_of(("left", "right"))
