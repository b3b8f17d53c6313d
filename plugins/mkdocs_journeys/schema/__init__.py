"""JSON Schema, draft-07, of every kind of file: for editors, and for checks without this package."""

from mkdocs_journeys.schema.descriptions import Description, described
from mkdocs_journeys.schema.document import KINDS, schema_of, text_of

__all__ = ["KINDS", "Description", "described", "schema_of", "text_of"]
