"""What a page gets besides its own content: a banner while something is wrong."""

import re

from mkdocs.structure.pages import Page as HostPage

from mkdocs_journeys.host.banner import MARK
from mkdocs_journeys.host.page import AtlasPage

_BODY_START = re.compile(r"<body\b[^>]*>", re.I)


def complete(page: HostPage, banner: str) -> None:
    """Puts the whole content in place, with the banner above it."""
    if isinstance(page, AtlasPage):
        page.show_to_theme()
    if banner:
        page.content = f"{banner}{page.content or ''}"


def with_banner(output: str, banner: str) -> str:
    """A finished page that shows the banner even where its template leaves the content out."""
    if not banner or MARK in output:
        return output
    start = _BODY_START.search(output)
    at = start.end() if start else 0
    return f"{output[:at]}{banner}{output[at:]}"
