"""The command itself: what is told, in which form, and where it is written."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import click

from mkdocs_journeys.changelog import LoadedStates, NotesScope, ReleaseNotes, load_states, release_notes
from mkdocs_journeys.changelog.formats import FORMATS
from mkdocs_journeys.changelog.groups import Grouping
from mkdocs_journeys.cli.changelog.span import ChangelogState, StateFinder
from mkdocs_journeys.cli.common import (
    cannot_write,
    find_project,
    format_option,
    output_option,
    project_options,
    quiet_option,
    today_option,
)
from mkdocs_journeys.cli.exchange.chosen import site_url_option, write_bytes
from mkdocs_journeys.diff.compare import selected
from mkdocs_journeys.history.contributors import contributors_of
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.wording import counted, terminal_safe

ALL = "all"


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@project_options
@format_option(tuple(FORMATS))
@output_option(click.Path(path_type=Path))
@quiet_option
@today_option
@site_url_option
@click.option(
    "--since",
    metavar="WHEN",
    help="Begin before this day, month (2026-07) or quarter (2026-Q3), 90d ago, before last-quarter, or at a tag.",
)
@click.option(
    "--until",
    metavar="WHEN",
    help="End with this day, month or quarter, or at a tag, and not with the files as they are.",
)
@click.option(
    "--by",
    type=click.Choice(["journey", "owner"]),
    default="journey",
    show_default=True,
    help="Put the changes of each journey together, or those of each team.",
)
@click.option("--group", "groups", multiple=True, help="Show journeys of this group only; may be given again.")
@click.option("--owner", "owners", multiple=True, help="Show what concerns this team only; may be given again.")
@click.option(
    "--digest",
    metavar="TEAM",
    help="Write a file with what concerns this team, or one for `all` teams each, into --output.",
)
@click.pass_context
def changelog(
    context: click.Context,
    base: str | None,
    head: str | None,
    root: Path | None,
    journeys_dir: str,
    form: str,
    output: Path | None,
    quiet: bool,
    today: datetime | None,
    site_url: str,
    since: str | None,
    until: str | None,
    by: str,
    groups: tuple[str, ...],
    owners: tuple[str, ...],
    digest: str | None,
) -> None:
    """Write release notes for people: what changed for customers between two states.

    BASE and HEAD are commits, branches or tags; BASE may be a range such as v1..v2. Without HEAD, the notes end with
    the files as they lie here. With --since they begin before a day instead. The two states are compared: what came
    and went in between is not told. Exits with 2 if the command was called wrongly or a state cannot be read.
    """
    if digest and (owners or not output):
        raise click.UsageError("--digest names the team itself, and needs a folder: name that with --output.")
    finder = StateFinder(find_project(root, journeys_dir), journeys_dir, today.date() if today else date.today())
    try:
        old, new = _ends(finder, base, head, since, until)
        people = contributors_of(finder.root / journeys_dir, "" if old.first else old.commit, new.commit)
    except GitError as trouble:
        raise click.UsageError(terminal_safe(str(trouble))) from None
    states = _load(context, old, new)
    team = (digest,) if digest not in (None, ALL) else ()
    scope = NotesScope(groups, (*owners, *team))
    if unknown := list(scope.unknown(states.before, states.after)):
        raise click.UsageError(terminal_safe(" ".join(unknown)))
    grouping: Grouping = "owner" if by == "owner" else "journey"
    notes = partial(release_notes, states, old.when, new.when, begun=old.first, by=grouping, site_url=site_url)
    if digest and output:
        _write_digests(notes, states, team, groups, form, output, quiet)
        return
    told = notes(scope=scope, contributors=people if scope.whole else ())
    text = FORMATS[form].write(told)
    if output:
        write_bytes(output, text.encode("utf-8", "backslashreplace"))
        if not quiet:
            click.echo(told.summary, err=True)
    else:
        click.echo(text, nl=False)


def _ends(
    finder: StateFinder, base: str | None, head: str | None, since: str | None, until: str | None
) -> tuple[ChangelogState, ChangelogState]:
    """The two states. Raises UsageError and GitError."""
    if bool(base) == bool(since):
        raise click.UsageError("Say from when on: a range such as v1..v2, or --since with a day or 90d.")
    if until and base:
        raise click.UsageError("--until goes with --since: in a range, HEAD is the end.")
    old, new = finder.since(since, until) if since else finder.between(base or "", head)
    if old.absent and new.absent:
        raise click.UsageError(f"There are no journeys in {terminal_safe(finder.journeys_dir)}/, neither then nor now.")
    return old, new


def _load(context: click.Context, old: ChangelogState, new: ChangelogState) -> LoadedStates:
    """Both atlases; where a state has mistakes, prints them and exits with 2."""
    loaded = load_states(*(None if one.absent else one.tree for one in (old, new)))
    if not isinstance(loaded, LoadedStates):
        _print_mistakes((old, new), loaded)
        context.exit(2)
    return loaded


def _print_mistakes(states: tuple[ChangelogState, ChangelogState], found: tuple[list[Problem], list[Problem]]) -> None:
    for state, problems in zip(states, found, strict=True):
        name = terminal_safe(state.name)
        for problem in problems:
            click.echo(f"{name}:{problem}", err=True)
        if problems:
            click.echo(f"The state of {name} cannot be compared: it has mistakes, see above.", err=True)


def _write_digests(
    notes: Callable[..., ReleaseNotes],
    states: LoadedStates,
    chosen: tuple[str, ...],
    groups: tuple[str, ...],
    form: str,
    folder: Path,
    quiet: bool,
) -> None:
    """Write a file for each team that something concerns, or for the chosen one; those of other teams go."""
    writer = FORMATS[form]
    changes = selected(states.comparison.changes, (), groups)
    concerned = {team for change in changes for team in change.owners}
    for team in chosen or sorted(concerned):
        path = folder / f"{team}.{writer.ending}"
        told = notes(scope=NotesScope(groups, (team,)))
        write_bytes(path, writer.write(told).encode("utf-8", "backslashreplace"))
        click.echo(f"wrote    {terminal_safe(str(path))}")
    if chosen:
        return
    for team in sorted({*states.before.teams, *states.after.teams} - concerned):
        _remove(folder / f"{team}.{writer.ending}")
    unowned = sum(not change.owners for change in changes)
    if unowned and not quiet:
        click.echo(
            f"Nobody owns {counted(unowned, 'change')}: no digest has {'it' if unowned == 1 else 'them'}.", err=True
        )


def _remove(path: Path) -> None:
    """Remove the digest of an earlier run, so that nobody sends it once more."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
