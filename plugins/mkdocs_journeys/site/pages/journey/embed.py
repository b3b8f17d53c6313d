"""The map of a journey alone, beside its page: what other programs show in a frame."""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import urljoin

from markupsafe import Markup

from mkdocs_journeys.insight.scoring import scored_pains
from mkdocs_journeys.site.addresses import page_uri, served_at
from mkdocs_journeys.site.assets import EMBED_BUNDLE
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.page import Asset
from mkdocs_journeys.translation.languages import language_of
from mkdocs_journeys.translation.messages import speaking

TEMPLATE = "embed.html.j2"
_PLACE = re.compile(r'(<a [^>]*?href=")#')
"""A link to a place on the page itself."""


class EmbedLink(NamedTuple):
    """Where a map stands alone: `href` for the page of its journey, `url` for other sites, "" where nobody knows."""

    href: str
    url: str


def embed_uri(uri: str, directory_urls: bool) -> str:
    """Where the map of a page stands alone: in the same folder, so that all links on it are the same."""
    served = served_at(uri, directory_urls)
    return f"{served}embed.html" if directory_urls else f"{served.removesuffix('.html')}.embed.html"


def embed_link(context: PageContext) -> EmbedLink | None:
    """How the page of a journey leads to its map alone; None on a site without such."""
    settings = context.site.settings
    if not settings.embed:
        return None
    uri = embed_uri(context.uri, settings.directory_urls)
    return EmbedLink(uri.rpartition("/")[2], urljoin(settings.url, uri) if settings.url else "")


def embeds_of(site: SiteContext) -> Iterator[Asset]:
    """Each map alone, on a site that has such."""
    for id in site.atlas.journeys if site.settings.embed else ():
        context = site.at(page_uri("journey", id))
        yield Asset(embed_uri(context.uri, site.settings.directory_urls), make=partial(_document, context, id))


def _document(context: PageContext, id: str) -> bytes:
    atlas, settings = context.atlas, context.site.settings
    journey = atlas.journeys[id]
    with speaking(settings.interface):
        map = map_view(context, journey, scored_pains(atlas.pains_of_journey.get(id, ()), atlas.catalog.scoring))
        page = context.to(context.uri) if not settings.directory_urls else "./"
        drawn = context.macro(TEMPLATE, "embedded", map)
        language = atlas.catalog.language or settings.language or settings.interface
        html = context.render(
            TEMPLATE,
            title=journey.title,
            map_html=Markup(_PLACE.sub(rf"\g<1>{page}#", str(drawn))),  # noqa: S704 - our own HTML
            page=page,
            language=language,
            rtl=language_of(settings.interface).is_right_to_left,
            style=context.to(f"{EMBED_BUNDLE}.css"),
            script=context.to(f"{EMBED_BUNDLE}.js"),
        )
    return html.encode("utf-8", "xmlcharrefreplace")
