"""Run the rules over an atlas, as `journeys check` and the page *Health* do, and the outcome of a check."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.rules import BY_ID, RULES, Rule
from mkdocs_journeys.lint.settings import LintSettings, merge_settings, named_rules, read_pyproject, unknown_rule
from mkdocs_journeys.lint.suppressions import apply_ignores, fingerprints
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model.references import Path as FieldPath
from mkdocs_journeys.problem import Position, Problem, Severity, in_order

WORST_FIRST = list(Severity)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Problems by position, and the number of further ones that a baseline suppresses."""

    problems: tuple[Problem, ...] = ()
    baselined: int = 0


def check_atlas(
    atlas: Atlas,
    loaded: Iterable[Problem],
    files: Mapping[str, bytes],
    root: Path,
    today: date,
    rules: Iterable[Rule] = RULES,
) -> list[Problem]:
    """Problems of the loader (`loaded`) and of the rules, by position, without those that comments in `files` ignore.

    `root` holds the project's pyproject.toml; the settings of the catalog override those in it.
    """
    project, mistakes = read_pyproject(root)
    found = run_rules(atlas, today, merge_settings(project, atlas.catalog.lint), rules)
    return in_order([*loaded, *mistakes, *apply_ignores(found, files)])


def run_rules(
    atlas: Atlas, today: date, settings: LintSettings | None = None, rules: Iterable[Rule] = RULES
) -> list[Problem]:
    """Problems that the rules find in an atlas on a date, by file and line; `settings` default to the catalog's.

    Unknown rules in the catalog's settings are errors.
    """
    chosen = settings or merge_settings(atlas.catalog.lint)
    return in_order([*unknown_rules(atlas), *_violations(atlas, today, chosen, rules)])


def unknown_rules(atlas: Atlas) -> Iterator[Problem]:
    """A problem for each rule that the catalog's settings name and that does not exist."""
    file = atlas.catalog.path
    for path, id in named_rules(atlas.catalog.lint):
        if id not in BY_ID:
            yield unknown_rule(id, _positions(atlas, file, [(("lint", *path), True)])[0])


def _violations(atlas: Atlas, today: date, settings: LintSettings, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Violations with their level and position. Positions are located for a whole file at a time."""
    folder = atlas.catalog.path.removesuffix("catalog.yml")
    by_file: defaultdict[str, list[tuple[Rule, Severity, Violation]]] = defaultdict(list)
    for rule in rules:
        for violation in rule.check(atlas, today) if settings.can_apply(rule) else ():
            severity = settings.level(rule, violation.file.removeprefix(folder))
            if severity:
                by_file[violation.file].append((rule, severity, violation))
    for file, found in by_file.items():
        positions = _positions(atlas, file, [(violation.path, violation.key) for _, _, violation in found])
        for (rule, severity, violation), located in zip(found, positions, strict=True):
            at = Position(file, *violation.place) if violation.place else located
            yield Problem(rule.id, at, violation.message, violation.hint, severity, path=violation.path)


def _positions(atlas: Atlas, file: str, wanted: Sequence[tuple[FieldPath, bool]]) -> list[Position]:
    """Positions of the values at paths, or of their keys where that is asked for."""
    source = atlas.sources.get(file)
    return [Position(file, *place) for place in (source.locate_all(wanted) if source else [(1, 1)] * len(wanted))]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The problems by position, and the files that were checked; `fail_on` is the least severity that fails.

    `folder` is the one that all paths have been put below, "" for none.
    """

    problems: Sequence[Problem]
    files: Mapping[str, bytes]
    fail_on: Severity = Severity.ERROR
    folder: str = ""

    def fails(self, problem: Problem) -> bool:
        """Whether a problem makes the check fail."""
        return WORST_FIRST.index(problem.severity) <= WORST_FIRST.index(self.fail_on)

    @property
    def failed(self) -> bool:
        """Whether any problem makes the check fail."""
        return any(map(self.fails, self.problems))

    def fingerprinted(self) -> Iterator[tuple[Problem, str]]:
        """Each problem with its fingerprint, which is unique and independent of line numbers."""
        at_fault = {problem.position.file for problem in self.problems}
        return fingerprints(self.problems, {path: self.files[path] for path in at_fault if path in self.files})

    def below(self, folder: str) -> "Outcome":
        """The outcome with all paths below a folder: services expect paths from the top of a repository."""
        if not folder:
            return self
        files = {f"{folder}/{path}": content for path, content in self.files.items()}
        moved = [_moved(problem, folder) for problem in self.problems]
        return replace(self, problems=moved, files=files, folder=folder)


def advice(problem: Problem) -> str:
    """The message of a problem and, on a second line, its hint."""
    return f"{problem.message}\n{problem.hint}" if problem.hint else problem.message


def _moved(problem: Problem, folder: str) -> Problem:
    def further(position: Position) -> Position:
        return replace(position, file=f"{folder}/{position.file}")

    related = tuple((further(position), said) for position, said in problem.related)
    return replace(problem, position=further(problem.position), related=related)
