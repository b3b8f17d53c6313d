"""What trackers would export after they took in our files: their own columns, and a key for each ticket."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence

from mkdocs_journeys.csvcell import guarded
from mkdocs_journeys.trackers.issue import TrackerIssue
from mkdocs_journeys.trackers.markup import html_text, markdown, markdown_with_visible_marks, wiki

URLS = {
    "jira": "https://acme.atlassian.net",
    "linear": "https://linear.app/acme",
    "azure": "https://dev.azure.com/acme/shop",
}
ADDRESSES = {
    "jira": "https://acme.atlassian.net/browse/SHOP-{}",
    "github": "https://github.com/acme/shop/issues/{}",
    "gitlab": "https://gitlab.com/acme/shop/-/issues/{}",
    "linear": "https://linear.app/acme/issue/ENG-{}",
    "azure": "https://dev.azure.com/acme/shop/_workitems/edit/{}",
}


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([guarded(str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode()


def jira_export(issues: Sequence[TrackerIssue], status: str) -> bytes:
    """The CSV of a search."""
    columns = (
        "Summary",
        "Issue key",
        "Issue id",
        "Issue Type",
        "Status",
        "Labels",
        "Labels",
        "Description",
        "Resolved",
    )
    rows = [
        (one.title, f"SHOP-{at}", at, "Task", status, *one.labels, wiki(one), "") for at, one in enumerate(issues, 1)
    ]
    return _csv(columns, rows)


def github_export(issues: Sequence[TrackerIssue], status: str) -> bytes:
    """What `gh issue list --json …` prints."""
    items = [
        {
            "body": markdown(one),
            "closedAt": "2026-10-02T08:00:00Z" if status == "closed" else None,
            "number": at,
            "state": status.upper(),
            "title": one.title,
            "url": ADDRESSES["github"].format(at),
        }
        for at, one in enumerate(issues, 1)
    ]
    return json.dumps(items).encode()


def gitlab_export(issues: Sequence[TrackerIssue], status: str) -> bytes:
    """The CSV that comes by mail."""
    columns = ("Title", "Description", "Issue ID", "URL", "State", "Author", "Labels", "Closed At (UTC)")
    closed = "2026-10-02 08:00:00" if status == "closed" else ""
    rows = [
        (one.title, markdown(one), at, ADDRESSES["gitlab"].format(at), status.capitalize(), "Me", "journeys", closed)
        for at, one in enumerate(issues, 1)
    ]
    return _csv(columns, rows)


def linear_export(issues: Sequence[TrackerIssue], status: str) -> bytes:
    """The CSV of a workspace."""
    columns = ("ID", "Team", "Title", "Description", "Status", "Labels", "Completed")
    rows = [
        (f"ENG-{at}", "Shop", one.title, markdown_with_visible_marks(one), status, "journeys", "")
        for at, one in enumerate(issues, 1)
    ]
    return _csv(columns, rows)


def azure_export(issues: Sequence[TrackerIssue], status: str) -> bytes:
    """The CSV of a query."""
    rows = [(at, "Task", one.title, "", status, html_text(one)) for at, one in enumerate(issues, 1)]
    return b"\xef\xbb\xbf" + _csv(("ID", "Work Item Type", "Title", "Assigned To", "State", "Description"), rows)


EXPORTS: Mapping[str, Callable[[Sequence[TrackerIssue], str], bytes]] = {
    "jira": jira_export,
    "github": github_export,
    "gitlab": gitlab_export,
    "linear": linear_export,
    "azure": azure_export,
}
"""The export of each tracker with some tickets that all have one status."""
