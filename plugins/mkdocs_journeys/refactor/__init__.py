"""Changes of a whole atlas that keep comments and layout: rename, merge, move and split. Pure: trees in, values out."""

from mkdocs_journeys.refactor.merge import MERGED_KINDS, merge
from mkdocs_journeys.refactor.move import move_step
from mkdocs_journeys.refactor.move_pain import move_pain
from mkdocs_journeys.refactor.outcome import Refactoring, Refusal, new_problems
from mkdocs_journeys.refactor.rename import RENAMED_KINDS, rename
from mkdocs_journeys.refactor.split import split

__all__ = [
    "MERGED_KINDS",
    "RENAMED_KINDS",
    "Refactoring",
    "Refusal",
    "merge",
    "move_pain",
    "move_step",
    "new_problems",
    "rename",
    "split",
]
