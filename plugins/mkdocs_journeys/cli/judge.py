"""All that is wrong with an atlas: what the loader says and, where it can be read, what the rules say."""

from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.judging import judged_atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.load.loader import without_collecting
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.tree import Tree

_last: list[Atlas | None] = [None]
"""The atlas that was judged last: letting go of a large one takes a twentieth of a second, and a command ends soon."""


def judged(tree: Tree, root: Path, today: date) -> list[Problem]:
    """The problems of an atlas on a day, by position, without those that comments in its files ignore."""
    with without_collecting():
        atlas, problems = load(tree)
        _last[0] = atlas
        return problems if atlas is None else judged_atlas(atlas, problems, tree.files, root, today)
