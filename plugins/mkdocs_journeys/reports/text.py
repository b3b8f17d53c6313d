"""Problems and changes for a terminal: in colours that the caller may strip, and safe whatever authors wrote.

What only one of the two commands needs is imported late, so that neither waits for the other's.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import click

from mkdocs_journeys.codeframe import frame, lines_of
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.wording import counted, terminal_safe

if TYPE_CHECKING:
    from mkdocs_journeys.diff import Change, Comparison
    from mkdocs_journeys.diff.describe.lines import ChangeLine
    from mkdocs_journeys.model.settings.acknowledged import Acknowledgement
    from mkdocs_journeys.reports.document import TrendItem

SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
MARKS = {
    "worse": click.style("- worse    ", fg="red"),
    "look": click.style("? look     ", fg="yellow"),
    "better": click.style("+ better   ", fg="green"),
    "editorial": click.style("  editorial"),
}
"""Judgements as the first column shows them."""
NO_CHANGE = "No change"
_HINT = click.style("Hint:", fg="cyan")
_WHY = click.style("Why:", fg="cyan")


def format_problem(problem: Problem, content: bytes | None) -> str:
    """A problem with its lines, a hint, and the command that explains its rule; an empty line follows.

    `content` is that of its file.
    """
    from mkdocs_journeys.lint import BY_ID

    mark = _problem_mark(problem.severity, problem.rule)
    lines = [f"{click.style(str(problem.position), bold=True)}: {mark} {terminal_safe(problem.message)}"]
    if content:
        lines += [f"  {line}" for line in frame(problem, _lines(content)).split("\n")]
    lines += [f"  {position}: {terminal_safe(said)}" for position, said in problem.related]
    if problem.hint:
        lines.append(f"  {_HINT} {terminal_safe(problem.hint)}")
    if problem.rule in BY_ID:
        lines.append(f"  {_WHY} journeys explain {problem.rule}")
    return "\n".join([*lines, ""])


def format_line(problem: Problem) -> str:
    """A problem on one line, without colours."""
    return f"{problem}{f' {terminal_safe(problem.hint)}' if problem.hint else ''}"


def check_summary(problems: Sequence[Problem], checked: int, known: int = 0) -> str:
    """`1 error in 1 file; 3 files checked`; `known` is the number of problems in the baseline."""
    counts = [
        f"{counted(len(files), NOUNS[severity])} in {counted(len(set(files)), 'file')}"
        for severity in Severity
        if (files := [problem.position.file for problem in problems if problem.severity == severity])
    ]
    held = f"; {known:,} in the baseline" if known else ""
    return f"{', '.join(counts) or 'No mistakes'}{held}; {counted(checked, 'file')} checked"


def format_diff(changes: "Sequence[Change]", comparison: "Comparison") -> Iterator[str]:
    """The lines for some changes of a comparison, by journey, with fingerprints and a summary.

    Many figures of a metric share a line; other formats have the fingerprint of each.
    """
    from mkdocs_journeys.diff.describe.lines import lines_in_order

    for journey, found in groupby(changes, key=lambda change: change.journey):
        yield heading(_journey_title(journey, comparison))
        for line in lines_in_order(list(found)):
            ends = line.first.fingerprint if line.count == 1 else f"{line.count} fingerprints"
            yield f"{format_change(line)} {ends}"
            if line.first.acknowledged:
                yield f"             {_accepted(line.first.acknowledged)}"
        yield ""
    yield diff_summary(changes) if changes else NO_CHANGE


def format_trend(trend: "TrendItem") -> str:
    """A trend that a gate looked at on one line, with whether it fails."""
    from mkdocs_journeys.reports.comparison.trends import where_of, words_of

    mark = click.style("fails", fg="red") if trend.failing else "holds"
    return f"{mark} {trend.gate}: {terminal_safe(where_of(trend))}: {words_of(trend)}"


def format_change(line: "ChangeLine[Change]") -> str:
    """A change, or many of figures, with its mark and its position on one line."""
    from mkdocs_journeys.diff.sentences import plain_text

    place = line.first.head or line.first.base
    return f"  {MARKS[line.judgement]}  {terminal_safe(plain_text(line.sentence))}  ({place})"


def format_change_line(change: "Change") -> str:
    """A change on one line without colours, as problems are: `file:line:column: worse[fingerprint] sentence`."""
    said = f"{change.head or change.base}: {change.judgement}[{change.fingerprint}] {terminal_safe(change.text)}"
    return f"{said} ({_accepted(change.acknowledged)})" if change.acknowledged else said


def _accepted(one: "Acknowledgement") -> str:
    return terminal_safe(f"accepted until {one.until} by {one.by}: {' '.join(one.reason.split())}")


def diff_summary(changes: "Sequence[Change]") -> str:
    """`3 changes: 2 worse for the customer, 1 better`."""
    from mkdocs_journeys.reports.summary import counts_in_words

    return f"{counted(len(changes), 'change')}: {counts_in_words(changes)}"


def heading(text: str) -> str:
    """A line in bold."""
    return click.style(terminal_safe(text), bold=True)


@cache
def _problem_mark(severity: Severity, rule: str) -> str:
    return click.style(f"{severity}[{rule}]", fg=SEVERITY_COLOURS[severity], bold=True)


@lru_cache(1)
def _lines(content: bytes) -> list[str]:
    """The lines of a file, kept for its further problems."""
    return lines_of(content.decode("utf-8-sig", "replace"))


def _journey_title(journey: str | None, comparison: "Comparison") -> str:
    if journey is None:
        from mkdocs_journeys.reports.summary import BESIDE

        return BESIDE
    found = comparison.new.journeys.get(journey) or comparison.old.journeys.get(journey)
    return f"{found.title if found else journey} ({journey})"
