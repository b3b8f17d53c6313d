"""What a plain (unquoted) text means: the core schema of YAML 1.2, less what JSON cannot hold."""

import math
import re

from mkdocs_journeys.yamlfile.checks import ProblemLog
from mkdocs_journeys.yamlfile.values import LineCol

LONGEST_EXACT_INTEGER = 15
LONGEST_FLOAT = 40
LONGEST_HEX = 14

SPECIAL_STARTS = frozenset("~nNtTfF-+.0123456789yYoO") | {""}
"""First characters of every plain text that may be more than text, here or to another reader."""

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
        report.inform("yaml-ambiguous-text", place, message, "Put it in quotes to be safe.")
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
