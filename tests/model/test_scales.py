"""Words and their numbers."""

from typing import get_args

from mkdocs_journeys.model import scales


def test_every_word_of_a_scale_has_a_number_that_rises() -> None:
    for words, numbers in (
        (scales.SeverityWord, scales.SEVERITY),
        (scales.Frequency, scales.FREQUENCY),
        (scales.Impact, scales.IMPACT),
        (scales.Effort, scales.EFFORT),
        (scales.Confidence, scales.CONFIDENCE),
    ):
        assert list(numbers) == list(get_args(words))
        assert list(numbers.values()) == sorted(numbers.values())


def test_every_emotion_has_words() -> None:
    assert list(scales.EMOTION_WORDS) == [-2, -1, 0, 1, 2]


def test_a_resolved_pain_is_not_open() -> None:
    assert set(get_args(scales.PainStatus)) - scales.OPEN_PAIN_STATUSES == {"resolved", "wont-fix"}
