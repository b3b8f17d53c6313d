"""Rich fields: CommonMark without raw HTML and images, then an allow-list of tags and addresses."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import nh3
from markupsafe import Markup

from mkdocs_journeys.site.rendering.plain_markdown import KINDS, Resolve, html_of, plain_markdown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAGS = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "a", "br", "blockquote", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_ENTITY_LINK = re.compile(rf"^({KINDS}):(.+)$")


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False})
    return parser.disable(["image", "heading", "lheading", "html_block", "html_inline"])


def rich(text: str, resolve: Resolve) -> Markup:
    """The HTML of a rich field. Links to things of the atlas go through `resolve`; unknown ones lose the link."""
    simple = plain_markdown(text)
    return html_of(simple, resolve) if simple else parsed(text, resolve)[0]


def plain(text: str) -> str:
    """The plain words of a rich field, for search and summaries."""
    simple = plain_markdown(text)
    return simple.words if simple else _read(text)[1]


def plain_lines(text: str) -> list[tuple[bool, str]]:
    """The paragraphs and items of a rich field as plain words, and whether each is an item; links keep addresses."""
    found, is_item = [], False
    for token in _markdown().parse(text):
        if token.type == "list_item_open":
            is_item = True
        elif token.type == "inline":
            found.append((is_item, " ".join(_with_addresses(token.children or ()).split())))
            is_item = False
        elif token.type in ("fence", "code_block"):
            found += [(False, line) for line in token.content.splitlines() if line.strip()]
    return [(is_item, words) for is_item, words in found if words]


def _with_addresses(tokens: "Iterable[Token]") -> str:
    """Words, each link with its address behind it if that leads out of the site."""
    words, address = "", ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
        is_shown = token.type == "link_close" and address.startswith(("http:", "https:")) and address not in words
        words += f" ({address})" if is_shown else _words(token)
    return words


def parsed(text: str, resolve: Resolve) -> tuple[Markup, str]:
    """HTML and plain words as CommonMark, without the fast converter."""
    html, words = _read(text)
    return (_linked(text, resolve) if html is None else html), words


def words_of(*texts: str | None, rich: str | None = None, lists: Iterable[Iterable[str]] = ()) -> str:
    """Plain words for search, of texts, a rich text and lists."""
    given = [*texts, plain(rich) if rich else None, *(text for texts in lists for text in texts)]
    return " ".join(text for text in given if text)


@lru_cache(maxsize=4_096)
def _read(text: str) -> tuple[Markup | None, str]:
    """The HTML, None if it has links, which each page resolves; and the plain words."""
    tokens = _markdown().parse(text)
    blocks = [token.children or [] for token in tokens]
    words = " ".join(" ".join("".join(map(_words, children)).split()) for children in blocks if children)
    has_links = any(child.type == "link_open" for children in blocks for child in children)
    return (None if has_links else _html(tokens)), words


def _linked(text: str, resolve: Resolve) -> Markup:
    tokens = _markdown().parse(text)
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", _address(str(child.attrGet("href") or ""), resolve))
    return _html(tokens)


def _html(tokens: "list[Token]") -> Markup:
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


def _words(token: "Token") -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _address(href: str, resolve: Resolve) -> str:
    entity = _ENTITY_LINK.match(href)
    if entity:
        return resolve(entity[1], entity[2]) or ""
    return "" if href.startswith(("//", "\\")) else href
