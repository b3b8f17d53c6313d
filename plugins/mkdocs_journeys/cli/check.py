"""`journeys check`: print the problems of all journey files, or mend them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

import click

from mkdocs_journeys.cli.common import (
    FILE,
    append_step_summary,
    find_project,
    folder_in_repository,
    format_option,
    mend_file,
    output_option,
    print_diff,
    print_line,
    project_options,
    quiet_option,
    replace_file,
    today_option,
)
from mkdocs_journeys.garbage import without_collecting
from mkdocs_journeys.lint.engine import Outcome, check_atlas
from mkdocs_journeys.lint.fixes import FixResult, count_fixable, fix_files
from mkdocs_journeys.lint.suppressions import baselinable, format_baseline, parse_baseline, without_baselined
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.reports.text import check_summary, format_line, format_problem
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.unified_diff import unified_diff
from mkdocs_journeys.wording import counted, terminal_safe

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
REPOSITORY_PATHS = ("github", "gitlab", "sarif")
"""Formats read by services that count paths from the top of the repository."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of a check; `wanted` are files and folders relative to the root, empty for all."""

    root: Path
    today: date
    wanted: list[str]
    form: str
    output: Path | None
    quiet: bool
    fail_on: Severity
    baseline: Path | None
    write_baseline: bool

    def wants(self, path: str) -> bool:
        """True if a file is to be checked."""
        return not self.wanted or any(one in (".", path) or path.startswith(f"{one}/") for one in self.wanted)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@project_options
@format_option(FORMATS)
@output_option(FILE)
@quiet_option
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default="error",
    show_default=True,
    help="Exit with 1 if there is a problem of this level or a worse one.",
)
@click.option("--baseline", type=FILE, help="Leave out the findings of rules that this file lists.")
@click.option("--write-baseline", is_flag=True, help="Write today's findings of rules to the --baseline file.")
@click.option("--fix", is_flag=True, help="Mend what can only be meant in one way, then check.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend what is likely meant, too; read it again afterwards.")
@click.option("--diff", is_flag=True, help="Print what would be mended, and write nothing.")
@today_option
@click.pass_context
@without_collecting()
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
    base = find_project(root, journeys_dir)
    wanted = [_relative_to_root(base, path) for path in paths]
    day = today.date() if today else date.today()
    options = CheckOptions(base, day, wanted, form, output, quiet, Severity(fail_on), baseline, write_baseline)
    tree = worktree(base, journeys_dir)
    if fix or diff or unsafe_fixes:
        result = _mend(tree, options, unsafe_fixes)
        if diff:
            context.exit(int(print_diff(unified_diff(tree.files, result.files))))
        fails = _report(_write_mended(tree, base, result, quiet), list(result.problems), options)
    else:
        fails = _report(tree, _problems_of(tree, options), options)
    context.exit(int(fails))


def _relative_to_root(base: Path, path: Path) -> str:
    """A path relative to the project's root, with '/'; looked up below the current folder, then below the root."""
    candidates = [place for place in (Path.cwd() / path, base / path) if os.path.lexists(place)]
    if not candidates:
        message = f"There is no file or folder {terminal_safe(str(path))}."
        raise click.BadParameter(message, param_hint="PATHS")
    for place in candidates:
        above, name = os.path.split(os.path.normpath(place))
        resolved = Path(os.path.realpath(above)) / name
        relative = os.path.relpath(resolved, os.path.realpath(base)).replace(os.sep, "/")
        if relative != ".." and not relative.startswith("../"):
            return relative
    message = f"{terminal_safe(str(path))} lies outside {terminal_safe(str(base))}."
    raise click.BadParameter(message, param_hint="PATHS")


def _problems_of(tree: Tree, options: CheckOptions) -> list[Problem]:
    """The problems from loading and, if the atlas could be loaded, from the rules, by position."""
    atlas, problems = load(tree)
    if atlas is None:
        return problems
    return check_atlas(atlas, problems, tree.files, options.root, options.today)


