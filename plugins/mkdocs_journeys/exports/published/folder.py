"""llms.txt and the Markdown of all pages as a folder, for those who publish no site of ours."""

from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.published.files import with_twins
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.page import Asset
from mkdocs_journeys.site.rendering.environment import environment


def llms_folder(atlas: Atlas, site_url: str = "") -> dict[str, bytes]:
    """What a site with `llms: true` has beside its pages, by its path; links in llms.txt begin with `site_url`."""
    # No page is drawn, so that nothing depends on the day.
    site = SiteContext(atlas, SiteSettings(date.min), environment())
    pages = list(items_of(site))
    found = list(with_twins(pages, site, site_url))[len(pages) :]
    return {one.uri: one.content for one in found if isinstance(one, Asset)}
