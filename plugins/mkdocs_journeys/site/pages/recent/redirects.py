"""Small pages at addresses that things had before their id changed, which lead to those that they have now."""

from collections.abc import Iterator, Mapping
from functools import partial
from urllib.parse import urljoin

from markupsafe import Markup

from mkdocs_journeys.atlas import LocatedPain
from mkdocs_journeys.site.addresses import links_at, page_uri, served_at
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.page import Asset
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import spoken_language
from mkdocs_journeys.vocabulary import BY_NAME, PAGE_FOLDERS

MOST = 1_000
"""Redirects of a site: those of the ids that changed last."""
PAGE = Markup(
    '<!doctype html>\n<html lang="{lang}" dir="auto">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<link rel="canonical" href="{canonical}">\n<meta name="robots" content="noindex">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta http-equiv="refresh" content="0; url={href}">\n</head>\n'
    '<body>\n<p>{moved} <a href="{href}">{title}</a></p>\n</body>\n</html>\n'
)


def redirects(site: SiteContext) -> Iterator[Asset]:
    """A file for each former address of a thing that still exists; never at the address of another thing."""
    recent = site.atlas.cached(site.settings.recent)
    found = [
        (page_uri(kind, old), page_uri(kind, new), _name(things[new]))
        for (kind, old), new in (recent.former if recent else {}).items()
        if kind in PAGE_FOLDERS and (things := _things(site, kind)).keys() >= {new} and old not in things
    ]
    for before, now, title in found[:MOST]:
        address = served_at(before, site.settings.directory_urls)
        file = f"{address}index.html" if address.endswith("/") else address
        yield Asset(file, make=partial(_page, site, address, now, title))


def _things(site: SiteContext, kind: str) -> Mapping[str, object]:
    found: Mapping[str, object] = getattr(site.atlas, BY_NAME[kind].plural)
    return found


def _name(thing: object) -> str:
    named = thing.pain if isinstance(thing, LocatedPain) else thing
    return str(getattr(named, "title", None) or getattr(named, "name", ""))


def _page(site: SiteContext, address: str, uri: str, title: str) -> bytes:
    """The page at an address; its links are relative, but for the canonical one on a site that knows its address."""
    href = links_at(address, site.settings.directory_urls)[uri]
    base = f"{site.settings.url.rstrip('/')}/" if site.settings.url else ""
    canonical = urljoin(base, served_at(uri, site.settings.directory_urls)) if base else href
    language, moved = spoken_language().code, _("This page has moved:")
    text = PAGE.format(lang=language, title=title, canonical=canonical, href=href, moved=moved)
    return text.encode("utf-8", "replace")
