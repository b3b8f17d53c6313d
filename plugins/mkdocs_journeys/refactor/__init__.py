"""Changes of a whole atlas that keep comments and layout: rename, merge, move and split. Pure: trees in, values out."""

from mkdocs_journeys.refactor.outcome import Refactoring, Refusal
from mkdocs_journeys.refactor.rename import RENAMED_KINDS, rename

__all__ = ["RENAMED_KINDS", "Refactoring", "Refusal", "rename"]
