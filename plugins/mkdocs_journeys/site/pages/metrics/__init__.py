"""The metrics: a table of where all stand, and a page for each with its line, its table and everything that uses it."""

from mkdocs_journeys.site.pages.metrics.index import metrics_pages

__all__ = ["metrics_pages"]
