"""`journeys diff`: what changed for the customer between two states of the journeys."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_journeys.cli.comment import link_options
from mkdocs_journeys.cli.common import (
    FILE,
    append_step_summary,
    folder_in_repository,
    format_option,
    output_option,
    print_line,
    project_options,
    quiet_option,
    today_option,
    write_report,
)
from mkdocs_journeys.cli.reviewing.accepting import accepted_today, of_no_change
from mkdocs_journeys.cli.reviewing.gates import (
    GateType,
    failing_judgements,
    ignored,
    known_groups,
    known_owners,
    trend_gates,
)
from mkdocs_journeys.cli.reviewing.sides import Side, choose_sides
from mkdocs_journeys.diff import Comparison, Judgement
from mkdocs_journeys.diff.compare import selected
from mkdocs_journeys.diff.sides import ReadableSides, readable_sides
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.reports import text
from mkdocs_journeys.reports.comment.links import CommentLinks
from mkdocs_journeys.reports.comparison.trends import SCOPES, Scope, TrendGate, trends_of
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.wording import counted, terminal_safe

if TYPE_CHECKING:
    from mkdocs_journeys.reports.document import DiffDocument

FORMATS = ("text", "json", "markdown", "github", "html")
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DRIVER_ARGUMENTS = (1, 7, 9)
"""Numbers of arguments of an external diff of git: for an unmerged file, a change, and a change with a new path."""


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.argument("more", nargs=-1, metavar="")
@project_options
@format_option(FORMATS)
@output_option(FILE)
@quiet_option
@click.option(
    "--fail-on",
    "gates",
    type=GateType(),
    multiple=True,
    help="Exit with 1 if there is a change of this kind, or a trend by more than N; may be given again.",
)
@click.option(
    "--per", "scope", type=click.Choice(SCOPES), default=SCOPES[0], show_default=True, help="Look at trends of these."
)
@today_option
@click.option("--ignore", type=EXISTING_FILE, help="Leave out the changes whose fingerprints this file lists.")
@click.option("--group", "groups", multiple=True, help="Show journeys of this group only; may be given again.")
@click.option("--owner", "owners", multiple=True, help="Show what concerns this team only; may be given again.")
@link_options
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
    quiet: bool,
    gates: tuple[TrendGate, ...],
    scope: Scope,
    today: datetime | None,
    ignore: Path | None,
    groups: tuple[str, ...],
    owners: tuple[str, ...],
    links: CommentLinks,
    driven: bool,
) -> None:
    """Say what changed for the customer.

    BASE and HEAD are commits, branches or tags, or folders that hold the journeys; BASE may be a range such as
    main...HEAD. Without HEAD, BASE is compared with the files as they lie here; without both, the commit where
    this branch left the default branch is. Exits with 0, with 1 if there is a change of the kind that --fail-on
    names and nobody accepted, and with 2 if the command was called wrongly or a side cannot be read.
    """
    if driven:
        from mkdocs_journeys.cli.git_driver import drive

        words = [word for word in (base, head, *more) if word is not None]
        if len(words) not in DRIVER_ARGUMENTS:
            raise click.UsageError("Git calls this with a path and two files: see the guide, Review a change.")
        drive(words, journeys_dir)
        return
    if more:
        raise click.UsageError("Name two states at most.")
    try:
        sides = choose_sides(base, head, root, journeys_dir)
    except GitError as trouble:
        raise click.UsageError(terminal_safe(str(trouble))) from None
    trending = trend_gates(gates)
    read = readable_sides(sides[0].tree, sides[1].tree, whole=bool(trending))
    _tell_of_sides(sides, read)
    known_groups(groups, sides)
    known_owners(owners, read)
    comparison = Comparison(read.old, read.new)
    left_out = ignored(ignore, comparison.changes) if ignore else frozenset()
    for position, fingerprint in of_no_change(comparison):
        click.echo(f"{position}: {fingerprint} is accepted, but it is the fingerprint of no change here.", err=True)
    day = today.date() if today else date.today()
    found = accepted_today(selected(comparison.changes, left_out, groups, owners), day)
    failing = failing_judgements(gates, read)
    trends = [] if read.base_absent else list(trends_of(comparison, trending, scope))
    if form == "text":
        told = map(text.format_change_line, found) if quiet else text.format_diff(found, comparison)
        lines = [*told, *map(text.format_trend, trends)]
        if output:
            write_report("".join(f"{click.unstyle(line)}\n" for line in lines), output)
        else:
            for line in lines:
                print_line(line)
    else:
        from mkdocs_journeys.reports.comparison.building import document_of

        links = links.below(folder_in_repository(sides[1].root))
        write_report(_report(form, document_of(found, comparison, read, trends), sides, failing, links), output)
    if output and not quiet:
        click.echo(text.diff_summary(found) if found else text.NO_CHANGE, err=True)
    if read.head_problems:
        context.exit(2)
    fails = any(change.judgement in failing and not change.acknowledged for change in found)
    context.exit(int(fails or any(trend.failing for trend in trends)))


def _tell_of_sides(sides: tuple[Side, Side], read: ReadableSides) -> None:
    """Say on the error stream which side has no journeys, where they lay before, and what cannot be compared."""
    base, head = sides
    for side, absent in ((base, read.base_absent), (head, read.head_absent)):
        if absent:
            click.echo(f"{terminal_safe(side.name)} has no journeys.", err=True)
    if base.tree.folder != head.tree.folder and not read.base_absent and not read.head_absent:
        moved = f"{base.tree.folder}/, and {terminal_safe(head.name)} in {head.tree.folder}/"
        click.echo(f"{terminal_safe(base.name)} has its journeys in {terminal_safe(moved)}.", err=True)
    for side, problems in ((base, read.base_problems), (head, read.head_problems)):
        _tell_of_mistakes(side.name, problems)


def _tell_of_mistakes(side: str, problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(f"{terminal_safe(side)}:{text.format_line(problem)}", err=True)
    files = len({problem.position.file for problem in problems})
    if files:
        left_out = (
            f"{counted(files, 'file')} could not be compared, as {'it has' if files == 1 else 'they have'} mistakes"
        )
        click.echo(f"{terminal_safe(side)}: {left_out}, see above.", err=True)


def _report(
    form: str,
    document: "DiffDocument",
    sides: tuple[Side, Side],
    failing: Collection[Judgement],
    links: CommentLinks,
) -> str:
    """The text of a report; modules for one format are imported when it is used."""
    if form == "json":
        from mkdocs_journeys.reports import json

        return json.format_diff(document)
    if form == "html":
        from mkdocs_journeys.reports import html

        return html.format_diff(document, f"{sides[0].name} → {sides[1].name}")
    from mkdocs_journeys.reports import markdown

    if form == "markdown":
        return markdown.format_diff(document, links=links)
    from mkdocs_journeys.reports import github
    from mkdocs_journeys.reports.comment.paper import utf8_size

    append_step_summary(lambda used: markdown.format_diff(document, github.LARGEST_SUMMARY - used, utf8_size, links))
    lines = github.format_diff(document, sides[1].tree.files, failing, links.folder)
    return "".join(f"{line}\n" for line in lines)
