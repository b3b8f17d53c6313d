"""Problems as a person reads them in a terminal."""

from collections.abc import Sequence
from functools import cache, lru_cache

import click

from mkdocs_journeys.codeframe import frame_of, lines_of
from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.wording import counted, terminal_safe

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_HINT = click.style("Hint:", fg="cyan")
_WHY = click.style("Why:", fg="cyan")


def told(problem: Problem, content: bytes | None) -> str:
    """A problem with its lines, a hint, and where to read more; an empty line follows."""
    mark = _mark(problem.severity, problem.rule)
    lines = [f"{click.style(str(problem.position), bold=True)}: {mark} {terminal_safe(problem.message)}"]
    if content:
        lines.append(_indented(frame_of(problem, _lines(content))))
    lines += [f"  {position}: {terminal_safe(said)}" for position, said in problem.related]
    if problem.hint:
        lines.append(f"  {_HINT} {terminal_safe(problem.hint)}")
    if problem.rule in BY_ID:
        lines.append(f"  {_WHY} journeys explain {problem.rule}")
    return "\n".join([*lines, ""])


def told_shortly(problem: Problem) -> str:
    """A problem on one line."""
    return f"{problem}{f' {terminal_safe(problem.hint)}' if problem.hint else ''}"


def summary(problems: Sequence[Problem], checked: int, known: int = 0) -> str:
    """How much was found: "1 error in 1 file; 3 files checked". `known` are those that a baseline holds."""
    counts = [
        f"{counted(len(files), NOUNS[severity])} in {counted(len(set(files)), 'file')}"
        for severity in Severity
        if (files := [problem.position.file for problem in problems if problem.severity == severity])
    ]
    held = f"; {known:,} in the baseline" if known else ""
    return f"{', '.join(counts) or 'No mistakes'}{held}; {counted(checked, 'file')} checked"


@cache
def _mark(severity: Severity, rule: str) -> str:
    return click.style(f"{severity}[{rule}]", fg=COLOURS[severity], bold=True)


@lru_cache(1)
def _lines(content: bytes) -> list[str]:
    """The lines of a file, kept for its further problems."""
    return lines_of(content.decode("utf-8-sig", "replace"))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))
