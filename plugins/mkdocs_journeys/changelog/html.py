"""HTML: one page without external resources, for a reader who has no account on the git host."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from mkdocs_journeys.changelog.groups import MOST_GROUPS
from mkdocs_journeys.changelog.notes import NET, WORDS, ReleaseNotes
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.reports.html import BY_SYSTEM, DARK
from mkdocs_journeys.site.rendering.environment import environment, render


def format_notes(notes: ReleaseNotes) -> str:
    """The page."""
    style = _asset("css/tokens.css").replace(DARK, BY_SYSTEM) + _asset("diff/changes.css") + _asset("diff/notes.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    values = {
        "notes": notes,
        "groups": notes.groups[:MOST_GROUPS],
        "rest": notes.rest(MOST_GROUPS),
        "net": NET,
        "words": {one.value: word for one, word in WORDS.items()},
        "is_quote": lambda part: isinstance(part, Quote),
        "style": Markup(style),  # noqa: S704 - our own file
        "policy": f"default-src 'none'; style-src 'sha256-{digest}'",
    }
    return str(render(environment(), "changelog.html.j2", values))


def _asset(name: str) -> str:
    return files("mkdocs_journeys.templates").joinpath("assets", name).read_text("utf-8")
