"""The site of a tiny atlas, and the context of one of its pages."""

from datetime import date
from functools import cache
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.context import PageContext, SiteContext, SiteSettings
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.rendering.environment import environment

TODAY = date(2026, 11, 22)


templates = cache(environment)


def site(atlas: Atlas, **settings: Any) -> SiteContext:
    """The site of an atlas, on a day that never changes."""
    return SiteContext(atlas, SiteSettings(today=TODAY, **settings), templates())


def context(atlas: Atlas, uri: str = "journeys/buy.md") -> PageContext:
    """The context of a page of such a site."""
    return site(atlas).at(uri)


def html_of(page: Page) -> str:
    """Everything that a page shows."""
    return "\n".join(section.html for section in page.sections)
