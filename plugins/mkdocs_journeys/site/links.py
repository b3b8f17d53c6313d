"""Addresses of pages: one place that knows how a page's uri becomes a link from another page."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links for pages of one folder depth.

    `directory_urls`: whether `journeys/buy.md` is served as `journeys/buy/` (else `journeys/buy.html`).
    """

    base: str
    directory_urls: bool = True

    def to(self, uri: str, anchor: str = "") -> str:
        """A relative link to a page (`journeys/buy.md`) or a file (`assets/x.png`), with an anchor."""
        return f"{self.base}{address(uri, self.directory_urls)}{'#' + anchor if anchor else ''}"


@lru_cache(maxsize=16_384)
def address(uri: str, directory_urls: bool) -> str:
    """Where a page or file is served, relative to the site's root; the home page is ""."""
    if not uri.endswith(".md"):
        return uri
    stem = uri.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def links_from(uri: str, directory_urls: bool = True) -> Links:
    """The links that a page at this uri writes."""
    here = address(uri, directory_urls)
    return Links("../" * here.count("/") or "./", directory_urls)
