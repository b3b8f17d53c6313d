"""The site as pages and assets made from an atlas. Pure: a host renders and writes them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from mkdocs_journeys.site.addresses import COMPARE_URI, HANDOFFS_URI, RECENT_URI, RULES_URI
from mkdocs_journeys.site.assets import assets_of
from mkdocs_journeys.site.changes.page import previewed
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.finishing.labels import labelled
from mkdocs_journeys.site.finishing.language import in_language, spoken
from mkdocs_journeys.site.finishing.mentions import with_mentions
from mkdocs_journeys.site.finishing.referrers import with_referrers
from mkdocs_journeys.site.links import INDEX_TITLES
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.pages.catalog.page import catalog_pages
from mkdocs_journeys.site.pages.changes import changes_pages
from mkdocs_journeys.site.pages.compare.page import compare_pages
from mkdocs_journeys.site.pages.evidence.page import evidence_pages
from mkdocs_journeys.site.pages.handoffs import handoffs_pages
from mkdocs_journeys.site.pages.health import health_pages
from mkdocs_journeys.site.pages.home.page import home_pages
from mkdocs_journeys.site.pages.journey.embed import embeds_of
from mkdocs_journeys.site.pages.journey.page import journey_pages
from mkdocs_journeys.site.pages.journeys import journeys_pages
from mkdocs_journeys.site.pages.metrics import metrics_pages
from mkdocs_journeys.site.pages.opportunities import opportunities_pages
from mkdocs_journeys.site.pages.outcomes import outcomes_pages
from mkdocs_journeys.site.pages.pains.board import board_pages
from mkdocs_journeys.site.pages.pains.page import pains_pages
from mkdocs_journeys.site.pages.pains.pain_page import pain_pages
from mkdocs_journeys.site.pages.personas.index import personas_pages
from mkdocs_journeys.site.pages.recent.page import recent_pages
from mkdocs_journeys.site.pages.recent.redirects import redirects
from mkdocs_journeys.site.pages.rules import rules_pages
from mkdocs_journeys.site.pages.things.page import KINDS as THINGS
from mkdocs_journeys.site.pages.things.page import things_pages
from mkdocs_journeys.site.pages.tracing.findings import findings_pages
from mkdocs_journeys.site.pages.tracing.page import traceability_pages
from mkdocs_journeys.translation.messages import message, speaking
from mkdocs_journeys.vocabulary import BY_NAME


class PageKind(NamedTuple):
    """A kind of page: `pages` yields all of them. `title`, in English, and `uri` are those of its index.

    Without an index, both are empty; the uri of the home page is up to the host. `in_nav` kinds have their index in
    the navigation.
    """

    name: str
    pages: Callable[[SiteContext], Iterable[Page | Asset]]
    title: str = ""
    uri: str = ""
    in_nav: bool = True


PAGE_KINDS = (
    PageKind("home", home_pages, message("Customer journeys")),
    PageKind("journeys", journeys_pages, INDEX_TITLES["journeys"], "journeys.md"),
    PageKind("journey", journey_pages, in_nav=False),
    PageKind("personas", personas_pages, INDEX_TITLES["personas"], "personas.md"),
    PageKind("handoffs", handoffs_pages, INDEX_TITLES["handoffs"], HANDOFFS_URI),
    PageKind("compare", compare_pages, INDEX_TITLES["compare"], COMPARE_URI),
    PageKind("recent", recent_pages, INDEX_TITLES["recent"], RECENT_URI),
    PageKind("pains", pains_pages, INDEX_TITLES["pains"], "pains.md"),
    PageKind("pain", pain_pages, in_nav=False),
    PageKind("board", board_pages, INDEX_TITLES["board"], "board.md"),
    PageKind("opportunities", opportunities_pages, INDEX_TITLES["opportunities"], "opportunities.md"),
    PageKind("outcomes", outcomes_pages, INDEX_TITLES["outcomes"], "outcomes.md"),
    PageKind("metrics", metrics_pages, INDEX_TITLES["metrics"], "metrics.md"),
    PageKind("evidence", evidence_pages, INDEX_TITLES["evidence"], "evidence.md"),
    PageKind("findings", findings_pages, INDEX_TITLES["findings"], "findings.md"),
    PageKind("traceability", traceability_pages, INDEX_TITLES["traceability"], "traceability.md"),
    PageKind("catalog", catalog_pages, INDEX_TITLES["catalog"], "catalog.md"),
    *(PageKind(BY_NAME[kind].page_folder, partial(things_pages, kind=kind), in_nav=False) for kind in THINGS),
    PageKind("health", health_pages, INDEX_TITLES["health"], "health.md"),
    PageKind("changes", changes_pages, INDEX_TITLES["changes"], "changes.md"),
    PageKind("rules", rules_pages, INDEX_TITLES["rules"], RULES_URI, in_nav=False),
)
"""Every kind of page, in the order of the navigation."""


def items_of(site: SiteContext) -> Iterator[Page | Asset]:
    """Every page, not rendered yet, then the assets. Raises only for a fault of ours or in a site's own templates."""
    interface = site.settings.interface
    for kind in PAGE_KINDS:
        with speaking(interface):
            items = [labelled(item, kind.uri) for item in kind.pages(site)]
        complete = (with_mentions(site, with_referrers(site, item)) for item in items)
        yield from (in_language(interface, previewed(site, spoken(site, item))) for item in complete)
    yield from embeds_of(site)
    yield from assets_of(site.atlas)
    yield from (in_language(interface, item) for item in redirects(site))
