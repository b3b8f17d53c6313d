"""The rules: an index by group, and a page for each, both made of the rules' own words."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from mkdocs_journeys.lint import BY_ID, RULES
from mkdocs_journeys.lint.rules import LOADING_RULES, RULES_URI, parse_rule_doc, rule_uri
from mkdocs_journeys.lint.settings import PRESETS
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import NamedLink, Pager, neighbours_of
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.health import URI as HEALTH
from mkdocs_journeys.site.rendering.richtext import words_of

TEMPLATE = "rules.html.j2"
_NEIGHBOURS = neighbours_of(rule.id for rule in RULES)


def rules_pages(site: SiteContext) -> Iterator[Page]:
    """The index and a page for each rule, on sites with a page of their health."""
    if site.settings.health is None:
        return
    description = f"The {len(RULES)} rules that journeys are held against."
    yield Page(RULES_URI, "Rules", partial(_index_sections, site.at(RULES_URI)), description, kind="rules", wide=True)
    for rule in RULES:
        uri, _ = rule_uri(rule.id)
        yield Page(uri, rule.id, partial(_sections, site.at(uri), rule.id), rule.summary, kind="rules", wide=True)


class RuleRow(NamedTuple):
    """A rule in the index."""

    id: str
    href: str
    summary: str
    level: str
    preset: str


def _index_sections(context: PageContext) -> Iterator[Section]:
    head = context.render(TEMPLATE, part="head", count=len(RULES), health_href=context.to(HEALTH))
    yield Section("rules", "Rules", 1, head)
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        rows = [
            RuleRow(rule.id, context.to(*rule_uri(rule.id)), rule.summary, rule.severity.value, rule.preset)
            for rule in members
        ]
        html = context.render(TEMPLATE, part="group", name=group, rows=rows)
        yield Section(group.replace(" ", "-"), group.capitalize(), 2, html)
    loading = [{"id": id, "anchor": rule_uri(id)[1], "summary": text} for id, text in LOADING_RULES.items()]
    yield Section("loading", "Loading", 2, context.render(TEMPLATE, part="loading", rows=loading))


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    rule = BY_ID[id]
    text = parse_rule_doc(rule)
    before, after = (NamedLink(other, context.to(*rule_uri(other))) if other else None for other in _NEIGHBOURS[id])
    html = context.render(
        "rule.html.j2",
        rule=rule,
        text=text,
        held=PRESETS[PRESETS.index(rule.preset) :],
        beside=Pager(NamedLink("Rules", context.to(RULES_URI)), before, after),
        health_href=context.to(HEALTH),
    )
    yield Section("rule", id, 1, html, words_of(rule.summary, text.why, text.mend), headed=False)
