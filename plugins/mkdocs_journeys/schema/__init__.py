"""JSON Schema, draft-07, of every kind of file: for editors, and for checks without this package."""

from mkdocs_journeys.schema.descriptions import Description, described
from mkdocs_journeys.schema.document import schema_of, text_of

__all__ = ["Description", "described", "schema_of", "text_of"]
