"""A mean emotion (-2 very negative, 2 very positive) in diagrams: as a face, a class, and words."""

from functools import lru_cache

from mkdocs_journeys.insight.emotion import emotion_word, level, signed

UNKNOWN = "emotion not known"


def face(emotion: float) -> int:
    """The nearest of five faces, 1 (very negative) to 5 (very positive); halves lean away from neutral."""
    return 3 + level(max(-2.0, min(2.0, emotion)))


@lru_cache(maxsize=1_024)
def css_class(emotion: float | None) -> str:
    """`e1` (very negative) to `e5` (very positive), `none` if unknown."""
    return "none" if emotion is None else f"e{face(emotion)}"


@lru_cache(maxsize=1_024)
def in_words(emotion: float | None) -> str:
    """`−0.5 negative`, or `UNKNOWN`."""
    return UNKNOWN if emotion is None else f"{signed(emotion)} {emotion_word(emotion)}"
