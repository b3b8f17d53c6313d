"""GitHub's workflow commands, shown beside the lines of a pull request, and the summary of a step."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from posixpath import basename
from typing import TYPE_CHECKING

from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.describe.lines import ChangeLine
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS
from mkdocs_journeys.diff.sentences import plain_text
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.reports.comparison.trends import where_of, words_of
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, FilePosition
from mkdocs_journeys.reports.escape import command_property, command_text, markdown_code
from mkdocs_journeys.reports.summary import lines_of
from mkdocs_journeys.wording import counted, terminal_safe

if TYPE_CHECKING:
    from mkdocs_journeys.lint.engine import Outcome

MOST_SHOWN = 10
"""Commands of one level that GitHub shows; it drops the others silently."""
LARGEST_SUMMARY = 1 << 20
"""Bytes in the summary of a step; GitHub refuses a larger one."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
LONGEST_CELL = 500


def format_check(outcome: "Outcome") -> str:
    """A workflow command for each problem that GitHub shows."""
    shown, _ = split(outcome.problems)
    return "".join(f"{_problem_command(problem)}\n" for problem in shown)


def split(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems that GitHub shows beside the lines, and the rest; both with the errors first."""
    by_severity = grouped(problems, lambda problem: problem.severity)
    shown = chain.from_iterable(by_severity[one][:MOST_SHOWN] for one in Severity)
    rest = chain.from_iterable(by_severity[one][MOST_SHOWN:] for one in Severity)
    return list(shown), list(rest)


def check_summary(rest: Sequence[Problem], room: int = LARGEST_SUMMARY) -> str:
    """A Markdown table of at most `room` bytes for the problems that are not shown; "" if nothing fits."""
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
    """`12 errors, 1 notice`."""
    number = Counter(problem.severity for problem in problems)
    return ", ".join(counted(number[one], LEVELS[one]) for one in Severity if number[one])


def format_diff(
    document: DiffDocument, files: Mapping[str, bytes], failing: Collection[Judgement] = (), folder: str = ""
) -> Iterator[str]:
    """A workflow command for each mistake and each line of changes that GitHub shows, then how many are left.

    `files` are those of the head, `folder` is the project's path in its repository. The level is error for judgements
    that fail the run, warning for other changes for the worse, notice for what was accepted and for the rest.
    Mistakes of the head are errors.
    """
    shown: Counter[str] = Counter()
    left = 0
    for problem in document.problems:
        if problem.side == "head" and shown["error"] < MOST_SHOWN:
            shown["error"] += 1
            text = "\n".join(map(terminal_safe, filter(None, [problem.message, problem.hint])))
            file = f"{folder}/{problem.file}" if folder else problem.file
            yield _command("error", "Journey: cannot be read", text, file, problem.line, problem.column)
    for line in lines_of(document.changes):
        level = _level(line, failing)
        shown[level] += 1
        if shown[level] > MOST_SHOWN:
            left += line.count
            continue
        accepted = line.first.acknowledged
        verdict = f"accepted until {accepted.until}" if accepted else JUDGEMENT_WORDS[line.judgement]
        title, text = f"Journey: {verdict}", terminal_safe(plain_text(line.sentence))
        if accepted:
            text += terminal_safe(f" (accepted by {accepted.by} until {accepted.until}: {accepted.reason})")
        if place := place_of(line.first, files):
            file = f"{folder}/{place.file}" if folder else place.file
            yield _command(level, title, text, file, place.line, place.column)
        else:
            yield _command(level, title, text)
    for trend in document.trends:
        if trend.failing:
            yield _command("error", f"Journeys: {trend.gate}", terminal_safe(f"{where_of(trend)}: {words_of(trend)}"))
    if left:
        yield f"{left:,} more have no room beside the lines; the summary of this run shows them all."


def _level(line: ChangeLine[ChangeItem], failing: Collection[Judgement]) -> str:
    if line.first.acknowledged:
        return "notice"
    return "error" if line.judgement in failing else "warning" if line.judgement == Judgement.WORSE else "notice"


def place_of(change: ChangeItem, files: Mapping[str, bytes]) -> FilePosition | None:
    """The position of a change in the head; for something removed, the nearest one to where it was.

    A moved file is recognised by its name; None if it does not exist any more.
    """
    if change.head or not change.base:
        return change.head
    was = change.base
    names = [was.file] if was.file in files else sorted(name for name in files if _same_name(name, was.file))
    if not names:
        return None
    last = files[names[0]].rstrip(b"\n").count(b"\n") + 1
    return FilePosition(file=names[0], line=min(was.line, last), column=was.column if was.line <= last else 1)


def _same_name(one: str, other: str) -> bool:
    return basename(one) == basename(other) and one.split("/")[:2] == other.split("/")[:2]


def _problem_command(problem: Problem) -> str:
    at = problem.position
    lines = [f"{at}: {problem.message}", *([problem.hint] if problem.hint else [])]
    text = "\n".join(map(terminal_safe, lines))
    return _command(LEVELS[problem.severity], problem.rule, text, at.file, at.line, at.column)


def _command(level: str, title: str, text: str, file: str = "", line: int = 1, column: int = 1) -> str:
    place = f"file={command_property(terminal_safe(file))},line={line},col={column}," if file else ""
    return f"::{level} {place}title={command_property(title)}::{command_text(text)}"


def _row(problem: Problem) -> str:
    hint = f"<br>{markdown_code(problem.hint, LONGEST_CELL)}" if problem.hint else ""
    where, message = (markdown_code(text, LONGEST_CELL) for text in (str(problem.position), problem.message))
    return f"| {LEVELS[problem.severity]} | {where} | {markdown_code(problem.rule)} | {message}{hint} |\n"


def _end(left: int) -> str:
    return f"\n…and {left:,} more: `journeys check` lists them all.\n"
