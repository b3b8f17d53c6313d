"""Badges in finished HTML: beside what leads to a changed thing, and where a changed thing stands."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

_LINK = re.compile(r'<svg\b.*?</svg>|<a\b[^>]*?\bhref="([^"]*)"[^>]*>.*?</a>', re.S)
"""A link, or a whole drawing: in there no badge can stand."""
_ELEMENT = re.compile(r'<(?P<tag>[a-z0-9]+)\b[^>]*?\bid="(?P<id>[^"]*)"[^>]*>')
_HEAD = re.compile(r"<th\b[^>]*>")


def at_links(html: Markup, badges: Mapping[str, Markup]) -> Markup:
    """A badge after the first link to each of these addresses that stands in no drawing."""
    wanted = {str(escape(href)): badge for href, badge in badges.items()}

    def beside(link: re.Match[str]) -> str:
        badge = wanted.pop(link[1], None) if link[1] else None
        return f"{link[0]} {badge}" if badge else link[0]

    return Markup(_LINK.sub(beside, html)) if wanted else html  # noqa: S704 - ours and a badge


def at_anchors(html: Markup, badges: Mapping[str, Markup]) -> Markup:
    """A badge at the beginning of each element that has one of these ids; in a row of a table, in its head."""
    for element in reversed(list(_ELEMENT.finditer(html)) if badges else []):
        badge = badges.get(element["id"])
        head = _HEAD.search(html, element.end()) if badge and element["tag"] == "tr" else None
        if badge:
            at = (head or element).end()
            html = html[:at] + badge + Markup(" ") + html[at:]
    return html
