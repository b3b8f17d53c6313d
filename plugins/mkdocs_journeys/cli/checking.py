"""What `journeys check` does once it has the files: judge or mend them, leave out what a baseline holds, and tell."""

import gc
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.cli import fix as fixing
from mkdocs_journeys.cli.formats import tell
from mkdocs_journeys.cli.judge import judged
from mkdocs_journeys.lint.baseline import baseline_text, known_fingerprints
from mkdocs_journeys.lint.judging import of_rules, without_known
from mkdocs_journeys.lint.reports import Outcome
from mkdocs_journeys.load.loader import without_collecting
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.wording import counted, terminal_safe


@dataclass(frozen=True, slots=True)
class Wish:
    """What a check was asked for; `wanted` are paths below the root, of files and folders, or empty for all."""

    root: Path
    day: date
    wanted: list[str]
    form: str
    output: Path | None
    quiet: bool
    fail_on: Severity
    baseline: Path | None
    write_baseline: bool


def checked(tree: Tree, wish: Wish) -> bool:
    """Check, and tell what was found; whether that fails."""
    with without_collecting():
        fails = _told(tree, judged(tree, wish.root, wish.day), wish)
        # The command ends here: nobody need look through all that is left for cycles.
        gc.freeze()
    return fails


def mended(tree: Tree, wish: Wish, *, unsafe: bool, only_show: bool) -> bool:
    """Mend the wanted files, then check as `checked` does; or only show what would be mended."""
    paths = [path for path in tree.files if _is_below(path, wish.wanted)]
    found = fixing.mend(tree, wish.root, wish.day, paths, unsafe)
    if only_show:
        return fixing.show(tree, found)
    return _told(fixing.write(tree, wish.root, found), list(found.problems), wish)


def _told(tree: Tree, found: list[Problem], wish: Wish) -> bool:
    if wish.write_baseline:
        _write(wish.baseline, found, tree)
    new = without_known(found, tree.files, _known(wish.baseline)) if wish.baseline else found
    outcome = Outcome(
        [problem for problem in new if _is_below(problem.position.file, wish.wanted)],
        {path: content for path, content in tree.files.items() if _is_below(path, wish.wanted)},
        wish.fail_on,
    )
    known = sum(_is_below(problem.position.file, wish.wanted) for problem in found) - len(outcome.problems)
    tell(wish.form, outcome, wish.root, known, wish.quiet, wish.output)
    return outcome.failed


def _write(baseline: Path | None, found: list[Problem], tree: Tree) -> None:
    """Write the baseline of all files, whichever are asked about."""
    if baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE.")
    listed = of_rules(found)
    try:
        baseline.write_text(baseline_text(listed, tree.files), encoding="utf-8")
    except OSError as error:
        raise click.BadParameter(f"It cannot be written: {error.strerror}.", param_hint="--baseline") from error
    click.echo(f"{counted(len(listed), 'finding')} written to {terminal_safe(str(baseline))}", err=True)


def _known(baseline: Path) -> frozenset[str]:
    try:
        return known_fingerprints(baseline.read_text("utf-8"))
    except OSError as error:
        raise click.BadParameter(f"It cannot be read: {error.strerror}.", param_hint="--baseline") from error
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--baseline") from error


def _is_below(path: str, wanted: list[str]) -> bool:
    return not wanted or any(one == "." or path == one or path.startswith(f"{one}/") for one in wanted)
