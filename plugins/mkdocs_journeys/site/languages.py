"""The language of what authors write, where it is not that of the site around it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.page import Asset, Page, Section

OURS = frozenset({"health", "rules", "changes"})
"""Kinds of pages on which we speak more than the authors."""


def spoken(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page with its parts marked as in the catalog's language; as it is where that is the site's.

    Our labels, in English, are inside the mark; headings between parts are outside.
    """
    language = site.atlas.catalog.language
    if not language or language.casefold() == site.settings.language.casefold():
        return item
    if not isinstance(item, Page) or item.kind in OURS:
        return item
    return replace(item, draw=partial(_marked, language, item))


def _marked(language: str, page: Page) -> Iterator[Section]:
    start, end = Markup('<div class="journeys-spoken" lang="{}">').format(language), Markup("</div>")
    for section in page.draw():
        yield section._replace(html=start + section.html + end) if section.html else section
