"""Plain English for messages, reports and pages: numbers with their noun, lists; text safe for terminals and XML."""

import re
from collections.abc import Sequence
from functools import lru_cache

MINUS = "\N{MINUS SIGN}"
MOST_DIGITS = 4
"""Digits after the point of what is worked out, unless more are needed to tell two numbers apart."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNITS_BEFORE = frozenset({"€", "$", "£", "¥"})
"""Units that stand before their number."""
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


@lru_cache(maxsize=4_096)
def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 file", "2,000 files", "2 studies" for the plural `studies`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def exact_number(value: float) -> str:
    """A number with all of its digits, so that two different ones never look alike: "12,000", "−0.25"."""
    return f"{value:,}".removesuffix(".0").replace("-", MINUS)


def distinct_numbers(values: Sequence[float]) -> list[str]:
    """Numbers with as few digits as tell them apart and from zero, one after the point at least where they have any."""
    for digits in range(1, MOST_DIGITS + 1):
        shown = [round(value, digits) + 0.0 for value in values]
        if len(set(shown)) == len(set(values)) and all(map(bool, shown)) == all(map(bool, values)):
            return [exact_number(value) for value in shown]
    return [exact_number(value) for value in values]


def measured(figure: str, unit: str) -> str:
    """A number in words with its unit: "8%", "€ 49", "12 days"; the number alone where it has none."""
    if unit in UNITS_BEFORE:
        return f"{unit} {figure}"
    return f"{figure}{'' if unit == '%' else ' '}{unit}".strip()


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a sentence lists them: "a, b or c"; "" for none."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def with_article(noun: str) -> str:
    """A noun with its indefinite article: "a step", "an opportunity"."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def terminal_safe(text: str) -> str:
    """One line of text with control and bidi characters as escapes such as `\\x1b`; nothing else changes.

    Line ends and tabs are control characters too.
    """
    return _UNPRINTABLE.sub(lambda found: _escape(found.group()), text)


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def xml_legal(text: str) -> str:
    """Write what XML cannot contain as escapes such as `\\x1b`; markup is for the writer to escape."""
    return _NOT_IN_XML.sub(lambda found: f"\\x{ord(found.group()):02x}", text)
