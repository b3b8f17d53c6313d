"""HTML inside Markdown."""

import re

_BLANK_LINES = re.compile(r"\n((?:[ \t]*\n)+)")
_GLUED = re.compile(r"(</(?:t[hd]|div|li|d[dt])>|</i>(?=<b>)|</(?:b|span)>(?=<em\b)|</b>(?=<span\b))(?=<)")
"""Ends of elements that the screen shows apart without a space between them: cells, and the words of a step."""


def html_block(html: str) -> str:
    """HTML as one Markdown block: without blank lines, and without braces that call another plugin's macros.

    Words of neighbouring elements are separated by a space for search.
    """
    text = _BLANK_LINES.sub(lambda blank: f"\n{blank[1].replace(chr(10), '&#10;')}", html.strip())
    text = _GLUED.sub(r"\1 ", text)
    return text.replace("{{", "&#123;{").replace("{%", "&#123;%").replace("{#", "&#123;#")
