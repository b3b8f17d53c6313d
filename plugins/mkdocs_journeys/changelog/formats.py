"""The formats of release notes, by the name that the option --format has for them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mkdocs_journeys.changelog import html, markdown, slack, teams
from mkdocs_journeys.changelog.notes import ReleaseNotes


class NotesFormat(NamedTuple):
    """What writes notes as text, and how the names of such files end."""

    write: Callable[[ReleaseNotes], str]
    ending: str


FORMATS: Mapping[str, NotesFormat] = {
    "markdown": NotesFormat(markdown.format_notes, "md"),
    "html": NotesFormat(html.format_notes, "html"),
    "page": NotesFormat(markdown.format_page, "md"),
    "slack": NotesFormat(slack.format_notes, "slack.json"),
    "teams": NotesFormat(teams.format_notes, "teams.json"),
}