def _report(tree: Tree, found: list[Problem], options: CheckOptions) -> bool:
    """Print the wanted problems that the baseline does not hold; True if one of them fails the check."""
    if options.write_baseline:
        _write_baseline(options, found, tree)
    new = without_baselined(found, tree.files, _read_baseline(options.baseline)) if options.baseline else found
    outcome = Outcome(
        [problem for problem in new if options.wants(problem.position.file)],
        {path: content for path, content in tree.files.items() if options.wants(path)},
        options.fail_on,
    )
    known = sum(options.wants(problem.position.file) for problem in found) - len(outcome.problems)
    _print(outcome, known, options)
    return outcome.failed


def _print(outcome: Outcome, known: int, options: CheckOptions) -> None:
    """Print an outcome in its format, or write it to a file; the baseline holds `known` more problems."""
    form, output = options.form, options.output
    shown = outcome.below(folder_in_repository(options.root)) if form in REPOSITORY_PATHS else outcome
    if form == "text":
        text = "\n".join(_lines(outcome, options.quiet))
    else:
        formatter: Callable[[Outcome], str] = import_module(f"mkdocs_journeys.reports.{form}").format_check
        text = formatter(shown)
    if output:
        replace_file(output, click.unstyle(text).encode("utf-8", "backslashreplace"))
    elif form != "text":
        click.echo(text, nl=False)
    elif outcome.problems:
        print_line(text)
    if form == "github":
        _summarize_dropped(shown)
    if not options.quiet and (output or form in ("text", "github")):
        click.echo(check_summary(outcome.problems, len(outcome.files), known), err=bool(output))
        if count := count_fixable(outcome.files, outcome.problems):
            click.echo(f"{counted(count, 'problem')} may be mended for you: journeys check --fix", err=bool(output))


def _lines(outcome: Outcome, quiet: bool) -> Iterator[str]:
    for problem in outcome.problems:
        yield format_line(problem) if quiet else format_problem(problem, outcome.files.get(problem.position.file))


def _summarize_dropped(outcome: Outcome) -> None:
    """Put the problems beyond GitHub's limit into the summary of the step; print how many they are."""
    from mkdocs_journeys.reports import github

    _, rest = github.split(outcome.problems)
    if not rest:
        return
    is_there = append_step_summary(lambda used: github.check_summary(rest, github.LARGEST_SUMMARY - used))
    where = "see the summary of this step" if is_there else "`journeys check` lists them all"
    click.echo(f"{github.counts(rest)} more: {where}.")


def _write_baseline(options: CheckOptions, found: list[Problem], tree: Tree) -> None:
    """Write the baseline of all files, wanted or not."""
    baseline = options.baseline
    if baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE.")
    listed = baselinable(found)
    try:
        baseline.write_text(format_baseline(listed, tree.files), encoding="utf-8")
    except OSError as error:
        raise click.BadParameter(f"It cannot be written: {error.strerror}.", param_hint="--baseline") from error
    if not options.quiet:
        click.echo(f"{counted(len(listed), 'finding')} written to {terminal_safe(str(baseline))}", err=True)


def _read_baseline(baseline: Path) -> frozenset[str]:
    try:
        return parse_baseline(baseline.read_text("utf-8"))
    except OSError as error:
        raise click.BadParameter(f"It cannot be read: {error.strerror}.", param_hint="--baseline") from error
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--baseline") from error


def _mend(tree: Tree, options: CheckOptions, unsafe: bool) -> FixResult:
    wanted = filter(options.wants, tree.files)
    return fix_files(tree.files, wanted, lambda files: _problems_of(replace(tree, files=files), options), unsafe=unsafe)


def _write_mended(tree: Tree, root: Path, result: FixResult, quiet: bool) -> Tree:
    """Write the mended files, print what was mended on standard error, and return the new tree."""
    for path, content in result.files.items():
        if content != tree.files[path]:
            mend_file(root, path, tree.files[path], content)
    for one in result.applied:
        click.echo(f"mended  {one.position}: {terminal_safe(one.description)}", err=True)
    if result.applied and not quiet:
        files = len({one.position.file for one in result.applied})
        click.echo(f"{counted(len(result.applied), 'mistake')} mended in {counted(files, 'file')}", err=True)
    return replace(tree, files=result.files)
