"""`journeys sync`: what became of tickets, read from an export of their tracker."""

from pathlib import Path

import click

from mkdocs_journeys.cli.common import find_project, project_options, quiet_option
from mkdocs_journeys.cli.exchange.chosen import atlas_of
from mkdocs_journeys.cli.exchange.tickets import write_fields
from mkdocs_journeys.imports.text import LARGEST
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.reports.text import format_line
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.trackers.addresses import TRACKERS
from mkdocs_journeys.trackers.reading import TicketFile, tickets_of
from mkdocs_journeys.trackers.sync import SyncPlan, plan_sync
from mkdocs_journeys.wording import counted, terminal_safe

SOURCE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@project_options
@click.option("--from", "source", required=True, type=SOURCE, help="The file that the tracker exported.")
@click.option("--tracker", type=click.Choice(TRACKERS), help="Take the file for one of this tracker.")
@click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing.")
@quiet_option
@click.pass_context
def sync(
    context: click.Context,
    root: Path | None,
    journeys_dir: str,
    source: Path,
    tracker: str | None,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Read back what became of tickets: their addresses and statuses.

    The file is CSV of Jira, GitLab, Linear or Azure Boards, or JSON of GitHub, GitLab or Jira; which one is seen from
    its columns. Tickets are found by the marker in their text, or else by the address in `issue`. New addresses and
    statuses are written into the journey files, after the difference was shown; comments stay. What a status there
    means is said in the catalog, under `trackers`. Without that, work that was begun becomes `in-progress`, and
    what was closed there and is open here is only told.
    Exits with 0, with 1 if the file cannot be read (nothing is written then) or something was left undone, and with 2
    if the command was called wrongly.
    """
    base = find_project(root, journeys_dir)
    tree = worktree(base, journeys_dir)
    atlas = atlas_of(context, tree)
    found = _tickets(source, tracker or "")
    if isinstance(found, Problem):
        click.echo(format_line(found), err=True)
        click.echo("Nothing was written.", err=True)
        context.exit(1)
    plan = plan_sync(atlas, found)
    if not quiet:
        _tell(plan, found)
    for conflict in plan.conflicts:
        click.echo(terminal_safe(f"Left undone: {conflict}"), err=True)
    is_whole = write_fields(base, tree, plan.changes, dry_run=dry_run)
    if dry_run and not quiet:
        click.echo("Nothing was written: this was a dry run.")
    context.exit(int(not is_whole or bool(plan.conflicts)))


def _tickets(path: Path, tracker: str) -> TicketFile | Problem:
    try:
        if path.stat().st_size > LARGEST:
            message = f"The file has more than {LARGEST // 1_000_000} MB."
            return Problem(
                "sync", Position(path.name, 1, 1), message, "Export the tickets with the label journeys alone."
            )
        return tickets_of(path.read_bytes(), path.name, tracker)
    except OSError as error:
        raise click.ClickException(f"{terminal_safe(str(path))} cannot be read: {error.strerror}.") from None


def _tell(plan: SyncPlan, file: TicketFile) -> None:
    click.echo(
        f"{counted(len(file.tickets), 'ticket')} of {file.tracker}, {plan.found:,} of them for something in the map"
    )
    for remark in plan.remarks:
        click.echo(terminal_safe(remark))
