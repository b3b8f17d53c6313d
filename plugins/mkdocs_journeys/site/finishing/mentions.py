"""The handwritten pages that link to a thing of the atlas or show it, as its own page lists them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.codeframe import lines_of
from mkdocs_journeys.site.blocks.reading import block_of
from mkdocs_journeys.site.blocks.scanning import BlockText, blocks_and_links
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import NamedLink, first_links
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.rendering.richtext import plain
from mkdocs_journeys.translation.messages import gettext as _

MOST = 30
"""How many pages are listed; of more, the number is told."""
_HEADING = re.compile(r"(?m)^#[ \t]+(.+?)[ \t]*(?:\{[^{}]*\})?[ \t]*#*[ \t]*$")


class PageMention(NamedTuple):
    """A page that speaks of a thing: its title, and its address from the root of the site."""

    title: str
    url: str


Mentions = Mapping[tuple[str, str], Sequence[PageMention]]
"""Pages by the (kind, id) of the thing that they speak of, in the order of the site."""


def mentions_in(pages: Iterable[tuple[Callable[[], PageMention], str]], atlas: Atlas) -> Mentions:
    """The mentions in pages, each with its Markdown; what an unknown id or a mistaken block names is none."""
    found: dict[tuple[str, str], list[PageMention]] = {}
    for mention, text in pages:
        things = dict.fromkeys(_things_in(text, atlas))
        page = mention() if things else None
        for thing in things:
            found.setdefault(thing, []).extend([page] if page else [])
    return found


def title_in(text: str) -> str:
    """The words of the first heading of a Markdown text, "" for none."""
    heading = _HEADING.search(text)
    return plain(heading[1]) if heading else ""


def with_mentions(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page of a thing with a list of the handwritten pages that speak of it, where there are any."""
    pages = site.mentions.get(item.thing) if isinstance(item, Page) and item.thing else None
    if not pages or not isinstance(item, Page):
        return item
    return replace(item, draw=partial(_with_section, site.at(item.uri), item.draw, pages))


def _things_in(text: str, atlas: Atlas) -> Iterator[tuple[str, str]]:
    for part in blocks_and_links(lines_of(text)):
        if isinstance(part, BlockText):
            block, _problems = block_of(part, atlas, "")
            yield from block.things if block else ()
        else:
            yield part.kind, part.id.partition("/")[0]


def _with_section(
    context: PageContext, draw: Callable[[], Iterable[Section]], pages: Sequence[PageMention]
) -> Iterator[Section]:
    """The sections of a page with one more, above the links to other pages where these come last."""
    sections = list(draw())
    links = first_links(pages, MOST, lambda page: NamedLink(page.title, f"{context.links.base}{page.url}"))
    html = context.macro("block.html.j2", "mentions", links)
    above_foot(sections, Section("mentioned-in", _("Mentioned in"), 2, html, searched=False, counted=str(len(pages))))
    yield from sections


def above_foot(sections: list[Section], section: Section) -> None:
    """Put a section at the end of a page, above the links to other pages where these come last."""
    has_foot = not sections[-1].headed and not sections[-1].listed and sections[-1].level > 1
    sections.insert(len(sections) - has_foot, section)
