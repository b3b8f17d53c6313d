"""The table of contents of a page."""

from collections.abc import Callable, Iterable

from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journeys.host.text import theme_text
from mkdocs_journeys.site.page import Section


def contents_to_show(sections: Iterable[Section]) -> TableOfContents:
    """The listed sections, nested by level; their titles are HTML, as themes expect."""
    return _nested((section for section in sections if section.listed), theme_text)


def contents_to_search(sections: Iterable[Section]) -> TableOfContents:
    """Every section, listed or not; their titles are plain text, as MkDocs' own search escapes them."""
    return _nested(sections, str)


def _nested(sections: Iterable[Section], text: Callable[[str], str]) -> TableOfContents:
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for section in sections:
        entry = AnchorLink(text(section.title), section.anchor, section.level)
        while above and above[-1].level >= entry.level:
            above.pop()
        (above[-1].children if above else top).append(entry)
        above.append(entry)
    return TableOfContents(top)
