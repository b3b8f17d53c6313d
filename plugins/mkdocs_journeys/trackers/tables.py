"""Tickets as the tables that importers of trackers read, in as many files as they want."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from mkdocs_journeys.csvcell import guarded
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.model.settings.trackers import Tracker, Trackers
from mkdocs_journeys.trackers.addresses import NAMES, key_of
from mkdocs_journeys.trackers.issue import TrackerIssue
from mkdocs_journeys.trackers.markup import html_text, markdown, markdown_with_visible_marks, wiki
from mkdocs_journeys.trackers.script import script
from mkdocs_journeys.wording import counted

MOST_NAMED = 20
"""How many ids a sentence names."""
_WORDS: Mapping[Band, str] = {"high": "High", "medium": "Medium", "low": "Low"}
_NUMBERS: Mapping[Band, str] = {"high": "1", "medium": "2", "low": "3"}
_LINEAR = (
    *("Id", "Team", "Title", "Description", "Status", "Estimate", "Priority", "Project", "Creator", "Assignee"),
    *("Labels", "Cycle Number", "Cycle Name", "Cycle Start", "Cycle End", "Created", "Updated", "Started"),
    *("Completed", "Canceled", "Archived"),
)
"""The columns of an export of Linear, all of which its importer looks for."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A ticket with its key in a tracker, "" for one that is new there."""

    issue: TrackerIssue
    key: str = ""


class IssueFile(NamedTuple):
    """The content of a file for an importer; `says` is what is in it, such as "3 new"."""

    content: bytes
    says: str


class IssueFiles(NamedTuple):
    """The files for an importer, one after the other, and sentences on what is left out."""

    parts: Sequence[IssueFile]
    notes: Sequence[str]


Writer = Callable[[Sequence[Keyed], Tracker], bytes]


class FileForm(NamedTuple):
    """How an importer of a tracker wants its files: at most `most` tickets in each, 0 for any number.

    `update` writes those that are there already: the same as `write` if they may stand in one file with new ones, None
    if the importer cannot update any.
    """

    tracker: str
    write: Writer
    update: Writer | None = None
    most: int = 0


def files_of(form: str, issues: Sequence[TrackerIssue], trackers: Trackers) -> IssueFiles:
    """The files of a form for some tickets. Notes tell what is left out as it has a ticket already."""
    chosen = FORMS[form]
    name, settings = NAMES[chosen.tracker], getattr(trackers, chosen.tracker)
    keyed = [Keyed(one, key_of(chosen.tracker, one.address, settings)) for one in issues]
    elsewhere = [one for one in keyed if one.issue.address and not one.key]
    known = [one for one in keyed if one.key]
    new = [one for one in keyed if not one.issue.address]
    notes = _left_out(f"a ticket that is not in {name}", elsewhere)
    if chosen.update == chosen.write:
        some = [one for one in keyed if one.key or not one.issue.address]
        return IssueFiles(list(_parts(chosen.write, some, settings, chosen.most)), notes)
    parts = list(_parts(chosen.write, new, settings, chosen.most))
    if known and chosen.update:
        parts = [*(parts if new else ()), *_parts(chosen.update, known, settings, chosen.most)]
        return IssueFiles(parts, notes)
    return IssueFiles(parts, [*notes, *_left_out(f"a ticket, which this importer of {name} cannot update", known)])


def _parts(write: Writer, some: Sequence[Keyed], settings: Tracker, most: int) -> Iterator[IssueFile]:
    """At least one file."""
    size = most or max(len(some), 1)
    for at in range(0, max(len(some), 1), size):
        part = some[at : at + size]
        known = sum(bool(one.key) for one in part)
        counts = {"new": len(part) - known, "to update": known}
        yield IssueFile(write(part, settings), ", ".join(f"{n:,} {word}" for word, n in counts.items() if n) or "empty")


def _left_out(why: str, some: Sequence[Keyed]) -> list[str]:
    if not some:
        return []
    names = ", ".join(one.issue.topic.id for one in some[:MOST_NAMED])
    more = f" and {len(some) - MOST_NAMED:,} more" if len(some) > MOST_NAMED else ""
    have = "has" if len(some) == 1 else "have"
    return [f"Left out: {counted(len(some), 'thing')} {have} {why}: {names}{more}."]


