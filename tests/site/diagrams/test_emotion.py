import pytest

from mkdocs_journeys.site.diagrams import emotion


@pytest.mark.parametrize(
    ("mean", "face"), [(-2, 1), (-1.5, 1), (-0.5, 2), (-0.4, 3), (0, 3), (0.5, 4), (1.49, 4), (1.5, 5)]
)
def test_a_mean_falls_on_the_nearest_face_and_halves_away_from_neutral(mean: float, face: int) -> None:
    assert emotion.face(mean) == face
    assert emotion.css_class(mean) == f"e{face}"


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (-0.5, "−0.5 negative"),
        (1.25, "+1.3 positive"),
        (2, "+2 very positive"),
        (-0.04, "0.0 neutral"),
        (None, "emotion not known"),
    ],
)
def test_a_mean_is_said_with_its_sign_and_a_word(mean: float | None, words: str) -> None:
    assert emotion.in_words(mean) == words


def test_an_unknown_emotion_has_a_class_of_its_own() -> None:
    assert emotion.css_class(None) == "none"
