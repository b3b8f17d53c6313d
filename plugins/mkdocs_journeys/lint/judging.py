"""All that is to be said of an atlas that could be read: for `journeys check` and for the page *Health* alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint import BY_ID, lint, settings_of
from mkdocs_journeys.lint.baseline import new_problems
from mkdocs_journeys.lint.ignores import without_ignored
from mkdocs_journeys.lint.project import project_lint
from mkdocs_journeys.problem import Problem, in_order


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found, by position; `known` is how many findings more a baseline holds."""

    problems: tuple[Problem, ...] = ()
    known: int = 0


def judged_atlas(
    atlas: Atlas, loaded: Iterable[Problem], files: Mapping[str, bytes], root: Path, today: date
) -> list[Problem]:
    """What the loader said and what the rules find on a day, by position.

    Without what comments in `files` ignore. `root` holds the project's pyproject.toml; the catalog's settings win
    over those in there.
    """
    settings, mistakes = project_lint(root)
    found = lint(atlas, today, settings_of(settings, atlas.catalog.lint))
    return in_order([*loaded, *mistakes, *without_ignored(found, files, BY_ID)])


def of_rules(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that a baseline may hold: those that the rules found."""
    return [problem for problem in problems if problem.rule in BY_ID]


def without_known(problems: list[Problem], files: Mapping[str, bytes], known: frozenset[str]) -> list[Problem]:
    """The problems that a baseline does not hold; what the loader says is never held back."""
    new = set(new_problems(of_rules(problems), files, known))
    return [problem for problem in problems if problem.rule not in BY_ID or problem in new]
