"""What can be mended without asking: edits at places of a file, so that comments and layout survive."""

from mkdocs_journeys.lint.fixes.mending import Done, Mended, mendable, mended

__all__ = ["Done", "Mended", "mendable", "mended"]
