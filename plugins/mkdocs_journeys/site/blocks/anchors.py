"""Ids of a block's own, since a page may show several blocks, and has headings of its own."""

import re

from markupsafe import Markup

_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ID = re.compile(r'(?<= id=")[^"]+(?=")')
_REFERENCE = re.compile(r'(?P<before> (?:aria-labelledby|for)="|url\(#|href="#)(?P<id>[^")]+)')


def with_own_ids(html: Markup, prefix: str, page: str) -> Markup:
    """The HTML with a prefix to each id; a link to an id that is not in it leads to the same one of `page`.

    Authors' words are escaped in it, so that a tag ends with its first `>`.
    """
    own = {id for tag in _TAG.findall(html) for id in _ID.findall(tag)}

    def reference(found: re.Match[str]) -> str:
        id = found["id"]
        if id in own:
            return f"{found['before']}{prefix}-{id}"
        return f"{found['before'][:-1]}{page}#{id}" if found["before"].endswith("#") else found[0]

    def tag(found: re.Match[str]) -> str:
        return _REFERENCE.sub(reference, _ID.sub(rf"{prefix}-\g<0>", found[0]))

    return Markup(_TAG.sub(tag, html))  # noqa: S704 - our own HTML, in which only ids are others
