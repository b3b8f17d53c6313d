"""What exports have in common: the atlas, the journeys that are chosen, and the file that is written."""

from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.cli.common import cannot_write, replace_file
from mkdocs_journeys.exports.selection import FilterError, selected
from mkdocs_journeys.load import load
from mkdocs_journeys.model import Journey
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.reports.text import format_line
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.wording import terminal_safe

filter_option = click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="KIND=NAME",
    help="Take the journeys of journey=ID, group=FOLDER, persona=ID or owner=TEAM alone; may be given several times.",
)
"""The option --filter: of several of one kind a journey fits one, and of several kinds it fits all."""


def _address(context: click.Context, option: click.Parameter, value: str) -> str:
    if value and not value.startswith(("https://", "http://")):
        raise click.BadParameter("Write an address that starts with https://.", context, option)
    return value


site_url_option = click.option(
    "--site-url", default="", metavar="URL", callback=_address, help="Link to the pages of the site at this address."
)
"""The option --site-url, for `site_url`: an address, "" for none."""


def atlas_at(context: click.Context, base: Path, journeys_dir: str) -> Atlas:
    """The atlas of a project; where it has mistakes, prints them and exits with 1."""
    return atlas_of(context, worktree(base, journeys_dir))


def atlas_of(context: click.Context, tree: Tree) -> Atlas:
    """The atlas of a tree; where it has mistakes, prints them and exits with 1."""
    atlas, problems = load(tree)
    if atlas is None:
        for problem in problems:
            if problem.severity == Severity.ERROR:
                click.echo(format_line(problem), err=True)
        context.exit(1)
    return atlas


def journeys_of(atlas: Atlas, filters: Sequence[str]) -> Sequence[Journey]:
    """The journeys that fit filters. Raises BadParameter."""
    try:
        return selected(atlas, filters)
    except FilterError as error:
        raise click.BadParameter(terminal_safe(str(error)), param_hint="--filter") from None


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, with the folders on the way. Raises ClickException."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
    replace_file(path, content)
