"""Texts of new files: a whole project, or one thing of an atlas. Nothing is written here."""

from mkdocs_journeys.scaffold.blank import Start, blank
from mkdocs_journeys.scaffold.project import lines_to_add, project_files

__all__ = ["Start", "blank", "lines_to_add", "project_files"]
