"""`journeys import`: maps that are elsewhere, as journeys of an atlas."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from posixpath import relpath

import click

from mkdocs_journeys.cli.common import FILE, NEW_FOLDER, NewFile, create_files, quiet_option, replace_file
from mkdocs_journeys.cli.exchange.planned import (
    ImportOptions,
    check_files,
    content_of,
    project_tree,
    refuse,
    refuse_lacking,
    write_planned,
)
from mkdocs_journeys.cli.exchange.progress import progress
from mkdocs_journeys.imports.draft import DraftJourney, Understood
from mkdocs_journeys.imports.formats import FORMATS, TOGETHER
from mkdocs_journeys.imports.names import Match, NamedKind
from mkdocs_journeys.imports.plan import ImportPlan, plan_import, planned_whole
from mkdocs_journeys.imports.preview import preview_of
from mkdocs_journeys.imports.tables.mapping import mapping_of, mapping_path, mapping_text
from mkdocs_journeys.imports.whole import files_of
from mkdocs_journeys.load.files import is_id
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.worktree import find_root
from mkdocs_journeys.wording import counted, terminal_safe

SOURCE = click.Path(exists=True, dir_okay=False, path_type=Path)
SCHEMA = "schema/journey.json"
WHOLE = "json"
"""The format of a whole atlas, which brings its own ids and catalog."""


@click.command("import")
@click.argument("format_", metavar="FORMAT", type=click.Choice(sorted([*FORMATS, WHOLE])))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=SOURCE)
@click.option("--into", type=NEW_FOLDER, help="Write into this project, or make one there.")
@click.option(
    "--journeys-dir", default="journeys", show_default=True, help="Read the journeys from this folder below the root."
)
@click.option("--group", default="", help="Put the journeys into this folder below maps/.")
@click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing.")
@click.option("--force", is_flag=True, help="Write files anew that somebody changed since they were imported.")
@click.option("--preview", type=FILE, help="Draw what was understood of a board into this SVG, also in a dry run.")
@click.option("--draft", is_flag=True, help="With json: check a draft of interviews, and write it where all is right.")
@click.option(
    "--transcript",
    type=SOURCE,
    multiple=True,
    help="With --draft: a transcript, by the name of its file; may be given several times.",
)
@quiet_option
@click.pass_context
def import_(
    context: click.Context,
    format_: str,
    files: tuple[Path, ...],
    into: Path | None,
    journeys_dir: str,
    group: str,
    dry_run: bool,
    force: bool,
    preview: Path | None,
    draft: bool,
    transcript: tuple[Path, ...],
    quiet: bool,
) -> None:
    """Make journeys of maps that are elsewhere.

    People, stages, touchpoints and teams are taken for those of the catalog that have such a name; others are written
    into it. Comments in the files say what was guessed, and what had no place stands in their notes. A second import
    of the same source writes its files anew and shows the difference, but for those that somebody has changed.
    `json` is what `journeys export json` writes: a whole atlas, whose files are written as they are, and whose catalog
    stays where the project has another one. With --draft it is a draft that somebody made of interviews: it is written
    if every quote stands in its transcript, and every id is there or proposed; `journeys schema draft` prints the form.
    Exits with 0, with 1 if a source cannot be read (nothing is written then) or a changed file was kept, and with 2 if
    the command was called wrongly.
    """
    if group and not all(is_id(part) for part in group.split("/")):
        message = "The folders of a group are named like ids: a-z, 0-9 and hyphens."
        raise click.BadParameter(message, param_hint="--group")
    if (draft and format_ != WHOLE) or (transcript and not draft):
        raise click.BadParameter("A draft is imported with: journeys import json --draft FILE.", param_hint="--draft")
    base = (into or find_root(Path.cwd(), journeys_dir) or Path.cwd()).absolute()
    how = ImportOptions(dry_run, force, quiet)
    if format_ == WHOLE:
        if draft:
            from mkdocs_journeys.cli.exchange.drafting import import_draft

            context.exit(import_draft(files, transcript, base, project_tree(base, journeys_dir), group, how))
        if group:
            raise click.BadParameter("An atlas brings groups of its own.", param_hint="--group")
        context.exit(_import_atlases(files, base, journeys_dir, how))
    found = _understood(format_, files, base, quiet)
    if refuse(problem for one in found for problem in one.problems):
        context.exit(1)
    if preview:
        _preview(preview, found)
    tree = project_tree(base, journeys_dir)
    folder = "/".join(part for part in (tree.folder, "maps", group) if part)
    schema = relpath(SCHEMA, folder) if (base / SCHEMA).is_file() else ""
    drafts = [journey for one in found for journey in one.journeys]
    with progress("Fitting it into the atlas", quiet=quiet):
        plan = plan_import(tree, drafts, group, schema)
        refuse_lacking(plan.lacking)
        check_files(tree, plan.files)
    mappings = {path.name: one.mapping for path, one in zip(files, found, strict=True) if one.mapping}
    if not quiet:
        _tell(drafts, plan)
        _tell_columns(mappings)
    if not dry_run:
        create_files(NewFile(base, mapping_path(name), mapping_text(name, one)) for name, one in mappings.items())
    context.exit(write_planned(base, plan.files, how))


def _understood(format_: str, paths: Sequence[Path], base: Path, quiet: bool) -> list[Understood]:
    """What each file holds; where they may be parts of one source, the first has it all."""
    contents = [content_of(path, base) for path in paths]
    refused = [Understood((), (one,)) for one in contents if isinstance(one, Problem)]
    if refused:
        return refused
    parts = [one for one in contents if not isinstance(one, Problem)]
    if format_ in TOGETHER:
        with progress(f"Reading {parts[0][1]}", quiet=quiet):
            return [TOGETHER[format_](parts), *(Understood(()) for _ in paths[1:])]
    found = []
    for path, (data, name) in zip(paths, parts, strict=True):
        with progress(f"Reading {name}", quiet=quiet):
            found.append(_with_mapping(format_, path, base, data, name))
    return found


def _with_mapping(format_: str, path: Path, base: Path, data: bytes, name: str) -> Understood:
    """What a file holds, by what somebody said of its columns."""
    mapping = base / mapping_path(path.name)
    chosen, problems = mapping_of(mapping.read_bytes(), mapping_path(path.name)) if mapping.is_file() else ({}, [])
    return Understood((), tuple(problems)) if problems else FORMATS[format_](data, name, chosen)


def _preview(path: Path, found: Sequence[Understood]) -> None:
    """Draw what was seen. Raises ClickException where nothing was."""
    drawings = [drawing for one in found for drawing in one.drawings]
    if not drawings:
        raise click.ClickException("Only boards can be drawn: this source tells no places. Nothing was written.")
    replace_file(path, preview_of(drawings).encode())


def _import_atlases(files: Sequence[Path], base: Path, journeys_dir: str, how: ImportOptions) -> int:
    """Write the files of whole atlases; the code to exit with."""
    tree = project_tree(base, journeys_dir)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in files:
        content = content_of(path, base)
        with progress(f"Reading {path.name}", quiet=how.quiet):
            found, wrong = ({}, [content]) if isinstance(content, Problem) else files_of(*content, tree.folder)
        texts |= found
        problems += wrong
    if refuse(problems):
        return 1
    planned = [planned_whole(tree, path, text) for path, text in texts.items()]
    check_files(tree, [file for file in planned if file.state != "same" and (how.force or file.state != "edited")])
    return write_planned(base, planned, how)


def _tell(drafts: Sequence[DraftJourney], plan: ImportPlan) -> None:
    """What was read, and what its names were taken for."""
    for draft in drafts:
        steps = sum(len(stage.steps) for stage in draft.stages)
        sizes = [
            counted(len(draft.stages), "stage"),
            counted(steps, "step"),
            counted(len(draft.people), "person", "people"),
        ]
        unplaced = f"; {counted(len(draft.unplaced), 'note')} without a place" if draft.unplaced else ""
        click.echo(f"{terminal_safe(draft.origin)}: {terminal_safe(draft.title)} ({', '.join(sizes)}{unplaced})")
    for (kind, name), match in list(plan.naming.matches.items()):
        if line := _told(kind, name, match):
            click.echo(line)


def _tell_columns(mappings: Mapping[str, Mapping[str, str]]) -> None:
    """What the columns of tables were taken for, and where that can be changed."""
    for name, mapping in mappings.items():
        columns = ", ".join(f"{terminal_safe(column)}: {field}" for column, field in mapping.items())
        click.echo(f"Columns of {terminal_safe(name)} ({mapping_path(name)}): {columns}")


def _told(kind: NamedKind, name: str, match: Match) -> str:
    if match.likeness == 1:
        return ""
    if match.likeness is None:
        return f"  {kind} {terminal_safe(match.name)}: new, as {match.id}"
    return f"  {kind} {terminal_safe(name)}: taken for {terminal_safe(match.name)} ({match.percent})"
