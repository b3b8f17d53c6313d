"""The findings as the page shows them: names, links, and how to see what is left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.docs import rule_uri
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.lint.subject import Subject
from mkdocs_journeys.site.anchors import step_anchor
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.pages.health.report import Counts, Finding, OfRule, Report
from mkdocs_journeys.site.world import Desk

BAR = 100
NOBODY = "nobody"
_QUOTED = re.compile(r"`([^`]+)`")


class Item(NamedTuple):
    """A finding: `place` is `file:line`, `place_href` its line in the repository, None where that is not known.

    `said` and `hint` are empty where they are told once for all findings of the rule.
    """

    level: str
    said: Markup
    hint: Markup
    thing: Named | None
    owner: str
    place: str
    place_href: str | None


@dataclass(frozen=True, slots=True)
class RuleView:
    """What a rule found; `said` and `hint` are those of all its findings, empty where they differ."""

    id: str
    anchor: str
    href: str
    group: str
    summary: Markup
    level: str
    total: int
    said: Markup
    hint: Markup
    shown: tuple[Item, ...]

    @property
    def more(self) -> int:
        """How many findings are only counted."""
        return self.total - len(self.shown)


class Bar(NamedTuple):
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
    groups: tuple[Bar, ...]
    owners: tuple[Bar, ...]
    places: tuple[Bar, ...]


def view_of(desk: Desk, report: Report) -> HealthView:
    """The report with names and links, as seen from the page at `desk`."""
    return HealthView(
        counts=report.counts,
        known=report.known,
        rules=tuple(_rule(desk, found) for found in report.rules),
        groups=_bars((group.capitalize(), "", counts) for group, counts in report.groups),
        owners=_bars((*_owner(desk, id), counts) for id, counts in report.owners),
        places=_bars((about.name, _href(desk, about), counts) for about, counts in report.places),
    )


def rule_anchor(rule: str) -> str:
    """Where a rule's findings stand on the page."""
    return f"rule-{rule}"


def _rule(desk: Desk, found: OfRule) -> RuleView:
    said = _common(one.problem.message for one in found.shown)
    hint = _common(one.problem.hint for one in found.shown)
    rule = BY_ID.get(found.rule)
    return RuleView(
        id=found.rule,
        anchor=rule_anchor(found.rule),
        href=desk.to(*rule_uri(found.rule)),
        group=found.group,
        summary=_with_code(rule.summary if rule else LOADING_RULES.get(found.rule, "")),
        level=found.worst.value,
        total=found.counts.total,
        said=_with_code(said),
        hint=_with_code(hint),
        shown=tuple(_item(desk, one, said, hint) for one in found.shown),
    )


def _common(texts: Iterable[str]) -> str:
    """What all of these say, "" where they differ."""
    different = set(texts)
    return different.pop() if len(different) == 1 else ""


def _with_code(sentence: str) -> Markup:
    """A sentence escaped, with its `quoted names` as code."""
    return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(sentence))))  # noqa: S704 - escaped just here


def _item(desk: Desk, found: Finding, said: str, hint: str) -> Item:
    problem, about = found.problem, found.about
    at = problem.position
    return Item(
        level=problem.severity.value,
        said=Markup() if said else _with_code(problem.message),
        hint=Markup() if hint else _with_code(problem.hint),
        thing=Named(about.name, _href(desk, about), _note(about)) if about.kind else None,
        owner=_owner(desk, about.owner)[0],
        place=f"{at.file}:{at.line}",
        place_href=desk.world.settings.line(at.file, at.line),
    )


def _note(about: Subject) -> str:
    return about.step_name if about.kind == "journey" else ""


def _href(desk: Desk, about: Subject) -> str:
    if about.kind == "journey" and about.step:
        return desk.to(f"journeys/{about.id}.md", step_anchor(about.step))
    return desk.to_thing(about.kind, about.id)


def _owner(desk: Desk, id: str) -> tuple[str, str]:
    """A team's name and the way to it."""
    return (desk.atlas.teams[id].name, desk.to_thing("team", id)) if id else (NOBODY, "")


def _bars(rows: Iterable[tuple[str, str, Counts]]) -> tuple[Bar, ...]:
    given = list(rows)
    largest = max((counts.total for _, _, counts in given), default=1)
    return tuple(Bar(name, href, counts, tuple(_parts(counts, largest))) for name, href, counts in given)


def _parts(counts: Counts, largest: int) -> Iterator[tuple[str, float, float]]:
    """Level, start and width of each part that is not empty."""
    start = 0.0
    for level, count in zip(("error", "warning", "info"), counts, strict=True):
        width = round(count / largest * BAR, 2)
        if width:
            yield level, start, width
        start = round(start + width, 2)
