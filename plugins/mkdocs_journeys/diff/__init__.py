"""What changed between two atlases: found, judged, put into words, reported."""

from mkdocs_journeys.diff.change import Change, Judgement, Kind
from mkdocs_journeys.diff.changes import changes

__all__ = ["Change", "Judgement", "Kind", "changes"]
