"""`journeys rename`, `merge`, `move` and `split`: changes of a whole atlas that keep comments and layout."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from mkdocs_journeys import refactor
from mkdocs_journeys.cli.common import (
    cannot_write,
    check_unchanged,
    find_project,
    mend_file,
    print_diff,
    project_options,
    quiet_option,
    replace_file,
)
from mkdocs_journeys.lint.engine import check_atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.refactor import MERGED_KINDS, RENAMED_KINDS, Refactoring, Refusal, new_problems
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.unified_diff import git_diff
from mkdocs_journeys.wording import counted, terminal_safe

Result = Refactoring | Refusal


class RefusedError(click.ClickException):
    """A refactoring is not done; the message says why. Exits with 2."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(terminal_safe(f"{message} {hint}".strip()))


@dataclass(frozen=True, slots=True)
class Run:
    """One refactoring of a project on disk."""

    root: Path
    tree: Tree
    done: Refactoring
    dry: bool
    quiet: bool

    def finish(self, *, anyway: bool) -> None:
        """Check what the atlas would be, then write it, or print the diff of a dry run. Raises ClickException."""
        after = self.done.applied(self.tree)
        self._check(after, anyway=anyway)
        if self.dry:
            print_diff(git_diff(self.tree.files, after.files, self.done.renamed))
        else:
            self._write(after.files)
        if not self.quiet:
            self._print(after)

    def _check(self, after: Tree, *, anyway: bool) -> None:
        """Refuse what would have problems that are not there today."""
        before, found = self._problems(self.tree, after)
        new = new_problems(before, found, self.done)
        is_error = any(problem.severity == Severity.ERROR for problem in new)
        if new and (is_error or not anyway):
            more = f" (and {len(new) - 1:,} more)" if len(new) > 1 else ""
            worst = min(new, key=lambda problem: list(Severity).index(problem.severity))
            hint = "" if is_error else "Add --anyway to have it so."
            raise RefusedError(f"The atlas would have a problem that it has not now: {worst}{more}", hint)

    def _problems(self, *trees: Tree) -> tuple[list[Problem], ...]:
        """The problems of each tree: those of the rules, too, if all can be loaded."""
        loaded = [(tree, *load(tree)) for tree in trees]
        if any(atlas is None for _, atlas, _ in loaded):
            return tuple(problems for _, _, problems in loaded)
        today = date.today()
        return tuple(
            check_atlas(atlas, problems, tree.files, self.root, today) for tree, atlas, problems in loaded if atlas
        )

    def _write(self, after: Mapping[str, bytes]) -> None:
        """Write new files first and remove old ones last, so that nothing is lost if this is interrupted."""
        done, before = self.done, self.tree.files
        for path in {*done.edits, *done.renamed, *done.removed}:
            check_unchanged(self.root, path, before[path])
        for path in (*done.renamed.values(), *done.created):
            if os.path.lexists(self.root / path):
                raise RefusedError(f"There is a file {path} already.", "Nothing was written.")
        for path in done.created:
            replace_file(self.root / path, after[path])
        for old, new in done.renamed.items():
            replace_file(self.root / new, after[new])
            shutil.copymode(self.root / old, self.root / new)
        for path in done.edits.keys() - done.renamed.keys():
            mend_file(self.root, path, before[path], after[path])
        for path in (*done.renamed, *done.removed):
            check_unchanged(self.root, path, before[path])
            try:
                (self.root / path).unlink()
            except OSError as error:
                raise cannot_write(self.root / path, error) from error

    def _print(self, after: Tree) -> None:
        """Print what was touched; of a dry run on standard error, beside the diff."""
        done = self.done
        lines = [f"renamed  {old} → {new}" for old, new in done.renamed.items()]
        lines += [f"created  {path}" for path in done.created]
        lines += [f"removed  {path}" for path in sorted(done.removed)]
        lines += [f"changed  {path}: {counted(len(edits), 'place')}" for path, edits in sorted(done.edits.items())]
        lines += [f"note     {note}" for note in done.notes]
        for line in [*lines, self._summary()]:
            click.echo(terminal_safe(line), err=self.dry)

    def _summary(self) -> str:
        """One line, such as `3 places in 2 files, 1 file renamed`."""
        done = self.done
        parts = [f"{counted(done.places, 'place')} in {counted(len(done.edits), 'file')}"] if done.edits else []
        sets = {"renamed": done.renamed, "created": done.created, "removed": done.removed}
        parts += [f"{counted(len(paths), 'file')} {word}" for word, paths in sets.items() if paths]
        return ", ".join([*parts, *["nothing written"] * self.dry])


