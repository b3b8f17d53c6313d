"""Changes for a terminal: a line for each, by journey, the weightiest first, and a summary."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Change, Judgement
from mkdocs_journeys.diff.reports.counts import changes_in_words, counted
from mkdocs_journeys.wording import terminal_safe

MARKS = {
    Judgement.WORSE: "- worse    ",
    Judgement.LOOK: "? look     ",
    Judgement.BETTER: "+ better   ",
    Judgement.EDITORIAL: "  editorial",
}
Paint = Callable[[str, Judgement | None], str]
"""Colours a text by a judgement, or as a heading where there is none."""


def report(changes: Sequence[Change], old: Atlas, new: Atlas, paint: Paint = lambda text, _: text) -> Iterator[str]:
    """The lines, safe for a terminal. `paint` may put colours around what is already safe."""
    for journey, found in groupby(changes, key=lambda change: change.journey):
        yield paint(terminal_safe(_heading(journey, old, new)), None)
        for change in found:
            yield f"{line(change, paint)} {change.fingerprint}"
        yield ""
    yield f"{changes_in_words(len(changes))}: {counted(changes)}" if changes else "No change"


def line(change: Change, paint: Paint = lambda text, _: text) -> str:
    """A change with its mark and its place, safe for a terminal."""
    where = change.head or change.base
    return f"  {paint(MARKS[change.judgement], change.judgement)}  {terminal_safe(change.sentence)}  ({where})"


def _heading(journey: str | None, old: Atlas, new: Atlas) -> str:
    if journey is None:
        return "Beside the journeys"
    found = new.journeys.get(journey) or old.journeys.get(journey)
    return f"{found.title if found else journey} ({journey})"
