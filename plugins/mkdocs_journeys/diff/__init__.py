"""Compare two atlases: find, classify and describe what changed."""

from mkdocs_journeys.diff.compare import Change, Comparison
from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.severity import Judgement

__all__ = ["Change", "ChangeKind", "Comparison", "Judgement"]
