"""`journeys diff`: what changed for the customer between two states of the journeys."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

import click

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.cli.files import replace_file
from mkdocs_journeys.cli.painting import paint
from mkdocs_journeys.cli.repository import folder_in_repository
from mkdocs_journeys.cli.sides import Side, chosen
from mkdocs_journeys.diff import Change, Judgement, changes
from mkdocs_journeys.diff.reports import text
from mkdocs_journeys.diff.selection import FAIL_ON, fingerprints, selected
from mkdocs_journeys.diff.sides import sides_of
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.git import GitError
from mkdocs_journeys.wording import terminal_safe

FORMATS = ("text", "json", "markdown", "github", "html")
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DRIVEN = (1, 7, 9)
"""How many words git gives to an external diff: a file without a merge, a change, and a change with another path."""


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.argument("more", nargs=-1, metavar="")
@click.option("--root", type=FOLDER, help="The project's folder.")
@click.option("--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For a terminal, for programs, for a comment, for lines of a pull request, or as a page.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), help="What exits with 1.")
@click.option("--ignore", type=FILE, help="Leave out the changes whose fingerprints this file lists.")
@click.option("--group", "groups", multiple=True, help="Show journeys of this group only; may be given again.")
@click.option("--owner", "owners", multiple=True, help="Show what concerns this team only; may be given again.")
@click.option("--git-diff-driver", "driven", is_flag=True, help="Be the program that git calls for the diff of a file.")
@click.pass_context
def diff(
    context: click.Context,
    base: str | None,
    head: str | None,
    more: tuple[str, ...],
    root: Path | None,
    journeys_dir: str,
    form: str,
    output: Path | None,
    fail_on: str | None,
    ignore: Path | None,
    groups: tuple[str, ...],
    owners: tuple[str, ...],
    driven: bool,
) -> None:
    """Say what changed for the customer.

    BASE and HEAD are commits, branches or tags, or folders that hold the journeys; BASE may be a range such as
    main...HEAD. Without HEAD, BASE is compared with the files as they lie here; without both, the commit where
    this branch left the default branch is. Exits with 0, with 1 if there is a change of the kind that --fail-on
    names, and with 2 if the command was called wrongly or a side cannot be read.
    """
    if driven:
        _drive([word for word in (base, head, *more) if word is not None], journeys_dir)
        return
    if more:
        raise click.UsageError("Name two states at most.")
    try:
        sides = chosen(base, head, root, journeys_dir)
    except GitError as trouble:
        raise click.UsageError(terminal_safe(str(trouble))) from None
    (old, wrong), (new, wrong_too) = sides_of(sides[0].tree, sides[1].tree)
    for side, problems in zip(sides, (wrong, wrong_too), strict=True):
        _complain(side, problems)
    if old is None or new is None:
        context.exit(2)
    ignored = fingerprints(ignore.read_text("utf-8", "replace")) if ignore else frozenset()
    found = selected(changes(old, new), ignored, groups, owners)
    failing = FAIL_ON[fail_on] if fail_on else frozenset()
    if form == "text":
        _tell(_lines(found, old, new), output)
    else:
        _write(_report(form, found, old, new, sides, failing), output)
    context.exit(int(any(change.judgement in failing for change in found)))


def _drive(words: list[str], journeys_dir: str) -> None:
    from mkdocs_journeys.cli.diff_driver import drive

    if len(words) not in DRIVEN:
        raise click.UsageError("Git calls this with a path and two files: see the guide, Review a change.")
    drive(words, journeys_dir)


def _complain(side: Side, errors: list[Problem]) -> None:
    """Say on standard error why a side cannot be read."""
    for problem in errors:
        click.echo(f"{terminal_safe(side.name)}:{problem}", err=True)
    if errors:
        click.echo(f"{terminal_safe(side.name)} cannot be compared: it has mistakes, see above.", err=True)


def _report(
    form: str, found: list[Change], old: Atlas, new: Atlas, sides: tuple[Side, Side], failing: Collection[Judgement]
) -> str:
    """The text of a report; what only one of them needs is imported late."""
    from mkdocs_journeys.diff.reports.about import document_of

    document = document_of(found, old, new)
    if form == "json":
        from mkdocs_journeys.diff.reports import json

        return json.report(document)
    if form == "html":
        from mkdocs_journeys.diff.reports import html

        return html.report(document, f"{sides[0].name} → {sides[1].name}")
    from mkdocs_journeys.diff.reports import markdown

    if form == "markdown":
        return markdown.report(document)
    from mkdocs_journeys.diff.reports import github

    _summarise(markdown.report(document, github.LARGEST_SUMMARY))
    head = sides[1]
    lines = github.report(document, head.tree.files, failing, folder_in_repository(head.root))
    return "".join(f"{line}\n" for line in lines)


def _summarise(markdown: str) -> None:
    """Add the whole report to the summary of the step, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(markdown)
    except OSError as error:
        click.echo(f"The summary of the step cannot be written: {error.strerror}.", err=True)


def _tell(lines: Iterator[str], output: Path | None) -> None:
    if output:
        _write("".join(f"{click.unstyle(line)}\n" for line in lines), output)
        return
    for line in lines:
        click.echo(line, color=False if os.environ.get("NO_COLOR") else None)


def _write(report: str, output: Path | None) -> None:
    if output:
        replace_file(output, report.encode("utf-8", "backslashreplace"))
    else:
        click.echo(report, nl=False)


def _lines(found: list[Change], old: Atlas, new: Atlas) -> Iterator[str]:
    return text.report(found, old, new, paint)
