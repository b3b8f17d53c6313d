"""New files for people to start from: a whole atlas, or one thing of it. Nothing is written here."""

from mkdocs_journeys.scaffold.atlas import atlas_files
from mkdocs_journeys.scaffold.blank import Start, blank
from mkdocs_journeys.scaffold.host import lines_to_add

__all__ = ["Start", "atlas_files", "blank", "lines_to_add"]
