"""The language of a page: that of our own words, and that of what authors write where it is another."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from markupsafe import Markup

from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.translation.languages import ENGLISH
from mkdocs_journeys.translation.messages import speaking

Made = TypeVar("Made")

OURS = frozenset({"health", "rules", "changes"})
"""Kinds of pages on which we speak more than the authors."""


def spoken(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page with its parts marked as in the catalog's language, or in ours where we speak more than the authors.

    It stays as it is where that is the site's. Our labels are inside the mark; headings between parts are outside.
    """
    if not isinstance(item, Page):
        return item
    theme = site.settings.language.casefold()
    if item.kind in OURS:
        language = site.settings.interface
        is_of_theme = theme.replace("_", "-").partition("-")[0] in ("", language)
    else:
        language = site.atlas.catalog.language or ""
        is_of_theme = not language or language.casefold() == theme
    return item if is_of_theme else replace(item, draw=partial(_marked, language, item))


def in_language(code: str, item: Page | Asset) -> Page | Asset:
    """The page, or the file, with our own words in this language whenever it is drawn."""
    if code == ENGLISH.code:
        return item
    if isinstance(item, Page):
        return replace(item, draw=partial(_called_in, code, lambda: item.sections))
    return replace(item, make=partial(_called_in, code, item.make)) if item.make else item


def _called_in(code: str, function: Callable[[], Made]) -> Made:
    with speaking(code):
        return function()


def _marked(language: str, page: Page) -> Iterator[Section]:
    start, end = Markup('<div class="journeys-spoken" lang="{}">').format(language), Markup("</div>")
    for section in page.draw():
        yield section._replace(html=start + section.html + end) if section.html else section
