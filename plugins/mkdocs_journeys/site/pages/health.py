"""The health page: the findings of `journeys check` by rule and by owner, the most urgent first."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from markupsafe import Markup, escape

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.lint.rules import LOADING_RULES, RULES_URI, rule_uri
from mkdocs_journeys.lint.settings import PRESETS
from mkdocs_journeys.lint.subject import Subject, document_subject, documents_by_path, subject_of
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.site.addresses import page_uri, step_anchor
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import NamedLink, index_page
from mkdocs_journeys.site.page import Page, Section

Key = TypeVar("Key")

URI = "health.md"
MOST_OF_A_RULE = 20
MOST_PLACES = 8
LOADING = "loading"
LEVELS = tuple(Severity)
"""The worst first."""
BAR = 100
NOBODY = "nobody"
_QUOTED = re.compile(r"`([^`]+)`")


def health_pages(site: SiteContext) -> Iterator[Page]:
    """The page, where the host runs the rules."""
    if site.settings.health is not None:
        description = "What the rules found in these journeys, the most urgent first."
        yield index_page(site, "health", _sections, description)


class Counts(NamedTuple):
    """How many findings there are of each level."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0

    @property
    def total(self) -> int:
        """How many there are altogether."""
        return sum(self)


class HealthFinding(NamedTuple):
    """A problem and the thing that it is about."""

    problem: Problem
    subject: Subject


class RuleFindings(NamedTuple):
    """The findings of a rule: all counted, and some `shown`, from every team that has any."""

    rule: str
    group: str
    worst: Severity
    counts: Counts
    shown: tuple[HealthFinding, ...]


class HealthReport(NamedTuple):
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


class FindingItem(NamedTuple):
    """A finding: `place` is `file:line`, `place_href` its line in the repository, None where that is not known.

    `said`, the message, and `hint` are empty where all findings of the rule share them.
    """

    level: str
    said: Markup
    hint: Markup
    thing: NamedLink | None
    owner: str
    place: str
    place_href: str | None


class RuleView(NamedTuple):
    """The findings of a rule; `said` and `hint` are those of all of them, empty where they differ."""

    id: str
    anchor: str
    href: str
    group: str
    summary: Markup
    level: str
    total: int
    said: Markup
    hint: Markup
    shown: tuple[FindingItem, ...]

    @property
    def more(self) -> int:
        """How many findings are only counted."""
        return self.total - len(self.shown)


class HealthBar(NamedTuple):
    """Counts as lengths of a bar out of BAR, the worst level first."""

    name: str
    href: str
    counts: Counts
    parts: tuple[tuple[str, float, float], ...]


class HealthView(NamedTuple):
    """The whole page."""

    counts: Counts
    known: int
    rules: tuple[RuleView, ...]
    groups: tuple[HealthBar, ...]
    owners: tuple[HealthBar, ...]
    places: tuple[HealthBar, ...]


def report_of(atlas: Atlas, judge: Callable[[Atlas], CheckResult]) -> HealthReport:
    """The report on an atlas; `judge` gives its findings."""
    judged = judge(atlas)
    files = documents_by_path(atlas)
    found = [HealthFinding(problem, subject_of(atlas, problem, files)) for problem in judged.problems]
    rules = [_rule_findings(rule, of_it) for rule, of_it in _by(found, lambda one: one.problem.rule).items()]
    groups = dict.fromkeys([*(rule.group for rule in BY_ID.values()), LOADING])
    by_group = _by(found, lambda one: _group_of(one.problem.rule))
    by_file = _by(found, lambda one: one.problem.position.file)
    places = _most({file: of_it for file, of_it in by_file.items() if file in files})
    return HealthReport(
        counts=_counts(found),
        rules=tuple(sorted(rules, key=_urgency)),
        groups=tuple((group, _counts(by_group[group])) for group in groups if group in by_group),
        owners=_most(_by(found, lambda one: one.subject.owner)),
        places=tuple((document_subject(*files[file]), counts) for file, counts in places[:MOST_PLACES]),
        known=judged.baselined,
    )


def _group_of(rule: str) -> str:
    return BY_ID[rule].group if rule in BY_ID else LOADING


def _rule_findings(rule: str, found: Sequence[HealthFinding]) -> RuleFindings:
    worst = min((one.problem.severity for one in found), key=LEVELS.index)
    return RuleFindings(rule, _group_of(rule), worst, _counts(found), tuple(_spread(found)))


