"""The site: which pages exist, what each shows, and the files beside them. Pure; a host writes it."""

from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.assets import assets_of
from mkdocs_journeys.site.changes.preview import previewed
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.pages.catalog.page import catalog_pages
from mkdocs_journeys.site.pages.changes import changes_pages
from mkdocs_journeys.site.pages.evidence import evidence_pages
from mkdocs_journeys.site.pages.health.page import health_pages
from mkdocs_journeys.site.pages.home import home_pages
from mkdocs_journeys.site.pages.journey.page import journey_pages
from mkdocs_journeys.site.pages.journeys import journeys_pages
from mkdocs_journeys.site.pages.metrics import metrics_pages
from mkdocs_journeys.site.pages.opportunities import opportunities_pages
from mkdocs_journeys.site.pages.pains.page import pains_pages
from mkdocs_journeys.site.pages.personas.page import personas_pages
from mkdocs_journeys.site.pages.rules import rules_pages
from mkdocs_journeys.site.render import environment
from mkdocs_journeys.site.settings import Settings
from mkdocs_journeys.site.world import World

PAGE_KINDS = (
    home_pages,
    journeys_pages,
    journey_pages,
    personas_pages,
    pains_pages,
    opportunities_pages,
    evidence_pages,
    metrics_pages,
    catalog_pages,
    changes_pages,
    health_pages,
    rules_pages,
)
"""Every kind of page, in the order of the navigation."""


def site_of(atlas: Atlas, settings: Settings) -> Iterator[Page | Asset]:
    """Everything that the site consists of. Raises only for a fault of ours or in a site's own templates."""
    return items_of(World(atlas, settings, environment(settings.templates_dir)))


def items_of(world: World) -> Iterator[Page | Asset]:
    """Every page, not yet drawn, then the files beside them."""
    for pages in PAGE_KINDS:
        yield from (previewed(world, item) for item in pages(world))
    yield from assets_of(world.atlas)
