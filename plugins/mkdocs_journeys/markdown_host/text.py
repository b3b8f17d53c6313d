"""A page as Markdown: front matter, headings with their anchors, and each section's HTML as one block."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.render import theme_text

_BLANK_LINES = re.compile(r"\n((?:[ \t]*\n)+)")
_GLUED = re.compile(r"(</(?:t[hd]|div|li|d[dt])>|</i>(?=<b>)|</(?:b|span)>(?=<em\b)|</b>(?=<span\b))(?=<)")
"""Ends of elements that are apart on the screen without a space between them: cells, and the words of a step."""
_SIGN = re.compile(r"[!-+/:<-@\[-`{-~]")
"""Every sign of ASCII but comma, hyphen, full stop and semicolon."""


def page_text(page: Page, sections: Iterable[Section]) -> str:
    """The file of a page. It needs the Markdown extension `attr_list`, which gives headings their anchors."""
    return "\n\n".join([_front_matter(page), *(part for section in sections for part in _parts(section))]) + "\n"


def heading(title: str) -> str:
    """Text in which Markdown finds nothing to mark up: every sign that could mean something is a reference.

    The only place where text of authors stands in Markdown itself.
    """
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(title.split()))


def block(html: str) -> str:
    """HTML that stays one block: no blank line ends it, and no brace calls a macro of another plugin.

    A search that reads the HTML finds words of neighbouring elements apart.
    """
    joined = _BLANK_LINES.sub(lambda blank: f"\n{blank[1].replace(chr(10), '&#10;')}", html.strip())
    joined = _GLUED.sub(r"\1 ", joined)
    return joined.replace("{{", "&#123;{").replace("{%", "&#123;%").replace("{#", "&#123;#")


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
        yield f"{'#' * section.level} {heading(section.title)} {{#{section.anchor}}}"
    if section.html:
        yield block(section.html)
