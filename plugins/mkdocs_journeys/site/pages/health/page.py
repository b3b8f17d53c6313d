"""The health page: the findings of `journeys check` by rule and by owner, the most urgent first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.rules import LOADING_RULES, RULES_URI, rule_uri
from mkdocs_journeys.lint.subject import Subject
from mkdocs_journeys.site.addresses import page_uri, step_anchor
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import NamedLink
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.health.report import Counts, HealthFinding, HealthReport, RuleFindings, report_of

URI = "health.md"
BAR = 100
NOBODY = "nobody"
_QUOTED = re.compile(r"`([^`]+)`")


def health_pages(site: SiteContext) -> Iterator[Page]:
    """The page, where the host runs the rules."""
    if site.settings.health is not None:
        description = "What the rules found in these journeys, the most urgent first."
        yield Page(URI, "Health", partial(_sections, site.at(URI)), description, kind="health", in_nav=True, wide=True)


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


@dataclass(frozen=True, slots=True)
class RuleView:
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


@dataclass(frozen=True, slots=True)
class HealthView:
    """The whole page."""

    counts: Counts
    known: int
    rules: tuple[RuleView, ...]
    groups: tuple[HealthBar, ...]
    owners: tuple[HealthBar, ...]
    places: tuple[HealthBar, ...]


def _sections(context: PageContext) -> Iterator[Section]:
    view = _health_view(context, context.site.cached(report_of, context.site.settings.health))
    yield _section(context, view, "head", "health", "Health", 1)
    if not view.rules:
        return
    yield _section(context, view, "rules", "mend-first", "What to mend first")
    yield _section(context, view, "owners", "owners", "Where most is to be done")
    yield _section(context, view, "findings", "findings", "Findings")
    for rule in view.rules:
        yield Section(rule.anchor, rule.id, 3, words=rule.summary.striptags(), headed=False)


def _section(context: PageContext, view: HealthView, part: str, anchor: str, title: str, level: int = 2) -> Section:
    html = context.render("health.html.j2", part=part, view=view, rules_href=context.to(RULES_URI))
    return Section(anchor, title, level, html)


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
    at = problem.position
    return FindingItem(
        level=problem.severity.value,
        said=Markup() if said else _with_code(problem.message),
        hint=Markup() if hint else _with_code(problem.hint),
        thing=_thing(context, subject) if subject.kind else None,
        owner=_owner(context, subject.owner)[0],
        place=f"{at.file}:{at.line}",
        place_href=context.site.settings.line(at.file, at.line),
    )


def _thing(context: PageContext, subject: Subject) -> NamedLink:
    return NamedLink(subject.name, _href(context, subject), subject.step_name if subject.kind == "journey" else "")


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
