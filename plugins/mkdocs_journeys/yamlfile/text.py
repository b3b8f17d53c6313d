"""Bytes to text, the characters that hide in it, and the values of plain scalars: the core schema of YAML 1.2."""

import math
import re
import unicodedata
from collections.abc import Callable
from itertools import islice

from mkdocs_journeys.problem import Severity
from mkdocs_journeys.yamlfile.checks import Limits, ProblemLog, UnreadableError
from mkdocs_journeys.yamlfile.editing.quoting import LONGEST_QUOTED, quote
from mkdocs_journeys.yamlfile.values import LineCol, Path

SHOWN_PER_KIND = 10

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BREAKS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060\ufeff\u00ad"
_HIDDEN = re.compile(f"[{_CONTROL}{_BREAKS}{_BIDI}{_INVISIBLE}]")
_FORBIDDEN = re.compile(f"[{_CONTROL}{_BREAKS}]")
_IN_VALUE = re.compile(f"[{_CONTROL}\x85]")
_NOT_HIDDEN = bytes(range(ord(" "), 0x7F)) + b"\t\n\r"
"""What most texts are made of, taken away so that little is left to look through."""
_REMOVE = "Remove it: delete the characters around it and type them again."
LONGEST_EXACT_INTEGER = 15
LONGEST_FLOAT = 40
LONGEST_HEX = 14
SPECIAL_STARTS = frozenset("~nNtTfF-+.0123456789yYoO") | {""}
"""First characters of every plain text that may be more than text, here or to another reader."""
LOST_WORDS = re.compile(r" (?P<lost>#(?!journeys:)\w[^\r\n]*?)(?<! )(?= +# |  +#| *(?:[\r\n]|\Z))")
"""What YAML takes for a comment behind a plain text, and the author most likely did not: one space before the #, and
a letter or digit right behind it. `lost` ends where a comment begins that is meant as one."""
_LETTERS = frozenset("nNtTfFyYoO")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_HEX_OR_OCTAL = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)\Z")
_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")
_OTHER_IN_YAML_1_1 = re.compile(
    r"(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)\Z"
    r"|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z"
    r"|[-+]?[0-9]+_[0-9_]*\Z|[-+]?0b[01_]+\Z"
)


def decode(data: bytes, limits: Limits, report: ProblemLog) -> str:
    """UTF-8 to text whose lines all end in \\n. Raises UnreadableError when the bytes are too many or not UTF-8."""
    if len(data) > limits.bytes:
        message = f"The file is larger than {limits.bytes:,} bytes."
        raise report.stop("yaml-size", (1, 1), message, "Split it: one journey, persona or study per file.")
    if _looks_like_utf16(data):
        raise report.stop("yaml-encoding", (1, 1), "The file is UTF-16, not UTF-8.", "Save it as UTF-8.")
    try:
        return with_one_line_end(data.decode("utf-8-sig"))
    except UnicodeDecodeError as failure:
        raise _not_utf8(data, failure, report) from None


def replace_forbidden(text: str, report: ProblemLog) -> str:
    """Report hidden characters; those that YAML cannot carry become U+FFFD, so that every place stays."""
    if not _HIDDEN.search(text):
        return text
    _note(text, _CONTROL, "yaml-control-character", "A control character", report.error)
    _note(text, _BREAKS, "yaml-line-break", "A line break that most editors do not show", report.error)
    _note(text, _BIDI, "yaml-bidi-character", "A character that reverses text", report.warn)
    _note(text, _INVISIBLE, "yaml-invisible-character", "An invisible character", report.warn)
    return _FORBIDDEN.sub("\ufffd", text)


def is_free_of_hidden(data: bytes) -> bool:
    """Whether `replace_forbidden` would report nothing of these bytes, which must be UTF-8."""
    rest = data.translate(None, _NOT_HIDDEN).decode()
    return rest.isprintable() or not _HIDDEN.search(rest)


def check_end(text: str, end: int, value: str, place: LineCol, path: Path, report: ProblemLog) -> None:
    """Tell of the words that are lost behind a plain value which ends at an offset of a text."""
    found = LOST_WORDS.match(text, end)
    if found:
        lost, line = found["lost"], text[text.rfind("\n", 0, end) + 1 : end]
        whole = f"{value} {lost}".strip()
        shown = f": {quote(whole)}" if line.endswith(value) and len(whole) <= LONGEST_QUOTED else ""
        message = f"'{lost:.{LONGEST_QUOTED}}' is read as a comment, because a # behind a space starts one."
        hint = f"Put the whole text in quotes{shown}. If it is a comment, put a space behind the #."
        report.warn("yaml-cut-text", place, message, hint, Severity.INFO, path)


