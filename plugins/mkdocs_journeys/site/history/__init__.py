"""What became of a journey over time: a section of its page."""

from mkdocs_journeys.site.history.section import history_section

__all__ = ["history_section"]
