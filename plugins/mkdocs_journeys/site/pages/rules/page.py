"""The rules: an index by group, and a page for each, both made of the rules' own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from mkdocs_journeys.lint import BY_ID, RULES, Rule
from mkdocs_journeys.lint.docs import RULES_URI, parse_rule_doc, rule_uri
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.lint.settings import PRESETS
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.neighbours import Neighbours, in_a_row
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.health.page import URI as HEALTH
from mkdocs_journeys.site.richtext import words_of
from mkdocs_journeys.site.world import Desk, World


@dataclass(frozen=True, slots=True)
class Row:
    """A rule in the index."""

    id: str
    href: str
    summary: str
    level: str
    preset: str


@dataclass(frozen=True, slots=True)
class LoadingRow:
    """What the loader may say, with the anchor that it is linked by."""

    id: str
    anchor: str
    summary: str


def rules_pages(world: World) -> Iterator[Page]:
    """The index and a page for each rule, on sites that say how healthy they are."""
    if world.settings.health is None:
        return
    description = f"The {len(RULES)} rules that journeys are held against."
    yield Page(RULES_URI, "Rules", partial(_index, world.at(RULES_URI)), description, wide=True)
    for rule in RULES:
        uri, _ = rule_uri(rule.id)
        yield Page(uri, rule.id, partial(_one, world.at(uri), rule.id), rule.summary, wide=True)


def _index(desk: Desk) -> Iterator[Section]:
    yield Section("rules", "Rules", 1, _html(desk, "head", count=len(RULES), health_href=desk.to(HEALTH)))
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        rows = [_row(desk, rule) for rule in members]
        html = _html(desk, "group", name=group, rows=rows)
        yield Section(group.replace(" ", "-"), group.capitalize(), 2, html)
    loading = [LoadingRow(id, rule_uri(id)[1], said) for id, said in LOADING_RULES.items()]
    yield Section("loading", "Loading", 2, _html(desk, "loading", rows=loading))


def _html(desk: Desk, part: str, **values: object) -> Markup:
    return desk.render("rules.html.j2", part=part, **values)


def _row(desk: Desk, rule: Rule) -> Row:
    return Row(rule.id, desk.to(*rule_uri(rule.id)), rule.summary, rule.severity.value, rule.preset)


def _one(desk: Desk, id: str) -> Iterator[Section]:
    rule = BY_ID[id]
    text = parse_rule_doc(rule)
    held = PRESETS[PRESETS.index(rule.preset) :]
    html = desk.render(
        "rule.html.j2", rule=rule, text=text, held=held, beside=_beside(desk, id), health_href=desk.to(HEALTH)
    )
    yield Section("rule", id, 1, html, words_of(rule.summary, text.why, text.mend), headed=False)


def _beside(desk: Desk, id: str) -> Neighbours:
    before, after = _ROW[id]
    return Neighbours(Named("Rules", desk.to(RULES_URI)), _named(desk, before), _named(desk, after))


def _named(desk: Desk, id: str | None) -> Named | None:
    return Named(id, desk.to(*rule_uri(id))) if id else None


_ROW = in_a_row(rule.id for rule in RULES)
