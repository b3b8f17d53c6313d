"""The forms in which a check is told, and where each goes."""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import click

from mkdocs_journeys.cli.files import replace_file
from mkdocs_journeys.cli.repository import folder_in_repository
from mkdocs_journeys.cli.text import echo
from mkdocs_journeys.lint.fixes.apply import count_fixable
from mkdocs_journeys.lint.outcome import Outcome
from mkdocs_journeys.reports.text import check_summary, format_line, format_problem
from mkdocs_journeys.wording import counted, terminal_safe

_FROM_THE_TOP = ("github", "gitlab", "sarif")
"""These are read by services that count paths from the top of the repository."""


def tell(form: str, outcome: Outcome, root: Path, known: int, quiet: bool, output: Path | None) -> None:
    """Print the outcome in a form, or write it to a file; `known` problems were left out as a baseline has them."""
    seen = outcome.below(folder_in_repository(root)) if form in _FROM_THE_TOP else outcome
    end = check_summary(outcome.problems, len(outcome.files), known)
    if output:
        text = "\n".join(_lines(outcome, quiet)) if form == "text" else _report(form)(seen)
        replace_file(output, click.unstyle(text).encode("utf-8", "backslashreplace"))
    elif form == "text":
        if lines := list(_lines(outcome, quiet)):
            echo("\n".join(lines))
    else:
        click.echo(_report(form)(seen), nl=False)
    if form == "github":
        _tell_the_rest(seen)
    if not quiet and (output or form in ("text", "github")):
        click.echo(end, err=bool(output))
        mendings = count_fixable(outcome.files, outcome.problems)
        if mendings:
            click.echo(f"{counted(mendings, 'problem')} may be mended for you: journeys check --fix", err=bool(output))


def _lines(outcome: Outcome, quiet: bool) -> Iterator[str]:
    for problem in outcome.problems:
        yield format_line(problem) if quiet else format_problem(problem, outcome.files.get(problem.position.file))


def _report(form: str) -> Callable[[Outcome], str]:
    """The function that writes a form; imported late, so that nobody waits for the others."""
    report: Callable[[Outcome], str] = import_module(f"mkdocs_journeys.reports.{form}").format_check
    return report


def _tell_the_rest(outcome: Outcome) -> None:
    """What GitHub would drop goes to the summary of the step, or is counted where there is none."""
    from mkdocs_journeys.reports import github

    _, rest = github.split(outcome.problems)
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not rest:
        return
    is_there = path and _append(Path(path), lambda room: github.check_summary(rest, room), github.LARGEST_SUMMARY)
    where = "see the summary of this step" if is_there else "`journeys check` lists them all"
    click.echo(f"{github.counts(rest)} more: {where}.")


def _append(path: Path, text_of: Callable[[int], str], most: int) -> bool:
    """Append a text that is made for the room that a file has, at most `most` bytes; whether it is in there."""
    try:
        text = text_of(most - (path.stat().st_size if path.exists() else 0))
        with path.open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        click.echo(f"The summary of the step cannot be written: {terminal_safe(str(error))}.", err=True)
        return False
    return bool(text)
