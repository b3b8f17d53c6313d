"""What came back from a tracker, written into the files of an atlas."""

from collections.abc import Mapping
from pathlib import Path

import click

from mkdocs_journeys.cli.common import check_unchanged, mend_file, print_diff
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.trackers.issue import Topic
from mkdocs_journeys.trackers.writing import write_back
from mkdocs_journeys.unified_diff import unified_diff
from mkdocs_journeys.wording import counted, terminal_safe


def write_fields(base: Path, tree: Tree, changes: Mapping[Topic, Mapping[str, str]], *, dry_run: bool = False) -> bool:
    """Show the difference, then write new values of fields; whether all found a place.

    Raises ClickException if a file was changed meanwhile, or would be a mistake.
    """
    done = write_back(tree, changes)
    for sentence in done.refused:
        click.echo(terminal_safe(sentence), err=True)
    after = {path: content for path, content in done.tree.files.items() if content != tree.files[path]}
    before = {path: tree.files[path] for path in after}
    print_diff(unified_diff(before, after))
    _, problems = load(done.tree)
    wrong = [one for one in problems if one.severity == Severity.ERROR and one.position.file in after]
    if wrong:
        raise click.ClickException(f"What the tracker tells would be a mistake. Nothing was written.\n{wrong[0]}")
    if after and not dry_run:
        for path in after:
            check_unchanged(base, path, before[path])
        for path, content in after.items():
            mend_file(base, path, before[path], content)
        click.echo(f"changed {counted(len(after), 'file')}")
    return not done.refused
