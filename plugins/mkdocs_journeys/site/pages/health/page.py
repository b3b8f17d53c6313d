"""The page that says what is to be mended first: what `journeys check` finds, by rule and by owner."""

from collections.abc import Iterator
from functools import partial

from mkdocs_journeys.lint.docs import RULES_URI
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.health.report import report_of
from mkdocs_journeys.site.pages.health.view import HealthView, view_of
from mkdocs_journeys.site.world import Desk, World

URI = "health.md"


def health_pages(world: World) -> Iterator[Page]:
    """The page, where the host lets the rules run."""
    if world.settings.health is not None:
        description = "What the rules found in these journeys, the most urgent first."
        yield Page(URI, "Health", partial(_sections, world.at(URI)), description, in_nav=True, wide=True)


def _sections(desk: Desk) -> Iterator[Section]:
    view = view_of(desk, desk.world.once(report_of, desk.world.settings.health))
    yield _section(desk, view, "head", "health", "Health", 1)
    if not view.rules:
        return
    yield _section(desk, view, "rules", "mend-first", "What to mend first")
    yield _section(desk, view, "owners", "owners", "Where most is to be done")
    yield _section(desk, view, "findings", "findings", "Findings")
    for rule in view.rules:
        yield Section(rule.anchor, rule.id, 3, words=rule.summary.striptags(), headed=False)


def _section(desk: Desk, view: HealthView, part: str, anchor: str, title: str, level: int = 2) -> Section:
    html = desk.render("health.html.j2", part=part, view=view, rules_href=desk.to(RULES_URI))
    return Section(anchor, title, level, html)
