"""The rules: an index by group, and a page for each, both made of the rules' own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from mkdocs_journeys.lint import BY_ID, RULES, Rule
from mkdocs_journeys.lint.levels import SIZES
from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.lint.page import INDEX, text_of, uri_of
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import NamedLink, Pager, neighbours_of
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.health.page import URI as HEALTH
from mkdocs_journeys.site.richtext import words_of


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


def rules_pages(world: SiteContext) -> Iterator[Page]:
    """The index and a page for each rule, on sites that say how healthy they are."""
    if world.settings.health is None:
        return
    description = f"The {len(RULES)} rules that journeys are held against."
    yield Page(INDEX, "Rules", partial(_index, world.at(INDEX)), description, kind="rules", wide=True)
    for rule in RULES:
        uri, _ = uri_of(rule.id)
        yield Page(uri, rule.id, partial(_one, world.at(uri), rule.id), rule.summary, kind="rules", wide=True)


def _index(desk: PageContext) -> Iterator[Section]:
    yield Section("rules", "Rules", 1, _html(desk, "head", count=len(RULES), health_href=desk.to(HEALTH)))
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        rows = [_row(desk, rule) for rule in members]
        html = _html(desk, "group", name=group, rows=rows)
        yield Section(group.replace(" ", "-"), group.capitalize(), 2, html)
    loading = [LoadingRow(id, uri_of(id)[1], said) for id, said in LOADING.items()]
    yield Section("loading", "Loading", 2, _html(desk, "loading", rows=loading))


def _html(desk: PageContext, part: str, **values: object) -> Markup:
    return desk.render("rules.html.j2", part=part, **values)


def _row(desk: PageContext, rule: Rule) -> Row:
    return Row(rule.id, desk.to(*uri_of(rule.id)), rule.summary, rule.severity.value, rule.preset)


def _one(desk: PageContext, id: str) -> Iterator[Section]:
    rule = BY_ID[id]
    text = text_of(rule)
    held = SIZES[SIZES.index(rule.preset) :]
    html = desk.render(
        "rule.html.j2", rule=rule, text=text, held=held, beside=_beside(desk, id), health_href=desk.to(HEALTH)
    )
    yield Section("rule", id, 1, html, words_of(rule.summary, text.why, text.mend), headed=False)


def _beside(desk: PageContext, id: str) -> Pager:
    before, after = _ROW[id]
    return Pager(NamedLink("Rules", desk.to(INDEX)), _named(desk, before), _named(desk, after))


def _named(desk: PageContext, id: str | None) -> NamedLink | None:
    return NamedLink(id, desk.to(*uri_of(id))) if id else None


_ROW = neighbours_of(rule.id for rule in RULES)
