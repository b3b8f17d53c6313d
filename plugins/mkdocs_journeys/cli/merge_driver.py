"""The merge driver of git: two people's changes of one file are merged by its fields."""

import os
import sys
from pathlib import Path

import click

from mkdocs_journeys import atomicfile
from mkdocs_journeys.merging import Labels, MergedFile, UnmergeableError, merged_file
from mkdocs_journeys.sources.git_process import GitError, run_git
from mkdocs_journeys.wording import terminal_safe

CONFLICTS, FAILED = 1, 129
"""Exit codes that git understands: conflicts are marked in the file; nothing was merged."""
WITH_BASE = ("diff3", "zdiff3")
VERSION = click.Path(dir_okay=False, path_type=Path)


@click.command("merge-driver")
@click.argument("old", type=VERSION)
@click.argument("mine", type=VERSION)
@click.argument("other", type=VERSION)
@click.option("--path", default="", help="Merge a file that has this path in the repository.")
@click.option("--ours", default="", help="Call our side this where there is a conflict.")
@click.option("--theirs", default="", help="Call their side this.")
@click.option("--base", default="", help="Call what was there before this, where git's merge.conflictStyle shows it.")
@click.option("--marker-size", type=click.IntRange(1), default=7, help="Make the marks of a conflict this long.")
def merge_driver(
    old: Path, mine: Path, other: Path, path: str, ours: str, theirs: str, base: str, marker_size: int
) -> None:
    """Merge two people's changes of a file; git calls it.

    What MINE and OTHER made of OLD is written to MINE. Files are merged by their fields; what cannot be merged in that
    way is merged by git, by its lines. The exit code is 0 where all was merged, and 1 where conflicts are marked.
    """
    name = path or str(mine)
    labels = Labels(ours.strip(), theirs.strip(), base.strip(), marker_size)
    try:
        before, ours_now, theirs_now = (version.read_bytes() for version in (old, mine, other))
        try:
            merged = merged_file(name, before, ours_now, theirs_now, labels)
            if merged.conflicts:
                merged = merged_file(name, before, ours_now, theirs_now, _known(labels))
        except Exception as error:  # whatever it is, git's own merge has to be tried
            why = str(error) if isinstance(error, UnmergeableError) else f"This failed: {type(error).__name__}."
            click.echo(f"{terminal_safe(name)} is merged by its lines. {terminal_safe(why)}", err=True)
            merged = _by_lines(old, mine, other, _known(labels))
        if merged.content != ours_now:
            atomicfile.replace_file(mine, merged.content)
    except (OSError, GitError) as error:
        why = getattr(error, "strerror", None) or str(error)
        click.echo(f"{terminal_safe(name)} cannot be merged: {terminal_safe(why)}", err=True)
        sys.exit(FAILED)
    sys.exit(CONFLICTS if merged.conflicts else 0)


def _known(labels: Labels) -> Labels:
    """The labels with names in place of those that git does not tell; older versions leave `%X` as it is."""
    told = (labels.ours, labels.theirs, labels.base or "")
    ours, theirs, base = ("" if label in ("%X", "%Y", "%S") else " ".join(label.split()) for label in told)
    style = run_git(Path(), "config", "--get", "merge.conflictStyle").stdout.strip()
    if ours in ("", "HEAD"):
        ours = run_git(Path(), "symbolic-ref", "--quiet", "--short", "HEAD").stdout.strip() or ours
    merged = [name for variable, name in os.environ.items() if variable.startswith("GITHEAD_")]
    theirs = theirs or (merged[0] if len(merged) == 1 else "")
    shown = (base or "base") if style in WITH_BASE else None
    return Labels(ours or "ours", theirs or "theirs", shown, labels.size)


def _by_lines(old: Path, mine: Path, other: Path, labels: Labels) -> MergedFile:
    """What git makes of a file; ours, as a conflict, of one that is no text. Raises GitError."""
    words = [word for label in (labels.ours, labels.base or "base", labels.theirs) for word in ("-L", label)]
    size = f"--marker-size={labels.size}"
    done = run_git(Path(), "merge-file", "--quiet", size, *words, "--", *map(str, (mine, old, other)))
    conflicts = 1 if done.returncode else 0
    return MergedFile(mine.read_bytes(), conflicts)
