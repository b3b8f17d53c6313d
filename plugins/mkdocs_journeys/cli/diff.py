"""`journeys diff`: what changed for the customer between two states of the journeys."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys.cli.comment import link_options
from mkdocs_journeys.cli.common import (
    FILE,
    append_step_summary,
    find_project,
    folder_in_repository,
    format_option,
    output_option,
    print_line,
    project_options,
    quiet_option,
    replace_file,
)
from mkdocs_journeys.diff import Change, Comparison, Judgement
from mkdocs_journeys.diff.compare import FAIL_ON, fingerprints, selected
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.reports import text
from mkdocs_journeys.reports.comment.links import CommentLinks
from mkdocs_journeys.sources.git import default_branch, merge_base, revision
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.wording import terminal_safe

FORMATS = ("text", "json", "markdown", "github", "html")
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DRIVER_ARGUMENTS = (1, 7, 9)
"""Numbers of arguments of an external diff of git: for an unmerged file, a change, and a change with a new path."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: its name as the user typed it, its files, and the folder that their paths start at."""

    name: str
    tree: Tree
    root: Path


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.argument("more", nargs=-1, metavar="")
@project_options
@format_option(FORMATS)
@output_option(FILE)
@quiet_option
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), help="Exit with 1 if there is a change of this kind.")
@click.option("--ignore", type=EXISTING_FILE, help="Leave out the changes whose fingerprints this file lists.")
@click.option("--group", "groups", multiple=True, help="Show journeys of this group only; may be given again.")
@click.option("--owner", "owners", multiple=True, help="Show what concerns this team only; may be given again.")
@link_options
@click.option("--git-diff-driver", "driven", is_flag=True, help="Be the program that git calls for the diff of a file.")
@click.pass_context
def diff(
    context: click.Context,
    base: str | None,
    head: str | None,
    more: tuple[str, ...],
    root: Path | None,
    journeys_dir: str,
    form: str,
    output: Path | None,
    quiet: bool,
    fail_on: str | None,
    ignore: Path | None,
    groups: tuple[str, ...],
    owners: tuple[str, ...],
    links: CommentLinks,
    driven: bool,
) -> None:
    """Say what changed for the customer.

    BASE and HEAD are commits, branches or tags, or folders that hold the journeys; BASE may be a range such as
    main...HEAD. Without HEAD, BASE is compared with the files as they lie here; without both, the commit where
    this branch left the default branch is. Exits with 0, with 1 if there is a change of the kind that --fail-on
    names, and with 2 if the command was called wrongly or a side cannot be read.
    """
    if driven:
        from mkdocs_journeys.cli.git_driver import drive

        words = [word for word in (base, head, *more) if word is not None]
        if len(words) not in DRIVER_ARGUMENTS:
            raise click.UsageError("Git calls this with a path and two files: see the guide, Review a change.")
        drive(words, journeys_dir)
        return
    if more:
        raise click.UsageError("Name two states at most.")
    try:
        sides = choose_sides(base, head, root, journeys_dir)
    except GitError as trouble:
        raise click.UsageError(terminal_safe(str(trouble))) from None
    (old, old_errors), (new, new_errors) = load_sides(sides[0].tree, sides[1].tree)
    for side, problems in zip(sides, (old_errors, new_errors), strict=True):
        _print_errors(side, problems)
    if old is None or new is None:
        context.exit(2)
    ignored = fingerprints(ignore.read_text("utf-8", "replace")) if ignore else frozenset()
    comparison = Comparison(old, new)
    found = selected(comparison.changes, ignored, groups, owners)
    failing = FAIL_ON[fail_on] if fail_on else frozenset()
    if form == "text":
        lines = map(text.format_change_line, found) if quiet else text.format_diff(found, comparison)
        if output:
            _write("".join(f"{click.unstyle(line)}\n" for line in lines), output)
        else:
            for line in lines:
                print_line(line)
    else:
        _write(
            _report(form, found, comparison, sides, failing, links.below(folder_in_repository(sides[1].root))), output
        )
    if output and not quiet:
        click.echo(text.diff_summary(found) if found else text.NO_CHANGE, err=True)
    context.exit(int(any(change.judgement in failing for change in found)))


def choose_sides(base: str | None, head: str | None, root: Path | None, journeys_dir: str) -> tuple[Side, Side]:
    """Both states; by default the merge base with the default branch, and the work tree.

    Raises UsageError for arguments that do not fit together, and GitError for unknown revisions.
    """
    if base and head and all(_is_folder(one, journeys_dir) for one in (base, head)):
        return _folder(base, journeys_dir), _folder(head, journeys_dir)
    here = find_project(root, journeys_dir)
    if base and ".." in base and not _is_folder(base, journeys_dir):
        if head:
            raise click.UsageError(f"{terminal_safe(base)} names both sides: leave HEAD away.")
        base, head = _ends(here, base)
    base = base or merge_base(here, default_branch(here), "HEAD")
    old = _state(base, here, journeys_dir)
    return old, _state(head, here, journeys_dir) if head else Side("work tree", worktree(here, journeys_dir), here)


def _ends(root: Path, span: str) -> tuple[str, str]:
    """The two revisions of the range `a..b`, or of `a...b`, which starts at the merge base."""
    dots = "..." if "..." in span else ".."
    one, _, other = span.partition(dots)
    one, other = one or "HEAD", other or "HEAD"
    return (merge_base(root, one, other) if dots == "..." else one), other


def _state(name: str, root: Path, journeys_dir: str) -> Side:
    if _is_folder(name, journeys_dir):
        return _folder(name, journeys_dir)
    return Side(name, revision(root, name, journeys_dir), root)


def _folder(name: str, journeys_dir: str) -> Side:
    root = Path(name).absolute()
    return Side(name, worktree(root, journeys_dir), root)


def _is_folder(name: str, journeys_dir: str) -> bool:
    try:
        return (Path(name) / journeys_dir).is_dir()
    except (OSError, ValueError):
        return False


def _print_errors(side: Side, errors: list[Problem]) -> None:
    for problem in errors:
        click.echo(f"{terminal_safe(side.name)}:{problem}", err=True)
    if errors:
        click.echo(f"{terminal_safe(side.name)} cannot be compared: it has mistakes, see above.", err=True)


def _report(
    form: str,
    found: list[Change],
    comparison: Comparison,
    sides: tuple[Side, Side],
    failing: Collection[Judgement],
    links: CommentLinks,
) -> str:
    """The text of a report; modules for one format are imported when it is used."""
    from mkdocs_journeys.reports.document import document_of

    document = document_of(found, comparison)
    if form == "json":
        from mkdocs_journeys.reports import json

        return json.format_diff(document)
    if form == "html":
        from mkdocs_journeys.reports import html

        return html.format_diff(document, f"{sides[0].name} → {sides[1].name}")
    from mkdocs_journeys.reports import markdown

    if form == "markdown":
        return markdown.format_diff(document, links=links)
    from mkdocs_journeys.reports import github
    from mkdocs_journeys.reports.comment.paper import utf8_size

    append_step_summary(lambda used: markdown.format_diff(document, github.LARGEST_SUMMARY - used, utf8_size, links))
    head = sides[1]
    lines = github.format_diff(document, head.tree.files, failing, links.folder)
    return "".join(f"{line}\n" for line in lines)


def _write(report: str, output: Path | None) -> None:
    if output:
        replace_file(output, report.encode("utf-8", "backslashreplace"))
    else:
        click.echo(report, nl=False)
