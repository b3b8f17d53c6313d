"""`journeys export issues`: pains and opportunities as tickets of a tracker."""

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_journeys.cli.common import FILE, find_project, output_option, project_options
from mkdocs_journeys.cli.exchange.chosen import atlas_of, filter_option, journeys_of, site_url_option, write_bytes
from mkdocs_journeys.cli.exchange.tickets import write_fields
from mkdocs_journeys.model.settings.trackers import Trackers
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.trackers.addresses import NAMES
from mkdocs_journeys.trackers.issue import KINDS, Choice, IssueKind, Topic, TrackerIssue, issues_of
from mkdocs_journeys.trackers.statuses import ALL_STATUSES
from mkdocs_journeys.trackers.tables import FORMS, files_of
from mkdocs_journeys.wording import terminal_safe

if TYPE_CHECKING:
    from mkdocs_journeys.trackers.apis.api import TrackerApi
    from mkdocs_journeys.trackers.apis.plan import SendPlan

WITH_API = ("jira", "github", "gitlab")


@click.command()
@project_options
@filter_option
@click.option("--to", required=True, type=click.Choice(list(FORMS)), help="The tracker, and for Jira the importer.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Take these alone; both if left out.")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(ALL_STATUSES),
    help="Take those with this status; all that are open if left out. May be given several times.",
)
@site_url_option
@output_option(FILE)
@click.option("--project", default="", help="Compare with this project of the tracker itself, and write no file.")
@click.option("--api-url", "url", default="", metavar="URL", help="Ask the tracker at this address of its API.")
@click.option("--apply", "is_applied", is_flag=True, help="Send what is new or changed to the project.")
@click.pass_context
def issues(
    context: click.Context,
    root: Path | None,
    journeys_dir: str,
    filters: tuple[str, ...],
    to: str,
    kinds: tuple[IssueKind, ...],
    statuses: tuple[str, ...],
    site_url: str,
    output: Path | None,
    project: str,
    url: str,
    is_applied: bool,
) -> None:
    """Make tickets of pains and opportunities.

    Without --project it writes a file that the tracker imports, or several if it takes no more in one. With --project
    (OWNER/NAME of GitHub, GROUP/NAME of GitLab, KEY of Jira) it asks the tracker which tickets are there, prints what
    it would create and update, and does that with --apply; then the addresses of tickets are written into the journey
    files. Tokens come from the environment: GITHUB_TOKEN, GITLAB_TOKEN, or JIRA_URL, JIRA_EMAIL and JIRA_API_TOKEN.
    Nothing is ever closed. Exits with 1 if the atlas has mistakes, the tracker refuses, or an address could not be
    written.
    """
    _check_options(to, output, project, url, is_applied=is_applied)
    base = find_project(root, journeys_dir)
    tree = worktree(base, journeys_dir)
    atlas = atlas_of(context, tree)
    found = issues_of(atlas, journeys_of(atlas, filters), Choice(kinds or KINDS, statuses), site_url)
    if not project:
        _write(to, found, atlas.catalog.trackers, output)
        return
    # Other exports need nothing of HTTP.
    from mkdocs_journeys.trackers.apis.api import Connection
    from mkdocs_journeys.trackers.apis.client import TrackerError
    from mkdocs_journeys.trackers.apis.sending import connect, look

    _tell(f"asking {NAMES[to]} for the tickets of {project}")
    connection = Connection(project, url, os.environ, atlas.catalog.trackers, time.sleep, _tell)
    try:
        api = connect(to, connection)
        plan = look(api, found)
    except TrackerError as error:
        raise click.ClickException(terminal_safe(str(error))) from None
    _print(plan)
    if not is_applied:
        click.echo("Nothing was sent. Send it with --apply.")
        return
    context.exit(int(not _apply(api, plan, base, tree)))


def _check_options(to: str, output: Path | None, project: str, url: str, *, is_applied: bool) -> None:
    if project and to not in WITH_API:
        raise click.BadParameter("Only jira, github and gitlab can be asked.", param_hint="--project")
    if project and output:
        raise click.BadParameter("With --project no file is written.", param_hint="--output")
    for name, is_given in (("--apply", is_applied), ("--api-url", bool(url))):
        if is_given and not project:
            raise click.BadParameter("Name the tracker's project with --project.", param_hint=name)


def _write(form: str, found: Sequence[TrackerIssue], trackers: Trackers, output: Path | None) -> None:
    """Write the files, or one to standard output."""
    files = files_of(form, found, trackers)
    if len(files.parts) > 1 and not output:
        message = f"This takes {len(files.parts)} files. Name the first of them with --output."
        raise click.UsageError(message)
    for note in files.notes:
        click.echo(terminal_safe(note), err=True)
    if not output:
        click.echo(files.parts[0].content, nl=False)
        return
    for number, part in enumerate(files.parts, 1):
        path = output if number == 1 else output.with_name(f"{output.stem}-{number}{output.suffix}")
        write_bytes(path, part.content)
        click.echo(f"wrote {terminal_safe(str(path))}: {part.says}")


def _print(plan: "SendPlan") -> None:
    lines = [f"create  {issue.topic}: {issue.title}" for issue in plan.create]
    lines += [f"update  {one.issue.topic}: {one.ticket.address}" for one in plan.update]
    lines += [f"note    {note}" for note in plan.notes]
    for line in [*lines, plan.summary]:
        click.echo(terminal_safe(line))


def _apply(api: "TrackerApi", plan: "SendPlan", base: Path, tree: Tree) -> bool:
    """Send a plan, and write addresses into files however that ends; whether all went well."""
    from mkdocs_journeys.trackers.apis.client import TrackerError
    from mkdocs_journeys.trackers.apis.sending import send

    there = {topic: ticket.address for topic, ticket in plan.there.items()}
    is_whole = True
    try:
        for sent in send(api, plan):
            there[sent.topic] = sent.ticket.address
            click.echo(terminal_safe(f"{'created' if sent.is_new else 'updated'} {sent.topic}: {sent.ticket.address}"))
    except TrackerError as error:
        click.echo(terminal_safe(f"Error: {error}"), err=True)
        is_whole = False
    finally:
        is_whole &= write_fields(base, tree, _lacking(plan, there))
    return is_whole


def _lacking(plan: "SendPlan", there: Mapping[Topic, str]) -> dict[Topic, dict[str, str]]:
    """The addresses that the map does not have yet."""
    known = {*plan.named}
    return {topic: {"issue": address} for topic, address in there.items() if topic not in known and address}


def _tell(sentence: str) -> None:
    click.echo(terminal_safe(sentence), err=True)