def _type(issue: TrackerIssue, settings: Tracker) -> str:
    if issue.topic.kind == "pain":
        return settings.pain_type or "Task"
    return settings.opportunity_type or "Epic"


def _jira(some: Sequence[Keyed], settings: Tracker) -> bytes:
    """For the importer of administrators: a row with a key updates its ticket; parents go by numbers or keys.

    What people may have changed there since, such as the priority, is empty in such a row, and so stays.
    """
    numbers = {one.issue.topic: str(number) for number, one in zip(count(1), some, strict=False)}
    named = {one.issue.topic: one.key or numbers[one.issue.topic] for one in some}
    rows: list[Sequence[str]] = []
    for one in some:
        start, text = (one.key, numbers[one.issue.topic]), (one.issue.title, wiki(one.issue))
        if one.key:
            rows.append((*start, "", "", *text, "", "", ""))
        else:
            parent = next((named[parent] for parent in one.issue.parents if parent in named), "")
            word = _WORDS[one.issue.priority]
            rows.append((*start, parent, _type(one.issue, settings), *text, word, *one.issue.labels))
    columns = (
        "Issue Key",
        "Issue ID",
        "Parent",
        "Issue Type",
        "Summary",
        "Description",
        "Priority",
        "Labels",
        "Labels",
    )
    return _csv(columns, rows)


def _jira_bulk(some: Sequence[Keyed], settings: Tracker) -> bytes:
    """For the importer of everybody, which always creates."""
    rows = (
        (one.issue.title, wiki(one.issue), _type(one.issue, settings), _WORDS[one.issue.priority], *one.issue.labels)
        for one in some
    )
    return _csv(("Summary", "Description", "Issue Type", "Priority", "Labels", "Labels"), rows)


def _gitlab(some: Sequence[Keyed], _: Tracker) -> bytes:
    """Title and description, which ends in a quick action for the labels."""
    rows = []
    for one in some:
        labels = " ".join(f"~{label}" for label in one.issue.labels)
        rows.append((one.issue.title, f"{markdown(one.issue)}\n\n/label {labels}"))
    return _csv(("title", "description"), rows)


def _linear(some: Sequence[Keyed], _: Tracker) -> bytes:
    rows = []
    for one in some:
        cells = {
            "Title": one.issue.title,
            "Description": markdown_with_visible_marks(one.issue),
            "Priority": _WORDS[one.issue.priority],
            "Labels": ", ".join(one.issue.labels),
        }
        rows.append([cells.get(column, "") for column in _LINEAR])
    return _csv(_LINEAR, rows)


def _azure(some: Sequence[Keyed], settings: Tracker) -> bytes:
    """New items: without an ID, and without a state, which the importer sets itself."""
    rows = (
        (
            "",
            _type(one.issue, settings),
            one.issue.title,
            _NUMBERS[one.issue.priority],
            "; ".join(one.issue.labels),
            html_text(one.issue),
        )
        for one in some
    )
    return _csv(("ID", "Work Item Type", "Title", "Priority", "Tags", "Description"), rows)


def _azure_update(some: Sequence[Keyed], settings: Tracker) -> bytes:
    """Items that are there, by their ID: in a file of their own, as an empty cell would empty a field."""
    rows = ((one.key, _type(one.issue, settings), one.issue.title, html_text(one.issue)) for one in some)
    return _csv(("ID", "Work Item Type", "Title", "Description"), rows)


def _github(some: Sequence[Keyed], _: Tracker) -> bytes:
    return script([one.issue for one in some])


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell.replace("\0", "\ufffd")) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


FORMS: Mapping[str, FileForm] = {
    "jira": FileForm("jira", _jira, _jira),
    "jira-bulk": FileForm("jira", _jira_bulk, most=250),
    "github": FileForm("github", _github),
    "gitlab": FileForm("gitlab", _gitlab),
    "linear": FileForm("linear", _linear),
    "azure": FileForm("azure", _azure, _azure_update, most=1_000),
}
"""What each importer reads."""
