"""How something feels, in numbers, words or faces, as a number from -2 to 2."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from mkdocs_journeys.imports.tables.columns import plain_words, words_of

_FACES: Mapping[float, str] = {
    -2: "😡🤬😠😭😱😤👿💔😫😩",
    -1: "🙁☹😞😟😕😣😖😢😒😔👎😰🥵",
    0: "😐😑😶🤔😯",
    1: "🙂😊☺👍😌😉",
    2: "😀😃😄😁😆🤩😍🥳❤💚😎",
}
_VALUES = {"very_negative": -2.0, "negative": -1.0, "neutral": 0.0, "positive": 1.0, "very_positive": 2.0}
_BY_FACE = {face: value for value, faces in _FACES.items() for face in faces}
_AROUND_NOUGHT, _ABOVE_NOUGHT = ((-2, 2), (-5, 5), (-100, 100)), ((1, 5), (0, 5), (1, 10), (0, 10), (0, 100))
_NUMBER = re.compile(r"([+\-\u2212\u2013]?\d{1,3}(?:[.,]\d{1,2})?)\s*(?:/\s*(?:5|10|100)|%)?\Z")


def number_of(text: str) -> float | None:
    """The number that a cell is, `4`, `-1`, `4/5` or `80%`; None for anything else."""
    found = _NUMBER.match(text.strip())
    return float(found[1].replace("\u2212", "-").replace("\u2013", "-").replace(",", ".")) if found else None


@cache
def _by_word() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for name, words in words_of("emotions").items():
        found |= {word: _VALUES[name] for word in words if word not in found}
    return found


def word_of(text: str) -> float | None:
    """The emotion that words or a face stand for, None where they stand for none."""
    for character in text:
        if character in _BY_FACE:
            return _BY_FACE[character]
    bare = text.strip().casefold()
    return _by_word().get(bare, _by_word().get(plain_words(text))) if bare else None


class EmotionScale:
    """How the numbers of a column are read: -2 to 2 where some are below nought, else 1 to 5, 1 to 10 or 0 to 100."""

    def __init__(self, cells: Iterable[str]) -> None:
        numbers = [number for cell in cells if (number := number_of(cell)) is not None]
        highest, lowest = max(numbers, default=0), min(numbers, default=0)
        scales = (
            [(-2, 2), (-5, 5), (-100, 100)]
            if lowest < 0 or highest <= 2
            else [(1, 5), (0, 5), (1, 10), (0, 10), (0, 100)]
        )
        self.ends = next(((low, high) for low, high in scales if low <= lowest and highest <= high), None)

    @property
    def said(self) -> str:
        """What was guessed, in words."""
        return f"read as a scale of {self.ends[0]} to {self.ends[1]}" if self.ends and self.ends != (-2, 2) else ""

    def emotion(self, text: str) -> float | None:
        """The emotion of a cell; None where it is none, or off the scale."""
        number = number_of(text)
        if number is None:
            return word_of(text)
        if self.ends is None:
            return None
        low, high = self.ends
        value = round((number - low) / (high - low) * 4 - 2, 1)
        return value if -2 <= value <= 2 else None
