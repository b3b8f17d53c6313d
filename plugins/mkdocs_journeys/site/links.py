"""Addresses of pages: one place that knows how a page's uri becomes a link from another page."""

from dataclasses import dataclass, field
from functools import lru_cache


class _Links(dict[str, str]):
    """Uris to links, each made when it is first asked for: a page links to the same ones again and again."""

    def __init__(self, base: str, directory_urls: bool) -> None:
        super().__init__()
        self._base = base
        self._directory_urls = directory_urls

    def __missing__(self, uri: str) -> str:
        link = self[uri] = f"{self._base}{address(uri, self._directory_urls)}"
        return link


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links for pages of one folder depth.

    `directory_urls`: whether `journeys/buy.md` is served as `journeys/buy/` (else `journeys/buy.html`).
    `made` are the links by uri.
    """

    base: str
    directory_urls: bool = True
    made: _Links = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "made", _Links(self.base, self.directory_urls))

    def to(self, uri: str, anchor: str = "") -> str:
        """A relative link to a page (`journeys/buy.md`) or a file (`assets/x.png`), with an anchor."""
        return f"{self.made[uri]}#{anchor}" if anchor else self.made[uri]


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
    return _links_of("../" * here.count("/") or "./", directory_urls)


@lru_cache(maxsize=64)
def _links_of(base: str, directory_urls: bool) -> Links:
    return Links(base, directory_urls)
