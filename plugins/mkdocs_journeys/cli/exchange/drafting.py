"""`journeys import json --draft`: what somebody drafted from interviews, checked against the transcripts."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import click

from mkdocs_journeys.cli.exchange.planned import (
    ImportOptions,
    check_files,
    content_of,
    refuse,
    refuse_lacking,
    write_planned,
)
from mkdocs_journeys.cli.exchange.progress import progress
from mkdocs_journeys.imports.interviews.gate import ReadDraft, missing_transcript, planned, problems_of, read_draft
from mkdocs_journeys.imports.interviews.transcripts import MOST_LETTERS, Transcript, transcript_of
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.wording import counted, terminal_safe


def import_draft(
    files: Sequence[Path], given: Sequence[Path], base: Path, tree: Tree, group: str, how: ImportOptions
) -> int:
    """Write the files of a draft in which nothing is wrong; the code to exit with."""
    if len(files) > 1:
        raise click.BadParameter("Drafts are imported one at a time.", param_hint="FILE")
    content = content_of(files[0], base)
    if isinstance(content, Problem):
        return int(refuse([content]))
    with progress(f"Checking {content[1]}", quiet=how.quiet):
        read = read_draft(*content, tree, group)
        transcripts, missing = _transcripts(read, files[0].absolute().parent, given)
        problems = [*missing, *problems_of(read, transcripts, tree)]
    if refuse(problems) or read.draft is None:
        return 1
    found = planned(read.draft, tree)
    refuse_lacking(found.lacking)
    check_files(tree, [file for file in found.files if how.force or file.state != "edited"])
    if not how.quiet:
        where = f"{counted(found.quotes, 'finding')} in {counted(len(transcripts), 'transcript')}"
        click.echo(
            f"{terminal_safe(read.draft.file)}: {where}, all found. What it says is marked as assumed or inferred."
        )
    return write_planned(base, found.files, how)


def _transcripts(read: ReadDraft, folder: Path, given: Sequence[Path]) -> tuple[dict[str, Transcript], list[Problem]]:
    """The transcripts that a draft names, by id, and a problem for each that cannot be had."""
    found: dict[str, Transcript] = {}
    problems = []
    by_name = {path.name: path for path in given}
    for id, said in read.draft.transcripts.items() if read.draft else ():
        name = PurePosixPath(said.replace("\\", "/"))
        is_inside = not name.is_absolute() and ".." not in name.parts
        path = by_name.get(name.name) or (folder / name if is_inside else None)
        text = _text(path) if path else "stands outside of the folder of this file"
        if isinstance(text, Transcript):
            found[id] = text
        elif read.draft:
            problems.append(missing_transcript(read.draft, id, text))
    return found, problems


def _text(path: Path) -> Transcript | str:
    """The transcript in a file, or why there is none."""
    try:
        if path.stat().st_size > 4 * MOST_LETTERS:
            return f"has more than {MOST_LETTERS:,} letters"
        text = decoded(path.read_bytes(), path.name)
    except (OSError, ValueError):
        return f"cannot be read from {path.name}"
    if isinstance(text, Problem):
        return f"in {path.name} is no text"
    return transcript_of(text, path.name) if text.strip() else f"in {path.name} is empty"
