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
from mkdocs_journeys.cli.exchange.chosen import atlas_at, filter_option, journeys_of, write_bytes
from mkdocs_journeys.cli.exchange.issues import issues
from mkdocs_journeys.cli.exchange.progress import progress
from mkdocs_journeys.codeowners import MergeError, merge
from mkdocs_journeys.codeowners import codeowners as codeowners_lines
from mkdocs_journeys.exports.canvas import boards
from mkdocs_journeys.exports.cjml import cjml as cjml_document
from mkdocs_journeys.exports.markdown import page
from mkdocs_journeys.exports.mermaid import diagrams
from mkdocs_journeys.exports.tables import tables
from mkdocs_journeys.exports.whole import whole_atlas
from mkdocs_journeys.wording import terminal_safe


@click.group()
@click.pass_context
def export(context: click.Context) -> None:
    """Write the atlas for other programs."""
    context.with_resource(progress("Exporting"))


export.add_command(issues)


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


@export.command("json")
@project_options
@filter_option
@output_option(FILE)
@click.pass_context
def json_(
    context: click.Context, root: Path | None, journeys_dir: str, filters: tuple[str, ...], output: Path | None
) -> None:
    """Write the whole atlas as one JSON document.

    It has all that the files say but their comments and pictures, and `journeys import json` makes files of it again.
    `journeys schema atlas` prints its schema. With --filter, other journeys are left out, and all else is there.
    Exits with 1 if the atlas has mistakes.
    """
    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    _give(whole_atlas(atlas, journeys_of(atlas, filters)), output)


@export.command()
@project_options
@filter_option
@output_option(NEW_FOLDER, required=True)
@click.pass_context
def csv(context: click.Context, root: Path | None, journeys_dir: str, filters: tuple[str, ...], output: Path) -> None:
    """Write tables for spreadsheets into a folder.

    They are steps.csv with a row for each step, which `journeys import csv` reads again, and pains.csv,
    opportunities.csv, personas.csv, touchpoints.csv and metrics.csv. What a spreadsheet would take for a formula has
    a ' before it. Older copies there are replaced. Exits with 1 if the atlas has mistakes.
    """
    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    for name, content in tables(atlas, journeys_of(atlas, filters)).items():
        write_bytes(output / name, content)
        click.echo(f"wrote {terminal_safe(str(output / name))}")


@export.command()
@project_options
@filter_option
@output_option(FILE)
@click.pass_context
def mermaid(
    context: click.Context, root: Path | None, journeys_dir: str, filters: tuple[str, ...], output: Path | None
) -> None:
    """Write a page of Markdown with a Mermaid diagram for each journey.

    A stage is a section, a step a task with its people and a score from 1 to 5: its emotion, or the mean of those of
    several people; 0 where nobody knows it. `journeys import mermaid` reads it again. Exits with 1 if the atlas has
    mistakes.
    """
    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    _give(diagrams(atlas, journeys_of(atlas, filters)), output)


@export.command()
@project_options
@filter_option
@output_option(FILE)
@click.pass_context
def markdown(
    context: click.Context, root: Path | None, journeys_dir: str, filters: tuple[str, ...], output: Path | None
) -> None:
    """Write a page of Markdown with a table of the steps of each journey.

    Above it stand a title and a few facts. `journeys import markdown` reads the tables again. Exits with 1 if the atlas
    has mistakes.
    """
    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    _give(page(atlas, journeys_of(atlas, filters)), output)


@export.command()
@project_options
@filter_option
@output_option(FILE)
@click.pass_context
def jsoncanvas(
    context: click.Context, root: Path | None, journeys_dir: str, filters: tuple[str, ...], output: Path | None
) -> None:
    """Write boards of JSON Canvas, as Obsidian and other programs open them.

    Each journey is a board: a column for each step, a row for each lane, a group for each stage. Exits with 1 if the
    atlas has mistakes.
    """
    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    _give(boards(atlas, journeys_of(atlas, filters)), output)


@export.command()
@project_options
@filter_option
@output_option(FILE)
@click.pass_context
def cjml(
    context: click.Context, root: Path | None, journeys_dir: str, filters: tuple[str, ...], output: Path | None
) -> None:
    """Write XML of CJML 2, the customer journey modelling language.

    A stage is a phase, a step an action or a communication between a persona and a team. `journeys import cjml` reads
    it again. Exits with 1 if the atlas has mistakes.
    """
    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    _give(cjml_document(atlas, journeys_of(atlas, filters)), output)


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
