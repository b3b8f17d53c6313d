"""What the imports share: reading their sources, and writing the files that they plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from mkdocs_journeys.cli.common import NewFile, create_files, mend_file, print_diff
from mkdocs_journeys.imports.plan import PlannedFile
from mkdocs_journeys.imports.text import LARGEST
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.reports.text import format_line
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.unified_diff import unified_diff
from mkdocs_journeys.wording import terminal_safe


class ImportOptions(NamedTuple):
    """How an import writes."""

    dry_run: bool
    force: bool
    quiet: bool


def content_of(path: Path, base: Path) -> tuple[bytes, str] | Problem:
    """The bytes of a file and its path in the project, or its name alone if it is elsewhere."""
    here = path.absolute()
    name = here.relative_to(base).as_posix() if here.is_relative_to(base) else path.name
    try:
        if path.stat().st_size > LARGEST:
            message = f"The file has more than {LARGEST // 1_000_000} MB."
            return Problem("import", Position(name, 1, 1), message, "Import its parts.")
        return path.read_bytes(), name
    except OSError as error:
        raise click.ClickException(f"{terminal_safe(str(path))} cannot be read: {error.strerror}.") from None


def project_tree(base: Path, journeys_dir: str) -> Tree:
    """The journey files of a project that may be none yet."""
    return worktree(base, journeys_dir) if (base / journeys_dir).is_dir() else Tree(folder=journeys_dir)


def check_files(tree: Tree, files: Sequence[PlannedFile]) -> None:
    """Raise ClickException where a file would be a mistake."""
    planned = {file.path: file.text.encode() for file in files}
    _, problems = load(replace(tree, files={**tree.files, **planned}))
    wrong = [one for one in problems if one.severity == Severity.ERROR and one.position.file in planned]
    if wrong:
        lines = "\n".join(format_line(one) for one in wrong[:5])
        raise click.ClickException(f"What was understood makes no valid file. Nothing was written.\n{lines}")


def refuse(problems: Iterable[Problem]) -> bool:
    """Print problems; whether one of them is an error, so that nothing is written."""
    found = list(problems)
    for problem in found:
        click.echo(format_line(problem), err=True)
    is_refused = any(problem.severity == Severity.ERROR for problem in found)
    if is_refused:
        click.echo("Nothing was written.", err=True)
    return is_refused


def refuse_lacking(lacking: str) -> None:
    """Raise ClickException where the catalog lacks something and there is no place for it."""
    if lacking:
        lines = "\n".join(map(terminal_safe, lacking.splitlines()))
        message = "No place was found in the catalog for what it lacks. Nothing was written. "
        raise click.ClickException(f"{message}Mend its mistakes, or add this first:\n\n{lines}")


def write_planned(base: Path, files: Sequence[PlannedFile], how: ImportOptions) -> int:
    """Write files and report them, but for those that somebody has changed; the code to exit with."""
    kept = [file for file in files if file.state == "edited" and not how.force]
    if not how.dry_run:
        _write(base, [file for file in files if file.state != "same" and file not in kept])
    _report(files, kept, how.dry_run, how.quiet)
    return int(bool(kept))


def _write(base: Path, files: Sequence[PlannedFile]) -> None:
    new = [NewFile(base, file.path, file.text) for file in files if file.state == "new"]
    base.mkdir(parents=True, exist_ok=True)
    for file in files:
        if file.state != "new":
            mend_file(base, file.path, file.before.encode(), file.text.encode())
    create_files(new)


def _report(files: Sequence[PlannedFile], kept: Sequence[PlannedFile], dry_run: bool, quiet: bool) -> None:
    words = {"new": "created", "same": "same   ", "changed": "changed", "edited": "changed"}
    for file in files:
        word = "kept   " if file in kept else words[file.state]
        if not (quiet and word != "kept   "):
            click.echo(f"{word}  {terminal_safe(file.path)}")
    before = {file.path: file.before.encode() for file in files if file.state in ("changed", "edited")}
    if before and not quiet:
        print_diff(unified_diff(before, {file.path: file.text.encode() for file in files}))
    if kept:
        click.echo("What is kept was changed since it was imported. Write it anew with --force.", err=True)
    if dry_run and not quiet:
        click.echo("Nothing was written: this was a dry run.")
