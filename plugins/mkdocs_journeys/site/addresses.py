"""Addresses of pages and of things on them, and the links that one page writes to another."""

import re
from functools import lru_cache

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.model.free_names import text_id
from mkdocs_journeys.vocabulary import BY_NAME, PAGE_FOLDERS

Address = tuple[str, str]
"""A page's uri and an anchor on it, "" for the page itself."""
FOLDER_NAMES = frozenset({"index", "readme"})
"""Names that hosts take for the page of a folder."""
COMPARE_URI = "compare.md"
HANDOFFS_URI = "hand-offs.md"
RECENT_URI = "what-changed.md"
FEED_URI = "what-changed/feed.xml"
RULES_URI = "health/rules.md"
_IS_PLAIN_TAG = re.compile(r"[a-z0-9][a-z0-9.-]*\Z").match
_NEVER_INDEX = frozenset({"journey", "persona"})
"""Kinds whose pages keep the uri FOLDER/ID.md even for an id of `FOLDER_NAMES`."""


def address_of(atlas: Atlas, kind: str, target: str) -> Address | None:
    """The address of a thing; None for a kind without a page or an id that nothing has.

    Addresses are permanent: none depends on what else the atlas holds.
    """
    if kind not in PAGE_FOLDERS:
        return None
    id, _, finding = target.partition("/") if kind == "evidence" else (target, "", "")
    if id not in getattr(atlas, BY_NAME[kind].plural):
        return None
    return _address(page_uri(kind, id), "finding", finding)


class Addresses(dict[tuple[str, str], Address | None]):
    """Addresses of things by (kind, id), each computed on first use."""

    def __init__(self, atlas: Atlas) -> None:
        super().__init__()
        self._atlas = atlas

    def __missing__(self, thing: tuple[str, str]) -> Address | None:
        address = self[thing] = address_of(self._atlas, *thing)
        return address


@lru_cache(maxsize=32_768)
def _address(uri: str, prefix: str, name: str) -> Address:
    """An address, shared by every atlas that has it, so that two builds compare it by identity."""
    return uri, f"{prefix}-{name}" if name else ""


@lru_cache(maxsize=16_384)
def page_uri(kind: str, id: str) -> str:
    """The uri of the page of a thing; raises KeyError for a kind without pages of its own."""
    folder = PAGE_FOLDERS[kind]
    return f"{folder}/{id}.md" if kind in _NEVER_INDEX else uri_in_folder(folder, id)


def uri_in_folder(folder: str, name: str) -> str:
    """The uri of a page in a folder; a name of `FOLDER_NAMES` gets a folder of its own."""
    return f"{folder}/{name}/index.md" if name.rpartition("/")[2] in FOLDER_NAMES else f"{folder}/{name}.md"


def group_uri(group: str, sheet: int = 1) -> str:
    """The uri of a page of the journeys in a folder below maps/, counted from 1; "" stands for those in none.

    Two names deep, so that no journey's id can be the same.
    """
    if not group:
        return f"journeys/lifecycle/{sheet}.md"
    return uri_in_folder("journeys/group" if sheet == 1 else f"journeys/group-{sheet}", group_slug(group))


def days_uri(days: int) -> str:
    """The uri of the page of what changed in some days; that of 30 is the index."""
    return RECENT_URI if days == 30 else f"what-changed/{days}-days.md"


def release_uri(tag: str, commit: str) -> str:
    """The uri of the page of what changed in a release, which is a tag of a commit."""
    name = tag if _IS_PLAIN_TAG(tag) else f"{text_id(tag, 'release')}-{commit[:10]}"
    return uri_in_folder("what-changed/releases", name)


def group_slug(group: str) -> str:
    """A folder's name for use in an address; names that are no ids get a checksum, so that they stay unique."""
    return "/".join([text_id(name, "group") for name in group.split("/")])


def rule_address(rule: str, with_pages: bool) -> Address:
    """The address of a rule by its id: its own page on a site with pages of rules, else its place among all of them.

    Rules of the loader never have a page. The anchor on the page of all rules is there on every site.
    """
    return (f"health/rules/{rule}.md", "") if with_pages and rule in BY_ID else (RULES_URI, rule_anchor(rule))


def rule_anchor(rule: str) -> str:
    """The anchor of a rule on the page of all rules."""
    return f"rule-{rule}"


def stage_anchor(number: int) -> str:
    """The anchor of a journey's stage, counted from 1."""
    return f"stage-{number}"


def step_anchor(number: int) -> str:
    """The anchor of a journey's step, counted from 1 over the whole journey."""
    return f"step-{number}"


class Links(dict[str, str]):
    """The relative links of pages of one folder depth by uri, each computed on first use.

    `base` leads to the site's root. `directory_urls`: whether `journeys/buy.md` is served as `journeys/buy/` (else
    `journeys/buy.html`).
    """

    def __init__(self, base: str, directory_urls: bool = True) -> None:
        super().__init__()
        self.base = base
        self._directory_urls = directory_urls

    def __missing__(self, uri: str) -> str:
        link = self[uri] = f"{self.base}{served_at(uri, self._directory_urls)}"
        return link

    def to(self, uri: str, anchor: str = "") -> str:
        """A relative link to a page (`journeys/buy.md`) or a file (`assets/x.png`), with an anchor."""
        return f"{self[uri]}#{anchor}" if anchor else self[uri]


def served_at(uri: str, directory_urls: bool) -> str:
    """The path at which a page or file is served, relative to the site's root; the home page is ""."""
    if not uri.endswith(".md"):
        return uri
    stem = uri.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def links_from(uri: str, directory_urls: bool = True) -> Links:
    """The links that a page at this uri writes."""
    return links_at(served_at(uri, directory_urls), directory_urls)


def links_at(url: str, directory_urls: bool = True) -> Links:
    """The links that a page served at `url`, relative to the site's root, writes."""
    return _links_of("../" * url.removeprefix("./").count("/") or "./", directory_urls)


@lru_cache(maxsize=64)
def _links_of(base: str, directory_urls: bool) -> Links:
    return Links(base, directory_urls)
