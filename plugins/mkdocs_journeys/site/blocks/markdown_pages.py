"""Handwritten pages as Markdown for generators that run no plugin of ours: blocks as HTML, links by path."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count

from jinja2 import Environment

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.codeframe import lines_of
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site.addresses import served_at
from mkdocs_journeys.site.blocks.reading import MISTAKE, block_of, broken_link
from mkdocs_journeys.site.blocks.scanning import BlockText, LinkText, with_replaced
from mkdocs_journeys.site.blocks.writing import html_of, relative_link
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.finishing.mentions import Mentions, PageMention, mentions_in, title_in
from mkdocs_journeys.site.rendering.html_block import html_block
from mkdocs_journeys.translation.messages import speaking

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?^(?:---|\.\.\.)\s*$", re.DOTALL | re.MULTILINE)
_SET_IN = "Here a block has to begin at the start of its line."


def handwritten_files(
    atlas: Atlas, settings: SiteSettings, templates: Environment, pages: Mapping[str, bytes], folder: str
) -> tuple[dict[str, bytes], list[Problem]]:
    """Handwritten files by path, with blocks drawn and links resolved in those that are Markdown.

    Problems name the file below `folder`. Raises what a site's own templates raise.
    """
    site, problems = SiteContext(atlas, settings, templates), list[Problem]()
    with speaking(settings.interface):
        written = {
            path: _with_blocks(site, path, data, f"{folder}/{path}", problems) if path.endswith(".md") else data
            for path, data in pages.items()
        }
    return written, problems


def mentions_among(pages: Mapping[str, bytes], directory_urls: bool) -> Callable[[Atlas], Mentions]:
    """What finds the mentions of things in handwritten files by path."""
    texts = {path: data.decode("utf-8", "replace") for path, data in pages.items() if path.endswith(".md")}

    def mention(path: str) -> PageMention:
        body = _FRONT_MATTER.sub("", texts[path])
        return PageMention(title_in(body) or path.removesuffix(".md"), served_at(path, directory_urls))

    return lambda atlas: mentions_in([(partial(mention, path), text) for path, text in texts.items()], atlas)


def _with_blocks(site: SiteContext, path: str, data: bytes, file: str, problems: list[Problem]) -> bytes:
    context = site.for_address(path, served_at(path, site.settings.directory_urls))
    number = count(1)

    def drawn(text: BlockText) -> list[str]:
        block, found = block_of(text, site.atlas, file)
        if text.prefix and block:
            hint = "Take it out of the list, the quotation or the note that it stands in."
            place = Position(file, text.line, len(text.prefix) + 1)
            block, found = None, [Problem(MISTAKE, place, _SET_IN, hint, Severity.WARNING)]
        problems.extend(found)
        html = html_block(html_of(context, block, found, next(number)))
        return ["", *(f"{text.prefix}{line}" for line in html.splitlines()), ""]

    def resolved(link: LinkText) -> str:
        problem = broken_link(link, site.atlas, file)
        problems.extend([problem] if problem else [])
        return "#" if problem else relative_link(context, link)

    lines = lines_of(data.decode("utf-8", "replace"))
    return "\n".join(with_replaced(lines, drawn, resolved)).encode()
