"""The whole atlas along the first parents: what changed between its states, and what its things were called before."""

from mkdocs_journeys.history.mainline.recent import RecentCache, RecentChanges, untold

__all__ = ["RecentCache", "RecentChanges", "untold"]
