"""Changes as GitHub's workflow commands, which show beside the lines of a pull request."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from posixpath import basename

from mkdocs_journeys.diff.change import Judgement
from mkdocs_journeys.diff.reports.counts import JUDGEMENT_WORDS
from mkdocs_journeys.diff.reports.document import Document, Item, Spot
from mkdocs_journeys.diff.reports.lines import Line, lines_of
from mkdocs_journeys.diff.sentences import plain
from mkdocs_journeys.wording import terminal_safe

MOST_SHOWN = 10
"""GitHub shows so many of each level, and drops the others without a word."""
LARGEST_SUMMARY = 250_000
"""Characters; GitHub refuses the summary of a step that has more than a mebibyte."""
_IN_TEXT = re.compile("[%\r\n]")
_IN_PROPERTY = re.compile("[%\r\n:,]")


def report(
    document: Document, files: Mapping[str, bytes], failing: Collection[Judgement] = (), folder: str = ""
) -> Iterator[str]:
    """The commands, the weightiest first and no more of a level than GitHub shows, then how many had no room.

    `files` are those of the head, `folder` is where the project lies in its repository. What fails the run is an
    error, what is worse without that a warning, and the rest are notices.
    """
    shown: Counter[str] = Counter()
    left = 0
    for line in lines_of(document.changes):
        level = "error" if line.judgement in failing else "warning" if line.judgement == Judgement.WORSE else "notice"
        shown[level] += 1
        if shown[level] > MOST_SHOWN:
            left += line.count
        else:
            yield _command(level, line, place_of(line.first, files), folder)
    if left:
        yield f"{left:,} more have no room beside the lines; the summary of this run shows them all."


def place_of(change: Item, files: Mapping[str, bytes]) -> Spot | None:
    """Where a change shows in the head: at its own place there, else as near as can be to where it was.

    A file that has moved is known by its name; None where nothing of it is left.
    """
    if change.head or not change.base:
        return change.head
    was = change.base
    names = [was.file] if was.file in files else sorted(name for name in files if _same_name(name, was.file))
    if not names:
        return None
    last = files[names[0]].rstrip(b"\n").count(b"\n") + 1
    return Spot(file=names[0], line=min(was.line, last), column=was.column if was.line <= last else 1)


def _same_name(one: str, other: str) -> bool:
    return basename(one) == basename(other) and one.split("/")[:2] == other.split("/")[:2]


def _command(level: str, line: Line, place: Spot | None, folder: str) -> str:
    properties: dict[str, str | int] = {"title": f"Journey: {JUDGEMENT_WORDS[line.judgement]}"}
    if place:
        file = f"{folder}/{place.file}" if folder else place.file
        properties = {"file": terminal_safe(file), "line": place.line, "col": place.column, **properties}
    listed = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items())
    return f"::{level} {listed}::{_escaped(terminal_safe(plain(line.words)), _IN_TEXT)}"


def _escaped(text: str, special: re.Pattern[str]) -> str:
    return special.sub(lambda found: f"%{ord(found.group()):02X}", text)
