"""Every word that an author may choose is explained."""

from typing import get_args

import pytest

from mkdocs_journeys.model import scales
from mkdocs_journeys.schema.meanings import meanings_of


@pytest.mark.parametrize("scale", [scales.SeverityWord, scales.Frequency, scales.Effort, scales.Confidence])
def test_the_words_of_a_scale_are_explained_in_their_order(scale: object) -> None:
    words = get_args(scale)
    assert len(set(meanings_of(words))) == len(words)


def test_emotions_are_called_what_the_maps_call_them() -> None:
    assert meanings_of(tuple(scales.EMOTION_WORDS)) == tuple(scales.EMOTION_WORDS.values())


def test_a_choice_without_meanings_is_told() -> None:
    with pytest.raises(KeyError):
        meanings_of(("left", "right"))
