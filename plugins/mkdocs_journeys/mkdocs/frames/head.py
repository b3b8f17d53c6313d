"""What stands in the head of our pages besides what the theme writes: for programs, and for those that show links."""

from collections.abc import Iterator
from urllib.parse import urljoin

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from mkdocs_journeys.mkdocs.frames.theme_frame import utf8
from mkdocs_journeys.mkdocs.page import AtlasPage
from mkdocs_journeys.site.page import CARD_SIZE

_END = "</head>"
_GIVEN = 'property="og:title"'


def with_head(html: str, page: AtlasPage, config: MkDocsConfig) -> str:
    """A finished page of ours with these elements at the end of its head."""
    return html.replace(_END, f"{_elements(page, config, html)}{_END}", 1)


def with_head_in_bytes(html: bytes, page: AtlasPage, config: MkDocsConfig) -> bytes:
    """As `with_head`, of a page as it stands in its file."""
    head, end, rest = html.partition(_END.encode())
    return b"".join([utf8(with_head(f"{head.decode()}{_END}", page, config)), rest]) if end else html


def _elements(page: AtlasPage, config: MkDocsConfig, html: str) -> str:
    others = (("text/markdown", page.described.twin), ("application/atom+xml", page.described.feed))
    alternates = "".join(
        f'<link rel="alternate" type="{kind}" href="{escape(get_relative_url(uri, page.url))}">'
        for kind, uri in others
        if uri
    )
    # A theme or a plugin may have written such tags itself.
    tags = "" if not config.site_url or _GIVEN in html.partition(_END)[0] else "".join(_tags(page, config))
    return f"{tags}{alternates}"


def _tags(page: AtlasPage, config: MkDocsConfig) -> Iterator[str]:
    """Open Graph, by which networks and chat programs show a link. It knows absolute addresses only."""
    described = page.described
    title = " ".join(described.title.split())
    values = {
        "og:type": "website" if page.is_homepage else "article",
        "og:site_name": config.site_name,
        "og:title": title,
        "og:description": " ".join(described.description.split()),
        "og:url": page.canonical_url or "",
    }
    if described.card:
        values["og:image"] = urljoin(config.site_url or "", described.card)
        values["og:image:type"], values["og:image:alt"] = "image/png", title
        values["og:image:width"], values["og:image:height"] = map(str, CARD_SIZE)
    yield from (f'<meta property="{name}" content="{escape(value)}">' for name, value in values.items() if value)
    yield f'<meta name="twitter:card" content="{"summary_large_image" if described.card else "summary"}">'
