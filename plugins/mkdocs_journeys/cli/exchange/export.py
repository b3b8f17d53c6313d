"""`journeys export`: an atlas for other programs."""

from pathlib import Path

import click

from mkdocs_journeys.cli.common import (
    FILE,
    NEW_FOLDER,
    find_project,
    folder_in_repository,
    output_option,
    project_options,
    quiet_option,
)
from mkdocs_journeys.cli.exchange.chosen import atlas_at, filter_option, journeys_of, site_url_option, write_bytes
from mkdocs_journeys.cli.exchange.formats import FORMATS, ExportFormat
from mkdocs_journeys.cli.exchange.issues import issues
from mkdocs_journeys.cli.exchange.progress import progress
from mkdocs_journeys.cli.printing.changes import changes
from mkdocs_journeys.cli.printing.paper import pdf
from mkdocs_journeys.cli.printing.pictures import png, svg
from mkdocs_journeys.codeowners import MergeError, merge
from mkdocs_journeys.codeowners import codeowners as codeowners_lines
from mkdocs_journeys.exports.archive import MissingLibraryError
from mkdocs_journeys.wording import counted, terminal_safe


@click.group()
@click.pass_context
def export(context: click.Context) -> None:
    """Write the atlas for other programs."""
    context.with_resource(progress("Exporting"))


for _other in (changes, issues, pdf, png, svg):
    export.add_command(_other)


@export.command()
@project_options
@click.option("--section", default="", help="Put the lines into a section of this name, as GitLab has them.")
@output_option(FILE, old="--write")
@quiet_option
@click.pass_context
def codeowners(
    context: click.Context, root: Path | None, journeys_dir: str, section: str, output: Path | None, quiet: bool
) -> None:
    """Print lines for CODEOWNERS: who owns a file is asked to review its changes.

    The owners are those of journeys, personas, opportunities and studies, and the teams of metrics. A team needs
    `codeowner` in the catalog; files of those that have none are left out, with a note on standard error. In a file
    the lines stand between two markers, and the rest of it stays. Exits with 1 if the atlas has mistakes or the file
    cannot be merged.
    """
    base = find_project(root, journeys_dir)
    atlas = atlas_at(context, base, journeys_dir)
    try:
        lines, notes = codeowners_lines(atlas, folder_in_repository(base), section)
        for note in () if quiet else notes:
            click.echo(terminal_safe(note), err=True)
        if output:
            _write(output, merge(_read(output), lines))
        else:
            click.echo("".join(f"{line}\n" for line in lines), nl=False)
    except MergeError as error:
        where = f"{terminal_safe(str(output))}: " if output else ""
        raise click.ClickException(f"{where}{error}") from None


@export.command()
@project_options
@site_url_option
@output_option(NEW_FOLDER, required=True)
@click.pass_context
def llms(context: click.Context, root: Path | None, journeys_dir: str, site_url: str, output: Path) -> None:
    """Write the atlas for language models into a folder: llms.txt, and a file of Markdown for each page of a site.

    In llms.txt is a summary with links to the files, in llms-full.txt all of them in one. A site has them by itself
    with `llms: true` in mkdocs.yml. Older copies there are replaced. Exits with 1 if the atlas has mistakes.
    """
    from mkdocs_journeys.exports.published.folder import llms_folder

    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    files = llms_folder(atlas, site_url)
    for file, content in files.items():
        write_bytes(output / file, content)
    click.echo(f"wrote {counted(len(files), 'file')} to {terminal_safe(str(output))}")


def _command(name: str, form: ExportFormat) -> click.Command:
    """The command that writes journeys in a format."""
    output = output_option(NEW_FOLDER, required=True) if form.folder else output_option(FILE, required=not form.printed)

    @click.command(name, help=form.help)
    @project_options
    @filter_option
    @output
    @click.pass_context
    def command(
        context: click.Context, root: Path | None, journeys_dir: str, filters: tuple[str, ...], output: Path | None
    ) -> None:
        atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
        try:
            written = form.write(atlas, journeys_of(atlas, filters))
        except MissingLibraryError as error:
            raise click.ClickException(str(error)) from None
        if isinstance(written, bytes):
            _give(written, output)
            return
        for file, content in written.items():
            path = (output or Path()) / file
            write_bytes(path, content)
            click.echo(f"wrote {terminal_safe(str(path))}")

    return command


for _name, _format in FORMATS.items():
    export.add_command(_command(_name, _format))


def _give(content: bytes, output: Path | None) -> None:
    """Write a file, or standard output."""
    if output:
        write_bytes(output, content)
    else:
        click.echo(content, nl=False)


def _read(path: Path) -> str:
    """The content of a file, losslessly decoded; "" if there is none yet."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise click.ClickException(f"{terminal_safe(str(path))} cannot be read: {error.strerror}.") from error


def _write(path: Path, text: str) -> None:
    write_bytes(path, text.encode("utf-8", "surrogateescape"))
