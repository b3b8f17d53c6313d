"""The merge of two people's changes of one file, by its fields: comments and layout stay, conflicts are marked."""

from mkdocs_journeys.merging.files import MergedFile, merged_file
from mkdocs_journeys.merging.tree import Labels, UnmergeableError

__all__ = ["Labels", "MergedFile", "UnmergeableError", "merged_file"]
