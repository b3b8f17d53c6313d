"""A fast converter for the most common rich text: paragraphs, flat lists, strong words and links to things.

A hundred times faster than a Markdown parser. Any other text is refused, and left to CommonMark.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.site.rendering.compat import escaped, safe

Resolve = Callable[[str, str], str | None]
"""(kind, id) to an address, or None where there is no such thing."""

KINDS = "journey|persona|pain|opportunity|evidence|metric|touchpoint|stage|team"
_MARKS = r"\\`*_\[\]<>&#"
_UNSEEN = r"\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ufffe\uffff"
_LETTER = rf"[^{_MARKS}{_UNSEEN}]"
_FIRST = itemgetter(1)
_LINK = re.compile(rf"\[((?! ){_LETTER}+(?<! ))\]\(({KINDS}):([a-z0-9][a-z0-9/-]*)\)")
# What comes before the stars is looked at after them, so that a search goes from star to star.
_STRONG = re.compile(rf"\*\*(?<![^ \n]\*\*)((?! ){_LETTER}+(?<! ))\*\*(?![^ .,:;!?\n])")
_LINE = rf"(?![-+=~ ]|\d+[.)])(?:{_LETTER}++|{_LINK.pattern}|{_STRONG.pattern})++(?<! )"
_LINES = re.compile(rf"{_LINE}(?:\n{_LINE})*+")
_ITEMS = re.compile(rf"- {_LINE}(?:\n- {_LINE})*+")


class PlainMarkdown(NamedTuple):
    """The HTML with links as written (`kind:id`), and the plain words."""

    html: str
    words: str


def html_of(text: PlainMarkdown, resolve: Resolve) -> Markup:
    """The HTML with links resolved; a thing that `resolve` does not know gets an empty address."""

    def link(match: re.Match[str]) -> str:
        words, kind, id = match.groups()
        return f'<a href="{escaped(resolve(kind, id) or "")}" rel="noopener noreferrer nofollow">{words}</a>'

    return safe(_LINK.sub(link, text.html))


@lru_cache(maxsize=1_024)
def plain_markdown(text: str) -> PlainMarkdown | None:
    """The converted text; None for one that needs CommonMark."""
    html, words, strong = list[str](), list[str](), "**" in text
    for block in text.split("\n\n"):
        marked = _STRONG.sub(r"<strong>\1</strong>", block) if strong else block
        if _LINES.fullmatch(block):
            html.append(f"<p>{marked}</p>\n")
            words.append(block.replace("\n", " "))
        elif _ITEMS.fullmatch(block) and not (html and html[-1].endswith("</ul>\n")):
            html.append("<ul>\n<li>" + marked[2:].replace("\n- ", "</li>\n<li>") + "</li>\n</ul>\n")
            words.append(block[2:].replace("\n- ", " "))
        else:
            return None
    said = " ".join(words)
    said = _LINK.sub(_FIRST, _STRONG.sub(_FIRST, said) if strong else said)
    return PlainMarkdown("".join(html), " ".join(said.split()) if "  " in said else said)
