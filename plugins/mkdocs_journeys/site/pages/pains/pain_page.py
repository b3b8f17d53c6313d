"""The page of a pain: its score and how that comes about, what it rests on, and where it hurts."""

from collections.abc import Iterable, Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import ScoredPain, backlog, score_pain
from mkdocs_journeys.insight.things.places import by_journey
from mkdocs_journeys.insight.tracing.chain import ChainNode
from mkdocs_journeys.model import Pain
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import pager, thing_page
from mkdocs_journeys.site.lists import LISTS, opportunity_rows
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.pains.pain_view import pain_view
from mkdocs_journeys.site.pages.things.excerpts import excerpts_of
from mkdocs_journeys.site.pages.tracing.chain import CHAIN_TITLE, chain_html
from mkdocs_journeys.site.rendering.richtext import plain
from mkdocs_journeys.translation.messages import gettext as _

TEMPLATE = "pain.html.j2"


def pain_pages(site: SiteContext) -> Iterator[Page]:
    """A page for each pain, in the order in which journeys define them."""
    for id, located in site.atlas.pains.items():
        pain, journey = located.pain, located.home.journey
        description = plain(pain.description) if pain.description else journey.title
        yield thing_page(site, ("pain", id), pain.title, _sections, description, journey.path, "pain")


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    atlas = context.atlas
    located = atlas.pains[id]
    view = pain_view(context, ScoredPain(located, score_pain(located.pain, atlas.catalog.scoring)))
    beside = pager(context, "pain", id, _in_order)
    yield Section("pain", view.title, 1, context.macro(TEMPLATE, "head", view, beside), view.words, headed=False)
    if chain := chain_html(context, ChainNode("pain", id), asked=located.pain.is_open):
        yield Section("chain", _(CHAIN_TITLE), 2, context.macro(TEMPLATE, "around", chain), searched=False)
    journeys = by_journey(located.places)
    html = context.macro(TEMPLATE, "where", excerpts_of(context, journeys))
    yield Section("where", _("Where it hurts"), 2, html, searched=False, counted=str(len(located.places)))
    if answers := atlas.opportunities_of_pain.get(id):
        html = context.macro(LISTS, "opportunities", opportunity_rows(context, answers))
        yield Section(
            "opportunities", _("Opportunities that answer it"), 2, html, searched=False, counted=str(len(answers))
        )
    foot = context.macro("thing.html.j2", "foot", beside)
    yield Section("others", "", 2, foot, listed=False, headed=False, searched=False)


def _in_order(atlas: Atlas) -> Iterable[Pain]:
    return (item.pain for item in backlog(atlas))
