"""Two tiny atlases and the overlay of their changes."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import changes
from mkdocs_journeys.site.changes import Overlay, overlay_of
from mkdocs_journeys.site.changes.journey import JourneyMarks


def overlay(old: Atlas, new: Atlas) -> Overlay:
    """What a preview shows of the way from one atlas to the other."""
    return overlay_of("main", "abc1234", old, new, changes(old, new))


def marks(old: Atlas, new: Atlas, journey: str = "buy") -> JourneyMarks:
    """The marks of one journey."""
    return overlay(old, new).journeys.get(journey, JourneyMarks())
