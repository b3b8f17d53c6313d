"""`journeys measure`: figures from events and answers, as measure.yml defines them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_journeys.cli.common import find_project, print_line, project_options, quiet_option, replace_file
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.load.files import CATALOG, MEASURE
from mkdocs_journeys.load.loader import Loader
from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.model import Metric
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.reports.text import diff_summary, format_diff, format_line, format_problem
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.wording import counted, terminal_safe

if TYPE_CHECKING:
    from mkdocs_journeys.measure.run import Measurement, Result

LOCK = ".measuring"
STOPPED = 130
"""What a shell calls a command that was stopped by Ctrl-C."""


@click.command()
@click.argument("metrics", nargs=-1, metavar="[METRIC]...")
@project_options
@quiet_option
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Measure from this day on; keep older figures.")
@click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing.")
@click.option("--explain", is_flag=True, help="Print the SQL that each definition comes to, and measure nothing.")
@click.pass_context
def measure(
    context: click.Context,
    metrics: tuple[str, ...],
    root: Path | None,
    journeys_dir: str,
    quiet: bool,
    since: datetime | None,
    dry_run: bool,
    explain: bool,
) -> None:
    """Work out figures from exports and databases, and write them into metrics/.

    Reads the definitions in measure.yml: all of them, or those that give figures to a METRIC. Rows stay where they
    are; what is written is counted over many people, and withheld where they are few. Exits with 0, with 1 if
    anything could not be measured (the other figures are written all the same), and with 2 if the command was called
    wrongly.
    """
    base = find_project(root, journeys_dir)
    tree = worktree(base, journeys_dir)
    parsed, known = _definitions(tree, quiet)
    for metric in metrics:
        if metric not in known:
            raise click.BadParameter(f"The catalog has no metric '{terminal_safe(metric)}'.", param_hint="METRIC")
    measurement = _measurement(parsed, known, base, metrics, since, quiet)
    if explain:
        _explain(measurement, tree, quiet)
        context.exit(int(bool(measurement.problems)))
    from mkdocs_journeys.measure.lock import LockedError, locked

    folder = base / tree.folder / "metrics"
    try:
        with locked(folder / LOCK):
            result = measurement.result(tree.files, tree.folder)
            if dry_run:
                _compare(tree, result, quiet)
            else:
                _write(base, tree, result, quiet)
    except LockedError as error:
        raise click.ClickException(f"{terminal_safe(str(error))} Nothing was written.") from None
    except KeyboardInterrupt:
        click.echo("Stopped. No file was changed.", err=True)
        context.exit(STOPPED)
    _print_problems(result.problems, tree.files, quiet)
    context.exit(int(bool(result.problems)))


def _definitions(tree: Tree, quiet: bool) -> tuple[ParsedFile, Mapping[str, Metric]]:
    """measure.yml and the metrics of the catalog; leaves with 1 where one of the two has a mistake."""
    folder = f"{tree.folder}/"
    path = f"{folder}{MEASURE}"
    needed = (f"{folder}{CATALOG}", path)
    if path not in tree.files:
        message = f"There is no {terminal_safe(path)}. The guide says how to write one: Measure a journey."
        raise click.ClickException(message)
    files = {name: data for name, data in tree.files.items() if name in needed or name.startswith(f"{folder}maps/")}
    loader = Loader()
    _, problems = loader.load(replace(tree, files=files))
    found = [problem for problem in problems if problem.position.file in needed and problem.severity == "error"]
    if found:
        _print_problems(found, tree.files, quiet)
        raise click.exceptions.Exit(1)
    parsed = {one.role.path: one for one in loader.parsed}
    catalog = parsed[f"{folder}{CATALOG}"].model
    return parsed[path], {metric.id: metric for metric in getattr(catalog, "metrics", ())}


def _measurement(
    parsed: ParsedFile,
    known: Mapping[str, Metric],
    base: Path,
    metrics: tuple[str, ...],
    since: datetime | None,
    quiet: bool,
) -> "Measurement":
    try:
        from mkdocs_journeys.measure.run import Measurement, Wish
    except ImportError as error:
        if (error.name or "").startswith("mkdocs_journeys"):
            raise
        hint = "Install it with: pip install 'mkdocs-journeys[measure]'"
        raise click.ClickException(f"`journeys measure` needs a database engine that is not here. {hint}") from None

    def say(line: str) -> None:
        if not quiet:
            click.echo(terminal_safe(line), err=True)

    return Measurement(parsed, known, base, Wish(frozenset(metrics), since.date() if since else None), say)


def _explain(measurement: "Measurement", tree: Tree, quiet: bool) -> None:
    from mkdocs_journeys.measure.explain import explained

    for text in explained(measurement):
        click.echo(text)
    _print_problems(measurement.problems, tree.files, quiet)


def _compare(tree: Tree, result: "Result", quiet: bool) -> None:
    """Say what the new files would change, as `journeys diff` will."""
    after = replace(tree, files={**tree.files, **result.files})
    (old, _), (new, _) = load_sides(tree, after)
    if old is None or new is None:
        click.echo("The change cannot be told in words before `journeys check` finds no error.", err=True)
        return
    comparison = Comparison(old, new)
    for line in format_diff(comparison.changes, comparison):
        print_line(line)
    if not quiet:
        click.echo(f"{diff_summary(comparison.changes)} Nothing was written.", err=True)


def _write(base: Path, tree: Tree, result: "Result", quiet: bool) -> None:
    changed = {path: data for path, data in result.files.items() if tree.files.get(path) != data}
    for path, data in changed.items():
        replace_file(base / path, data)
        click.echo(f"wrote    {terminal_safe(path)}")
    same = len(result.files) - len(changed)
    if not quiet and same:
        click.echo(f"{counted(same, 'file')} of figures stayed the same.")


def _print_problems(problems: Sequence[Problem], files: Mapping[str, bytes], quiet: bool) -> None:
    for line in _lines(problems, files, quiet):
        click.echo(line, err=True)


def _lines(problems: Sequence[Problem], files: Mapping[str, bytes], quiet: bool) -> Iterator[str]:
    for problem in problems:
        yield format_line(problem) if quiet else format_problem(problem, files.get(problem.position.file))
