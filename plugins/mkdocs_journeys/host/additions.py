"""What a page gets besides its own content: a banner while something is wrong."""

import re

from mkdocs_journeys.host.banner import MARK

_BODY_START = re.compile(r"<body\b[^>]*>", re.I)


def with_banner(output: str, banner: str) -> str:
    """A finished page that shows the banner even where its template leaves the content out."""
    if not banner or MARK in output:
        return output
    at = body_start(output)
    return f"{output[:at]}{banner}{output[at:]}"


def body_start(output: str) -> int:
    """Where the body of a finished page begins; 0 for one without."""
    start = _BODY_START.search(output)
    return start.end() if start else 0
