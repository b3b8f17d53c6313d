"""Problems as GitHub's workflow commands, which show beside the lines of a pull request, and as a step summary."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from mkdocs_journeys.diff.reports.escape import code
from mkdocs_journeys.lint.reports.outcome import ORDER, Outcome
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.wording import terminal_safe

MOST_SHOWN = 10
"""GitHub shows so many of each kind, and drops the others without a word."""
LARGEST_SUMMARY = 1 << 20
"""GitHub refuses the summary of a step that has more bytes."""
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
LONGEST_CELL = 500
_IN_TEXT = re.compile("[%\r\n]")
_IN_PROPERTY = re.compile("[%\r\n:,]")
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}


def split(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems that GitHub shows beside the lines, and the rest; both with the errors first."""
    by_kind: defaultdict[Severity, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_kind[problem.severity].append(problem)
    shown = chain.from_iterable(by_kind[kind][:MOST_SHOWN] for kind in ORDER)
    rest = chain.from_iterable(by_kind[kind][MOST_SHOWN:] for kind in ORDER)
    return list(shown), list(rest)


def report(outcome: Outcome) -> str:
    """One workflow command for each problem that GitHub shows."""
    shown, _ = split(outcome.problems)
    return "".join(f"{_command(problem)}\n" for problem in shown)


def summary(rest: Sequence[Problem], room: int = LARGEST_SUMMARY) -> str:
    """A Markdown table of at most `room` bytes, for the problems beyond those; "" where nothing fits."""
    head = f"### journeys check: {len(rest):,} more\n\n| | Where | Rule | What, and what to do |\n|---|---|---|---|\n"
    room -= len(head.encode()) + len(_end(len(rest)).encode())
    rows: list[str] = []
    for row in map(_row, rest):
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    left = len(rest) - len(rows)
    return "".join([head, *rows, *([_end(left)] if left else [])]) if rows else ""


def counts(problems: Sequence[Problem]) -> str:
    """ "12 errors, 1 notice"."""
    number = Counter(problem.severity for problem in problems)
    kinds = ((number[kind], COMMANDS[kind]) for kind in ORDER if number[kind])
    return ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in kinds)


def _command(problem: Problem) -> str:
    at = problem.position
    properties = {"file": terminal_safe(at.file), "line": at.line, "col": at.column, "title": problem.rule}
    listed = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items())
    lines = [f"{at}: {problem.message}", *([problem.hint] if problem.hint else [])]
    text = "\n".join(map(terminal_safe, lines))
    return f"::{COMMANDS[problem.severity]} {listed}::{_escaped(text, _IN_TEXT)}"


def _escaped(text: str, special: re.Pattern[str]) -> str:
    return special.sub(lambda found: _ESCAPES[found.group()], text)


def _row(problem: Problem) -> str:
    return f"| {' | '.join(_cells(problem))} |\n"


def _cells(problem: Problem) -> Iterator[str]:
    yield COMMANDS[problem.severity]
    yield code(str(problem.position), LONGEST_CELL)
    yield code(problem.rule)
    hint = f"<br>{code(problem.hint, LONGEST_CELL)}" if problem.hint else ""
    yield f"{code(problem.message, LONGEST_CELL)}{hint}"


def _end(left: int) -> str:
    return f"\n…and {left:,} more: `journeys check` lists them all.\n"
