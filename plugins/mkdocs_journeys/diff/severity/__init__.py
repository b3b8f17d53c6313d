"""Judge what a difference means for the customer and for the atlas: by a table whose first matching row counts."""

from mkdocs_journeys.diff.severity.judgement import Judgement, severest

__all__ = ["Judgement", "severest"]