def _spread(found: Sequence[HealthFinding]) -> list[HealthFinding]:
    """At most so many findings, the worst first, and as many from each team as the others leave room for."""
    rows = list(_by(found, lambda one: one.subject.owner).values())
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


def _most(groups: Mapping[Key, Sequence[HealthFinding]]) -> tuple[tuple[Key, Counts], ...]:
    counted = [(key, _counts(found)) for key, found in groups.items()]
    return tuple(sorted(counted, key=lambda one: (-one[1].total, one[1])))


def _by(found: Iterable[HealthFinding], key: Callable[[HealthFinding], Key]) -> dict[Key, list[HealthFinding]]:
    groups: defaultdict[Key, list[HealthFinding]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    return groups


def _sections(context: PageContext) -> Iterator[Section]:
    view = _health_view(context, context.site.cached(report_of, context.site.settings.health))
    parts = [("head", "health", "Health", 1)]
    if view.rules:
        parts.append(("rules", "mend-first", "What to mend first", 2))
        parts.append(("owners", "owners", "Where most is to be done", 2))
        parts.append(("findings", "findings", "Findings", 2))
    for part, anchor, title, level in parts:
        html = context.render("health.html.j2", part=part, view=view, rules_href=context.to(RULES_URI))
        yield Section(anchor, title, level, html)
    for rule in view.rules:
        yield Section(rule.anchor, rule.id, 3, words=rule.summary.striptags(), headed=False)


def _health_view(context: PageContext, report: HealthReport) -> HealthView:
    return HealthView(
        counts=report.counts,
        known=report.known,
        rules=tuple(_rule_view(context, found) for found in report.rules),
        groups=_bars((group.capitalize(), "", counts) for group, counts in report.groups),
        owners=_bars((*_owner(context, id), counts) for id, counts in report.owners),
        places=_bars((about.name, _href(context, about), counts) for about, counts in report.places),
    )


def _rule_view(context: PageContext, found: RuleFindings) -> RuleView:
    said = _common(one.problem.message for one in found.shown)
    hint = _common(one.problem.hint for one in found.shown)
    rule = BY_ID.get(found.rule)
    return RuleView(
        id=found.rule,
        anchor=f"rule-{found.rule}",
        href=context.to(*rule_uri(found.rule)),
        group=found.group,
        summary=_with_code(rule.summary if rule else LOADING_RULES.get(found.rule, "")),
        level=found.worst.value,
        total=found.counts.total,
        said=_with_code(said),
        hint=_with_code(hint),
        shown=tuple(_item(context, one, said, hint) for one in found.shown),
    )


def _common(texts: Iterable[str]) -> str:
    """The text that all of these are, "" where they differ."""
    different = set(texts)
    return different.pop() if len(different) == 1 else ""


def _with_code(sentence: str) -> Markup:
    """A sentence escaped, with its `quoted names` as code."""
    return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(sentence))))  # noqa: S704 - escaped just here


def _item(context: PageContext, found: HealthFinding, said: str, hint: str) -> FindingItem:
    problem, subject = found.problem, found.subject
    at, step = problem.position, subject.step_name if subject.kind == "journey" else ""
    return FindingItem(
        level=problem.severity.value,
        said=Markup() if said else _with_code(problem.message),
        hint=Markup() if hint else _with_code(problem.hint),
        thing=NamedLink(subject.name, _href(context, subject), step) if subject.kind else None,
        owner=_owner(context, subject.owner)[0],
        place=f"{at.file}:{at.line}",
        place_href=context.site.settings.line(at.file, at.line),
    )


def _href(context: PageContext, subject: Subject) -> str:
    if subject.kind == "journey" and subject.step:
        return context.to(page_uri("journey", subject.id), step_anchor(subject.step))
    return context.to_thing(subject.kind, subject.id)


def _owner(context: PageContext, id: str) -> tuple[str, str]:
    """A team's name and the link to it."""
    return (context.atlas.teams[id].name, context.to_thing("team", id)) if id else (NOBODY, "")


def _bars(rows: Iterable[tuple[str, str, Counts]]) -> tuple[HealthBar, ...]:
    given = list(rows)
    largest = max((counts.total for _, _, counts in given), default=1)
    return tuple(HealthBar(name, href, counts, tuple(_parts(counts, largest))) for name, href, counts in given)


def _parts(counts: Counts, largest: int) -> Iterator[tuple[str, float, float]]:
    """Level, start and width of each part that is not empty."""
    start = 0.0
    for level, count in zip(("error", "warning", "info"), counts, strict=True):
        width = round(count / largest * BAR, 2)
        if width:
            yield level, start, width
        start = round(start + width, 2)
