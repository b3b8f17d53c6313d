"""A sentence in parts, our own texts and those of authors, and the same as plain text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A text by an author inside a sentence of ours: not trusted, so each output escapes it."""

    text: str


Sentence = tuple[str | Quote, ...]
"""A sentence in parts: texts of ours and quotes."""


def plain_text(sentence: Iterable[str | Quote]) -> str:
    """A sentence as text: quotes stand between asterisks, and contain none."""
    return "".join(f"*{_without_asterisks(part.text)}*" if isinstance(part, Quote) else part for part in sentence)


def parse_sentence(text: str) -> Sentence:
    """The inverse of `plain_text`; any text is a sentence, so that of a forged report is one, too."""
    return tuple(Quote(part) if at % 2 else part for at, part in enumerate(text.split("*")) if part or at % 2)


def normalized(sentence: Iterable[str | Quote]) -> Sentence:
    """The sentence as `plain_text` writes it without loss: quotes on one line; our texts neither empty nor adjacent."""
    parts: list[str | Quote] = []
    for part in sentence:
        if isinstance(part, Quote):
            parts.append(Quote(_without_asterisks(part.text)))
        elif parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif part:
            parts.append(part)
    return tuple(parts)


def _without_asterisks(text: str) -> str:
    return " ".join(text.split()).replace("*", "\N{ASTERISK OPERATOR}")
