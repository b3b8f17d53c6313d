"""`journeys check`: every mistake of every journey file, and what the rules have to say."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.worktree import find_root, worktree
from mkdocs_journeys.wording import terminal_safe

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--root", type=FOLDER, help="The project's folder.")
@click.option("--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="For whom.")
@click.option("--output", "-o", type=FILE, help="Write to this file instead of printing.")
@click.option("--quiet", "-q", is_flag=True, help="Print one line per problem and nothing else.")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default="error",
    show_default=True,
    help="What exits with 1.",
)
@click.option("--baseline", type=FILE, help="Leave out the findings of rules that this file lists.")
@click.option("--write-baseline", is_flag=True, help="Write today's findings of rules to the --baseline file.")
@click.option("--fix", is_flag=True, help="Mend what can only be meant in one way, then check.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend what is likely meant, too; read it again afterwards.")
@click.option("--diff", is_flag=True, help="Print what would be mended, and write nothing.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge ages as on this day.")
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    root: Path | None,
    journeys_dir: str,
    form: str,
    output: Path | None,
    quiet: bool,
    fail_on: str,
    baseline: Path | None,
    write_baseline: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    today: datetime | None,
) -> None:
    """Read all journey files, print every mistake, and what the rules find.

    PATHS are files or folders: only their problems are printed, counted and mended. Without --root, the project is
    the nearest folder upwards that holds the journeys. Rules are set in the catalog under `lint`, or in
    pyproject.toml under [tool.journeys.lint]; they run once all files can be read. Exits with 0 if there is
    no error, 1 if there is one, and 2 if the command was called wrongly.
    """
    base = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if base is None:
        missing = f"There is no folder {terminal_safe(journeys_dir)}/ here or above."
        raise click.UsageError(f"{missing} Name the project's folder with --root.")
    wanted = [_inside(base, path) for path in paths]
    tree, day = worktree(base, journeys_dir), today.date() if today else date.today()
    mends = fix or diff or unsafe_fixes
    # Whatever needs the models is imported late: a wrong call is answered at once.
    from mkdocs_journeys.cli import checking

    wish = checking.Wish(base, day, wanted, form, output, quiet, Severity(fail_on), baseline, write_baseline)
    if mends:
        context.exit(int(checking.mended(tree, wish, unsafe=unsafe_fixes, only_show=diff)))
    context.exit(int(checking.checked(tree, wish)))


def _inside(base: Path, path: Path) -> str:
    """A path as problems name it: relative to the project's root, with '/'.

    It is looked for below the current folder first, then below the root.
    """
    there = [place for place in (Path.cwd() / path, base / path) if os.path.lexists(place)]
    if not there:
        message = f"There is no file or folder {terminal_safe(str(path))}."
        raise click.BadParameter(message, param_hint="PATHS")
    for place in there:
        relative = os.path.relpath(_without_links_above(place), os.path.realpath(base)).replace(os.sep, "/")
        if relative != ".." and not relative.startswith("../"):
            return relative
    message = f"{terminal_safe(str(path))} lies outside {terminal_safe(str(base))}."
    raise click.BadParameter(message, param_hint="PATHS")


def _without_links_above(path: Path) -> str:
    above, name = os.path.split(os.path.normpath(path))
    return str(Path(os.path.realpath(above)) / name)
