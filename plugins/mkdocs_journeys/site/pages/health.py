"""The health page: the findings of `journeys check` by rule and by owner, the most urgent first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from mkdocs_journeys.diff.sentences import parse_sentence
from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.lint.settings import PRESETS
from mkdocs_journeys.lint.subject import Subject, document_subject, documents_by_path, subject_of
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.site.addresses import RULES_URI, page_uri, rule_anchor, step_anchor
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import NamedLink, index_page
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.environment import with_code
from mkdocs_journeys.site.rendering.terms import term, term_as_title
from mkdocs_journeys.translation.messages import gettext as _

Key = TypeVar("Key")

URI = "health.md"
MOST_OF_A_RULE = 20
MOST_PLACES = 8
LOADING = "loading"
LEVELS = tuple(Severity)
"""The worst first."""
BAR = 100


def health_pages(site: SiteContext) -> Iterator[Page]:
    """The page, where the host runs the rules."""
    if site.settings.health is not None:
        description = _("What the rules found in these journeys, the most urgent first.")
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


class FindingItem(NamedTuple):
    """A finding: `place` is `file:line`, `place_href` its line in the repository, None where that is not known.

    `owner` is empty for nobody. `said`, the message, and `hint` are empty where all findings of the rule share them.
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
    """The rules that found something, in the order in which to mend; counts by group, by owner, by file.

    Owners and files with the most findings come first, files at most MOST_PLACES and only those with a page of their
    own. `known` counts findings that a baseline holds back.
    """

    counts: Counts
    known: int
    rules: tuple[RuleView, ...]
    groups: tuple[HealthBar, ...]
    owners: tuple[HealthBar, ...]
    places: tuple[HealthBar, ...]


def health_view(context: PageContext, judged: CheckResult) -> HealthView:
    """The view of what the rules found in an atlas."""
    files = documents_by_path(context.atlas)
    found = [HealthFinding(problem, subject_of(context.atlas, problem, files)) for problem in judged.problems]
    by_rule = _by(found, lambda one: one.problem.rule)
    by_group = _by(found, lambda one: _group_of(one.problem.rule))
    by_file = _by(found, lambda one: one.problem.position.file)
    groups = dict.fromkeys([*(rule.group for rule in BY_ID.values()), LOADING])
    places = _most({file: of_it for file, of_it in by_file.items() if file in files})[:MOST_PLACES]
    documents = [(document_subject(*files[file]), counts) for file, counts in places]
    return HealthView(
        counts=_counts(found),
        known=judged.baselined,
        rules=tuple(_rule_view(context, rule, by_rule[rule]) for rule in _most_urgent_first(by_rule)),
        groups=_bars((term_as_title(group), "", _counts(by_group[group])) for group in groups if group in by_group),
        owners=_bars(
            (*(_owner(context, id) or (_("nobody"), "")), counts)
            for id, counts in _most(_by(found, lambda one: one.subject.owner))
        ),
        places=_bars((about.name, _href(context, about), counts) for about, counts in documents),
    )


def _group_of(rule: str) -> str:
    return BY_ID[rule].group if rule in BY_ID else LOADING


def _worst(found: Iterable[HealthFinding]) -> Severity:
    return min((one.problem.severity for one in found), key=LEVELS.index)


def _spread(found: Sequence[HealthFinding]) -> list[HealthFinding]:
    """At most so many findings, the worst first, and as many from each team as the others leave room for."""
    rows = list(_by(found, lambda one: one.subject.owner).values())
    taken: list[HealthFinding] = []
    for turn in range(max(map(len, rows))):
        taken += [row[turn] for row in rows if turn < len(row)]
        if len(taken) >= MOST_OF_A_RULE:
            break
    return sorted(taken[:MOST_OF_A_RULE], key=lambda one: (LEVELS.index(one.problem.severity), one.problem.sort_key()))


def _most_urgent_first(by_rule: Mapping[str, Sequence[HealthFinding]]) -> list[str]:
    """Rules by their worst level, then those of the smallest preset, then those with the most findings."""

    def urgency(rule: str) -> tuple[int, int, int]:
        preset = PRESETS.index(BY_ID[rule].preset) if rule in BY_ID else 0
        return LEVELS.index(_worst(by_rule[rule])), preset, -len(by_rule[rule])

    return sorted(by_rule, key=urgency)


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
    judge = context.site.settings.health
    if judge is None:
        return
    view = health_view(context, context.atlas.cached(judge))
    parts = [("head", "health", _("Health"), 1)]
    if view.rules:
        parts.append(("rules", "mend-first", _("What to mend first"), 2))
        parts.append(("owners", "owners", _("Where most is to be done"), 2))
        parts.append(("findings", "findings", _("Findings"), 2))
    taken = context.atlas.acknowledged.changes if context.atlas.acknowledged else ()
    accepted = [(one, parse_sentence(one.says)) for one in taken]
    if accepted:
        parts.append(("accepted", "accepted", _("Accepted for now"), 2))
    for part, anchor, title, level in parts:
        html = context.render(
            "health.html.j2", part=part, view=view, accepted=accepted, rules_href=context.to(RULES_URI)
        )
        yield Section(anchor, title, level, html)
    for rule in view.rules:
        yield Section(rule.anchor, rule.summary.striptags(), 3, words=rule.id, headed=False)


def _rule_view(context: PageContext, id: str, found: Sequence[HealthFinding]) -> RuleView:
    shown = _spread(found)
    said = _common(one.problem.message for one in shown)
    hint = _common(one.problem.hint for one in shown)
    rule = BY_ID.get(id)
    return RuleView(
        id=id,
        anchor=rule_anchor(id),
        href=context.to_rule(id),
        group=term(_group_of(id)),
        summary=with_code(rule.summary if rule else LOADING_RULES.get(id, "")),
        level=_worst(found).value,
        total=len(found),
        said=with_code(said),
        hint=with_code(hint),
        shown=tuple(_item(context, one, said, hint) for one in shown),
    )


def _common(texts: Iterable[str]) -> str:
    """The text that all of these are, "" where they differ."""
    different = set(texts)
    return different.pop() if len(different) == 1 else ""


def _item(context: PageContext, found: HealthFinding, said: str, hint: str) -> FindingItem:
    problem, subject = found.problem, found.subject
    team = _owner(context, subject.owner)
    at, step = problem.position, subject.step_name if subject.kind == "journey" else ""
    return FindingItem(
        level=problem.severity.value,
        said=Markup() if said else with_code(problem.message),
        hint=Markup() if hint else with_code(problem.hint),
        thing=NamedLink(subject.name, _href(context, subject), step) if subject.kind else None,
        owner=team[0] if team else "",
        place=f"{at.file}:{at.line}",
        place_href=context.site.settings.line(at.file, at.line),
    )


def _href(context: PageContext, subject: Subject) -> str:
    if subject.kind == "journey" and subject.step:
        return context.to(page_uri("journey", subject.id), step_anchor(subject.step))
    return context.to_thing(subject.kind, subject.id)


def _owner(context: PageContext, id: str) -> tuple[str, str] | None:
    """A team's name and the link to it; None for nobody."""
    return (context.atlas.teams[id].name, context.to_thing("team", id)) if id else None


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
