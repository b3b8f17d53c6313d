r"""The events of libyaml, and what it refuses: a character written as two escapes, "\ud83d\ude00", as in JSON."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import Event, ScalarEvent

HIGH, LOW = r"[dD][89abAB][0-9a-fA-F]{2}", r"[dD][c-fC-F][0-9a-fA-F]{2}"
"""The digits of the first and of the second escape."""
_IN_TEXT = re.compile(rf"\\\\|\\(u{HIGH})\\(u{LOW})")
_PRIVATE_USE = range(0xE000, 0xF900)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def character_of(high: str, low: str) -> str:
    """The character that two escapes of four digits each mean together."""
    return bytes.fromhex(high + low).decode("utf-16-be")


def events_of(text: str) -> Iterator[Event]:
    """The events of a YAML text, in which two such escapes are one character. Raises what `yaml.parse` raises.

    While libyaml reads, a character that the text does not have stands for the backslashes, so that all places stay.
    """
    found = any(pair[1] for pair in _IN_TEXT.finditer(text)) if "\\u" in text else False
    sign = _unused_in(text) if found else ""
    if not sign:
        return yaml.parse(text, Loader=LOADER)
    covered = _IN_TEXT.sub(lambda pair: f"{sign}{pair[1]}{sign}{pair[2]}" if pair[1] else pair[0], text)
    return _uncovered(yaml.parse(covered, Loader=LOADER), sign)


def _unused_in(text: str) -> str:
    """A character for private use that a text does not have; "" where it has all of them."""
    used = set(text)
    return next((character for character in map(chr, _PRIVATE_USE) if character not in used), "")


def _uncovered(events: Iterator[Any], sign: str) -> Iterator[Event]:
    escapes = re.compile(f"{sign}u(.{{4}}){sign}u(.{{4}})")
    for event in events:
        if isinstance(event, ScalarEvent) and sign in event.value:
            is_escaped = event.style == '"'
            text = escapes.sub(lambda pair: character_of(pair[1], pair[2]), event.value) if is_escaped else event.value
            event.value = text.replace(sign, "\\")
        yield event
