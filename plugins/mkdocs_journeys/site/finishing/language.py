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

OURS = frozenset({"health", "rules", "changes", "recent"})
"""Kinds of pages on which we speak more than the authors."""


def spoken(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page with its parts marked as in the catalog's language, or in ours where we speak more than the authors.

    It stays as it is where that is the site's. Our labels are inside the mark; headings between parts are outside.
    """
    if not isinstance(item, Page):
        return item
    if item.kind in OURS:
        theme, language = site.settings.language.casefold(), site.settings.interface
        is_of_theme = theme.replace("_", "-").partition("-")[0] in ("", language)
    else:
        language = _of_authors(site)
        is_of_theme = not language
    return item if is_of_theme else replace(item, draw=partial(_spoken_sections, language, item))


def in_language_of_atlas(site: SiteContext, html: Markup) -> Markup:
    """A part of a page of others, marked as in the catalog's language where that is not the site's."""
    language = _of_authors(site)
    return _marked(language, html) if language else html


def _of_authors(site: SiteContext) -> str:
    """The catalog's language; "" where it is the site's, or nobody says."""
    language = site.atlas.catalog.language or ""
    return "" if language.casefold() == site.settings.language.casefold() else language


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


def _spoken_sections(language: str, page: Page) -> Iterator[Section]:
    for section in page.draw():
        yield section._replace(html=_marked(language, section.html)) if section.html else section


def _marked(language: str, html: Markup) -> Markup:
    return Markup('<div class="journeys-spoken" lang="{}">').format(language) + html + Markup("</div>")
