"""Pages as Markdown files: front matter, headings with anchors, and each section's HTML as one block."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.rendering.environment import theme_text

_BLANK_LINES = re.compile(r"\n((?:[ \t]*\n)+)")
_GLUED = re.compile(r"(</(?:t[hd]|div|li|d[dt])>|</i>(?=<b>)|</(?:b|span)>(?=<em\b)|</b>(?=<span\b))(?=<)")
"""Ends of elements that the screen shows apart without a space between them: cells, and the words of a step."""
_PUNCTUATION = re.compile(r"[!-+/:<-@\[-`{-~]")
"""All ASCII punctuation but comma, hyphen, full stop and semicolon."""


def markdown_files(atlas: Atlas, settings: SiteSettings, templates: Environment, root: Path) -> dict[str, bytes]:
    """The content of every file of a site by its path; pictures are read below `root`.

    Raises what a site's own templates raise, and OSError for a picture that cannot be read.
    """
    items = items_of(SiteContext(atlas, settings, templates))
    return {item.uri: _content(item, root) for item in items}


def page_text(page: Page, sections: Iterable[Section]) -> str:
    """The Markdown of a page. Its anchors need the extension `attr_list`."""
    return "\n\n".join([_front_matter(page), *(part for section in sections for part in _parts(section))]) + "\n"


def _content(item: Page | Asset, root: Path) -> bytes:
    if isinstance(item, Page):
        return page_text(item, item.sections).encode()
    return item.content if item.path is None else (root / item.path).read_bytes()


def escaped_heading(title: str) -> str:
    """A title with all punctuation as character references, so that Markdown marks nothing up.

    Headings are the only place where authors' text is in Markdown itself.
    """
    return _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", " ".join(title.split()))


def html_block(html: str) -> str:
    """HTML as one Markdown block: without blank lines, and without braces that call another plugin's macros.

    Words of neighbouring elements are separated by a space for search.
    """
    text = _BLANK_LINES.sub(lambda blank: f"\n{blank[1].replace(chr(10), '&#10;')}", html.strip())
    text = _GLUED.sub(r"\1 ", text)
    return text.replace("{{", "&#123;{").replace("{%", "&#123;%").replace("{#", "&#123;#")


def _front_matter(page: Page) -> str:
    facts: dict[str, Any] = {"title": str(theme_text(page.title))}
    if page.description:
        facts["description"] = str(theme_text(page.description))
    if page.wide:
        facts["hide"] = ["navigation", "toc"]
    if page.tags:
        facts["tags"] = [str(theme_text(tag)) for tag in page.tags]
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items())
    return "\n".join(["---", *lines, "---"])


def _parts(section: Section) -> Iterator[str]:
    if section.headed:
        yield f"{'#' * section.level} {escaped_heading(section.title)} {{#{section.anchor}}}"
    if section.html:
        yield html_block(section.html)
