"""`journeys check --fix` and `--diff`: mend what can be mended safely, or show it."""

import difflib
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.cli.files import mend_file
from mkdocs_journeys.cli.judge import judged
from mkdocs_journeys.lint.fixes import Mended, mended
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.wording import counted, terminal_safe

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def mend(tree: Tree, root: Path, today: date, wanted: list[str], unsafe: bool) -> Mended:
    """What mending the wanted files of a tree would do; nothing is written."""
    return mended(tree.files, wanted, lambda files: _judged(tree, files, root, today), unsafe=unsafe)


def write(tree: Tree, root: Path, found: Mended) -> Tree:
    """Write the mended files, say on standard error what was mended, and give the tree as it is then."""
    for path, content in found.files.items():
        if content != tree.files[path]:
            mend_file(root, path, tree.files[path], content)
    for one in found.done:
        click.echo(f"mended  {one.position}: {terminal_safe(one.said)}", err=True)
    files = len({one.position.file for one in found.done})
    if found.done:
        click.echo(f"{counted(len(found.done), 'mistake')} mended in {counted(files, 'file')}", err=True)
    return replace(tree, files=found.files)


def show(tree: Tree, found: Mended) -> bool:
    """Print what would be written as a unified diff, and tell whether there is anything."""
    changed = [path for path, content in found.files.items() if content != tree.files[path]]
    for path in changed:
        for line in _unified(path, tree.files[path], found.files[path]):
            click.echo(seen(line) if sys.stdout.isatty() else line, nl=False)
    return bool(changed)


def seen(line: str) -> str:
    """A line of a diff for a terminal, which nothing in it can steer; for a pipe it stays as it is."""
    return terminal_safe(line.rstrip("\r\n").expandtabs()) + "\n"


def _unified(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (_LINE.findall(content.decode("utf-8", "replace")) for content in (before, after))
    for line in difflib.unified_diff(old, new, terminal_safe(path), terminal_safe(path)):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _judged(tree: Tree, files: Mapping[str, bytes], root: Path, today: date) -> list[Problem]:
    return judged(replace(tree, files=files), root, today)
