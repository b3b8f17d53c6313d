"""Markers by which a ticket is found again: our text stands between two of them, and all else is left alone."""

import html
import re
from typing import NamedTuple, cast

from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.trackers.issue import IssueKind, Topic, TrackerIssue

_ID = ID_PATTERN.strip("^$")
_KIND = "pain|opportunity"
_BEGIN = re.compile(rf"^[ \t>]*(?:<!--[ ]*)?journeys:({_KIND}):({_ID})[ \t]*(?:-->)?[ \t]*\r?$", re.MULTILINE)
_END = re.compile(
    rf"^[ \t>]*(?:<!--[ ]*)?/journeys:({_KIND}):({_ID})(?:[ ]+([0-9a-f]{{8}}))?[ \t]*(?:-->)?[ \t]*\r?$", re.MULTILINE
)
_TAG = re.compile(r"<(?!!--)/?[a-zA-Z][^<>]*>")
_ESCAPE = re.compile(r"\\(?=[:/-])")


class Marks(NamedTuple):
    """The lines that stand above and below our text."""

    above: str
    below: str


def hidden_marks(issue: TrackerIssue) -> Marks:
    """Markers as comments that readers of Markdown do not see."""
    above, below = visible_marks(issue)
    return Marks(f"<!-- {above} -->", f"<!-- {below} -->")


def visible_marks(issue: TrackerIssue) -> Marks:
    """Markers as lines, where a tracker shows comments."""
    name = f"journeys:{issue.topic.kind}:{issue.topic.id}"
    return Marks(name, f"/{name} {issue.fingerprint}")


def topics_marked(text: str) -> set[Topic]:
    """The topics whose marker stands on a line of its own in the text of a ticket, which may be HTML."""
    return {Topic(cast("IssueKind", kind), id) for kind, id in _BEGIN.findall(_bare(text))}


def fingerprint_in(text: str, topic: Topic) -> str:
    """The fingerprint below our text in a ticket; "" where there is none."""
    found = [print_ for kind, id, print_ in _END.findall(_bare(text)) if (kind, id) == topic]
    return found[0] if len(found) == 1 else ""


def with_block(text: str, block: str, topic: Topic) -> str | None:
    """The text of a ticket with another block of ours; None where it does not have both markers once."""
    starts = [one for one in _BEGIN.finditer(text) if one.groups() == topic]
    ends = [one for one in _END.finditer(text) if one.groups()[:2] == topic]
    if len(starts) != 1 or len(ends) != 1 or ends[0].start() < starts[0].end():
        return None
    return text[: starts[0].start()] + block + text[ends[0].end() :]


def _bare(text: str) -> str:
    """A text with a line for each element of HTML, without the backslashes that a tracker puts into our marker."""
    if _TAG.search(text):
        text = html.unescape(_TAG.sub("\n", text))
    return _ESCAPE.sub("", text)