def check_escapes(text: str, place: LineCol, report: ProblemLog) -> None:
    """Report a control character that is written as an escape in double quotes."""
    found = _IN_VALUE.search(text)
    if found:
        name = character_name(found.group())
        message = f"An escape such as \\0 or \\x1b puts a control character into this text: {name}."
        report.error("yaml-control-character", place, message, "Remove the escape.")


def character_name(character: str) -> str:
    """For example 'U+200B ZERO WIDTH SPACE'."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def place_of(text: str, offset: int) -> LineCol:
    """Line and column of an offset in a text whose lines end in \\n."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _note(text: str, kind: str, rule: str, what: str, note: Callable[[str, LineCol, str, str], None]) -> None:
    for found in islice(re.finditer(f"[{kind}]", text), SHOWN_PER_KIND):
        message = f"{what} is hidden here: {character_name(found.group())}."
        note(rule, place_of(text, found.start()), message, _REMOVE)


def _looks_like_utf16(data: bytes) -> bool:
    start = data[:4]
    return start[:2] in (b"\xff\xfe", b"\xfe\xff") or start[::2] == b"\0\0" or start[1::2] == b"\0\0"


def with_one_line_end(text: str) -> str:
    """The text with each of its line ends, \\r\\n and \\r too, as \\n."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(data: bytes, failure: UnicodeDecodeError, report: ProblemLog) -> UnreadableError:
    body = failure.object
    before = with_one_line_end(body[: failure.start].decode("utf-8"))
    byte = body[failure.start : failure.start + 1]
    guess = byte.decode("cp1252", "replace")
    reads_as = f" In Windows-1252 it would be {guess!r}." if guess.isprintable() and guess != "\ufffd" else ""
    message = f"The byte 0x{byte[0]:02x} is not UTF-8.{reads_as}"
    return report.stop("yaml-encoding", place_of(before, len(before)), message, "Save the file as UTF-8.")


def resolve(text: str, place: LineCol, report: ProblemLog) -> str | int | float | bool | None:
    """The value of a plain text that starts with one of SPECIAL_STARTS; what is no number stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _LETTERS:
        return _text(text, place, report)
    if _INTEGER.match(text):
        return _integer(text, place, report)
    if _FLOAT.match(text):
        return _float(text, place, report)
    if _HEX_OR_OCTAL.match(text):
        return int(text, 0) if len(text) <= LONGEST_HEX else _too_long(text, place, report)
    if _NOT_FINITE.match(text):
        message = f"{text} is not a number that can be stored."
        report.error("yaml-number", place, message, "Put it in quotes if it is text.")
        return text
    return _text(text, place, report)


def _text(text: str, place: LineCol, report: ProblemLog) -> str:
    if len(text) <= LONGEST_FLOAT and _OTHER_IN_YAML_1_1.match(text):
        message = f"{text!r} is text here, but other YAML readers see true, false or a number."
        report.warn("yaml-ambiguous-text", place, message, "Put it in quotes to be safe.", Severity.INFO)
    return text


def _integer(text: str, place: LineCol, report: ProblemLog) -> int | str:
    if len(text) <= LONGEST_EXACT_INTEGER:
        return int(text)
    message = f"A number of more than {LONGEST_EXACT_INTEGER} digits is not exact everywhere; it stays text."
    report.warn("yaml-number", place, message, "Put it in quotes if it is an id.")
    return text


def _float(text: str, place: LineCol, report: ProblemLog) -> float | str:
    if len(text) > LONGEST_FLOAT:
        return _too_long(text, place, report)
    number = float(text)
    if math.isfinite(number):
        return number
    report.error("yaml-number", place, f"{text} is too large a number.", "Put it in quotes if it is text.")
    return text


def _too_long(text: str, place: LineCol, report: ProblemLog) -> str:
    message = f"This number is too long ({len(text)} characters)."
    report.error("yaml-number", place, message, "Put it in quotes if it is text.")
    return text
