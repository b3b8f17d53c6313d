"""Run the rules over an atlas, and judge it as `journeys check` and the page *Health* do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.rules import BY_ID, RULES, Rule
from mkdocs_journeys.lint.settings import LintSettings, merge_settings, named_rules, read_pyproject, unknown_rule
from mkdocs_journeys.lint.suppressions import apply_ignores
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.problem import Position, Problem, Severity, in_order


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Problems by position, and the number of further ones that a baseline suppresses."""

    problems: tuple[Problem, ...] = ()
    baselined: int = 0


def check_atlas(
    atlas: Atlas, loaded: Iterable[Problem], files: Mapping[str, bytes], root: Path, today: date
) -> list[Problem]:
    """Problems of the loader (`loaded`) and of the rules, by position, without those that comments in `files` ignore.

    `root` holds the project's pyproject.toml; the settings of the catalog override those in it.
    """
    project, mistakes = read_pyproject(root)
    found = run_rules(atlas, today, merge_settings(project, atlas.catalog.lint))
    return in_order([*loaded, *mistakes, *apply_ignores(found, files)])


def run_rules(atlas: Atlas, today: date, settings: LintSettings | None = None) -> list[Problem]:
    """Problems that the rules find in an atlas on a date, by file and line; `settings` default to the catalog's.

    Unknown rules in the catalog's settings are errors.
    """
    chosen = settings or merge_settings(atlas.catalog.lint)
    return in_order([*unknown_rules(atlas), *_violations(atlas, today, chosen)])


def unknown_rules(atlas: Atlas) -> Iterator[Problem]:
    """A problem for each rule that the catalog's settings name and that does not exist."""
    catalog = atlas.catalog
    for path, id in named_rules(catalog.lint):
        if id not in BY_ID:
            violation = Violation(catalog.path, ("lint", *path), "", "", key=True)
            yield unknown_rule(id, _positions(atlas, catalog.path, [violation])[0])


def _violations(atlas: Atlas, today: date, settings: LintSettings) -> Iterator[Problem]:
    """Violations with their level and position. Positions are located for a whole file at a time."""
    folder = atlas.catalog.path.removesuffix("catalog.yml")
    by_file: defaultdict[str, list[tuple[Rule, Severity, Violation]]] = defaultdict(list)
    for rule in RULES:
        for violation in rule.check(atlas, today) if settings.can_apply(rule) else ():
            severity = settings.level(rule, violation.file.removeprefix(folder))
            if severity:
                by_file[violation.file].append((rule, severity, violation))
    for file, found in by_file.items():
        positions = _positions(atlas, file, [violation for _, _, violation in found])
        for (rule, severity, violation), at in zip(found, positions, strict=True):
            yield Problem(rule.id, at, violation.message, violation.hint, severity, path=violation.path)


def _positions(atlas: Atlas, file: str, violations: Sequence[Violation]) -> list[Position]:
    source = atlas.sources.get(file)
    if source is None:
        return [Position(file, 1, 1) for _ in violations]
    return [Position(file, *place) for place in source.locate_all([(one.path, one.key) for one in violations])]
