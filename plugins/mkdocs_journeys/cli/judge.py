"""All that is wrong with an atlas: what the loader says and, where it can be read, what the rules say."""

from datetime import date
from pathlib import Path

from mkdocs_journeys.cli.project import project_lint
from mkdocs_journeys.lint import BY_ID, lint, settings_of
from mkdocs_journeys.lint.baseline import new_problems
from mkdocs_journeys.lint.ignores import without_ignored
from mkdocs_journeys.load import Tree, load
from mkdocs_journeys.problem import Problem


def judged(tree: Tree, root: Path, today: date) -> list[Problem]:
    """The problems of an atlas on a day, by position, without those that comments in its files ignore.

    The catalog's settings win over those of pyproject.toml.
    """
    atlas, problems = load(tree)
    if atlas is None:
        return problems
    settings, mistakes = project_lint(root)
    found = lint(atlas, today, settings_of(settings, atlas.catalog.lint))
    return sorted([*problems, *mistakes, *without_ignored(found, tree.files, BY_ID)])


def of_rules(problems: list[Problem]) -> list[Problem]:
    """The problems that a baseline may hold: those that the rules found."""
    return [problem for problem in problems if problem.rule in BY_ID]


def without_known(problems: list[Problem], tree: Tree, known: frozenset[str]) -> list[Problem]:
    """The problems that a baseline does not hold; what the loader says is never held back."""
    new = set(new_problems(of_rules(problems), tree.files, known))
    return [problem for problem in problems if problem.rule not in BY_ID or problem in new]
