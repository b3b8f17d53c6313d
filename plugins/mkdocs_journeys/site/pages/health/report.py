"""The findings of the rules, counted, and cut to as many as a page can show. Pure; nothing here knows of a page."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.lint.settings import PRESETS
from mkdocs_journeys.lint.subject import DocumentsByPath, Subject, document_subject, documents_by_path, subject_of
from mkdocs_journeys.problem import Problem, Severity

Key = TypeVar("Key")

MOST_OF_A_RULE = 20
MOST_PLACES = 8
LOADING = "loading"
LEVELS = tuple(Severity)
"""The worst first."""


class Counts(NamedTuple):
    """How many findings there are of each level."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0

    @property
    def total(self) -> int:
        """How many there are altogether."""
        return sum(self)


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """A problem and the thing that it is about."""

    problem: Problem
    subject: Subject


@dataclass(frozen=True, slots=True)
class RuleFindings:
    """The findings of a rule: all counted, and some `shown`, from every team that has any."""

    rule: str
    group: str
    worst: Severity
    counts: Counts
    shown: tuple[HealthFinding, ...]


@dataclass(frozen=True, slots=True)
class HealthReport:
    """The rules that found something, in the order in which to mend; counts by group, by team, by file.

    A team is its id, "" for none; teams and files with the most findings come first, files at most
    MOST_PLACES and only those with a page of their own. `known` counts findings that a baseline holds back.
    """

    counts: Counts
    rules: tuple[RuleFindings, ...]
    groups: tuple[tuple[str, Counts], ...]
    owners: tuple[tuple[str, Counts], ...]
    places: tuple[tuple[Subject, Counts], ...]
    known: int


def report_of(atlas: Atlas, judge: Callable[[Atlas], CheckResult]) -> HealthReport:
    """The report on an atlas; `judge` gives its findings."""
    judged = judge(atlas)
    files = documents_by_path(atlas)
    found = [HealthFinding(problem, subject_of(atlas, problem, files)) for problem in judged.problems]
    rules = sorted(
        (_rule_findings(rule, of_it) for rule, of_it in _by(found, lambda one: one.problem.rule)), key=_urgency
    )
    groups = dict.fromkeys([*(rule.group for rule in BY_ID.values()), LOADING])
    by_group = dict(_by(found, lambda one: group_of(one.problem.rule)))
    return HealthReport(
        counts=_counts(found),
        rules=tuple(rules),
        groups=tuple((group, _counts(by_group[group])) for group in groups if group in by_group),
        owners=_most(_by(found, lambda one: one.subject.owner)),
        places=_places(found, files),
        known=judged.baselined,
    )


def group_of(rule: str) -> str:
    """The group of a rule; the loader's rules have one of their own."""
    return BY_ID[rule].group if rule in BY_ID else LOADING


def _places(found: Iterable[HealthFinding], files: DocumentsByPath) -> tuple[tuple[Subject, Counts], ...]:
    on_pages = (one for one in found if one.problem.position.file in files)
    counted = _most(_by(on_pages, lambda one: one.problem.position.file))
    return tuple((document_subject(*files[file]), counts) for file, counts in counted[:MOST_PLACES])


def _rule_findings(rule: str, found: Sequence[HealthFinding]) -> RuleFindings:
    worst = min((one.problem.severity for one in found), key=LEVELS.index)
    return RuleFindings(rule, group_of(rule), worst, _counts(found), tuple(_spread(found)))


def _spread(found: Sequence[HealthFinding]) -> list[HealthFinding]:
    """At most so many findings, the worst first, and as many from each team as the others leave room for."""
    rows = [of_one for _, of_one in _by(found, lambda one: one.subject.owner)]
    taken: list[HealthFinding] = []
    for turn in range(max(map(len, rows))):
        taken += [row[turn] for row in rows if turn < len(row)]
        if len(taken) >= MOST_OF_A_RULE:
            break
    return sorted(taken[:MOST_OF_A_RULE], key=lambda one: (LEVELS.index(one.problem.severity), one.problem.sort_key()))


def _urgency(found: RuleFindings) -> tuple[int, int, int]:
    """Sort key: the worst level first, then rules of the smallest preset, then the most findings."""
    preset = PRESETS.index(BY_ID[found.rule].preset) if found.rule in BY_ID else 0
    return LEVELS.index(found.worst), preset, -found.counts.total


def _counts(found: Iterable[HealthFinding]) -> Counts:
    levels = Counter(one.problem.severity for one in found)
    return Counts(*(levels[level] for level in LEVELS))


def _most(groups: Iterable[tuple[Key, Sequence[HealthFinding]]]) -> tuple[tuple[Key, Counts], ...]:
    counted = [(key, _counts(found)) for key, found in groups]
    return tuple(sorted(counted, key=lambda one: (-one[1].total, one[1])))


def _by(
    found: Iterable[HealthFinding], key: Callable[[HealthFinding], Key]
) -> Iterator[tuple[Key, list[HealthFinding]]]:
    groups: defaultdict[Key, list[HealthFinding]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    yield from groups.items()
