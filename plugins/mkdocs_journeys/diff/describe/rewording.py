"""Which words of a text are others than before."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

CONTEXT = 2
"""Words that are shown before and after those that changed."""
MOST_PLACES = 3
"""More changed places in one text are counted."""
LONGEST_PLACE = 80
"""Characters of one place that are shown."""
LEAST_ALIKE = 0.4
"""Texts that share less than this part of their words are other texts."""
LARGEST = 250_000
"""Pairs of words beyond which the texts are not compared word by word."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""A word: one character in scripts that put no space between words, all up to the next space in others."""


class RewordedPlace(NamedTuple):
    """A place in a text as it was and as it is, with some words around it and `…` where the text goes on."""

    was: str
    now: str


class _Span(NamedTuple):
    """The words of both texts that differ: from `start` to before `end` in the old one, and in the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def reworded(old: str, new: str) -> list[RewordedPlace]:
    """The places where two texts differ in their words, in order; none where only white space differs."""
    mine, theirs = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    spans = _spans([word.group() for word in mine], [word.group() for word in theirs])
    return [_place(span, (old, mine), (new, theirs)) for span in spans]


def _spans(mine: Sequence[str], theirs: Sequence[str]) -> list[_Span]:
    start = _shared(mine, theirs)
    end = _shared(mine[start:][::-1], theirs[start:][::-1])
    whole = _Span(start, len(mine) - end, start, len(theirs) - end)
    left, right = mine[whole.start : whole.end], theirs[whole.new_start : whole.new_end]
    if not left and not right:
        return []
    if len(left) * len(right) > LARGEST:
        return [whole]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    shared = start + end + sum(block.size for block in matcher.get_matching_blocks())
    if 2 * shared < LEAST_ALIKE * (len(mine) + len(theirs)):
        return [whole]
    opcodes = [ends for tag, *ends in matcher.get_opcodes() if tag != "equal"]
    return list(_joined(_Span(*(start + end for end in ends)) for ends in opcodes))


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(mine, theirs, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(mine), len(theirs)))


def _joined(spans: Iterator[_Span]) -> Iterator[_Span]:
    """Spans that are so near to each other that the words around them would overlap, as one."""
    last: _Span | None = None
    for span in spans:
        if last and span.start - last.end <= 2 * CONTEXT:
            last = _Span(last.start, span.end, last.new_start, span.new_end)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def cut_at_word(text: str, most: int) -> str:
    """A text on one line of at most so many characters, cut behind a word if that leaves most of it."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    words = cut.rpartition(" ")[0]
    return f"{words if len(words) > most / 2 else cut}…"


def _place(span: _Span, old: tuple[str, list[re.Match[str]]], new: tuple[str, list[re.Match[str]]]) -> RewordedPlace:
    was, now = _around(*old, span.start, span.end), _around(*new, span.new_start, span.new_end)
    cut = RewordedPlace(cut_at_word(was, LONGEST_PLACE), cut_at_word(now, LONGEST_PLACE))
    if cut.was != cut.now:
        return cut
    first = max(0, _shared(was, now) - LONGEST_PLACE // 2)
    return RewordedPlace(*(f"…{cut_at_word(one[first:], LONGEST_PLACE)}" for one in (was, now)))


def _around(text: str, words: list[re.Match[str]], start: int, end: int) -> str:
    """Some words with those around them, on one line; `…` where the text goes on."""
    first, last = max(0, start - CONTEXT), min(len(words), end + CONTEXT)
    if first == last:
        return ""
    shown = " ".join(text[words[first].start() : words[last - 1].end()].split())
    return f"{'…' * (first > 0)}{shown}{'…' * (last < len(words))}"
