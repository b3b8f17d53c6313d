"""A rule's docstring as the parts of its page, and where that page stands on a site."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.lint.rule import Rule

INDEX = "rules.md"
_PART = re.compile(r"(?m)^(Why|To mend|Bad|Good):\s")
_CSV_HEADER = "date,value"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an example in three parts; `marked` where it is at fault, or mended."""

    indent: str
    code: str
    comment: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Example:
    """Lines of a journey file, or of a file of figures."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule says of itself; `why` and `mend` are Markdown."""

    why: str
    mend: str
    bad: Example
    good: Example


def uri_of(rule: str) -> tuple[str, str]:
    """The page of a rule on every site that has them, and the place on it, for a rule's id."""
    return (INDEX, f"rule-{rule}") if rule in LOADING else (f"rules/{rule}.md", "")


def text_of(rule: Rule) -> RuleText:
    """The parts of a rule's docstring."""
    _, *parts = _PART.split(rule.text)
    said = dict(zip(parts[::2], parts[1::2], strict=True))
    bad, good = _lines(said["Bad"]), _lines(said["Good"])
    faults, mended = _marks(bad, good)
    return RuleText(_sentence(said["Why"]), _sentence(said["To mend"]), _example(bad, faults), _example(good, mended))


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]


def _lines(text: str) -> list[str]:
    return [line.removeprefix("    ") for line in text.strip("\n").split("\n")]


def _example(lines: list[str], marks: set[int]) -> Example:
    return Example(tuple(_line(text, number in marks) for number, text in enumerate(lines)))


def _line(text: str, marked: bool) -> Line:
    code, sign, comment = text.partition("    # ")
    bare = code.lstrip()
    return Line(code[: len(code) - len(bare)], bare, f"{sign}{comment}", marked)


def _marks(bad: list[str], good: list[str]) -> tuple[set[int], set[int]]:
    """The numbers of the lines at fault, and of those that mend it.

    At fault is what a comment points at, else what the good example has not. That has its own lines for it.
    """
    steps = [step for step in SequenceMatcher(None, bad, good, autojunk=False).get_opcodes() if step[0] != "equal"]
    pointed = {number for number, line in enumerate(bad) if "    # " in line}
    faults = pointed or {number for _, start, end, _, _ in steps for number in range(start, end)}
    mended = {number for _, _, _, start, end in steps for number in range(start, end)}
    return faults, mended if (bad[0] == _CSV_HEADER) == (good[0] == _CSV_HEADER) else set()
