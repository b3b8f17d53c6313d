"""Rich fields: CommonMark without raw HTML and images, then an allow-list of tags and addresses."""

import re
from collections.abc import Callable, Iterable
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

Resolve = Callable[[str, str], str | None]
"""(kind, id) to an address, or None where there is no such thing."""

_TAGS = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "a", "br", "blockquote", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_ENTITY_LINK = re.compile(r"^(journey|persona|pain|opportunity|evidence|metric|touchpoint|stage|team):(.+)$")


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False})
    return parser.disable(["image", "heading", "lheading", "html_block", "html_inline"])


def rich(text: str, resolve: Resolve) -> Markup:
    """HTML of a rich field. Links to things of the atlas go through `resolve`; unknown ones lose the link."""
    tokens = _markdown().parse(text)
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", _address(str(child.attrGet("href") or ""), resolve))
    html = _markdown().renderer.render(tokens, _markdown().options, {})
    return Markup(  # noqa: S704 - cleaned by nh3
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener noreferrer nofollow",
        )
    )


def plain(text: str) -> str:
    """The words of a rich field without its marks, for search and summaries."""
    blocks = (token.children or [] for token in _markdown().parse(text))
    return " ".join(" ".join("".join(map(_words, children)).split()) for children in blocks if children)


def words_of(*texts: str | None, rich: str | None = None, lists: Iterable[Iterable[str]] = ()) -> str:
    """Plain words for search: texts, a rich text without its marks, and lists."""
    given = [*texts, plain(rich) if rich else None, *(text for texts in lists for text in texts)]
    return " ".join(text for text in given if text)


def _words(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _address(href: str, resolve: Resolve) -> str:
    entity = _ENTITY_LINK.match(href)
    if entity:
        return resolve(entity[1], entity[2]) or ""
    return "" if href.startswith(("//", "\\")) else href
