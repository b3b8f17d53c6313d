"""`journeys measure`: figures from events and answers, as measure.yml defines them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from mkdocs_journeys.cli.common import find_project, print_line, project_options, quiet_option, replace_file
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.load.files import CATALOG, MEASURE
from mkdocs_journeys.load.loader import Loader
from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.measure.lock import LockedError, locked
from mkdocs_journeys.model import Catalog, Metric
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.reports.text import format_diff, format_line, format_problem
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.wording import counted, terminal_safe

if TYPE_CHECKING:
    from mkdocs_journeys.measure.run import Measurement, Result

LOCK = ".measuring"
STOPPED = 130
"""What a shell calls a command that was stopped by Ctrl-C."""


class Definitions(NamedTuple):
    """measure.yml without mistakes, the metrics of the catalog by id, and the ids of each journey's steps in order.

    `cited` are the studies and findings that something rests on.
    """

    parsed: ParsedFile
    metrics: Mapping[str, Metric]
    steps: Mapping[str, Sequence[str]]
    cited: frozenset[str]


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
    are; what is written is counted over many people, and withheld where they are few. Comments are kept only where
    measure.yml asks for it, and masked. Exits with 0, with 1 if
    anything could not be measured (the other figures are written all the same), and with 2 if the command was called
    wrongly.
    """
    base = find_project(root, journeys_dir)
    tree = worktree(base, journeys_dir)
    definitions = _definitions(tree, quiet)
    for metric in metrics:
        if metric not in definitions.metrics:
            raise click.BadParameter(f"The catalog has no metric '{terminal_safe(metric)}'.", param_hint="METRIC")
    try:
        with _measurement(definitions, base, metrics, since, quiet) as measurement:
            if explain:
                problems: Sequence[Problem] = _explain(measurement)
            else:
                with locked(base / tree.folder / LOCK):
                    result = measurement.result(tree.files, tree.folder)
                    _tell(tree, result, quiet) if dry_run else _write(base, tree, result, quiet)
                problems = result.problems
    except LockedError as error:
        raise click.ClickException(f"{terminal_safe(str(error))} Nothing was written.") from None
    except KeyboardInterrupt:
        click.echo("Stopped. The files are as they were.", err=True)
        context.exit(STOPPED)
    _print_problems(problems, tree.files, quiet)
    context.exit(int(bool(problems)))


def _definitions(tree: Tree, quiet: bool) -> Definitions:
    """What is to be measured; leaves with 1 where measure.yml or the catalog has a mistake."""
    folder = f"{tree.folder}/"
    path, catalog = f"{folder}{MEASURE}", f"{folder}{CATALOG}"
    if path not in tree.files:
        message = f"There is no {terminal_safe(path)}. The guide says how to write one: Measure a journey."
        raise click.ClickException(message)
    loader = Loader()
    _, found = loader.load(
        replace(tree, files={name: data for name, data in tree.files.items() if name[-4:] != ".csv"})
    )
    wrong = [one for one in found if one.position.file in (path, catalog) and one.severity == Severity.ERROR]
    parsed = {one.role.path: one for one in loader.parsed}
    model = parsed[catalog].model if catalog in parsed else None
    if wrong or not isinstance(model, Catalog):
        _print_problems(wrong or found, tree.files, quiet)
        raise click.exceptions.Exit(1)
    steps = {one.role.id: one.defined.get("step", ()) for one in loader.parsed if one.role.kind == "journey"}
    cited = {id for one in loader.parsed for ids in (one.named, one.linked) for id in ids.get("evidence", ())}
    return Definitions(parsed[path], {metric.id: metric for metric in model.metrics}, steps, frozenset(cited))


def _measurement(
    definitions: Definitions, base: Path, metrics: tuple[str, ...], since: datetime | None, quiet: bool
) -> "Measurement":
    try:
        from mkdocs_journeys.measure.run import AtlasFacts, Measurement, Selection
    except ImportError as error:
        if (error.name or "").startswith("mkdocs_journeys"):
            raise
        hint = "Install it with: pip install 'mkdocs-journeys[measure]'"
        raise click.ClickException(f"`journeys measure` needs a database engine that is not here. {hint}") from None

    def say(line: str) -> None:
        if not quiet:
            click.echo(terminal_safe(line), err=True)

    atlas = AtlasFacts(definitions.metrics, definitions.steps, definitions.cited)
    selection = Selection(frozenset(metrics), since.date() if since else None)
    return Measurement(definitions.parsed, atlas, base, selection, say)


def _explain(measurement: "Measurement") -> Sequence[Problem]:
    """Print the SQL of each definition; what could not be asked."""
    from mkdocs_journeys.measure.explain import explained

    for text in explained(measurement):
        click.echo(text)
    return measurement.problems


def _tell(tree: Tree, result: "Result", quiet: bool) -> None:
    """Say what the new files would change, as `journeys diff` will."""
    (old, _), (new, _) = load_sides(tree, replace(tree, files={**tree.files, **result.files}))
    if old is None or new is None:
        click.echo("The change can be told in words once `journeys check` finds no error.", err=True)
        return
    comparison = Comparison(old, new)
    for line in format_diff(comparison.changes, comparison):
        print_line(line)
    if not quiet:
        click.echo("Nothing was written.", err=True)


def _write(base: Path, tree: Tree, result: "Result", quiet: bool) -> None:
    changed = {path: data for path, data in result.files.items() if tree.files.get(path) != data}
    for path, data in changed.items():
        (base / path).parent.mkdir(exist_ok=True)
        replace_file(base / path, data)
        click.echo(f"wrote    {terminal_safe(path)}")
    same = len(result.files) - len(changed)
    if not quiet and same:
        click.echo(f"{counted(same, 'file')} of figures stayed the same.")


def _print_problems(problems: Sequence[Problem], files: Mapping[str, bytes], quiet: bool) -> None:
    for problem in problems:
        line = format_line(problem) if quiet else format_problem(problem, files.get(problem.position.file))
        click.echo(line, err=True)