def refactoring(command: Callable[..., Result]) -> Callable[..., None]:
    """Make a command of a function from a tree to its refactoring, with the options that all of them have."""

    @wraps(command)
    def run(root: Path | None, journeys_dir: str, dry_run: bool, quiet: bool, anyway: bool, **given: Any) -> None:
        base = find_project(root, journeys_dir)
        tree = worktree(base, journeys_dir)
        result = command(tree, **given)
        if isinstance(result, Refusal):
            raise RefusedError(result.message, result.hint)
        Run(base, tree, result, dry_run, quiet).finish(anyway=anyway)

    options = (
        click.option("--anyway", is_flag=True, help="Do it even if rules find something new; never with an error."),
        quiet_option,
        click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing."),
    )
    with_options: Callable[..., None] = project_options(run)
    for option in options:
        with_options = option(with_options)
    return with_options


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(RENAMED_KINDS))
@click.argument("old")
@click.argument("new")
@refactoring
def rename(tree: Tree, kind: str, old: str, new: str) -> Result:
    """Give a thing of a KIND another id: OLD becomes NEW, wherever it is written.

    KIND is journey, persona, opportunity, evidence, pain, touchpoint, metric, team, channel, segment, stage, lane,
    lifecycle, step, path, finding or solution. Its definition, all references, links in texts and the name of its file
    change; comments and layout stay. A step or path is named JOURNEY/ID, a finding STUDY/ID, a solution
    OPPORTUNITY/ID; NEW is the new id alone.
    """
    return refactor.rename(tree, kind, old, new)


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(MERGED_KINDS))
@click.argument("old")
@click.argument("into")
@click.option("--keep-missing", is_flag=True, help="Take over the fields of OLD that INTO lacks.")
@refactoring
def merge(tree: Tree, kind: str, old: str, into: str, keep_missing: bool) -> Result:
    """Make two things of a KIND one: what named OLD names INTO, and OLD goes.

    KIND is pain, touchpoint or persona. INTO keeps its words and gets the evidence of both. What else OLD says is
    lost, and is printed.
    """
    return refactor.merge(tree, kind, old, into, keep_missing=keep_missing)


@click.group()
def move() -> None:
    """Move a step, or a pain, to another place with its text and comments."""


@move.command()
@click.argument("step", metavar="JOURNEY/STEP")
@click.option("--before", default="", metavar="STEP", help="Put it before this step.")
@click.option("--after", default="", metavar="STEP", help="Put it after this step.")
@click.option("--to-stage", default="", metavar="STAGE", help="Put it at the end of this stage.")
@refactoring
def step(tree: Tree, step: str, before: str, after: str, to_stage: str) -> Result:
    """Move a step before or after another one, or to the end of a stage.

    A step is named by its id or, counted from 1, by its number. To go to another journey, name that with the place:
    OTHER/STEP or OTHER/STAGE.
    """
    if sum(map(bool, (before, after, to_stage))) != 1:
        raise click.UsageError("Say where it goes with one of --before, --after and --to-stage.")
    return refactor.move_step(tree, step, before=before, after=after, to_stage=to_stage)


@move.command()
@click.argument("pain")
@click.argument("step", metavar="JOURNEY/STEP")
@click.option("--keep-id", is_flag=True, help="Leave its id at the old step, where it hurts as well.")
@refactoring
def pain(tree: Tree, pain: str, step: str, keep_id: bool) -> Result:
    """Define a PAIN under another step.

    The old step names it no more, unless you say --keep-id; all others that name it go on doing so.
    """
    return refactor.move_pain(tree, pain, step, keep=keep_id)


@click.command()
@click.argument("journey")
@click.option("--at", required=True, metavar="STEP", help="The step with which the new journey begins: id or number.")
@click.option("--id", default="", help="The id of the new journey; made from that of the old one if left out.")
@click.option("--title", default="", help="The title of the new journey.")
@refactoring
def split(tree: Tree, journey: str, at: str, id: str, title: str) -> Result:
    """Make two journeys of one: the steps from one of them on get a file.

    The last step that stays leads to the new journey. What is said of the whole, such as its objective, stays.
    """
    return refactor.split(tree, journey, at, id=id, title=title)
