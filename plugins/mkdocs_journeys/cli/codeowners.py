"""`journeys export codeowners`: lines for CODEOWNERS, printed or merged into the file."""

from pathlib import Path

import click

from mkdocs_journeys.cli.files import replace_file
from mkdocs_journeys.cli.repository import folder_in_repository
from mkdocs_journeys.cli.text import told_shortly
from mkdocs_journeys.exporters.codeowners import Refused, merged
from mkdocs_journeys.exporters.codeowners import codeowners as owned_of
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.worktree import find_root, worktree
from mkdocs_journeys.wording import terminal_safe

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--root", type=FOLDER, help="The project's folder.")
@click.option("--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root.")
@click.option("--section", default="", help="Put the lines into a section of this name, as GitLab has them.")
@click.option(
    "--write",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Put the lines into this file, between two marker lines; the rest of it stays.",
)
@click.pass_context
def codeowners(context: click.Context, root: Path | None, journeys_dir: str, section: str, write: Path | None) -> None:
    """Print lines for CODEOWNERS: who owns a file is asked to review its changes.

    The owners are those of journeys, personas, opportunities and studies, and the teams of metrics. A team needs
    `codeowner` in the catalog; files of those that have none are left out, with a note on standard error. Exits
    with 1 if the atlas has mistakes or the file cannot be merged.
    """
    base = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if base is None:
        missing = f"There is no folder {terminal_safe(journeys_dir)}/ here or above."
        raise click.UsageError(f"{missing} Name the project's folder with --root.")
    atlas, problems = load(worktree(base, journeys_dir))
    if atlas is None:
        for problem in problems:
            if problem.severity == Severity.ERROR:
                click.echo(told_shortly(problem), err=True)
        context.exit(1)
    try:
        owned = owned_of(atlas, folder_in_repository(base), section)
        for note in owned.notes:
            click.echo(terminal_safe(note), err=True)
        if write:
            _write(write, merged(_read(write), owned.lines))
        else:
            click.echo("".join(f"{line}\n" for line in owned.lines), nl=False)
    except Refused as error:
        where = f"{terminal_safe(str(write))}: " if write else ""
        raise click.ClickException(f"{where}{error}") from None


def _read(path: Path) -> str:
    """What a file holds, byte for byte; "" where there is none yet."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise click.ClickException(f"{terminal_safe(str(path))} cannot be read: {error.strerror}.") from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"{terminal_safe(str(path))} cannot be written: {error.strerror}.") from error
    replace_file(path, text.encode("utf-8", "surrogateescape"))
