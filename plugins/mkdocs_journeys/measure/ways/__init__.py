"""The ways that people were seen to take, beside the way that a map says they take."""

from mkdocs_journeys.measure.ways.observed_file import observed_file
from mkdocs_journeys.measure.ways.queries import observations, ways_queries

__all__ = ["observations", "observed_file", "ways_queries"]
