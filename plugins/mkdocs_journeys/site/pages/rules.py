"""The rules in their own words: all on one page, or an index and a page for each where the site wants that."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from mkdocs_journeys.lint import RULES, Rule
from mkdocs_journeys.lint.rules import LOADING_RULES, parse_rule_doc
from mkdocs_journeys.lint.settings import PRESETS
from mkdocs_journeys.site.addresses import RULES_URI, rule_address, rule_anchor
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import NamedLink, Pager, neighbours_of
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.health import URI as HEALTH
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.site.rendering.terms import term, term_as_title
from mkdocs_journeys.translation.messages import gettext as _

TEMPLATE = "rules.html.j2"
_NEIGHBOURS = neighbours_of(rule.id for rule in RULES)


def rules_pages(site: SiteContext) -> Iterator[Page]:
    """The page of all rules and, where the site wants them, those of each, on sites with a page of their health."""
    if site.settings.health is None:
        return
    description = _("The %(count)s rules that journeys are held against.", count=len(RULES))
    wide, draw = site.settings.rule_pages, _index_sections if site.settings.rule_pages else _text_sections
    yield Page(RULES_URI, _("Rules"), partial(draw, site.at(RULES_URI)), description, kind="rules", wide=wide)
    for rule in RULES if site.settings.rule_pages else ():
        uri = rule_address(rule.id, with_pages=True)[0]
        yield Page(uri, rule.id, partial(_page_sections, site.at(uri), rule), rule.summary, kind="rules", wide=True)


def _index_sections(context: PageContext) -> Iterator[Section]:
    """The rules by group as tables that lead to their pages."""
    yield Section("rules", _("Rules"), 1, _head(context))
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        rows = [(rule, rule_anchor(rule.id), context.to_rule(rule.id)) for rule in members]
        html = context.render(TEMPLATE, part="group", name=term(group), rows=rows)
        yield Section(_group_anchor(group), term_as_title(group), 2, html)
    yield _loading(context)


def _text_sections(context: PageContext) -> Iterator[Section]:
    """The texts of all rules by group. Search finds the page, by the names and first sentences of them all."""
    words = " ".join(f"{rule.id} {words_of(rule.summary)}" for rule in RULES)
    yield Section("rules", _("Rules"), 1, _head(context), words)
    levels = context.render(TEMPLATE, part="levels")
    yield Section("levels", _("Make a rule matter more or less"), 2, levels, searched=False)
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        yield Section(_group_anchor(group), term_as_title(group), 2, searched=False)
        for rule in members:
            html = context.render(TEMPLATE, part="rule", **_rule_values(rule))
            yield Section(rule_anchor(rule.id), rule.id, 3, html, searched=False)
    yield _loading(context)._replace(searched=False)


def _page_sections(context: PageContext, rule: Rule) -> Iterator[Section]:
    values = _rule_values(rule)
    before, after = (NamedLink(other, context.to_rule(other)) if other else None for other in _NEIGHBOURS[rule.id])
    beside = Pager(NamedLink(_("Rules"), context.to(RULES_URI)), before, after)
    html = context.render("rule.html.j2", beside=beside, health_href=context.to(HEALTH), **values)
    text = values["text"]
    yield Section("rule", rule.id, 1, html, words_of(rule.summary, text.why, text.mend), headed=False)


def _head(context: PageContext) -> Markup:
    return context.render(TEMPLATE, part="head", count=len(RULES), health_href=context.to(HEALTH))


def _loading(context: PageContext) -> Section:
    rows = [{"id": id, "anchor": rule_anchor(id), "summary": text} for id, text in LOADING_RULES.items()]
    return Section("loading", term_as_title("loading"), 2, context.render(TEMPLATE, part="loading", rows=rows))


def _group_anchor(group: str) -> str:
    return group.replace(" ", "-")


def _rule_values(rule: Rule) -> dict[str, Any]:
    """What the templates say of a rule; `held` are the presets that contain it."""
    return {
        "rule": rule,
        "group": term(rule.group),
        "text": parse_rule_doc(rule),
        "held": PRESETS[PRESETS.index(rule.preset) :],
    }
