"""`journeys check`: every mistake of every journey file."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem, Severity, frame, terminal_safe
from mkdocs_journeys.trees import find_root, worktree

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's folder.")
@click.option("--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root.")
@click.option("--quiet", "-q", is_flag=True, help="Print one line per problem and nothing else.")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], root: Path | None, journeys_dir: str, quiet: bool) -> None:
    """Read all journey files and print every mistake.

    PATHS are files or folders: only their problems are printed and counted. Without --root, the project is
    the nearest folder upwards that holds the journeys. Exits with 0 if there is no error, 1 if there is one,
    and 2 if the command was called wrongly.
    """
    base = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if base is None:
        missing = f"There is no folder {terminal_safe(journeys_dir)}/ here or above."
        raise click.UsageError(f"{missing} Name the project's folder with --root.")
    wanted = [_inside(base, path) for path in paths]
    tree = worktree(base, journeys_dir)
    problems = [problem for problem in load(tree)[1] if _is_wanted(problem, wanted)]
    for problem in problems:
        _print(problem, tree.files.get(problem.position.file), quiet)
    if not quiet:
        _echo(_summary(problems, len([path for path in tree.files if _is_below(path, wanted)])))
    context.exit(int(any(problem.severity == Severity.ERROR for problem in problems)))


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


def _is_wanted(problem: Problem, wanted: Iterable[str]) -> bool:
    return _is_below(problem.position.file, wanted)


def _is_below(path: str, wanted: Iterable[str]) -> bool:
    wanted = list(wanted)
    return not wanted or any(one == "." or path == one or path.startswith(f"{one}/") for one in wanted)


def _print(problem: Problem, content: bytes | None, quiet: bool) -> None:
    if quiet:
        hint = f" {terminal_safe(problem.hint)}" if problem.hint else ""
        _echo(f"{problem}{hint}")
        return
    mark = click.style(f"{problem.severity}[{problem.rule}]", fg=COLOURS[problem.severity], bold=True)
    _echo(f"{click.style(str(problem.position), bold=True)}: {mark} {terminal_safe(problem.message)}")
    if content:
        _echo(_indented(frame(problem, content.decode("utf-8-sig", "replace"))))
    for position, said in problem.related:
        _echo(f"  {position}: {terminal_safe(said)}")
    if problem.hint:
        _echo(f"  {click.style('Hint:', fg='cyan')} {terminal_safe(problem.hint)}")
    _echo("")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def _summary(problems: list[Problem], checked: int) -> str:
    counts = [
        _counted(len(files), severity) + " in " + _counted(len(set(files)), "file")
        for severity in (Severity.ERROR, Severity.WARNING)
        if (files := [problem.position.file for problem in problems if problem.severity == severity])
    ]
    return f"{', '.join(counts) or 'No mistakes'}; {_counted(checked, 'file')} checked"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _echo(text: str) -> None:
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)
