"""Documentation of a rule: its docstring parsed into parts, and the address of its page on a site."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from mkdocs_journeys.lint.rules import LOADING_RULES, Rule

RULES_URI = "rules.md"
_HEADING = re.compile(r"(?m)^(Why|To mend|Bad|Good):\s")
_CSV_HEADER = "date,value"


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """A line of an example; `marked` if it is at fault or, in a good example, new."""

    indent: str
    code: str
    comment: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Example:
    """Lines of a YAML file, or of a CSV file of figures."""

    lines: tuple[ExampleLine, ...]


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """The parts of a rule's documentation; `why` and `mend` are Markdown."""

    why: str
    mend: str
    bad: Example
    good: Example


def rule_uri(rule: str) -> tuple[str, str]:
    """Page and anchor of a rule by its id, for sites that have pages of rules."""
    return (RULES_URI, f"rule-{rule}") if rule in LOADING_RULES else (f"rules/{rule}.md", "")


def parse_rule_doc(rule: Rule) -> RuleDoc:
    """The docstring of a rule, split by its headings."""
    _, *parts = _HEADING.split(rule.text)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    bad, good = _lines(sections["Bad"]), _lines(sections["Good"])
    faults, fixed = _marks(bad, good)
    why, mend = _sentence(sections["Why"]), _sentence(sections["To mend"])
    return RuleDoc(why, mend, _example(bad, faults), _example(good, fixed))


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]


def _lines(text: str) -> list[str]:
    return [line.removeprefix("    ") for line in text.strip("\n").split("\n")]


def _example(lines: list[str], marks: set[int]) -> Example:
    return Example(tuple(_line(text, number in marks) for number, text in enumerate(lines)))


def _line(text: str, marked: bool) -> ExampleLine:
    code, sign, comment = text.partition("    # ")
    bare = code.lstrip()
    return ExampleLine(code[: len(code) - len(bare)], bare, f"{sign}{comment}", marked)


def _marks(bad: list[str], good: list[str]) -> tuple[set[int], set[int]]:
    """Indices of the lines at fault in the bad example, and of the lines of the good one that fix them.

    At fault are lines with a comment or, if there are none, lines that the good example does not contain.
    """
    opcodes = SequenceMatcher(None, bad, good, autojunk=False).get_opcodes()
    changes = [opcode for opcode in opcodes if opcode[0] != "equal"]
    commented = {number for number, line in enumerate(bad) if "    # " in line}
    faults = commented or {number for _, start, end, _, _ in changes for number in range(start, end)}
    fixed = {number for _, _, _, start, end in changes for number in range(start, end)}
    return faults, fixed if (bad[0] == _CSV_HEADER) == (good[0] == _CSV_HEADER) else set()
