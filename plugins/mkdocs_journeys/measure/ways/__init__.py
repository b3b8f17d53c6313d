"""The ways that people were seen to take, beside the way that a map says they take."""

from mkdocs_journeys.measure.ways.observed_file import COLUMNS, observed_file
from mkdocs_journeys.measure.ways.queries import KINDS, LONGEST, MOST, Observed, observations, ways_queries

__all__ = ["COLUMNS", "KINDS", "LONGEST", "MOST", "Observed", "observations", "observed_file", "ways_queries"]
