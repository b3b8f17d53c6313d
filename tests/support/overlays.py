"""Two tiny atlases and the overlay of their changes."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.changes.journey_marks import JourneyMarks
from mkdocs_journeys.site.changes.overlay import Overlay, overlay_of
from mkdocs_journeys.site.page import Page
from support.contexts import html_of, site


def overlay(old: Atlas, new: Atlas) -> Overlay:
    """What a preview shows of the way from one atlas to the other."""
    return overlay_of("main", "abc1234def5678", Comparison(old, new))


def marks(old: Atlas, new: Atlas, journey: str = "buy") -> JourneyMarks:
    """The marks of one journey."""
    return overlay(old, new).journeys.get(journey, JourneyMarks())


def preview_html(old: Atlas, new: Atlas, uri: str = "journeys/buy.md") -> str:
    """The HTML of a page of the preview."""
    found = overlay(old, new)
    pages = items_of(site(new, changes=lambda _: found))
    return html_of(next(page for page in pages if isinstance(page, Page) and page.uri == uri))
