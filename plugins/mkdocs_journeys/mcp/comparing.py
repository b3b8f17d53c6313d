"""What changed between two states of an atlas."""

from collections.abc import Sequence

from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.mcp.answers import CompareAnswer, ToldChange, left_out
from mkdocs_journeys.mcp.workspace import AtlasState, UnansweredError, place
from mkdocs_journeys.reports.text import NO_CHANGE, diff_summary
from mkdocs_journeys.sources.git import default_branch, merge_base, revision
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.sources.tree import Tree


def compared(state: AtlasState, base: str | None, head: str | None, journey: str | None, most: int) -> CompareAnswer:
    """What changed from one revision to another, or to the files as they are; of one journey, if it is named.

    Without `base`, it is where this branch left the default branch. Raises UnansweredError.
    """
    folder = state.tree.folder
    try:
        start = base or merge_base(state.root, default_branch(state.root), "HEAD")
        old = revision(state.root, start, folder)
        new = revision(state.root, head, folder) if head else state.tree
    except GitError as error:
        raise UnansweredError(str(error)) from None
    changes = [one for one in _changes(old, new, start, head or "the work tree") if journey in (None, one.journey)]
    summary = diff_summary(changes) if changes else NO_CHANGE
    return CompareAnswer(summary=summary, changes=lines_of(changes[:most]), more=left_out(len(changes), most))


def _changes(old: Tree, new: Tree, start: str, end: str) -> list[Change]:
    (before, errors), (after, more) = load_sides(old, new)
    if before is None or after is None:
        name, found = (start, errors) if before is None else (end, more)
        raise UnansweredError(f"{name} cannot be compared, as it has mistakes, first {found[0]}")
    return Comparison(before, after).changes


def lines_of(changes: Sequence[Change]) -> tuple[ToldChange, ...]:
    """Changes as lines of an answer."""
    return tuple(
        ToldChange(judgement=one.judgement, text=one.text, where=place(one.head or one.base)) for one in changes
    )
