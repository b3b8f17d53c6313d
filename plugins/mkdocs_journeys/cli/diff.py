"""`journeys diff`: what changed for the customer between two states of the journeys."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, Judgement, changes
from mkdocs_journeys.diff.reports import json, markdown, text
from mkdocs_journeys.diff.selection import FAIL_ON, fingerprints, selected
from mkdocs_journeys.diff.sides import sides_of
from mkdocs_journeys.git import GitTrouble, default_branch, merge_base, revision
from mkdocs_journeys.load import Tree
from mkdocs_journeys.problem import Problem, terminal_safe
from mkdocs_journeys.trees import find_root, worktree

COLOURS = {Judgement.WORSE: "red", Judgement.LOOK: "yellow", Judgement.BETTER: "green", Judgement.EDITORIAL: None}
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: how its user calls it, and its files."""

    name: str
    tree: Tree


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--root", type=FOLDER, help="The project's folder.")
@click.option("--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="For a terminal, for programs, or for a comment.",
)
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), help="What exits with 1.")
@click.option("--ignore", type=FILE, help="Leave out the changes whose fingerprints this file lists.")
@click.option("--group", "groups", multiple=True, help="Show journeys of this group only; may be given again.")
@click.option("--owner", "owners", multiple=True, help="Show what concerns this team only; may be given again.")
@click.pass_context
def diff(
    context: click.Context,
    base: str | None,
    head: str | None,
    root: Path | None,
    journeys_dir: str,
    form: str,
    fail_on: str | None,
    ignore: Path | None,
    groups: tuple[str, ...],
    owners: tuple[str, ...],
) -> None:
    """Say what changed for the customer.

    BASE and HEAD are commits, branches or tags, or folders that hold the journeys; BASE may be a range such as
    main...HEAD. Without HEAD, BASE is compared with the files as they lie here; without both, the commit where
    this branch left the default branch is. Exits with 0, with 1 if there is a change of the kind that --fail-on
    names, and with 2 if the command was called wrongly or a side cannot be read.
    """
    try:
        sides = _sides(base, head, root, journeys_dir)
    except GitTrouble as trouble:
        raise click.UsageError(terminal_safe(str(trouble))) from None
    (old, wrong), (new, wrong_too) = sides_of(sides[0].tree, sides[1].tree)
    for side, problems in zip(sides, (wrong, wrong_too), strict=True):
        _complain(side, problems)
    if old is None or new is None:
        context.exit(2)
    ignored = fingerprints(ignore.read_text("utf-8", "replace")) if ignore else frozenset()
    found = selected(changes(old, new), ignored, groups, owners)
    _print(form, found, old, new)
    failing = FAIL_ON[fail_on] if fail_on else frozenset()
    context.exit(int(any(change.judgement in failing for change in found)))


def _sides(base: str | None, head: str | None, root: Path | None, journeys_dir: str) -> tuple[Side, Side]:
    """Both states. What is not named is the merge base with the default branch, and the work tree."""
    if base and head and all(_is_folder(one, journeys_dir) for one in (base, head)):
        return _folder(base, journeys_dir), _folder(head, journeys_dir)
    here = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if here is None:
        missing = f"There is no folder {terminal_safe(journeys_dir)}/ here or above."
        raise click.UsageError(f"{missing} Name the project's folder with --root.")
    if base and ".." in base and not _is_folder(base, journeys_dir):
        if head:
            raise click.UsageError(f"{terminal_safe(base)} names both sides: leave HEAD away.")
        base, head = _ends(here, base)
    base = base or merge_base(here, default_branch(here), "HEAD")
    old = _state(base, here, journeys_dir)
    return old, _state(head, here, journeys_dir) if head else Side("work tree", worktree(here, journeys_dir))


def _ends(root: Path, span: str) -> tuple[str, str]:
    """The two ends of `a..b`, or of `a...b`, which starts where b left a."""
    dots = "..." if "..." in span else ".."
    one, _, other = span.partition(dots)
    one, other = one or "HEAD", other or "HEAD"
    return (merge_base(root, one, other) if dots == "..." else one), other


def _state(name: str, root: Path, journeys_dir: str) -> Side:
    if _is_folder(name, journeys_dir):
        return _folder(name, journeys_dir)
    return Side(name, revision(root, name, journeys_dir))


def _folder(name: str, journeys_dir: str) -> Side:
    return Side(name, worktree(Path(name).absolute(), journeys_dir))


def _is_folder(name: str, journeys_dir: str) -> bool:
    try:
        return (Path(name) / journeys_dir).is_dir()
    except (OSError, ValueError):
        return False


def _complain(side: Side, errors: list[Problem]) -> None:
    """Say on standard error why a side cannot be read."""
    for problem in errors:
        click.echo(f"{terminal_safe(side.name)}:{problem}", err=True)
    if errors:
        click.echo(f"{terminal_safe(side.name)} cannot be compared: it has mistakes, see above.", err=True)


def _print(form: str, found: list[Change], old: Atlas, new: Atlas) -> None:
    if form == "json":
        click.echo(json.report(found), nl=False)
    elif form == "markdown":
        click.echo(markdown.report(found, old, new), nl=False)
    else:
        for line in _lines(found, old, new):
            click.echo(line, color=False if os.environ.get("NO_COLOR") else None)


def _lines(found: list[Change], old: Atlas, new: Atlas) -> Iterator[str]:
    def paint(shown: str, judgement: Judgement | None) -> str:
        if judgement is None:
            return click.style(shown, bold=True)
        return click.style(shown, fg=COLOURS[judgement])

    return text.report(found, old, new, paint)
