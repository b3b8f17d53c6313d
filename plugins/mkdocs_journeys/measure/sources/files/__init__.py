"""Files of a source: found, decoded, and read by DuckDB."""

from mkdocs_journeys.measure.sources.files.tables import FILE, FileReader, FileTable

__all__ = ["FILE", "FileReader", "FileTable"]
