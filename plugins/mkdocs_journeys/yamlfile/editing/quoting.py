"""Texts in quotes, and the text on a line that has to be in quotes as the author most likely meant it."""

import re

LONGEST_QUOTED = 80
LONGEST_LINE = 1000
QUOTE_IT = "Put the whole text in quotes."
_VALUE = re.compile(r"\s*(?:-\s+)*(?:[^\s:#\[\]{}\"'][^:#\[\]{}\"']*:(?:\s+|$))?(?P<text>.*?)(?:\s+#\s.*)?\s*$")
_STRAIGHT, _TYPOGRAPHIC = "\"'", ("“”", "„“", "„”", "‘’", "‚‘", "«»", "»«", "””", "’’")


def quote(text: str) -> str:
    """A text on one line as YAML in quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def value_column(line: str) -> int:
    """The column, from 1, at which the value of a field or item on one line starts."""
    found = _VALUE.match(line[:LONGEST_LINE])
    return found.start("text") + 1 if found else 1


def quote_hint(line: str, rest: str = "") -> str:
    """What to do with a text that must be in quotes: the value on a line or, in brackets, the start of its `rest`."""
    found = _VALUE.match(line) if len(line) <= LONGEST_LINE else None
    text = found["text"] if found else ""
    if text[:1] in ("[", "{") and rest:
        text = re.split(r"[,\]}]", rest)[0].strip()
    if not text or len(text) > LONGEST_QUOTED:
        return QUOTE_IT
    plain = _without_quotes(text)
    why = " YAML knows straight quotes alone." if plain != text and text[0] not in _STRAIGHT else ""
    return f"{QUOTE_IT[:-1]}: {quote(plain)}.{why}"


def _without_quotes(text: str) -> str:
    """A text without quotes around it, if they are meant to hold all of it."""
    if len(text) > len('""') and f"{text[0]}{text[-1]}" in _TYPOGRAPHIC:
        return text[1:-1]
    mark, inner = text[0], text[1:-1]
    if mark not in _STRAIGHT or text[-1] != mark or not inner:
        return text
    ends_early = re.match(rf"[^{mark}]*\S{mark}(?:\W|$)", inner)
    return text if ends_early else inner
